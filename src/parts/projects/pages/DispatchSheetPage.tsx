import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { downloadOf, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { projectShape, sheetShape } from '../sight/project-shapes.ts'
import { type Sheet, sheetOf } from '../sight/sheet.ts'
import { voiceOf } from '../sight/voice.ts'
import { LightMark } from './Lights.tsx'
import { projectPath } from './project-words.ts'
import './sheet.css'

/** The dispatch sheet of one project on one page: to be printed, or taken as DOCX with the same contents. */
export default function DispatchSheetPage() {
  const t = useWords()
  const { code = '' } = useParams()
  const { locale } = useLocale()
  const { data, error, refetch } = useEndpoint(projectShape, { params: { code } })
  return (
    <main className="dispatch">
      <Page
        title={t({ zh: '调度单', en: 'Dispatch sheet' })}
        trail={[{ title: data?.project.name ?? code, to: projectPath({ code }) }]}
        deeds={
          <>
            <Button
              type="primary"
              href={downloadOf(sheetShape, { params: { code }, query: { language: locale } })}
              download
            >
              <T zh="下载 Word" en="Download Word" />
            </Button>
            <Button autoInsertSpace={false} onClick={() => window.print()}>
              <T zh="打印" en="Print" />
            </Button>
          </>
        }
      >
        {error && <ErrorState problem={error} onRetry={() => refetch()} />}
        {!data && !error && <Loading lines={16} />}
        {data && <Paper sheet={sheetOf(data, voiceOf(locale))} />}
      </Page>
    </main>
  )
}

function Paper({ sheet }: { sheet: Sheet }) {
  return (
    <section className="dispatch-paper" aria-label={`${sheet.title} ${sheet.name}`}>
      <header>
        <h2>{sheet.title}</h2>
        <p>{sheet.number}</p>
      </header>
      <h3>
        {sheet.name} <LightMark light={sheet.light} />
      </h3>
      <dl>
        {sheet.facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h4>
        <T zh="两个灯" en="Two lights" />
      </h4>
      <ul className="dispatch-lights">
        {sheet.lights.map(({ name, light, reason }) => (
          <li key={name}>
            <b>{name}</b> <LightMark light={light} /> <span>{reason}</span>
          </li>
        ))}
      </ul>
      <p>{sheet.judged}</p>
      <h4>
        <T zh="节点" en="Milestones" />
      </h4>
      <Milestones sheet={sheet} />
      <h4>
        <T zh="未解决的问题" en="Problems not solved" />
      </h4>
      <Listed lines={sheet.problems} none={<T zh="没有" en="None" />} />
      <h4>
        <T zh="本次调度要求" en="What is asked now" />
      </h4>
      <Listed lines={sheet.asks} none={<T zh="保持进度" en="Keep the pace" />} />
      <footer>
        {sheet.signs.map((sign) => (
          <span key={sign}>{sign}</span>
        ))}
      </footer>
    </section>
  )
}

function Milestones({ sheet: { milestoneHead, milestones } }: { sheet: Sheet }) {
  return (
    <table>
      <thead>
        <tr>
          {milestoneHead.map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {milestones.map((cells) => (
          <tr key={cells.join()}>
            {cells.map((words, place) => (
              <td key={milestoneHead[place]}>{words}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Listed({ lines, none }: { lines: readonly string[]; none: ReactNode }) {
  if (lines.length === 0) return <p>{none}</p>
  return (
    <ol>
      {lines.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ol>
  )
}

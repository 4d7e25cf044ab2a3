import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { type Reply, useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { PeriodPicker } from '#web/kit/PeriodPicker.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { evaluationShape } from '../evaluation/shapes.ts'
import { type SubjectName, subjectNames, subjectRow } from '../evaluation/subjects.ts'
import { CountedSheet } from './CountedSheet.tsx'
import { EvaluationFormulae } from './EvaluationFormulae.tsx'
import { EvaluationTable, type Opened } from './EvaluationTable.tsx'
import './matters.css'
import './inspections.css'
import './evaluation.css'

export type Evaluation = Reply<typeof evaluationShape>

/** Areas, duty units and posts by the published formulae; every number opens to its matters. */
export default function EvaluationPage() {
  const t = useWords()
  const may = useMay()
  const [address, setAddress] = useSearchParams()
  const [opened, setOpened] = useState<Opened | null>(null)
  const subject = subjectNames.find((name) => name === address.get('subject')) ?? 'unit'
  const period = address.get('period') ?? undefined
  const steer = (next: Record<string, string>) =>
    setAddress((before) => new URLSearchParams({ ...Object.fromEntries(before), ...next }), { replace: true })
  const query = { subject, ...(period ? { period } : {}) }
  const found = useEndpoint(evaluationShape, { query }, { placeholderData: keepPreviousData })
  const seen = subjectNames.filter((name) => subjectRow(name).by !== 'person' || may('matters/supervise'))
  return (
    <Page
      title={t({ zh: '综合考评', en: 'Evaluation' })}
      sentence={found.data && <Sentence evaluation={found.data} />}
      deeds={
        found.data && (
          <PeriodPicker
            value={found.data.period}
            onChange={(chosen) => steer({ period: chosen })}
            years={[2000, Number(found.data.asOf.slice(0, 4))]}
          />
        )
      }
      help="leader/evaluation"
      wide
    >
      <div className="matters evaluation">
        <SubjectTabs names={seen} chosen={subject} onChoose={(name) => steer({ subject: name })} />
        {found.error && <ErrorState problem={found.error} onRetry={() => void found.refetch()} />}
        {!found.data && !found.error && <Loading lines={10} />}
        {found.data?.rows.length === 0 && <Nothing />}
        {found.data && found.data.rows.length > 0 && (
          <EvaluationTable evaluation={found.data} waiting={found.isPlaceholderData} onOpen={setOpened} />
        )}
        <Part
          title={<T zh="计分办法" en="How the score is made" />}
          note={
            <T
              zh="GB/T 30428.4 的公式；每个比率除以什么都写在这里"
              en="The formulae of GB/T 30428.4, with what each rate divides by"
            />
          }
        >
          <EvaluationFormulae subject={subject} />
        </Part>
      </div>
      {opened && found.data && (
        <CountedSheet opened={opened} subject={subject} period={found.data.period} onClose={() => setOpened(null)} />
      )}
    </Page>
  )
}

interface SubjectTabsProps {
  names: readonly SubjectName[]
  chosen: SubjectName
  onChoose: (name: SubjectName) => void
}

function SubjectTabs({ names, chosen, onChoose }: SubjectTabsProps) {
  const t = useWords()
  return (
    <div className="matter-tabs">
      {names.map((name) => (
        <button key={name} type="button" aria-pressed={name === chosen} onClick={() => onChoose(name)}>
          {t(subjectRow(name).words)}
        </button>
      ))}
    </div>
  )
}

/** 2018年5月，专业部门应结案 265 件、结案 251 件；得分最高的是…，最低的是…。 */
function Sentence({ evaluation: { period, rows, whole } }: { evaluation: Evaluation }) {
  const t = useWords()
  const { locale } = useLocale()
  const graded = rows.filter(({ total }) => total !== null)
  const [first, last] = [graded[0], graded.at(-1)]
  const said = { period: printPeriod(parsePeriod(period), locale) }
  if (!first || !last) {
    return <>{t({ zh: '{period}没有可考评的事项。', en: 'There was nothing to evaluate in {period}.' }, said)}</>
  }
  const ends = t(
    {
      zh: '{period}得分最高的是{first}（{high}），最低的是{last}（{low}）',
      en: '{period}: the highest score is that of {first} ({high}), the lowest that of {last} ({low})',
    },
    { ...said, first: t(first.name), high: first.total!, last: t(last.name), low: last.total! },
  )
  const due = whole.counts['closeDue'] ?? 0
  if (due === 0) return <>{t({ zh: '{ends}。', en: '{ends}.' }, { ends })}</>
  return (
    <>
      {t(
        {
          zh: '{ends}；应结案 {due} 件，结案 {closed} 件。',
          en: '{ends}; {due} matters were due to be closed, {closed} are.',
        },
        { ends, due, closed: whole.counts['closed'] ?? 0 },
      )}
    </>
  )
}

function Nothing() {
  return (
    <Empty title={<T zh="这个时期没有可考评的工作" en="Nothing to evaluate in this period" />}>
      <T
        zh="事项派遣、处置和结案之后，这里按公布的公式给出比率、得分和等级；可在右上角换一个时期。"
        en="Once matters are dispatched, handled and closed, rates, scores and grades stand here; choose another period at the top."
      />
    </Empty>
  )
}

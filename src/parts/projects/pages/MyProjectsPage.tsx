import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { mineShape } from '../commissioners/shapes.ts'
import { CalendarLink } from './CalendarLink.tsx'
import { monthWords } from './month-words.ts'
import { ProblemList } from './ProjectProblems.tsx'
import { RaiseSheet } from './RaiseSheet.tsx'
import { ServedMark } from './ServedMark.tsx'
import { VisitSheet } from './VisitSheet.tsx'
import './people.css'

type Mine = Reply<typeof mineShape>
type Own = Mine['projects'][number]
type Sheet = { kind: 'visit' | 'problem'; project: Own } | null

/** What a commissioner does from the phone: log a visit, report the month, raise a problem. */
export default function MyProjectsPage() {
  const t = useWords()
  const [sheet, setSheet] = useState<Sheet>(null)
  const mine = useEndpoint(mineShape)
  const { data } = mine
  return (
    <Page
      title={t({ zh: '我的项目', en: 'My projects' })}
      trail={[{ title: t({ zh: '重大项目', en: 'Projects' }), to: '/projects' }]}
      sentence={data && data.projects.length > 0 && <Sentence mine={data} />}
      help="clerk/commissioner"
    >
      {mine.error && <ErrorState problem={mine.error} onRetry={() => mine.refetch()} />}
      {!data && !mine.error && <Loading lines={8} />}
      {data && data.projects.length === 0 && (
        <Empty title={<T zh="您现在没有服务的项目" en="You serve no project now" />}>
          <T
            zh="派驻为服务专员以后，您的项目会列在这里，可以登记走访、填报月度进展、提出问题。"
            en="Once you are seconded to a project it stands here: log visits, report the month, raise problems."
          />
        </Empty>
      )}
      {data?.projects.map((project) => (
        <OwnProject key={project.code} project={project} mine={data} onSheet={setSheet} />
      ))}
      {data && data.projects.length > 0 && <CalendarLink />}
      {data && sheet?.kind === 'visit' && (
        <VisitSheet project={sheet.project} today={data.today} onClose={() => setSheet(null)} />
      )}
      {sheet?.kind === 'problem' && <RaiseSheet project={sheet.project} onClose={() => setSheet(null)} />}
    </Page>
  )
}

function Sentence({ mine: { projects, quietDays, dueMonth } }: { mine: Mine }) {
  const quiet = projects.filter((one) => one.quiet).length
  const unreported = projects.filter(({ reported }) => (reported ?? '') < dueMonth).length
  const all = { n: projects.length, quiet, unreported, days: quietDays }
  if (quiet + unreported === 0)
    return <T zh="{n} 个项目都走访过、填报过了。" en="All {n} projects are visited and reported." {...all} />
  return (
    <T
      zh="{n} 个项目：{quiet} 个超过 {days} 天没有走访，{unreported} 个等月度填报。"
      en="{n} projects: {quiet} not visited for more than {days} days, {unreported} waiting for the month's report."
      {...all}
    />
  )
}

function OwnProject({ project, mine, onSheet }: { project: Own; mine: Mine; onSheet: (sheet: Sheet) => void }) {
  const t = useWords()
  const due = (project.reported ?? '') < mine.dueMonth
  return (
    <section className="own-project">
      <h2 lang="zh-CN">
        <Link to={`/projects/${project.code}`}>{project.name}</Link>
      </h2>
      <p className="people-line">
        <ServedMark served={project} />
        <small>
          {project.percent === null ? (
            <T zh="还没有形象进度" en="No progress reported" />
          ) : (
            <T
              zh="形象进度 {percent}%（{month}）"
              en="Progress {percent}% ({month})"
              percent={project.percent}
              month={project.reported === null ? '' : t(monthWords(project.reported))}
            />
          )}
        </small>
        {project.next && (
          <small>
            <T zh="下一节点：" en="Next: " /> <span lang="zh-CN">{project.next.title}</span>{' '}
            <When at={project.next.dueOn} short />
          </small>
        )}
      </p>
      {project.problems.length > 0 && <ProblemList rows={project.problems} />}
      <div className="people-deeds">
        <Button
          type={project.quiet ? 'primary' : 'default'}
          size="large"
          autoInsertSpace={false}
          onClick={() => onSheet({ kind: 'visit', project })}
        >
          {t({ zh: '登记走访', en: 'Log a visit' })}
        </Button>
        <Link to={`/projects/${project.code}/update`} className="people-door" data-due={due || undefined}>
          {due
            ? t({ zh: '填报 {month}', en: 'Report {month}' }, { month: t(monthWords(mine.dueMonth)) })
            : t({ zh: '修改月报', en: 'Change the report' })}
        </Link>
        <Button size="large" autoInsertSpace={false} onClick={() => onSheet({ kind: 'problem', project })}>
          {t({ zh: '提出问题', en: 'Raise a problem' })}
        </Button>
      </div>
    </section>
  )
}

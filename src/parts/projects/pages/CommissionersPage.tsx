import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { commissionersShape } from '../commissioners/shapes.ts'
import { AppointSheet } from './AppointSheet.tsx'
import { ServedMark } from './ServedMark.tsx'
import './people.css'

type Commissioners = Reply<typeof commissionersShape>
type Commissioner = Commissioners['people'][number]
type Chosen = { code: string; name: string; now: string | null }

/** Who serves which project, how much each carries, and where nobody has been for too long. */
export default function CommissionersPage() {
  const t = useWords()
  const may = useMay()
  const [chosen, choose] = useState<Chosen | null>(null)
  const list = useEndpoint(commissionersShape)
  const { data } = list
  const onAppoint = may('projects/judge') ? choose : null
  return (
    <Page
      title={t({ zh: '服务专员', en: 'Commissioners' })}
      trail={[{ title: t({ zh: '重大项目', en: 'Projects' }), to: '/projects' }]}
      sentence={data && data.people.length > 0 && <Sentence list={data} />}
      help="clerk/commissioner"
    >
      {list.error && <ErrorState problem={list.error} onRetry={() => list.refetch()} />}
      {!data && !list.error && <Loading lines={10} />}
      {data && data.people.length + data.unserved.length === 0 && <Nobody />}
      {data && data.unserved.length > 0 && <Unserved list={data} onAppoint={onAppoint} />}
      {data?.people.map((one) => (
        <One key={one.person} one={one} fullLoad={data.fullLoad} onAppoint={onAppoint} />
      ))}
      {data && chosen && <AppointSheet project={chosen} today={data.today} onClose={() => choose(null)} />}
    </Page>
  )
}

function Sentence({ list: { people, unserved, quietDays } }: { list: Commissioners }) {
  const projects = people.flatMap((one) => one.projects)
  const all = {
    ...{ people: people.length, projects: projects.length, days: quietDays, unserved: unserved.length },
    quiet: projects.filter(({ quiet }) => quiet).length,
    over: people.filter(({ load }) => load === 'over').length,
  }
  return (
    <T
      zh="{people} 位专员服务 {projects} 个项目：{quiet} 个项目超过 {days} 天没有走访，{over} 位超负荷，{unserved} 个项目没有专员。"
      en="{people} commissioners serve {projects} projects: {quiet} not visited for more than {days} days, {over} people overloaded, {unserved} projects without one."
      {...all}
    />
  )
}

function Nobody() {
  return (
    <Empty title={<T zh="还没有服务专员" en="No commissioner yet" />}>
      <T
        zh="签约以后的双十工程项目每个派驻一位专员；走访、交接和承担的项目数都列在这里。"
        en="Every signed project of the programmes gets one; their visits, hand-overs and load stand here."
      />
    </Empty>
  )
}

function Unserved({ list, onAppoint }: { list: Commissioners; onAppoint: ((one: Chosen) => void) | null }) {
  const t = useWords()
  return (
    <Part title={t({ zh: '没有专员的项目', en: 'Projects without a commissioner' })}>
      <ul className="people-rows">
        {list.unserved.map(({ code, name }) => (
          <li key={code}>
            <p className="people-line">
              <Link to={`/projects/${code}`} id={`project-${code}`} lang="zh-CN">
                {name}
              </Link>
              {onAppoint && <Appoint project={{ code, name, now: null }} onAppoint={onAppoint} />}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Appoint({ project, onAppoint }: { project: Chosen; onAppoint: (one: Chosen) => void }) {
  const t = useWords()
  const words = project.now === null ? { zh: '派驻', en: 'Second one' } : { zh: '更换', en: 'Change' }
  return (
    <Button
      size="small"
      type="text"
      autoInsertSpace={false}
      aria-describedby={`project-${project.code}`}
      onClick={() => onAppoint(project)}
    >
      {t(words)}
    </Button>
  )
}

const loads = {
  light: null,
  full: { state: 'on', words: { zh: '满负荷', en: 'Full load' } },
  over: { state: 'warning', words: { zh: '超负荷', en: 'Overloaded' } },
} as const

interface OneProps {
  one: Commissioner
  fullLoad: number
  onAppoint: ((one: Chosen) => void) | null
}

function One({ one, fullLoad, onAppoint }: OneProps) {
  const t = useWords()
  const load = loads[one.load]
  return (
    <Part
      title={<span lang="zh-CN">{one.name}</span>}
      note={
        <>
          {t(one.unit.name)} ·{' '}
          <T
            zh="{n} 个项目（满额 {full}）"
            en="{n} projects (a full load is {full})"
            n={one.projects.length}
            full={fullLoad}
          />{' '}
          · <T zh="30 天走访 {n} 次" en="{n} visits in 30 days" n={one.visits} />{' '}
          {load && <StateMark state={load.state} words={load.words} />}
        </>
      }
    >
      <ul className="people-rows">
        {one.projects.map((project) => (
          <li key={project.code}>
            <p className="people-line people-served">
              <Link to={`/projects/${project.code}`} id={`project-${project.code}`} lang="zh-CN">
                {project.name}
              </Link>
              <ServedMark served={project} />
              <small>
                <T zh="自" en="since" /> <When at={project.from} />
              </small>
              {project.problems > 0 && (
                <Link to={`/projects/problems?f.project=${project.code}&f.state=open`}>
                  {t({ zh: '{n} 个问题', en: '{n} problems' }, { n: project.problems })}
                </Link>
              )}
              {onAppoint && (
                <Appoint project={{ code: project.code, name: project.name, now: one.name }} onAppoint={onAppoint} />
              )}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  )
}

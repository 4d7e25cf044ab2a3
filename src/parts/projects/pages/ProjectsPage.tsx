import { keepPreviousData } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Sent } from '#kernel/http/endpoint.ts'
import { type Reply, useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { TableBar } from '#web/kit/TableBar.tsx'
import { useTableAddress } from '#web/kit/table-address.ts'
import { T, useWords, type Words } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { projectsShape, type scheduleShape } from '../sight/list-shapes.ts'
import { Disagreements } from './Disagreements.tsx'
import { ProjectBoard } from './ProjectBoard.tsx'
import { ProjectDoors } from './ProjectDoors.tsx'
import { ProjectsSentence } from './ProjectsSentence.tsx'
import { ProjectTable } from './ProjectTable.tsx'
import { filterColumns } from './project-filters.ts'
import './projects.css'

const ProjectGantt = lazy(() => import('./ProjectGantt.tsx'))
const ProjectMap = lazy(() => import('./ProjectMap.tsx'))

const views = {
  table: { zh: '表', en: 'Table' },
  board: { zh: '看板', en: 'Board' },
  gantt: { zh: '横道图', en: 'Schedule' },
  map: { zh: '灯图', en: 'Map of lights' },
} satisfies Record<string, Words>
type View = keyof typeof views
type Narrowing = NonNullable<Sent<typeof scheduleShape>['query']>

/** All projects after signing: in one sentence, where the two lights disagree, then as table, board, schedule or map. */
export default function ProjectsPage() {
  const t = useWords()
  const view = useView()
  const steering = useTableAddress({ size: 30 })
  const { page, size, sort, q, filters } = steering
  const narrowing = { ...choicesIn(filters), q: q || undefined } as Narrowing
  const paged = view === 'table' ? { sort: sort || undefined, page, size } : { page: 1, size: 500 }
  const list = useEndpoint(
    projectsShape,
    { query: { ...narrowing, ...paged } as NonNullable<Sent<typeof projectsShape>['query']> },
    { placeholderData: keepPreviousData },
  )
  const data = list.data
  return (
    <Page
      title={t({ zh: '重大项目', en: 'Projects' })}
      sentence={data && data.whole.projects > 0 && <ProjectsSentence list={data} />}
      deeds={
        <>
          <ProjectDoors here="projects" />
          <ImportDoor />
        </>
      }
      help="leader/projects"
      wide
    >
      {list.error && <ErrorState problem={list.error} onRetry={() => list.refetch()} />}
      {!data && !list.error && <Loading lines={14} />}
      {data && data.whole.projects === 0 && <NoProjects />}
      {data && data.whole.projects > 0 && (
        <div className="projects">
          <Disagreements rows={data.disagreements} />
          <Part title={t({ zh: '全部项目', en: 'All projects' })} deeds={<Views here={view} />}>
            <div className="data-table">
              <TableBar
                columns={filterColumns(data.whole)}
                steering={steering}
                searchWords={{ zh: '项目名称、编号、企业', en: 'Name, code, enterprise' }}
                deeds={null}
              />
            </div>
            <div aria-busy={list.isPlaceholderData} data-waiting={list.isPlaceholderData || undefined}>
              <Suspense fallback={<Loading lines={10} />}>
                <Drawn view={view} list={data} steering={steering} narrowing={narrowing} />
              </Suspense>
            </div>
          </Part>
        </div>
      )}
    </Page>
  )
}

interface DrawnProps {
  view: View
  list: Reply<typeof projectsShape>
  steering: ReturnType<typeof useTableAddress>
  narrowing: Narrowing
}

function Drawn({ view, list, steering, narrowing }: DrawnProps) {
  if (view === 'table') return <ProjectTable list={list} steering={steering} />
  if (view === 'board') return <ProjectBoard rows={list.rows} />
  if (view === 'map') return <ProjectMap rows={list.rows} />
  return <ProjectGantt narrowing={narrowing} />
}

function Views({ here }: { here: View }) {
  const t = useWords()
  const [search] = useSearchParams()
  const addressOf = (view: string) => {
    const next = new URLSearchParams(search)
    next.delete('page')
    if (view === 'table') next.delete('view')
    else next.set('view', view)
    return `?${next}`
  }
  return (
    <nav className="project-views" aria-label={t({ zh: '看法', en: 'Views' })}>
      {Object.entries(views).map(([view, words]) => (
        <Link
          key={view}
          to={addressOf(view)}
          replace
          preventScrollReset
          aria-current={view === here ? 'page' : undefined}
        >
          {t(words)}
        </Link>
      ))}
    </nav>
  )
}

function useView(): View {
  const asked = useSearchParams()[0].get('view')
  return asked !== null && asked in views ? (asked as View) : 'table'
}

/** What the address narrows to; a choice that the server does not know is refused there in words. */
const choicesIn = (filters: Record<string, string>) =>
  Object.fromEntries(
    ['programme', 'kind', 'light', 'stage', 'department'].map((name) => [name, filters[name] || undefined]),
  )

function ImportDoor() {
  const may = useMay()
  if (!may('ledgers/import')) return null
  return (
    <Link to="/ledgers/projects/projects/import">
      <T zh="导入项目清单" en="Import a list of projects" />
    </Link>
  )
}

function NoProjects() {
  return (
    <Empty title={<T zh="还没有重大项目" en="No projects yet" />} deed={<ImportDoor />}>
      <T
        zh="导入项目清单之后，这里按红黄绿灯列出每个项目的阶段、形象进度与计划、下一节点的偏差；计算的灯与研判不一致的排在最前。"
        en="Once a list of projects is imported, each stands here with its light, stage, progress against plan and the slip of its next milestone; those whose light and judgement disagree come first."
      />
    </Empty>
  )
}

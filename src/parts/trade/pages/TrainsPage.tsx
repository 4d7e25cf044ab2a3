import { keepPreviousData } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { useTableAddress } from '#web/kit/table-address.ts'
import { T, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { boardShape, boardYearShape } from '../trains/board-shapes.ts'
import { boardColumns } from './board-columns.tsx'
import { type BoardRow, scopeWords, trainPath } from './board-words.ts'
import { TrainDoors } from './TrainDoors.tsx'
import { Upcoming } from './Upcoming.tsx'
import { YearSoFar } from './YearSoFar.tsx'
import './trains-page.css'

/** The departures board: what runs next, what left and how, and the year so far in one sentence. */
export default function TrainsPage() {
  const t = useWords()
  const steering = useTableAddress({ size: 20 })
  const { page, size, q, filters } = steering
  const narrowed = Object.fromEntries(
    ['direction', 'scope', 'route', 'port', 'month', 'state'].map((name) => [name, filters[name] || undefined]),
  )
  const year = useEndpoint(boardYearShape)
  const board = useEndpoint(
    boardShape,
    { query: { ...narrowed, q: q || undefined, page, size } },
    { placeholderData: keepPreviousData },
  )
  const upcoming = board.data?.upcoming ?? []
  return (
    <Page
      title={t({ zh: '班列', en: 'Trains' })}
      sentence={year.data && <YearSoFar year={year.data} />}
      deeds={<TrainDoors here="board" />}
      help="leader/trains"
      wide
    >
      <div className="trains-board">
        {upcoming.length > 0 && (
          <Part
            title={t({ zh: '即将开行', en: 'Next departures' })}
            note={t({ zh: '按月度计划', en: 'by the monthly plan' })}
          >
            <Upcoming rows={upcoming} />
          </Part>
        )}
        <Part title={t({ zh: '最近开行', en: 'Departures' })}>
          <DataTable<BoardRow>
            caption={{ zh: '班列开行', en: 'Departures of trains' }}
            columns={boardColumns(year.data)}
            rows={board.data?.rows}
            total={board.data?.total}
            rowKey={({ number, day, state }) => `${number} ${day} ${state}`}
            hrefOf={trainPath}
            steering={steering}
            searchWords={{ zh: '车次', en: 'Train number' }}
            problem={board.error}
            onRetry={() => board.refetch()}
            waiting={board.isPlaceholderData}
            deeds={
              <select
                className="plain-field"
                aria-label={t({ zh: '统计范围', en: 'Scope' })}
                value={filters['scope'] ?? ''}
                onChange={(event) => {
                  const { scope: _, ...others } = filters
                  steering.steer({ filters: event.target.value ? { ...others, scope: event.target.value } : others })
                }}
              >
                <option value="">{t({ zh: '统计范围：全部', en: 'Scope: all' })}</option>
                {(['europe', 'asia'] as const).map((scope) => (
                  <option key={scope} value={scope}>
                    {t(scopeWords[scope])}
                  </option>
                ))}
              </select>
            }
            empty={<NoTrains />}
          />
        </Part>
      </div>
    </Page>
  )
}

function NoTrains() {
  const may = useMay()
  return (
    <Empty
      title={<T zh="还没有班列" en="No trains yet" />}
      deed={
        may('ledgers/import') && (
          <Link to="/opening/trains/list">
            <T zh="导入班列清单" en="Import a train list" />
          </Link>
        )
      }
    >
      <T
        zh="导入班列公司的清单或开行登记后，这里逐列显示发车日期、线路、口岸、箱量和货值；有月度计划的，还显示正点还是晚点。"
        en="Once the operator's list or the departure register is imported, each train stands here with its day, route, port, boxes and value; with a monthly plan also whether it was on time."
      />
    </Empty>
  )
}

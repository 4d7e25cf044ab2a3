import { keepPreviousData } from '@tanstack/react-query'
import { Link } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { type TableSteering, useTableAddress } from '#web/kit/table-address.ts'
import { T, useWords } from '#web/locale.tsx'
import { listMatters, matterBoard } from '../desk/board-shapes.ts'
import type { MatterRow } from '../desk/row-shapes.ts'
import { BoardStages } from './BoardStages.tsx'
import { BoardUnits } from './BoardUnits.tsx'
import { MatterTab } from './MatterTab.tsx'
import { matterColumns } from './matter-columns.tsx'
import { counted, litTotal, matterPath } from './matter-words.ts'
import './matters.css'
import './board.css'

export type Board = Reply<typeof matterBoard>

/** All matters: where they stand in the seven stages, who has them, and the list behind every count. */
export default function MatterBoardPage() {
  const t = useWords()
  const steering = useTableAddress({ size: 20 })
  const board = useEndpoint(matterBoard, undefined, { refetchInterval: 60_000 })
  return (
    <Page
      title={t({ zh: '事项总览', en: 'All matters' })}
      sentence={board.data && <BoardSentence board={board.data} />}
      deeds={<BoardDoors />}
      help="leader/matters"
      wide
    >
      <div className="matters">
        {board.error && <ErrorState problem={board.error} onRetry={() => void board.refetch()} />}
        {board.data && <BoardStages board={board.data} steering={steering} />}
        <div className="matter-board">
          <MatterList steering={steering} />
          {board.data && <BoardUnits board={board.data} steering={steering} />}
        </div>
      </div>
    </Page>
  )
}

/** 在办 312 件，超时 21 件，最多的是城市管理局（9 件）；近 7 天上报 83 件、办结 91 件。 */
function BoardSentence({ board: { counts, units, week } }: { board: Board }) {
  const t = useWords()
  const [worst] = units.filter(({ lit }) => lit.behind > 0)
  const most =
    worst &&
    t(
      { zh: '，最多的是{unit}（{late} 件）', en: ', most of them with {unit} ({late})' },
      { unit: t(worst.unit.name), late: counted(worst.lit.behind) },
    )
  return (
    <>
      {t(
        { zh: '在办 {open} 件，超时 {late} 件', en: '{open} matters are open, {late} of them overdue' },
        { open: counted(litTotal(counts)), late: counted(counts.behind) },
      )}
      {most}
      {t(
        {
          zh: '；近 7 天上报 {opened} 件、办结 {closed} 件。',
          en: '; in the last 7 days {opened} came in and {closed} ended.',
        },
        { opened: counted(week.opened), closed: counted(week.closed) },
      )}
    </>
  )
}

const kinds = {
  open: { zh: '在办', en: 'Open' },
  closed: { zh: '已办结', en: 'Ended' },
  all: { zh: '全部', en: 'All' },
}

function MatterList({ steering }: { steering: TableSteering }) {
  const t = useWords()
  const { page, size, q, filters, steer } = steering
  const kind = (filters['kind'] ?? 'open') as keyof typeof kinds
  const { kind: _, ...narrowing } = filters
  const open = kind === 'all' ? undefined : kind === 'open' ? 'true' : 'false'
  const list = useEndpoint(
    listMatters,
    { query: { ...(narrowing as object), open, q: q || undefined, page, size } },
    { placeholderData: keepPreviousData },
  )
  return (
    <Part title={t({ zh: '事项', en: 'Matters' })}>
      <nav className="matter-tabs" aria-label={t({ zh: '是否办结', en: 'Open or ended' })}>
        {(Object.keys(kinds) as (keyof typeof kinds)[]).map((one) => (
          <MatterTab
            key={one}
            chosen={kind === one}
            words={t(kinds[one])}
            onChoose={() => steer({ filters: one === 'open' ? narrowing : { ...narrowing, kind: one } })}
          />
        ))}
      </nav>
      <DataTable<MatterRow>
        caption={{ zh: '事项列表', en: 'List of matters' }}
        columns={matterColumns(list.data?.now ?? '', { narrow: true })}
        rows={list.data?.rows}
        total={list.data?.total}
        rowKey={({ number }) => number}
        hrefOf={matterPath}
        steering={steering}
        searchWords={{ zh: '案卷号、标题、地址', en: 'Number, title, address' }}
        problem={list.error}
        onRetry={() => void list.refetch()}
        waiting={list.isPlaceholderData}
        empty={<NoMatters />}
      />
      {list.data?.more && (
        <p className="matter-more">
          <T
            zh="符合条件的超过 {total} 件；请再加条件，或按案卷号查找。"
            en="More than {total} matters fit: narrow them, or search by number."
            total={counted(list.data.total)}
          />
        </p>
      )}
    </Part>
  )
}

function BoardDoors() {
  return (
    <>
      <Link to="/matters/map">
        <T zh="地图" en="Map" />
      </Link>
      <Link to="/matters/evaluation">
        <T zh="综合考评" en="Evaluation" />
      </Link>
    </>
  )
}

function NoMatters() {
  return (
    <Empty title={<T zh="还没有事项" en="No matters yet" />}>
      <T
        zh="群众和企业反映、督察交办、项目受阻和专项检查发现的问题都会列在这里，每件写明在谁手上、还剩多少时间。"
        en="Reports of citizens and enterprises, inspection issues, blocked projects and findings of campaigns stand here, each with who has it and the time that is left."
      />
    </Empty>
  )
}

import { DownloadOutlined } from '@ant-design/icons'
import { keepPreviousData } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Part } from '#web/kit/Page.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import type { TableSteering } from '#web/kit/table-address.ts'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { hintWords } from '../customs/hint-words.ts'
import {
  ages,
  type MatchOverview,
  matchedOrders,
  type OrderFilter,
  type OrderMatched,
} from '../customs/match-shapes.ts'
import { reasonWords } from '../customs/reason-words.ts'
import { exportAddress, filterIn, orderPath, searchWith } from './match-address.ts'
import { ageWords, daysSaid, flowWords, grouped, stateMarks } from './match-words.ts'

/** The orders themselves: what is open, oldest first, narrowed by whatever the reader chose above. */
export function MatchOrders({ overview, steering }: { overview: MatchOverview; steering: TableSteering }) {
  const t = useWords()
  const filter = filterIn(steering)
  const { page, size } = steering
  const list = useEndpoint(matchedOrders, { query: { ...filter, page, size } }, { placeholderData: keepPreviousData })
  const columns = useOrderColumns(overview)
  return (
    <Part title={t({ zh: '订单', en: 'Orders' })} deeds={<Exports filter={filter} />}>
      <StateTabs overview={overview} filter={filter} />
      <DataTable
        caption={{ zh: '三单对碰的订单', en: 'Orders of the match' }}
        columns={columns}
        rows={list.data?.orders}
        total={list.data?.total}
        rowKey={({ flow, platform, orderNo }) => `${flow} ${platform} ${orderNo}`}
        hrefOf={orderPath}
        steering={steering}
        searchWords={{ zh: '订单、运单或清单编号', en: 'Order, waybill or list number' }}
        problem={list.error}
        onRetry={() => void list.refetch()}
        waiting={list.isPlaceholderData}
      />
      {list.data?.more && (
        <p className="match-none">
          <T
            zh="符合条件的超过 {total} 单；请再加条件，或导出全部。"
            en="More than {total} orders fit: narrow them, or export them all."
            total={grouped(list.data.total)}
          />
        </p>
      )}
    </Part>
  )
}

function Exports({ filter }: { filter: OrderFilter }) {
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} href={exportAddress(filter, format)} download>
          <DownloadOutlined aria-hidden /> {format === 'xlsx' ? <T zh="导出 xlsx" en="Export xlsx" /> : 'CSV'}
        </a>
      ))}
    </>
  )
}

const tabs = ['open', 'mismatch', 'waiting', 'matched', 'all'] as const

/** Which orders: open ones unless told; a search looks among all. */
function StateTabs({ overview: { counts }, filter }: { overview: MatchOverview; filter: OrderFilter }) {
  const t = useWords()
  const { state = filter.q ? 'all' : 'open', flow, reason, platform, age } = filter
  const counted = {
    ...counts,
    open: counts.waiting + counts.mismatch,
    all: counts.waiting + counts.mismatch + counts.matched,
  }
  const words = { open: { zh: '待处理', en: 'Open' }, all: { zh: '全部', en: 'All' } }
  return (
    <nav className="match-tabs" aria-label={t({ zh: '状态', en: 'State' })}>
      {tabs.map((tab) => {
        const search = searchWith({ flow, reason, platform, age, state: tab })
        const to = filter.q ? `${search}&q=${encodeURIComponent(filter.q)}` : search
        return (
          <Link key={tab} to={to} replace preventScrollReset aria-current={state === tab ? 'true' : undefined}>
            {t(tab === 'open' || tab === 'all' ? words[tab] : stateMarks[tab].words)}{' '}
            <small>{grouped(counted[tab])}</small>
          </Link>
        )
      })}
    </nav>
  )
}

function useOrderColumns({ reasons, platforms }: MatchOverview): Column<OrderMatched>[] {
  const { locale } = useLocale()
  const names = new Map(platforms.map(({ platform, name }) => [platform, name]))
  return [
    {
      ...{ key: 'order', title: { zh: '订单编号', en: 'Order' }, phone: 'head' },
      draw: ({ orderNo }) => <span className="match-number">{orderNo}</span>,
    },
    {
      ...{ key: 'state', title: { zh: '状态', en: 'State' } },
      draw: ({ state }) => <StateMark {...stateMarks[state]} />,
    },
    {
      ...{ key: 'reason', title: { zh: '原因', en: 'Reason' }, draw: (order) => <Reasons {...order} /> },
      filter: reasons.map(({ reason }) => ({ value: reason, words: reasonWords[reason].short })),
    },
    {
      ...{ key: 'platform', title: { zh: '平台', en: 'Platform' } },
      draw: ({ platform, platformName }) => <span lang="zh-CN">{platformName || platform}</span>,
      filter: [...names].map(([value, name]) => ({ value, words: { zh: name || value, en: value } })),
    },
    {
      ...{
        key: 'flow',
        title: { zh: '进出口', en: 'Flow' },
        draw: ({ flow }) => flowWords[flow][locale],
        phone: 'none',
      },
      filter: (['import', 'export'] as const).map((value) => ({ value, words: flowWords[value] })),
    },
    {
      ...{ key: 'value', title: { zh: '商品金额', en: 'Goods' }, number: true },
      draw: ({ value }) => <Quantity value={value} unit="元" />,
    },
    {
      key: 'sent',
      title: { zh: '首份单证', en: 'First sent' },
      draw: ({ sentOn }) => <When at={sentOn} short />,
      phone: 'none',
    },
    {
      ...{ key: 'age', title: { zh: '至今', en: 'Age' }, number: true, draw: ({ days }) => daysSaid(days, locale) },
      filter: ages.map((value) => ({ value, words: ageWords[value] })),
    },
  ]
}

/** The first reason and the near miss, if there is one; how many more. */
function Reasons({ mismatches }: OrderMatched) {
  const t = useWords()
  const [first] = mismatches
  if (!first) return <span className="missing">—</span>
  return (
    <span className="match-reason">
      {t(reasonWords[first.code].short)}
      {mismatches.length > 1 && (
        <small>
          {t(
            { zh: ' 等 {count} 处', en: ' and {count} more' },
            { count: t({ zh: String(mismatches.length), en: String(mismatches.length - 1) }) },
          )}
        </small>
      )}
      {first.hint && <small className="match-hint">{t(hintWords[first.hint])}</small>}
    </span>
  )
}

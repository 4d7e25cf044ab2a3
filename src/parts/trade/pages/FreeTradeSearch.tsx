import { keepPreviousData } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { useTableAddress } from '#web/kit/table-address.ts'
import { T, useWords } from '#web/locale.tsx'
import { enterprisesShape } from '../free-trade/shapes.ts'
import { enterprisePath, type FreeTrade } from './free-trade-words.ts'

type Row = Reply<typeof enterprisesShape>['rows'][number]

const sorts = ['', 'registeredOn', '-registeredOn', 'capital', '-capital'] as const

/** Enterprises found by present or former name or by code; filters stand in the address. */
export function FreeTradeSearch({ zone }: { zone: FreeTrade }) {
  const steering = useTableAddress({ size: 20 })
  const { page, size, q, filters, sort } = steering
  const { hash } = useLocation()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (hash === '#find') place.current?.scrollIntoView({ block: 'start' })
  }, [hash])
  const found = useEndpoint(
    enterprisesShape,
    {
      query: {
        ...(q ? { q } : {}),
        ...(filters['block'] ? { block: filters['block'] } : {}),
        ...(filters['kind'] ? { kind: filters['kind'] } : {}),
        ...(filters['codes'] === 'wrong' ? { codes: 'wrong' as const } : {}),
        ...{ page, size, sort: sorts.find((one) => one === sort) ?? '' },
      },
    },
    { placeholderData: keepPreviousData },
  )
  return (
    <div ref={place} id="find">
      <DataTable<Row>
        caption={{ zh: '入区企业', en: 'Enterprises' }}
        columns={columnsOf(zone)}
        rows={found.data?.rows}
        total={found.data?.total}
        rowKey={({ uscc }) => uscc}
        hrefOf={enterprisePath}
        steering={steering}
        searchWords={{ zh: '现名、曾用名或信用代码', en: 'Name, former name or code' }}
        problem={found.error}
        onRetry={() => found.refetch()}
        waiting={found.isPlaceholderData}
      />
    </div>
  )
}

function columnsOf(zone: FreeTrade): Column<Row>[] {
  return [
    { key: 'name', title: { zh: '企业', en: 'Enterprise' }, phone: 'head', draw: (row) => <Name row={row} /> },
    {
      key: 'codes',
      title: { zh: '信用代码', en: 'Code' },
      filter: [{ value: 'wrong', words: { zh: '校验不符', en: 'does not check' } }],
      draw: (row) => <Code row={row} />,
    },
    {
      key: 'block',
      title: { zh: '区块', en: 'Block' },
      phone: 'none',
      filter: zone.blocks.map(({ block }) => ({ value: block, words: { zh: block, en: block } })),
      draw: ({ block }) => block,
    },
    {
      key: 'kind',
      title: { zh: '类型', en: 'Kind' },
      phone: 'none',
      filter: zone.kinds.map(({ kind, words }) => ({ value: kind, words })),
      draw: (row) => <Said words={row.kind} />,
    },
    {
      key: 'industry',
      title: { zh: '行业', en: 'Industry' },
      phone: 'none',
      draw: (row) => <Said words={row.industry} />,
    },
    {
      key: 'capital',
      title: { zh: '注册资本', en: 'Capital' },
      number: true,
      sortable: true,
      draw: ({ capital }) => <Quantity value={capital} unit="万元" />,
    },
    {
      key: 'registeredOn',
      title: { zh: '入区日期', en: 'Registered' },
      sortable: true,
      draw: ({ registeredOn }) => registeredOn,
    },
  ]
}

function Name({ row: { name, former } }: { row: Row }) {
  return (
    <span className="enterprise-name">
      {name}
      {former.length > 0 && (
        <small>
          <T zh="曾用名 {names}" en="formerly {names}" names={former.join('、')} />
        </small>
      )}
    </span>
  )
}

function Code({ row: { uscc, codeChecks } }: { row: Row }) {
  const t = useWords()
  return (
    <span className="enterprise-code">
      {uscc}
      {!codeChecks && <small> ▲ {t({ zh: '校验不符', en: 'does not check' })}</small>}
    </span>
  )
}

function Said({ words }: { words: { zh: string; en: string } }) {
  return <>{useWords()(words)}</>
}

import { keepPreviousData } from '@tanstack/react-query'
import { Decimal } from 'decimal.js'
import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { useTableAddress } from '#web/kit/table-address.ts'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { consignmentsShape } from '../free-trade/port-shapes.ts'
import { dayWords } from './board-words.ts'
import { enterprisePath } from './free-trade-words.ts'
import { type Consignment, carrierWords, markOf, portWords, stateWords } from './port-words.ts'

const ports = ['automobiles', 'grain'] as const
const states = Object.keys(stateWords) as (keyof typeof stateWords)[]

/** Every consignment, those held first; port, state and text narrow it, all of them in the address. */
export function ConsignmentTable() {
  const steering = useTableAddress({ size: 20 })
  const { page, size, q, filters } = steering
  const { hash } = useLocation()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (hash === '#list') place.current?.scrollIntoView({ block: 'start' })
  }, [hash])
  const port = ports.find((one) => one === filters['port'])
  const state = states.find((one) => one === filters['state'])
  const found = useEndpoint(
    consignmentsShape,
    { query: { ...(port ? { port } : {}), ...(state ? { state } : {}), ...(q ? { q } : {}), page, size } },
    { placeholderData: keepPreviousData },
  )
  return (
    <div ref={place} id="list">
      <DataTable<Consignment>
        caption={{ zh: '口岸货物', en: 'Consignments' }}
        columns={columns}
        rows={found.data?.rows}
        total={found.data?.total}
        rowKey={({ number }) => number}
        hrefOf={({ rowId, number }) => `/ledgers/trade/port-consignments?q=${encodeURIComponent(number)}&row=${rowId}`}
        steering={steering}
        searchWords={{ zh: '批次号、货物、箱号或企业代码', en: 'Number, goods, container or code' }}
        problem={found.error}
        onRetry={() => found.refetch()}
        waiting={found.isPlaceholderData}
      />
    </div>
  )
}

const columns: Column<Consignment>[] = [
  { key: 'number', title: { zh: '批次号', en: 'Consignment' }, phone: 'head', draw: ({ number }) => number },
  {
    key: 'state',
    title: { zh: '状态', en: 'State' },
    phone: 'head',
    filter: states.map((state) => ({ value: state, words: stateWords[state] })),
    draw: ({ state }) => <StateMark state={markOf(state)} words={stateWords[state]} />,
  },
  { key: 'days', title: { zh: '用时', en: 'Days' }, number: true, draw: (row) => <Days row={row} /> },
  {
    key: 'port',
    title: { zh: '口岸', en: 'Port' },
    phone: 'none',
    filter: ports.map((port) => ({ value: port, words: portWords[port] })),
    draw: ({ port }) => <Port port={port} />,
  },
  { key: 'goods', title: { zh: '货物', en: 'Goods' }, draw: ({ goods, origin }) => `${goods} · ${origin}` },
  {
    key: 'quantity',
    title: { zh: '数量', en: 'Quantity' },
    number: true,
    draw: ({ quantity, unit }) => <Quantity value={quantity} unit={unit} />,
  },
  {
    key: 'value',
    title: { zh: '货值', en: 'Value' },
    number: true,
    draw: ({ value }) => <Quantity value={new Decimal(value).div(10_000).toFixed(1)} unit="万元" />,
  },
  { key: 'carrier', title: { zh: '运输', en: 'Came by' }, phone: 'none', draw: (row) => <Carrier row={row} /> },
  {
    key: 'consignee',
    title: { zh: '收货企业', en: 'Consignee' },
    phone: 'none',
    draw: (row) => <Consignee row={row} />,
  },
  {
    key: 'arrivedOn',
    title: { zh: '到港', en: 'Arrived' },
    draw: ({ arrivedOn }) => <span className="unbroken">{arrivedOn}</span>,
  },
]

/** 已等 12 天 of what stands; 共 6 天 of what is through. */
function Days({ row: { state, days, since } }: { row: Consignment }) {
  const { locale } = useLocale()
  const ended = state === 'released' || state === 'returned'
  return (
    <span className="unbroken" title={dayWords(since, locale, { year: true })}>
      {ended ? (
        <T zh="共 {days} 天" en="{days} in all" days={days} />
      ) : (
        <T zh="已 {days} 天" en="for {days}" days={days} />
      )}
    </span>
  )
}

function Port({ port }: { port: Consignment['port'] }) {
  return <>{useWords()(portWords[port])}</>
}

function Carrier({ row: { carrier, carrierNumber } }: { row: Consignment }) {
  const t = useWords()
  return (
    <>
      {t(carrierWords[carrier] ?? { zh: carrier, en: carrier })} {carrierNumber}
    </>
  )
}

function Consignee({ row: { consignee, consigneeName } }: { row: Consignment }) {
  if (consignee === null) return <span className="missing">—</span>
  if (consigneeName === null) return <>{consignee}</>
  return <Link to={enterprisePath({ uscc: consignee })}>{consigneeName}</Link>
}

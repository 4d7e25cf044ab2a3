import { keepPreviousData } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Part } from '#web/kit/Page.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { useTableAddress } from '#web/kit/table-address.ts'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { type ReconciledLine, reconcileParcels } from '../parcels/parcel-shapes.ts'
import { directionWords, grouped, reconciledMarks, rowsAddress, signed } from './parcel-words.ts'

const shows = ['wrong', 'both', 'all'] as const
type Show = (typeof shows)[number]
const directions = ['import', 'export'] as const

/** Daily manifests against single parcels, line by line; what does not agree stands first, and both sides open to their rows. */
export function ParcelReconciliation() {
  const t = useWords()
  const steering = useTableAddress({ size: 20 })
  const { page, size, filters } = steering
  const show = shows.find((one) => one === filters['show']) ?? 'wrong'
  const direction = directions.find((one) => one === filters['direction'])
  const query = { show, direction, mode: filters['mode'], page, size }
  const list = useEndpoint(reconcileParcels, { query }, { placeholderData: keepPreviousData })
  return (
    <Part
      title={t({ zh: '与每日汇总对账', en: 'Held against the daily manifests' })}
      note={t({ zh: '按日、方向、监管方式、国家(地区)', en: 'by day, direction, mode and country' })}
      deeds={list.data && <Shows show={show} counts={list.data.counts} steering={steering} />}
    >
      <DataTable<ReconciledLine>
        caption={{ zh: '每日汇总与逐票登记的对账', en: 'Reconciliation of manifests and single parcels' }}
        columns={columns}
        rows={list.data?.lines}
        total={list.data?.total}
        rowKey={({ day, direction: way, mode, country }) => `${day} ${way} ${mode} ${country}`}
        steering={steering}
        problem={list.error}
        onRetry={() => void list.refetch()}
        waiting={list.isPlaceholderData}
        empty={<AllAgree same={list.data?.counts.same ?? 0} />}
      />
    </Part>
  )
}

interface ShowsProps {
  show: Show
  counts: Record<ReconciledLine['state'], number>
  steering: ReturnType<typeof useTableAddress>
}

function Shows({ show, counts, steering }: ShowsProps) {
  const t = useWords()
  const wrong = counts.differs + counts['no-parcels'] + counts['no-manifest']
  const both = wrong + counts.same
  const words = {
    wrong: t({ zh: '对不上 {n}', en: 'Wrong {n}' }, { n: grouped(String(wrong)) }),
    both: t({ zh: '两边都有 {n}', en: 'On both sides {n}' }, { n: grouped(String(both)) }),
    all: t({ zh: '全部 {n}', en: 'All {n}' }, { n: grouped(String(both + counts['one-sided'])) }),
  }
  return (
    <fieldset className="parcels-shows" aria-label={t({ zh: '显示哪些行', en: 'Which lines' })}>
      {shows.map((one) => (
        <button
          key={one}
          type="button"
          className="plain-link"
          aria-pressed={one === show}
          onClick={() => steering.steer({ filters: { ...steering.filters, show: one } })}
        >
          {words[one]}
        </button>
      ))}
    </fieldset>
  )
}

function AllAgree({ same }: { same: number }) {
  const t = useWords()
  if (same > 0)
    return (
      <Empty title={t({ zh: '全部对上', en: 'All of it agrees' })}>
        {t(
          {
            zh: '两边都有的 {same} 行，票数、货值、重量都一致。',
            en: 'The {same} lines on both sides agree in parcels, value and weight.',
          },
          { same },
        )}
      </Empty>
    )
  return (
    <Empty title={t({ zh: '没有可对的行', en: 'Nothing to hold against each other' })}>
      <T
        zh="同一天、同一方向、监管方式和国家，两边都登记了才能对账：请导入每日清单汇总，或逐票清单。"
        en="A day, direction, mode and country must be kept on both sides: import the daily manifests, or the single declarations."
      />
    </Empty>
  )
}

const columns: Column<ReconciledLine>[] = [
  { key: 'day', title: { zh: '日期', en: 'Day' }, draw: ({ day }) => <When at={day} short />, phone: 'head' },
  {
    key: 'direction',
    title: { zh: '方向', en: 'Direction' },
    draw: ({ direction }) => <T {...directionWords[direction]} />,
    filter: [
      { value: 'import', words: directionWords.import },
      { value: 'export', words: directionWords.export },
    ],
  },
  {
    key: 'lane',
    title: { zh: '方式·国家', en: 'Mode, country' },
    draw: ({ mode, country }) => `${mode} · ${country}`,
    phone: 'head',
  },
  { key: 'state', title: { zh: '结果', en: 'Result' }, draw: ({ state }) => <StateMark {...reconciledMarks[state]} /> },
  {
    key: 'manifests',
    title: { zh: '每日汇总', en: 'Manifests' },
    number: true,
    draw: (line) => <Side line={line} side="manifests" ledger="parcel-manifests" />,
  },
  {
    key: 'parcels',
    title: { zh: '逐票', en: 'Single parcels' },
    number: true,
    draw: (line) => <Side line={line} side="parcels" ledger="parcels" />,
  },
  {
    key: 'difference',
    title: { zh: '差额（逐票减汇总）', en: 'Difference' },
    number: true,
    draw: (line) => <Difference line={line} />,
  },
]

interface SideProps {
  line: ReconciledLine
  side: 'manifests' | 'parcels'
  ledger: 'parcels' | 'parcel-manifests'
}

/** Parcels, value and weight of one side, open to its rows. */
function Side({ line, side, ledger }: SideProps) {
  const t = useWords()
  const amounts = line[side]
  if (!amounts) return <span className="missing">—</span>
  return (
    <Link className="parcels-side" to={rowsAddress(ledger, line)}>
      {t({ zh: '{n} 票', en: '{n} parcels' }, { n: grouped(amounts.parcels) })}
      <small>
        {t(
          { zh: '{value} 元 · {weight} 千克', en: '¥{value} · {weight} kg' },
          { value: grouped(amounts.value), weight: grouped(amounts.weight) },
        )}
      </small>
    </Link>
  )
}

function Difference({ line: { difference, state } }: { line: ReconciledLine }) {
  const t = useWords()
  if (state === 'same' || state === 'one-sided') return <span className="missing">—</span>
  const said = [
    signed(difference.parcels) && t({ zh: '{n} 票', en: '{n} parcels' }, { n: signed(difference.parcels) }),
    signed(difference.value) && t({ zh: '{n} 元', en: '{n} yuan' }, { n: signed(difference.value) }),
    signed(difference.weight) && t({ zh: '{n} 千克', en: '{n} kg' }, { n: signed(difference.weight) }),
  ].filter(Boolean)
  return (
    <span className="parcels-difference">
      {said.map((one) => (
        <span key={one}>{one}</span>
      ))}
    </span>
  )
}

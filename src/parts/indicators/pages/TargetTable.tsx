import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { PaceTarget } from '../shapes.ts'
import { figureAddress } from './addresses.ts'
import { chanceWords, operatorWords, signedGap, stateOf, statusWords } from './pace-words.ts'

/** Targets in full: the pace pair, the outlook with its range and chance, and what each month must bring. */
export function TargetTable({ targets }: { targets: readonly PaceTarget[] }) {
  return (
    <DataTable
      caption={{ zh: '目标逐项', en: 'Targets one by one' }}
      columns={columns}
      rows={targets}
      rowKey={({ indicator, period }) => `${indicator} ${period}`}
    />
  )
}

const percent: Column<PaceTarget>['unit'] = { zh: '%', en: '%' }

const columns: Column<PaceTarget>[] = [
  {
    key: 'name',
    title: { zh: '目标', en: 'Target' },
    phone: 'head',
    draw: (target) => <Name target={target} />,
  },
  {
    key: 'completion',
    title: { zh: '完成', en: 'Done' },
    number: true,
    unit: percent,
    draw: ({ completion }) => <Percent value={completion} />,
  },
  {
    key: 'calendar',
    title: { zh: '时序', en: 'Calendar' },
    number: true,
    unit: percent,
    draw: ({ calendar, gap }) => <Pair share={calendar} gap={gap} />,
  },
  {
    key: 'seasonal',
    title: { zh: '季节', en: 'Season' },
    number: true,
    unit: percent,
    draw: ({ seasonal, seasonalGap }) => <Pair share={seasonal} gap={seasonalGap} />,
  },
  {
    key: 'status',
    title: { zh: '判定', en: 'Status' },
    draw: ({ status }) => <StateMark state={stateOf[status]} words={statusWords[status]} />,
  },
  {
    key: 'outlook',
    title: { zh: '预计期末', en: 'Outlook' },
    number: true,
    draw: (target) => <OutlookCell target={target} />,
  },
  {
    key: 'chance',
    title: { zh: '达标可能', en: 'Chance' },
    number: true,
    draw: ({ outlook }) => (outlook?.probability ? <Chance of={outlook.probability} /> : <Dash />),
  },
  {
    key: 'needed',
    title: { zh: '今后月均需', en: 'Needed a month' },
    number: true,
    draw: ({ runRateNeeded, runRateSoFar, unit }) => (
      <Two
        first={<Quantity value={runRateNeeded?.perMonth} unit={unit} />}
        second={runRateSoFar && <T zh="至今 {rate}" en="so far {rate}" rate={runRateSoFar.perMonth} />}
      />
    ),
  },
  {
    key: 'through',
    title: { zh: '数据截至', en: 'Data to' },
    number: true,
    draw: ({ through }) => <When at={through} short />,
  },
]

function Name({ target: { indicator, name, operator, target, unit } }: { target: PaceTarget }) {
  const t = useWords()
  return (
    <Two
      first={<Link to={figureAddress(indicator)}>{t(name)}</Link>}
      second={
        <>
          {t(operatorWords[operator])} <Quantity value={target} unit={unit} />
        </>
      }
    />
  )
}

function OutlookCell({ target: { outlook, noOutlook, unit } }: { target: PaceTarget }) {
  if (!outlook) return noOutlook ? <small className="target-none">{noOutlookWords(noOutlook.code)}</small> : <Dash />
  return <Two first={<Quantity value={outlook.value} unit={unit} />} second={`${outlook.low}–${outlook.high}`} />
}

/** Why there is no outlook; the server's longer words stand in its refusals. */
function noOutlookWords(code: string): ReactNode {
  if (code.endsWith('history-too-short')) return <T zh="历史不足三年" en="under three years of history" />
  if (code.endsWith('history-broken')) return <T zh="历史有缺月" en="months missing in the history" />
  return <T zh="该时期不预测" en="not forecast" />
}

/** 49.6 with −17.6 under it: where the yardstick stands, and how far from it we are. */
function Pair({ share, gap }: { share: string | null; gap: string | null }) {
  return <Two first={<Percent value={share} />} second={gap !== null && signedGap(gap)} />
}

function Two({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <span className="target-two">
      {first}
      {second && <small>{second}</small>}
    </span>
  )
}

function Chance({ of }: { of: string }) {
  const { locale } = useLocale()
  return chanceWords(of, locale)
}

function Percent({ value }: { value: string | null }) {
  return value === null ? <Dash /> : value
}

function Dash() {
  return <span className="missing">—</span>
}

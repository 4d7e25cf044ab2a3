import { formatChange } from '#kernel/units.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Figure } from '#web/kit/Figure.tsx'
import { useLocale } from '#web/locale.tsx'
import type { Fact, Point } from '../shapes.ts'
import { type Asked, lineageAddress } from './addresses.ts'
import { unitWords } from './unit-words.ts'
import { periodWords } from './which.ts'

interface MonthTableProps {
  fact: Fact
  points: readonly Point[]
  asked: Asked
}

const SHOWN = 24

/** Two years of months, newest first; every number leads to its own lineage. Months without any report are left out by the caller. */
export function MonthTable({ fact, points, asked }: MonthTableProps) {
  const { locale } = useLocale()
  const { indicator, unit } = fact
  const separate = points.some(({ value }) => value !== null)
  const inUnit = unitWords(unit)
  const door = (period: string) => lineageAddress(indicator, { ...asked, period })
  const columns: Column<Point>[] = [
    {
      key: 'month',
      title: { zh: '月份', en: 'Month' },
      phone: 'head',
      draw: ({ month }) => periodWords(month, locale),
    },
    {
      key: 'value',
      title: { zh: '当月', en: 'Month' },
      number: true,
      unit: inUnit,
      draw: ({ month, value }) => <Digits value={value} to={door(month)} />,
    },
    {
      key: 'cumulative',
      title: { zh: '累计', en: 'Cumulative' },
      number: true,
      unit: inUnit,
      draw: ({ month, cumulative }) => <Digits value={cumulative} to={door(`${month.slice(0, 4)}-01/${month}`)} />,
    },
    {
      key: 'growth',
      title: { zh: '累计同比', en: 'On the year' },
      number: true,
      draw: ({ growth, growthUnit }) =>
        growth === null ? <span className="missing">—</span> : formatChange(growth, growthUnit, locale, 'sign'),
    },
  ]
  return (
    <DataTable
      caption={{ zh: '逐月数据', en: 'Month by month' }}
      columns={separate ? columns : columns.filter(({ key }) => key !== 'value')}
      rows={[...points].reverse().slice(0, SHOWN)}
      rowKey={({ month }) => month}
    />
  )
}

/** The column's heading has said the unit. */
function Digits({ value, to }: { value: string | null; to: string }) {
  return <Figure value={value} unit="" to={value === null ? undefined : to} />
}

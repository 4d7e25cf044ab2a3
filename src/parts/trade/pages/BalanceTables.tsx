import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Part } from '#web/kit/Page.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { monthWords } from './BalanceMonths.tsx'
import type { Balance, Way } from './balance-words.ts'

type Month = Balance['months'][number]

/** The plan against what ran, and the empty boxes of both ways. */
export function BalanceTables({ balance: { months } }: { balance: Balance }) {
  const t = useWords()
  const planned = months.filter(({ plans }) => plans.planned + plans.onDay + plans.late + plans.cancelled > 0)
  const listed = months.filter((month) => month.outbound.loaded !== null || month.return.loaded !== null)
  return (
    <>
      <Part
        title={t({ zh: '计划与兑现', en: 'Plan and what ran' })}
        note={t({ zh: '按计划日期所在月；当天开行为正点', en: 'by the month planned; on its day is punctual' })}
      >
        {planned.length === 0 ? (
          <p className="balance-none">
            <T zh="这一年没有开行计划。" en="There is no plan of this year." />
          </p>
        ) : (
          <DataTable
            caption={{ zh: '计划与兑现', en: 'Plan and what ran' }}
            columns={planColumns}
            rows={planned}
            rowKey={({ month }) => month}
          />
        )}
      </Part>
      <Part
        title={t({ zh: '重箱与空箱', en: 'Loaded and empty' })}
        note={t({ zh: '按装车清单', en: 'by the loading lists' })}
      >
        {listed.length === 0 ? (
          <p className="balance-none">
            <T zh="这一年没有装车清单。" en="There is no loading list of this year." />
          </p>
        ) : (
          <DataTable
            caption={{ zh: '重箱与空箱', en: 'Loaded and empty boxes' }}
            columns={boxColumns}
            rows={listed}
            rowKey={({ month }) => month}
          />
        )}
      </Part>
    </>
  )
}

const month: Column<Month> = {
  key: 'month',
  title: { zh: '月份', en: 'Month' },
  phone: 'head',
  draw: (row) => <MonthName month={row.month} />,
}

const planColumns: Column<Month>[] = [
  month,
  {
    key: 'plans',
    title: { zh: '计划', en: 'Planned' },
    number: true,
    draw: ({ plans: { planned, onDay, late, cancelled } }) => planned + onDay + late + cancelled,
  },
  { key: 'ran', title: { zh: '已开', en: 'Ran' }, number: true, draw: ({ plans: { onDay, late } }) => onDay + late },
  { key: 'late', title: { zh: '其中晚点', en: 'of them late' }, number: true, draw: ({ plans: { late } }) => late },
  {
    key: 'cancelled',
    title: { zh: '停运', en: 'Cancelled' },
    number: true,
    draw: ({ plans: { cancelled } }) => cancelled,
  },
  { key: 'open', title: { zh: '待开', en: 'To run' }, number: true, draw: ({ plans: { planned } }) => planned },
  {
    key: 'punctual',
    title: { zh: '正点率', en: 'On their day' },
    unit: { zh: '%', en: '%' },
    number: true,
    draw: ({ plans: { onDay, late, cancelled } }) => percent(onDay, onDay + late + cancelled),
  },
]

const boxColumns: Column<Month>[] = [
  month,
  {
    key: 'outLoaded',
    title: { zh: '去程重箱', en: 'Out, loaded' },
    number: true,
    draw: (row) => count(row.outbound.loaded),
  },
  {
    key: 'outEmpty',
    title: { zh: '去程空箱', en: 'Out, empty' },
    number: true,
    draw: (row) => count(row.outbound.empty),
  },
  {
    key: 'outShare',
    title: { zh: '去程重箱率', en: 'Out, loaded' },
    unit: { zh: '%', en: '%' },
    number: true,
    draw: (row) => share(row.outbound),
  },
  {
    key: 'backLoaded',
    title: { zh: '回程重箱', en: 'Back, loaded' },
    number: true,
    draw: (row) => count(row.return.loaded),
  },
  {
    key: 'backEmpty',
    title: { zh: '回程空箱', en: 'Back, empty' },
    number: true,
    draw: (row) => count(row.return.empty),
  },
  {
    key: 'backShare',
    title: { zh: '回程重箱率', en: 'Back, loaded' },
    unit: { zh: '%', en: '%' },
    number: true,
    draw: (row) => share(row.return),
  },
]

function MonthName({ month: at }: { month: string }) {
  const { locale } = useLocale()
  return monthWords(at, locale)
}

const count = (boxes: number | null) => boxes ?? <span className="missing">—</span>
const share = ({ loaded, empty }: Way) =>
  loaded === null || empty === null ? <span className="missing">—</span> : percent(loaded, loaded + empty)
const percent = (part: number, whole: number) =>
  whole === 0 ? <span className="missing">—</span> : ((part / whole) * 100).toFixed(1)

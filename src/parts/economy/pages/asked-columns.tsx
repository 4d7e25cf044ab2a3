import type { Column } from '#web/kit/DataTable.tsx'
import { type State, StateMark } from '#web/kit/StateMark.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import type { AskedRow } from '../shapes.ts'
import { stateWords } from '../state-words.ts'

export function entryPath({
  form,
  unit,
  period,
}: Pick<AskedRow, 'form' | 'unit'> & { period: { text: string } }): string {
  return `/forms/${form}/${unit}/${encodeURIComponent(period.text)}`
}

export function rowKeyOf({ form, unit, period }: AskedRow): string {
  return `${form} ${unit} ${period.text}`
}

/** The columns of everything that lists submissions. */
export const askedColumns: readonly Column<AskedRow>[] = [
  { key: 'form', title: { zh: '报表', en: 'Form' }, phone: 'head', draw: (row) => <Both words={row.formName} /> },
  { key: 'unit', title: { zh: '单位', en: 'Unit' }, draw: (row) => <Both words={row.unitName} /> },
  { key: 'period', title: { zh: '报告期', en: 'Period' }, draw: (row) => <Both words={row.period} /> },
  { key: 'due', title: { zh: '应报日期', en: 'Due' }, draw: (row) => <Due row={row} /> },
  { key: 'state', title: { zh: '状态', en: 'State' }, draw: (row) => <AskedState row={row} /> },
]

function Both({ words }: { words: Words }) {
  const { locale } = useLocale()
  return <>{words[locale]}</>
}

function Due({ row }: { row: AskedRow }) {
  const late = row.lateBy ?? 0
  return (
    <span className="asked-due" data-late={late > 0 || undefined}>
      <When at={row.dueOn} /> {row.lateBy !== null && '· '}
      {row.lateBy !== null && late > 0 && <T zh="迟 {days} 个工作日" en="{days} working days late" days={late} />}
      {row.lateBy !== null && late <= 0 && <T zh="还有 {days} 个工作日" en="in {days} working days" days={-late} />}
      {row.reminders > 0 && <T zh="，已催 {times} 次" en=", reminded {times} times" times={row.reminders} />}
    </span>
  )
}

/** Late first; else where the submission stands. */
export function AskedState({ row }: { row: AskedRow }) {
  const t = useWords()
  const late = (row.lateBy ?? 0) > 0
  const words = row.begun || row.state !== 'draft' ? stateWords[row.state] : { zh: '未填', en: 'Not begun' }
  if (!late) return <StateMark state={marks[row.state]} words={words} />
  return <StateMark state="behind" words={{ zh: `迟报 · ${words.zh}`, en: `Late · ${t(words)}` }} />
}

const marks: Record<AskedRow['state'], State> = {
  ...{ draft: 'none', submitted: 'warning', returned: 'behind', accepted: 'on', locked: 'on', reopened: 'warning' },
}

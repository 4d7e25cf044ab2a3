import type { Calendar } from '#kernel/calendar.ts'
import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { addDays, type Day, type Period, parsePeriod } from '#kernel/period.ts'
import { unitNamesOn } from '#parts/org/org.ts'
import type { FormDeclaration } from './declaration.ts'
import { deskDay } from './desk-day.ts'
import { currentForms } from './forms.ts'
import { dueOn, nextPeriod, periodsAsked, workdaysLate } from './periods.ts'
import { type Step, type SubmissionState, stateOf } from './rules.ts'

/** One submission that is asked for, whether anybody began it or not. */
export interface AskedRow {
  form: string
  formName: Words
  unit: string
  unitName: Words
  period: Period
  cumulative: FormDeclaration['cumulative']
  dueOn: Day | null
  state: SubmissionState
  /** whether any figure was entered */
  begun: boolean
  /** when it was last handed in */
  submittedAt: Date | null
  /** working days past due while it is not handed in; 0 or less before */
  lateBy: number | null
  reminders: number
}

/** How far back something may still be outstanding: a year and the longest due rule. */
const reach = 400

/** What units are asked for and have not finished, the newest that they have, and what comes next; by due day. */
export async function formsDesk(tx: Tx, units: readonly string[]): Promise<{ today: Day; rows: AskedRow[] }> {
  const { today } = await deskDay(tx)
  const around = await aroundOf(tx, units, addDays(today, -reach))
  const rows = (await formsOf(tx, units)).flatMap(({ form, unit }) => {
    const asked = rowsOf({ ...around, form, unit }, periodsOf(form, around.records, unit, today))
    const open = asked.filter((row) => !isDone(row.state) && row.period.end <= today)
    const done = asked.filter((row) => isDone(row.state)).slice(-1)
    const next = asked.filter((row) => row.period.end > today && !isDone(row.state)).slice(0, 1)
    return [...open, ...done, ...next]
  })
  return { today, rows: rows.toSorted(byUrgency) }
}

/** Everything asked for with a period that ends in the stretch of days, by form and unit. */
export async function askedBetween(
  tx: Tx,
  asked: { units: readonly string[]; from: Day; to: Day },
): Promise<{ today: Day; calendar: Calendar; rows: AskedRow[] }> {
  const around = await aroundOf(tx, asked.units, asked.from)
  const rows = (await formsOf(tx, asked.units)).flatMap(({ form, unit }) =>
    rowsOf({ ...around, form, unit }, periodsAsked(form, asked.from, asked.to)),
  )
  return { today: around.today, calendar: around.calendar, rows }
}

/** What is not handed in although its day has come, latest first. */
export async function lateRows(
  tx: Tx,
  units: readonly string[],
): Promise<{ today: Day; calendar: Calendar; rows: AskedRow[] }> {
  const { today } = await deskDay(tx)
  const { rows, calendar } = await askedBetween(tx, { units, from: addDays(today, -reach), to: addDays(today, -1) })
  const late = rows.filter((row) => (row.lateBy ?? 0) > 0)
  return { today, calendar, rows: late.toSorted((a, b) => b.lateBy! - a.lateBy!) }
}

export function isHandedIn(state: SubmissionState): boolean {
  return state === 'submitted' || isDone(state)
}

function isDone(state: SubmissionState): boolean {
  return state === 'accepted' || state === 'locked'
}

interface SubmissionRecord {
  period: Period
  lastStep: Step | null
  submittedAt: Date | null
}

interface Around {
  form: FormDeclaration
  unit: string
  names: ReadonlyMap<string, Words>
  records: ReadonlyMap<string, SubmissionRecord>
  reminders: ReadonlyMap<string, number>
  calendar: Calendar
  today: Day
}

function rowsOf(
  { form, unit, names, records, reminders, calendar, today }: Around,
  periods: readonly Period[],
): AskedRow[] {
  return periods.map((period) => {
    const record = records.get(keyOf(form.code, unit, period.text))
    const state = stateOf(record?.lastStep ? [{ step: record.lastStep }] : [])
    const due = dueOn(form, period, calendar)
    return {
      ...{ form: form.code, formName: form.name, unit, unitName: names.get(unit) ?? { zh: unit, en: unit } },
      ...{ period, cumulative: form.cumulative, dueOn: due, state, begun: record !== undefined },
      submittedAt: record?.submittedAt ?? null,
      lateBy: due === null || isHandedIn(state) ? null : workdaysLate(calendar, due, today),
      reminders: reminders.get(keyOf(form.code, unit, period.text)) ?? 0,
    }
  })
}

async function formsOf(tx: Tx, units: readonly string[]): Promise<{ form: FormDeclaration; unit: string }[]> {
  return [...(await currentForms(tx)).values()].flatMap(({ declaration }) =>
    declaration.units.filter((unit) => units.includes(unit)).map((unit) => ({ form: declaration, unit })),
  )
}

async function aroundOf(tx: Tx, units: readonly string[], from: Day): Promise<Omit<Around, 'form' | 'unit'>> {
  const { today, calendar } = await deskDay(tx)
  const records = await recordsOf(tx, units, from)
  const { rows } = await tx.client.query<{ key: string; times: number }>(
    `select form_code || ' ' || unit_code || ' ' || period as key, count(*)::int as times
     from submission_reminders where unit_code = any ($1) group by 1`,
    [units],
  )
  const reminders = new Map(rows.map(({ key, times }) => [key, times]))
  return { names: await unitNamesOn(tx, today), records, reminders, calendar, today }
}

/** Periods asked for up to today and the next one; of a form without a rhythm, those on record. */
function periodsOf(form: FormDeclaration, records: Around['records'], unit: string, today: Day): Period[] {
  if (form.frequency !== 'any') {
    const next = nextPeriod(form, today)
    return [...periodsAsked(form, addDays(today, -reach), today), ...(next ? [next] : [])]
  }
  const own = [...records].filter(([key]) => key.startsWith(keyOf(form.code, unit, '')))
  return own.map(([, { period }]) => period).toSorted((a, b) => (a.end < b.end ? -1 : 1))
}

async function recordsOf(tx: Tx, units: readonly string[], from: Day): Promise<Map<string, SubmissionRecord>> {
  const { rows } = await tx.client.query<Omit<SubmissionRecord, 'period'> & { key: string; text: string }>(RECORDS, [
    units,
    from,
  ])
  return new Map(rows.map(({ key, text, ...record }) => [key, { ...record, period: parsePeriod(text) }]))
}

const RECORDS = `
  select s.form_code || ' ' || s.unit_code || ' ' || s.period as key, s.period as text,
    (select step from submission_steps t where t.submission_id = s.id order by id desc limit 1) as "lastStep",
    (select max(at) from submission_steps t where t.submission_id = s.id and step = 'submitted') as "submittedAt"
  from submissions s where s.unit_code = any ($1) and s.end_on >= $2`

function keyOf(form: string, unit: string, period: string): string {
  return `${form} ${unit} ${period}`
}

function byUrgency(a: AskedRow, b: AskedRow): number {
  const rank = (row: AskedRow) => `${isDone(row.state) ? 1 : 0}${row.dueOn ?? '9999'}${row.form}${row.unit}`
  return rank(a) < rank(b) ? -1 : 1
}

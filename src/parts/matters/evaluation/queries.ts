import { Decimal } from 'decimal.js'
import { rootsFor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { monthsOf, type Period, parsePeriod } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import { readScope, scopeSql } from '../desk/scope.ts'
import { mattersPermissions } from '../engine/permissions.ts'
import { entriesSql } from './entries-sql.ts'
import { type Counts, measureNames, measureSql } from './measures.ts'
import { type RateName, rateOf, rates } from './rates.ts'
import { scoreOf } from './score.ts'
import type { countedShape, evaluationShape } from './shapes.ts'
import { type SubjectName, subjectRow } from './subjects.ts'

type Evaluation = Answer<typeof evaluationShape>

/** Every unit, area or person of a subject with counts, rates and score for a period (the last whole month unless told). */
export async function evaluationOf(tx: Tx, asked: Asked<typeof evaluationShape>['query']): Promise<Evaluation> {
  const { subject } = asked
  mayCompare(tx, subject)
  const now = await zoneNow(tx)
  const period = parsePeriod(asked.period ?? monthBefore(now))
  const months = Math.max(1, monthsOf(period).length)
  const rows = await countsBy(tx, subject, period, now)
  const names = await namesOf(
    tx,
    subject,
    rows.map(({ key }) => key),
  )
  const scored = rows.map(({ key, counts }) =>
    rowOf(subject, key, names.get(key) ?? { zh: key, en: key }, counts, months),
  )
  const whole = Object.fromEntries(
    measureNames.map((name) => [name, rows.reduce((sum, { counts }) => sum + counts[name], 0)]),
  ) as Counts
  return {
    ...{ subject, period: period.text, asOf: now.toISOString(), months },
    rows: scored.sort((a, b) => Number(b.total ?? -1) - Number(a.total ?? -1) || (a.key < b.key ? -1 : 1)),
    whole: rowOf(subject, '', { zh: '合计', en: 'All' }, whole, months),
  }
}

/** The matters behind one number; a reader opens those they may see, and is told how many there are. */
export async function countedMatters(
  tx: Tx,
  asked: Asked<typeof countedShape>['query'],
  roots: readonly string[],
): Promise<Answer<typeof countedShape>> {
  const { subject, measure, key, page, size } = asked
  mayCompare(tx, subject)
  const now = await zoneNow(tx)
  const values: unknown[] = [now, ...bounds(parsePeriod(asked.period))]
  const bind = (value: unknown) => `$${values.push(value)}`
  const whose = key === undefined ? 'true' : `key = ${bind(key)}`
  const seen = scopeSql(await readScope(tx, roots), bind).join(' and ') || 'true'
  const { rows } = await tx.client.query<Record<string, unknown>>(
    `with ${entriesSql}, ${keyedSql(subject)},
     counted as (select *, $1::timestamptz as as_of from keyed where ${whose}),
     found as (select * from counted where ${measureSql(measure)})
     select m.number, m.title, m.state, c.started_at, c.due_at, c.done_at, c.exempt, c.reworks,
       (c.due_at < coalesce(c.done_at, c.as_of)) as late, ${seen} as seen,
       count(*) over () as total, count(*) filter (where ${seen}) over () as open
     from found c join matters m on m.id = c.id
     order by seen desc, c.started_at desc, m.number limit ${size} offset ${(page - 1) * size}`,
    values,
  )
  const [total, open] = ['total', 'open'].map((name) => Number(rows[0]?.[name] ?? 0)) as [number, number]
  return { total, open, rows: rows.filter(({ seen: shown }) => shown === true).map(countedRow) }
}

function countedRow(row: Record<string, unknown>): Answer<typeof countedShape>['rows'][number] {
  const at = (name: string) => (row[name] as Date | null)?.toISOString() ?? null
  return {
    ...{ number: row['number'] as string, title: row['title'] as string, state: row['state'] as string },
    ...{ startedAt: at('started_at')!, dueAt: at('due_at'), doneAt: at('done_at') },
    ...{ late: row['late'] === true, exempt: row['exempt'] === true, reworks: Number(row['reworks']) },
  }
}

/** Counts of every unit, area or person that has entries of its own kind of work. */
export async function countsBy(
  tx: Pick<Tx, 'client'>,
  subject: SubjectName,
  period: Period,
  asOf: Date,
): Promise<{ key: string; counts: Counts }[]> {
  const counted = measureNames.map((name) => `count(*) filter (where ${measureSql(name)})::int as "${name}"`)
  const { rows } = await tx.client.query<Counts & { key: string }>(
    `with ${entriesSql}, ${keyedSql(subject)},
     counted as (select *, $1::timestamptz as as_of from keyed)
     select key, ${counted.join(', ')} from counted group by key having bool_or(${ownWork[subject]}) order by key`,
    [asOf, ...bounds(period)],
  )
  return rows.map(({ key, ...counts }) => ({ key, counts: counts as Counts }))
}

/** What makes somebody a subject: a person who only closed something is no inspector. */
const ownWork: Record<SubjectName, string> = {
  unit: "stage in ('handle', 'case')",
  area: "stage in ('handle', 'case')",
  inspector: "stage in ('verify', 'check') or (stage = 'report' and origin = 'patrol')",
  acceptor: "stage = 'accept'",
  chief: "stage in ('register', 'close')",
  dispatcher: "stage = 'dispatch'",
}

/** Entries with the key of the subject; cases of an area patrolled count for each inspector who patrols it. */
function keyedSql(subject: SubjectName): string {
  if (subject === 'unit')
    return "keyed as (select unit as key, * from entries where stage in ('handle', 'case') and unit is not null)"
  if (subject === 'area')
    return "keyed as (select area as key, * from entries where stage in ('handle', 'case') and area is not null)"
  const own = "select person as key, * from entries where person is not null and stage <> 'case'"
  if (subject !== 'inspector') return `keyed as (${own})`
  return `keyed as (${own} union all
    select coalesce(u.id::text, p.person_code), e.* from entries e join matter_patrols p on p.unit_code = e.area
      left join users u on u.person_code = p.person_code and u.disabled_at is null where e.stage = 'case')`
}

/** First moment of a period in Shanghai, and the first after it. */
function bounds({ start, end }: Period): [Date, Date] {
  return [new Date(`${start}T00:00:00+08:00`), new Date(Date.parse(`${end}T00:00:00+08:00`) + 86_400_000)]
}

function monthBefore(now: Date): string {
  const [year, month] = new Date(now.getTime() + 8 * 3_600_000).toISOString().split('-').map(Number) as [number, number]
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}

function rowOf(
  subject: SubjectName,
  key: string,
  name: Words,
  counts: Counts,
  months: number,
): Evaluation['rows'][number] {
  const { parts, total, grade } = scoreOf(subject, counts, months)
  const printed = (value: Decimal | null) => value?.toFixed(2, Decimal.ROUND_HALF_UP) ?? null
  const percents = (Object.keys(rates) as RateName[]).map((rate) => [
    rate,
    printed(rateOf(rate, counts)?.times(100) ?? null),
  ])
  return {
    ...{ key, name, counts: { ...counts }, rates: Object.fromEntries(percents) },
    ...{ parts: parts.map(({ score }) => printed(score)), total: printed(total), grade },
  }
}

async function namesOf(tx: Tx, subject: SubjectName, keys: readonly string[]): Promise<Map<string, Words>> {
  const person = subjectRow(subject).by === 'person'
  const { rows } = await tx.client.query<{ key: string; zh: string; en: string }>(
    person
      ? `select k.key, coalesce(u.name, p.name, k.key) as zh, coalesce(u.name, p.name, k.key) as en
         from unnest($1::text[]) as k (key) left join users u on u.id::text = k.key left join people p on p.code = k.key`
      : 'select code as key, name_zh as zh, name_en as en from units where code = any ($1)',
    [keys],
  )
  return new Map(rows.map(({ key, zh, en }) => [key, { zh, en }]))
}

/** Units are compared in the open; persons only before who supervises them. */
function mayCompare(tx: Tx, subject: SubjectName): void {
  if (subjectRow(subject).by !== 'person') return
  if (rootsFor(tx.actor, mattersPermissions['matters/supervise']).length === 0)
    refuse('matters/persons-compared', {}, 403)
}

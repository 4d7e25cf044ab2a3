import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { withinDays } from './days.ts'
import type { Ledger } from './ledger.ts'
import { readRows } from './read-rows.ts'
import { filterSql, type RowFilter } from './row-filters.ts'
import { namesOf, type RowVersion } from './row-values.ts'
import type { RowsAsked, RowsPage } from './rows.ts'

/** Rows that a question without an index may look through: about a month of a busy zone, some seconds. */
const mostSearched = 12_000_000
/** Rows found by their number that are counted. */
const mostNumbered = 1000

interface DayRows {
  day: Day
  rows: number
}

/**
 * A page of a ledger in monthly leaves, in the same time however many rows it holds. The rollup knows how many rows each day has, so that a page is
 * read from its own days alone; a number is found by the leaves' keys. A condition or an order that neither of them serves refuses
 * `ledgers/too-many-to-search` unless the days asked for hold few enough rows.
 */
export async function leafPage(
  tx: Tx,
  ledger: Ledger,
  asked: RowsAsked & { page: number; size: number },
): Promise<RowsPage> {
  const from = (asked.page - 1) * asked.size
  if (asked.text || orderOf(ledger, asked) === 'key') return numbered(tx, ledger, asked, from)
  const days = await daysOf(tx, ledger, asked)
  const all = days.reduce((sum, { rows }) => sum + rows, 0)
  if (orderOf(ledger, asked) === 'day' && isRolled(ledger, asked.filters)) {
    return { rows: await ofDays(tx, ledger, asked, days, from), total: all, more: false }
  }
  if (all > mostSearched) refuse('ledgers/too-many-to-search', { rows: all, most: mostSearched })
  return searched(tx, ledger, asked, days, from)
}

/** The days that hold rows, in the order asked for, so that an export takes one after the other; nothing when only a search can tell. */
export async function leafDays(tx: Tx, ledger: Ledger, asked: RowsAsked): Promise<Day[] | undefined> {
  if (asked.text || orderOf(ledger, asked) !== 'day') return undefined
  return (await daysOf(tx, ledger, asked)).map(({ day }) => day)
}

function orderOf(ledger: Ledger, { sort }: RowsAsked): 'day' | 'key' | 'other' {
  const name = sort?.replace(/^-/, '') ?? ledger.day
  return name === ledger.day ? 'day' : name === ledger.key[0] ? 'key' : 'other'
}

/** Whether the rollup can count what meets the conditions: whole days, and values of dimensions. */
function isRolled(ledger: Ledger, filters: readonly RowFilter[]): boolean {
  return filters.every((filter) => isOfRollup(ledger, filter) && (filter.column !== ledger.day || isOfDays(filter)))
}

function isOfRollup(ledger: Ledger, { column, how }: RowFilter): boolean {
  return column === ledger.day ? how !== 'has' && how !== 'empty' : how === 'is' && ledger.dimensions.includes(column)
}

const isOfDays = ({ values }: RowFilter): boolean => values.every((value) => !value.includes(':'))

async function daysOf(tx: Tx, ledger: Ledger, asked: RowsAsked): Promise<DayRows[]> {
  const names = namesOf(ledger)
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const wanted = asked.filters
    .filter((filter) => isOfRollup(ledger, filter))
    .map((filter) => rolledSql(ledger, filter, bind))
  const { rows } = await tx.client.query<{ day: Day; rows: string }>(
    `select day, sum(rows) as rows from ${names.rollup} where level = 'd' and unit_code = any(${bind(await unitsUnder(tx, asked.roots))})
     ${wanted.map((condition) => `and ${condition}`).join(' ')} group by day having sum(rows) > 0 order by day ${isDown(asked) ? 'desc' : 'asc'}`,
    values,
  )
  return rows.map(({ day, rows: count }) => ({ day, rows: Number(count) }))
}

const isDown = ({ sort }: RowsAsked): boolean => sort === undefined || sort.startsWith('-')

/** A condition on rows as one on the rollup; a time of the day bounds its whole day there. */
function rolledSql(ledger: Ledger, filter: RowFilter, bind: (value: unknown) => string): string {
  if (filter.column === ledger.day) {
    const days = filter.values.map((value) => value.trim().slice(0, 10))
    return filterSql(ledger, { ...filter, values: days }, bind).replaceAll(namesOf(ledger).day, 'day')
  }
  const { column, rolled } = namesOf(ledger).dimensions.find(({ name }) => name === filter.column)!
  return filterSql(ledger, filter, bind).replaceAll(column, rolled)
}

/** The rows of a page, out of the days that it touches. */
async function ofDays(
  tx: Tx,
  ledger: Ledger,
  asked: RowsAsked & { size: number },
  days: readonly DayRows[],
  from: number,
): Promise<RowVersion[]> {
  const touched: Day[] = []
  let [before, seen] = [0, 0]
  for (const { day, rows } of days) {
    if (seen >= from + asked.size) break
    if (seen + rows > from) touched.push(day)
    else before += rows
    seen += rows
  }
  return readRows(tx, ledger, asked, { offset: from - before, limit: asked.size, where: within(ledger, touched) })
}

/** Conditions that no index serves: days are looked through one after the other, more at a time, until the page is full. */
async function searched(
  tx: Tx,
  ledger: Ledger,
  asked: RowsAsked & { size: number },
  days: readonly DayRows[],
  from: number,
): Promise<RowsPage> {
  if (orderOf(ledger, asked) === 'other') {
    const where = within(
      ledger,
      days.map(({ day }) => day),
    )
    const rows = await readRows(tx, ledger, asked, { offset: from, limit: asked.size + 1, where })
    return {
      rows: rows.slice(0, asked.size),
      total: from + Math.min(rows.length, asked.size),
      more: rows.length > asked.size,
    }
  }
  const found: RowsPage['rows'] = []
  for (let place = 0, many = 1; place < days.length && found.length <= from + asked.size; place += many, many *= 2) {
    const part = days.slice(place, place + many).map(({ day }) => day)
    const limit = from + asked.size + 1 - found.length
    found.push(...(await readRows(tx, ledger, asked, { offset: 0, limit, where: within(ledger, part) })))
  }
  const total = Math.min(found.length, from + asked.size)
  return { rows: found.slice(from, from + asked.size), total, more: found.length > total }
}

function within(ledger: Ledger, days: readonly Day[]): (bind: (value: unknown) => string) => string {
  const sorted = [...days].sort()
  if (sorted.length === 0) return () => 'false'
  return (bind) => withinDays(namesOf(ledger), bind(sorted[0]), bind(sorted.at(-1)))
}

/** Rows by the beginning of their number, in the order of numbers. */
async function numbered(tx: Tx, ledger: Ledger, asked: RowsAsked & { size: number }, from: number): Promise<RowsPage> {
  if (from + asked.size > mostNumbered * 100)
    refuse('ledgers/too-many-to-search', { rows: from, most: mostNumbered * 100 })
  const sort = orderOf(ledger, asked) === 'key' ? asked.sort! : ledger.key[0]!
  const limit = Math.max(from + asked.size, mostNumbered) + 1
  const rows = await readRows(
    tx,
    ledger,
    { ...asked, sort },
    { offset: from, limit: limit - from, where: () => 'true' },
  )
  const total = Math.min(from + rows.length, limit - 1)
  return { rows: rows.slice(0, asked.size), total, more: from + rows.length >= limit }
}

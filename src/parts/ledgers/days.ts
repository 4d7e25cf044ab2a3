import type { SqlNames } from './sql-names.ts'

/** The day (of a month ledger the first day of its month) that places a row in time, in SQL. */
export function dayOfRow(names: SqlNames, alias = ''): string {
  return names.dayKind === 'moment' ? `${alias}${names.day}::date` : `${alias}${names.day}`
}

/** The condition that a row lies between two days, both in; the days are places of values or quoted. An index or a leaf can serve it. */
export function withinDays(names: SqlNames, from: string, to: string, alias = ''): string {
  return names.dayKind === 'moment'
    ? `${alias}${names.day} >= ${from}::date::timestamp and ${alias}${names.day} < (${to}::date + 1)::timestamp`
    : `${alias}${names.day} between ${from} and ${to}`
}

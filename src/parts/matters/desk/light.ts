/** The light of a clock by GB/T 30428: green up to 80 % of the limit, yellow up to the limit, red past it; none where no clock runs. */
export type Light = 'on' | 'warning' | 'behind' | 'none'

export const lights = ['behind', 'warning', 'on', 'none'] as const satisfies readonly Light[]

/** `warnAt` and `dueAt` are the moments of 80 % and 100 % on the clock's own calendar, null while it rests. A moment that is reached counts as past only after it. */
export function lightOf(clock: { warnAt: Date | null; dueAt: Date | null }, now: Date): Light {
  if (clock.dueAt === null) return 'none'
  if (now > clock.dueAt) return 'behind'
  return clock.warnAt !== null && now > clock.warnAt ? 'warning' : 'on'
}

/** The same as a condition of SQL over columns `warn_at` and `due_at`; `now` is a bound parameter such as `$2`. */
export function lightSql(now: string): string {
  return `case when due_at is null then 'none' when ${now} > due_at then 'behind' when ${now} > warn_at then 'warning' else 'on' end`
}

/** Counts of each light as columns `on`, `warning`, `behind`, `none`: cheaper than grouping by the text of a light. */
export function litColumns(now: string): string {
  return `(count(*) filter (where due_at >= ${now} and (warn_at is null or warn_at >= ${now})))::integer as "on",
    (count(*) filter (where due_at >= ${now} and warn_at < ${now}))::integer as warning,
    (count(*) filter (where due_at < ${now}))::integer as behind, (count(*) filter (where due_at is null))::integer as none`
}

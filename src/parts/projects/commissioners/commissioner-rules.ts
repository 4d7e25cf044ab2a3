import { type Day, daysBetween } from '#kernel/period.ts'

/** A commissioner's time with one project, as the rules look at it. */
export interface Service {
  from: Day
  /** last day somebody was there or met the enterprise; a call is none */
  lastVisitOn: Day | null
}

/** Days since the last visit, or since the service began when there was none. */
export function daysUnvisited({ from, lastVisitOn }: Service, today: Day): number {
  const since = lastVisitOn !== null && lastVisitOn > from ? lastVisitOn : from
  return Math.max(0, daysBetween(since, today))
}

/** Whether a project counts as unvisited: more than so many days. */
export function isQuiet(service: Service, today: Day, quietDays: number): boolean {
  return daysUnvisited(service, today) > quietDays
}

/** How much of a full load so many projects are. */
export function loadOf(projects: number, fullLoad: number): 'light' | 'full' | 'over' {
  if (projects > fullLoad) return 'over'
  return projects === fullLoad ? 'full' : 'light'
}

import { Drop } from 'liquidjs'
import type { Tx } from '#kernel/db/work.ts'
import type { Locale } from '#kernel/i18n/words.ts'
import { type Day, type Period, parsePeriod, printPeriod } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'

/** project code → stage → the day it was reached */
export type ProjectDays = ReadonlyMap<string, Readonly<Record<string, Day>>>

/** Stages that projects had reached by the period's end, as the ledger said it at the moment asked for. */
export async function projectDays(tx: Tx, { end }: Period, asOf: Date | undefined): Promise<ProjectDays> {
  const { rows } = await tx.client.query<{ project: string; days: Record<string, Day> }>(
    `select project, jsonb_object_agg(stage, reached_on) as days from (
       select project, stage, reached_on from ledger_projects_project_stages where $2::timestamptz is null or recorded_at <= $2
       union all
       select project, stage, reached_on from ledger_projects_project_stages_history where recorded_at <= $2 and replaced_at > $2
     ) as said where reached_on <= $1 group by project`,
    [end, asOf ?? null],
  )
  return new Map(rows.map(({ project, days }) => [project, days]))
}

/** `steps["DT-02"].signed`: the day in words, with its year where that is not the period's. A project that is not there is refused. */
export class StepsOf extends Drop {
  readonly #days: () => Promise<ProjectDays>
  readonly #told: { template: string; locale: Locale; period: string }

  constructor(days: () => Promise<ProjectDays>, told: { template: string; locale: Locale; period: string }) {
    super()
    this.#days = days
    this.#told = told
  }

  override async liquidMethodMissing(key: string | number): Promise<Record<string, string>> {
    const { template, locale, period } = this.#told
    const days = (await this.#days()).get(String(key))
    if (!days) return refuse('bulletins/project-missing', { template, line: 0, project: String(key) })
    const year = parsePeriod(period).end.slice(0, 4)
    return Object.fromEntries(Object.entries(days).map(([stage, day]) => [stage, dayWords(day, year, locale)]))
  }
}

function dayWords(day: Day, year: string, locale: Locale): string {
  const whole = printPeriod(parsePeriod(day), locale)
  if (!day.startsWith(year)) return whole
  return locale === 'zh' ? whole.replace(`${year}年`, '') : whole.replace(` ${year}`, '')
}

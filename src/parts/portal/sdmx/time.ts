import { type Period, parsePeriod } from '#kernel/period.ts'
import { Refusal, refuse } from '#kernel/refusal.ts'

/** A period as SDMX writes it: half-years are semesters, `2018-S1`. */
export const timePeriod = (period: string) => period.replace('-H', '-S')

/** Reads `2018` `2018-S1` `2018-Q2` `2018-06` `2018-06-30` and their forms `2018-A1` `2018-M06`; refuses `portal/sdmx-syntax`. */
export function readTime(text: string, parameter: string): Period {
  const plain = text
    .trim()
    .replace(/^(\d{4})-A1$/, '$1')
    .replace(/^(\d{4})-S([12])$/, '$1-H$2')
    .replace(/^(\d{4})-M(\d\d)$/, '$1-$2')
    .replace(/^(\d{4}-\d\d-\d\d)T.*$/, '$1')
  try {
    return parsePeriod(plain)
  } catch (error) {
    if (error instanceof Refusal) return refuse('portal/sdmx-syntax', { parameter, value: text.slice(0, 60) }, 400)
    throw error
  }
}

/** An instant of `updatedAfter` and `asOf`; a plus that came as a blank is a plus, a day alone begins in Shanghai. */
export function readInstant(text: string, parameter: string): Date {
  const written = text.trim().replace(' ', '+')
  const dated = /^\d{4}-\d\d-\d\d$/.test(written) ? `${written}T00:00:00` : written
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(dated.slice(10)) ? dated : `${dated}+08:00`
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(dated) ? new Date(zoned) : new Date(Number.NaN)
  if (Number.isNaN(instant.getTime())) {
    return refuse('portal/sdmx-syntax', { parameter, value: text.slice(0, 60) }, 400)
  }
  return instant
}

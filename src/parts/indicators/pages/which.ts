import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Locale } from '#web/locale.tsx'
import { useSession } from '#web/session.ts'
import type { Asked } from './addresses.ts'

export interface Which extends Asked {
  period: string
  /** where a period picker stands: the period asked for if it is one, else the year to date */
  stop: string
  /** writes a change to the address; undefined takes a part out of it */
  steer(change: Asked): void
}

/** Which figure the address asks for: `?period=2018-H1&area=PORT&asOf=…`; the year to date of the whole zone, now, unless told. */
export function useWhich(): Which {
  const [search, setSearch] = useSearchParams()
  const today = useSession().data?.today ?? ''
  return useMemo(() => {
    const steer = (change: Asked) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [name, value] of Object.entries(change)) value ? next.set(name, value) : next.delete(name)
          return next
        },
        { preventScrollReset: true },
      )
    const period = search.get('period') || yearToDate(today)
    return {
      period,
      stop: isPeriod(period) ? period : yearToDate(today),
      area: search.get('area') || undefined,
      asOf: search.get('asOf') || undefined,
      steer,
    }
  }, [search, setSearch, today])
}

/** The year to a day, by its name where it has one: 2018-H1 on 30 June. */
export function yearToDate(day: string): string {
  const [year = '', rest] = [day.slice(0, 4), day.slice(5)]
  const named: Record<string, string> = { '03-31': `${year}-Q1`, '06-30': `${year}-H1`, '12-31': year }
  return named[rest] ?? `${year}-01-01/${day}`
}

/** The end of a day in Shanghai, as the server asks for a moment. */
export const endOfDay = (day: string): string => `${day}T23:59:59+08:00`

/** The day in Shanghai of an instant. */
export const dayOf = (instant: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(instant))

/** A period in words; text that is none is shown as it came, the server says what is wrong with it. */
export function periodWords(period: string, locale: Locale): string {
  return isPeriod(period) ? printPeriod(parsePeriod(period), locale) : period
}

function isPeriod(text: string): boolean {
  try {
    return Boolean(parsePeriod(text))
  } catch (refused) {
    if (refused instanceof Refusal) return false
    throw refused
  }
}

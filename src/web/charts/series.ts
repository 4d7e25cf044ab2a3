import type { Tokens } from '../tokens.ts'

/** One value of a chart. Missing is null and drawn as a gap. */
export interface Point {
  /** the period's text, as on the axis: `2018-06` */
  period: string
  value: string | null
  /** drawn hollow */
  provisional?: boolean
}

export interface Series {
  name: string
  points: readonly Point[]
  /** the series the page is about; the others stand behind it in grey */
  main?: boolean
}

/** A forecast drawn as a fan: the middle dashed, the 80% range as a band. */
export interface Fan {
  name: string
  points: readonly { period: string; value: string; low: string; high: string }[]
}

export interface Trend {
  /** what the chart shows, read to those who do not see it */
  title: string
  unit: string
  series: readonly Series[]
  target?: { name: string; value: string } | null
  fan?: Fan | null
  /** how periods are written on the axis */
  printPeriod?: (period: string) => string
  /** how values are written in tips and labels */
  printValue?: (value: string) => string
}

/** What the option builders take besides the data: colours and type, so that pages and documents draw alike. */
export interface Ink {
  tokens: Tokens
  family: string
  /** false on paper and on the server */
  moves: boolean
}

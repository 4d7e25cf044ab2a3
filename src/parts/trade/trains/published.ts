/** What a published figure counts. */
export type PublishedWhat = 'trains' | 'outbound' | 'return' | 'value' | 'weight' | 'teu'

export const publishedWhats = ['trains', 'outbound', 'return', 'value', 'weight', 'teu'] as const
export const certainties = ['published', 'unconfirmed', 'about', 'undated'] as const

/** One figure as somebody printed it. Nothing here was computed by us. */
export interface Published {
  /** `scope kind period what form`: no two figures in force share it */
  key: string
  kind: 'period' | 'cumulative'
  /** `2016`, `2019-Q1`, `2016-01-01/2016-08-27`; of a cumulative figure its last day */
  period: string
  /** null where it counts from the first train */
  startsOn: string | null
  endsOn: string
  what: PublishedWhat
  /** the amount, or its growth on the year before as printed, in % */
  form: 'level' | 'growth'
  /** plain digits in `unit` */
  value: string
  unit: string
  scope: string
  certainty: (typeof certainties)[number]
  /** where it was printed; empty when no source could be opened */
  source: string
}

/** Who is counted, and which trains. */
export interface TrainScope {
  code: string
  own: boolean
  name: { zh: string; en: string }
  note: { zh: string; en: string }
}

export const keyOf = (figure: Pick<Published, 'scope' | 'kind' | 'period' | 'what' | 'form'>): string =>
  [figure.scope, figure.kind, figure.period, figure.what, figure.form].join(' ')

/** A whole calendar year, `2016`. */
export const isYear = (figure: Published): boolean => figure.kind === 'period' && /^\d{4}$/.test(figure.period)

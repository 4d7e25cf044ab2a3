/** Ways in which a message departs from its edition's schema, and from what the documentation states beyond it. */
export const departures = {
  schema: [
    'wrong-root',
    'unknown-element',
    'missing-element',
    'repeated-element',
    'wrong-order',
    'missing-attribute',
    'too-short',
    'too-long',
    'no-number',
    'no-whole-number',
    'too-many-digits',
    'too-many-decimals',
    'wrong-namespace',
    'text-between',
  ],
  stated: [
    'not-stated-value',
    'no-time',
    'no-day',
    'no-guid',
    'guid-lower-case',
    'not-wanted-version',
    'unknown-currency',
    'unknown-country',
    'line-sum',
    'line-number-repeated',
  ],
} as const

export type DepartureCode = (typeof departures.schema)[number] | (typeof departures.stated)[number]

/** The error that customs' own system returns for a departure, where the specification lists one for it. */
export const officialOfDeparture: Partial<Record<DepartureCode, string>> = {
  ...{ 'wrong-root': '0001', 'unknown-element': '0002', 'missing-element': '0002', 'wrong-order': '0002' },
  ...{ 'missing-attribute': '0002', 'too-short': '0002', 'too-long': '0002', 'no-number': '0002' },
  ...{ 'no-whole-number': '0002', 'too-many-digits': '0002', 'too-many-decimals': '0002', 'wrong-namespace': '0002' },
  ...{
    'text-between': '0002',
    'not-stated-value': '-621001',
    'repeated-element': '0002',
    'line-number-repeated': '-621027',
  },
}

/** One departure, with its place. Its words and cure are in texts.ts by `code`. */
export interface Departure {
  code: DepartureCode
  /** `schema`: a validator refuses it; `stated`: the schema lets it pass, customs may not */
  against: 'schema' | 'stated'
  /** `CEB311Message/Order[2]/OrderHead/orderNo` */
  path: string
  line: number
  column: number
  /** what the field is called in Chinese, where it has a name */
  words: string
  /** what stands there, and what was wanted */
  found: string
  wanted: string
}

export function departure(
  code: DepartureCode,
  told: Pick<Departure, 'path' | 'line' | 'column'> & Partial<Departure>,
): Departure {
  const against = (departures.stated as readonly DepartureCode[]).includes(code) ? 'stated' : 'schema'
  return { words: '', found: '', wanted: '', ...told, code, against }
}

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
  stated: ['not-stated-value', 'no-time', 'no-day', 'no-guid', 'guid-lower-case', 'not-wanted-version'],
} as const

export type DepartureCode = (typeof departures.schema)[number] | (typeof departures.stated)[number]

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

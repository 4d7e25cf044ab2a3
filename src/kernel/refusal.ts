import type { Details, Words } from './i18n/words.ts'

/**
 * A rule said no. The code is `part/fact`; the words and the cure for it stand in that part's `texts.ts`.
 * Shape errors (Zod, 400) and faults (everything else, 500) are the only other kinds of error.
 */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly details: Details

  constructor(code: string, details: Details = {}, status = 422) {
    super(`${code} ${JSON.stringify(details)}`)
    this.name = 'Refusal'
    this.code = code
    this.details = details
    this.status = status
  }
}

/** Throws a {@link Refusal}; `status` is the HTTP status it becomes (422 unless told). */
export function refuse(code: string, details: Details = {}, status = 422): never {
  throw new Refusal(code, details, status)
}

/** What a refusal says: what is wrong and what to do, in both languages. Declared in a `texts.ts`. */
export interface RefusalText {
  problem: Words
  cure: Words
}

export type RefusalTexts = Record<string, RefusalText>

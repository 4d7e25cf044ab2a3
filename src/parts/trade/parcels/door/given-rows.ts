import { closest } from '#parts/ledgers/closest.ts'
import type { FewRow } from '#parts/ledgers/few-rows.ts'
import type { Ledger } from '#parts/ledgers/ledger.ts'
import { type Fault, RowChecker, type Scope } from '#parts/ledgers/row-checker.ts'
import type { DeclarationGiven } from './door-shapes.ts'

/** One declaration as the ledger's checks see it: a row, or faults that keep it out. Warnings let it in. */
export interface Checked {
  number: string | null
  row?: FewRow
  faults: Fault[]
}

/** Checks declarations as rows of a file are checked. Made once for a scope; not for two requests at a time. */
export class DeclarationChecker {
  readonly #ledger: Ledger
  readonly #names: string[]
  readonly #checker: RowChecker

  constructor(ledger: Ledger, scope: Scope) {
    this.#ledger = ledger
    this.#names = Object.keys(ledger.columns)
    const layout = new Map(this.#names.map((name, place) => [name, place]))
    this.#checker = new RowChecker(ledger, layout, this.#names.length, scope)
  }

  check(given: DeclarationGiven): Checked {
    const cells = this.#names.map((name) => textOf(given[name]))
    const number = cells[this.#names.indexOf(this.#ledger.key[0]!)]!.trim() || null
    const unknown = this.#unknown(given)
    const faults = [...unknown, ...(this.#checker.check(cells, false) ?? [])]
    if (faults.some(({ severity }) => severity === 'reject')) return { number, faults }
    return { number, faults, row: { unit: this.#checker.unit, values: [...this.#checker.values] } }
  }

  /** A name that no column has would be dropped in silence. */
  #unknown(given: DeclarationGiven): Fault[] {
    return Object.keys(given)
      .filter((name) => !this.#names.includes(name))
      .map((name) => ({
        check: 'name-unknown',
        severity: 'reject',
        details: { name: name.slice(0, 40), suggestion: closest(name, this.#names) ?? '—' },
      }))
  }
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

/**
 * A number that comes twice in one request: the same values count once, different ones all go back, because nobody but their sender knows
 * which are right. Answers the places (from 0) of repeats, each with the place it repeats.
 */
export function repeatsOf(checked: Checked[]): Map<number, number> {
  const repeats = new Map<number, number>()
  const byNumber = new Map<string, number[]>()
  for (const [place, { row, number }] of checked.entries())
    if (row && number) byNumber.set(number, [...(byNumber.get(number) ?? []), place])
  for (const places of byNumber.values()) {
    if (places.length === 1) continue
    const [first, ...later] = places as [number, ...number[]]
    const same = (place: number) =>
      checked[place]!.row!.values.every((value, at) => value === checked[first]!.row!.values[at])
    if (later.every(same)) for (const place of later) repeats.set(place, first)
    else for (const place of places) refuse(checked[place]!, places)
  }
  return repeats
}

function refuse(checked: Checked, places: readonly number[]): void {
  delete checked.row
  checked.faults.push({
    check: 'duplicate',
    severity: 'reject',
    details: { lines: places.map((place) => place + 1) },
  })
}

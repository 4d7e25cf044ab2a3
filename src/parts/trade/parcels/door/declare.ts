import { read, type Work } from '#kernel/db/work.ts'
import { type Locale, say } from '#kernel/i18n/words.ts'
import { faultWords } from '#parts/ledgers/fault-words.ts'
import type { Fate } from '#parts/ledgers/few-rows.ts'
import type { Fault, Scope } from '#parts/ledgers/row-checker.ts'
import type { RowValues } from '#parts/ledgers/row-values.ts'
import { importScope } from '#parts/ledgers/scope.ts'
import { parcels } from '#parts/trade/parcels.ledger.ts'
import { doorOf, type Kept } from './door.ts'
import type { DeclarationAnswered, DeclarationGiven } from './door-shapes.ts'
import { doorWords } from './door-texts.ts'
import { type Checked, DeclarationChecker, repeatsOf } from './given-rows.ts'

export interface DeclareAsked {
  given: readonly DeclarationGiven[]
  unit?: string | undefined
  roots: readonly string[]
  locale: Locale
}

export interface Declared {
  batch: number | null
  entered: number
  corrected: number
  unchanged: number
  rejected: number
  declarations: DeclarationAnswered[]
}

/**
 * Sends declarations through the live door: each is checked as a row of a file, the good ones are in (and on the disk) when this answers, the
 * others come back with their reasons and hold nobody.
 */
export async function declare(work: Work, asked: DeclareAsked): Promise<Declared> {
  const { key, checker, scope } = await checkerFor(work, asked)
  const checked = asked.given.map((given) => checker.check(given))
  const repeats = repeatsOf(checked)
  const going = checked.flatMap(({ row }, place) => (row && !repeats.has(place) ? [place] : []))
  const rows = going.map((place) => checked[place]!.row!)
  const kept =
    rows.length === 0
      ? undefined
      : await doorOf(work.pool, parcels).enter(work, {
          unit: scope.unit,
          within: key,
          rows,
          numbers: going.map((place) => checked[place]!.number!),
          rejected: checked.filter(({ row }) => !row).length,
          warned: rows.filter((_, index) => checked[going[index]!]!.faults.length > 0).length,
          ...(scope.allowed ? { allowed: scope.allowed } : {}),
        })
  const fates = new Map(going.map((place, index) => [place, kept!.fates[index]!]))
  const declarations = checked.map((one, place) => ({
    place: place + 1,
    declaration: one.number,
    ...answerOf(one, repeats.has(place) ? { outcome: 'unchanged' } : fates.get(place), kept, asked.locale),
  }))
  const counted = (outcome: DeclarationAnswered['outcome']) =>
    declarations.filter((answer) => answer.outcome === outcome).length
  return {
    batch: kept?.batch ?? null,
    entered: counted('entered'),
    corrected: counted('corrected'),
    unchanged: counted('unchanged'),
    rejected: counted('rejected'),
    declarations,
  }
}

type Answer = Omit<DeclarationAnswered, 'place' | 'declaration'>

function answerOf(checked: Checked, fate: Fate | undefined, kept: Kept | undefined, locale: Locale): Answer {
  const faults = (severity: Fault['severity']) =>
    checked.faults.filter((fault) => fault.severity === severity).map((fault) => inWords(fault, locale))
  if (!fate) return { outcome: 'rejected', faults: faults('reject') }
  if (fate.outcome === 'outside') {
    const fault: Fault = { check: 'outside-scope', severity: 'reject', details: { unit: fate.unit } }
    return { outcome: 'rejected', faults: [inWords(fault, locale)] }
  }
  const warnings = checked.faults.length > 0 ? { warnings: faults('warn') } : {}
  if (fate.outcome !== 'corrected') return { outcome: fate.outcome, ...warnings }
  const by = kept?.earlier.get(fate.batch) ?? ''
  const note = say(doorWords.corrected, locale, { batch: fate.batch, by })
  return {
    outcome: 'corrected',
    note,
    was: changesOf(checked, fate.before),
    before: { batch: fate.batch, by },
    ...warnings,
  }
}

/** Columns whose value is another now, with what they said before. */
function changesOf({ row }: Checked, before: RowValues): RowValues {
  const columns = Object.entries(parcels.columns)
  const changed = columns.filter(
    ([name, { kind }], place) => bare(row!.values[place], kind) !== bare(before[name], kind),
  )
  return Object.fromEntries(changed.map(([name]) => [name, before[name] ?? null]))
}

/** Without idle zeros behind the point. */
function bare(value: string | null | undefined, kind: string): string | null {
  if (value === null || value === undefined) return null
  return kind === 'decimal' && value.includes('.') ? value.replace(/\.?0+$/, '') : value
}

function inWords(fault: Fault, locale: Locale) {
  const { check, column = null } = fault
  if (check === 'name-unknown')
    return {
      check,
      column,
      reason: say(doorWords.nameUnknown, locale, fault.details),
      cure: say(doorWords.nameUnknownCure, locale, fault.details),
    }
  return { check, column, ...faultWords(parcels, fault, locale) }
}

interface Known {
  key: string
  checker: DeclarationChecker
  scope: Scope
}

/** Units change rarely and senders come many times a second: what they may write to is asked again after five seconds. */
const scopes = new WeakMap<Work['pool'], Map<string, { known: Promise<Known>; until: number }>>()
const scopeHolds = 5000

/** One question for all who ask at the same time. */
function checkerFor(work: Work, { unit, roots }: DeclareAsked): Promise<Known> {
  const held = scopes.get(work.pool) ?? new Map<string, { known: Promise<Known>; until: number }>()
  scopes.set(work.pool, held)
  const key = JSON.stringify([unit, [...roots].sort()])
  const before = held.get(key)
  if (before && before.until > Date.now()) return before.known
  const known = read(work, (tx) => importScope(tx, parcels, unit === undefined ? { roots } : { unit, roots })).then(
    (scope) => ({ key, scope, checker: new DeclarationChecker(parcels, scope) }),
  )
  known.catch(() => held.delete(key))
  if (held.size > 1000) held.clear()
  held.set(key, { known, until: Date.now() + scopeHolds })
  return known
}

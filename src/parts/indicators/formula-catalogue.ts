import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { type FormulaVersion, formulaOn } from './formula.ts'
import { type Reference, referencesOf } from './formula-tree.ts'
import { mustHold, unitOfFormula } from './formula-units.ts'
import { nearestNames } from './nearest-names.ts'

/** An indicator as the catalogue declares it; without versions it is reported, not computed. */
export interface FormulaDeclaration {
  code: string
  unit: string
  versions: readonly FormulaVersion[]
}

/** What formulas may stand on besides indicators: measures by "ledger.measure", reported items by code. */
export interface KnownNames {
  measures: ReadonlyMap<string, { unit: string; dimensions: readonly string[] }>
  items: ReadonlyMap<string, { unit: string }>
}

/**
 * Proves that a catalogue can be computed on any day: every name exists, every version's unit agrees with the declared one, and no
 * indicator stands on itself under the versions in force together. Refuses 'indicators/unknown-name' (with the nearest names),
 * 'indicators/unit-mismatch' (both units and where) and 'indicators/cycle' (the path a → b → a).
 */
export function checkCatalogue(declarations: readonly FormulaDeclaration[], names: KnownNames): void {
  const byCode = new Map(declarations.map((declaration) => [declaration.code, declaration]))
  for (const declaration of declarations) {
    for (const { expression } of declaration.versions) {
      for (const reference of referencesOf(expression)) mustExist(reference, declaration.code, { byCode, names })
    }
  }
  for (const day of daysOfChange(declarations)) mustNotCircle(byCode, day)
  for (const { code, unit, versions } of declarations) {
    for (const { expression } of versions) {
      const found = unitOfFormula(expression, code, (reference) => unitOfName(reference, { byCode, names }))
      mustHold(unit, found, { indicator: code, where: expression })
    }
  }
}

interface Known {
  byCode: ReadonlyMap<string, FormulaDeclaration>
  names: KnownNames
}

function mustExist(reference: Reference, indicator: string, known: Known): void {
  const among = namesAmong(reference, known)
  if (!among.includes(reference.name)) unknown(reference, reference.name, { indicator, kind: reference.to, among })
  const dimensions = known.names.measures.get(reference.name)?.dimensions ?? []
  for (const { dimension } of reference.where) {
    if (!dimensions.includes(dimension))
      unknown(reference, dimension, { indicator, kind: 'dimension', among: dimensions })
  }
}

function unknown(
  reference: Reference,
  name: string,
  at: { indicator: string; kind: string; among: readonly string[] },
): never {
  const { indicator, kind, among } = at
  const nearest = nearestNames(name, among)
  refuse('indicators/unknown-name', {
    indicator,
    kind,
    name,
    position: reference.at.start + 1,
    nearest: nearest.length > 0 ? nearest.join(' · ') : '—',
  })
}

function namesAmong({ to }: Reference, { byCode, names }: Known): string[] {
  if (to === 'indicator') return [...byCode.keys()]
  return [...(to === 'measure' ? names.measures : names.items).keys()]
}

function unitOfName(reference: Reference, { byCode, names }: Known): string {
  const { to, name } = reference
  if (to === 'indicator') return byCode.get(name)!.unit
  return (to === 'measure' ? names.measures : names.items).get(name)!.unit
}

function daysOfChange(declarations: readonly FormulaDeclaration[]): Day[] {
  return [...new Set(declarations.flatMap(({ versions }) => versions.map(({ from }) => from)))].sort()
}

function mustNotCircle(byCode: ReadonlyMap<string, FormulaDeclaration>, day: Day): void {
  const proven = new Set<string>()
  const path: string[] = []
  const visit = (code: string): void => {
    if (proven.has(code)) return
    const began = path.indexOf(code)
    if (began >= 0) refuse('indicators/cycle', { path: [...path.slice(began), code].join(' → '), from: day })
    path.push(code)
    const formula = formulaOn(byCode.get(code)?.versions ?? [], day)
    for (const reference of formula ? referencesOf(formula) : [])
      if (reference.to === 'indicator') visit(reference.name)
    path.pop()
    proven.add(code)
  }
  for (const code of byCode.keys()) visit(code)
}

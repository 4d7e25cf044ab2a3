/**
 * Precision and recall of the figure extractor by kind, and agreement by field, on the passages of `shared/figures` (not
 * part of this repository; skipped when they are not there) and on our own labelled sentences. Every third sentence is
 * held out and scored apart: it is not looked at while the rules are written.
 *
 *   node bench/claims/score.ts [--figures ../shared/figures] [--set passages|tuned|held-out|…] [--misses] [--json]
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { extractClaims } from '../../src/parts/bulletins/claims/extract.ts'
import { labelOf } from '../../src/parts/bulletins/claims/label-format.ts'
import { type Label, type LabelledText, passagesOf, sentencesOf } from './labelled-texts.ts'

const besideCheckout = path.resolve(import.meta.dirname, '../../../shared/figures')

/** Every set there is: the passages, our own sentences in two parts, and each folder `sentences-*` of other authors. */
function setsOf(figures: string): Record<string, LabelledText[]> {
  const own = sentencesOf(path.join(import.meta.dirname, 'sentences'))
  const others = readdirSync(import.meta.dirname)
    .filter((name) => name.startsWith('sentences-'))
    .sort()
    .map((name) => [name.slice('sentences-'.length), sentencesOf(path.join(import.meta.dirname, name))] as const)
  return {
    passages: passagesOf(figures),
    tuned: own.filter((_text, at) => at % 3 !== 2),
    'held-out': own.filter((_text, at) => at % 3 === 2),
    ...Object.fromEntries(others),
  }
}

type Tally = { found: number; right: number; labelled: number }
type Found = ReturnType<typeof labelOf>

const fields = [
  'value',
  'unit',
  'direction',
  'indicator',
  'period',
  'versus',
  'qualifier',
  'whole',
  'scope',
  'modality',
  'role',
  'delta',
] as const
type Field = (typeof fields)[number]

/** Called with every disagreement, in words. */
type Miss = (...words: string[]) => void

function score(texts: readonly LabelledText[], miss: Miss) {
  const kinds = new Map<string, Tally>()
  const agreed = new Map<string, { same: number; of: number }>()
  for (const { name, text, claims } of texts) {
    const found = extractClaims(text).claims.map(labelOf)
    for (const label of claims) tallyOf(kinds, label.kind).labelled += 1
    for (const claim of found) {
      const label = claims.find((one) => one.start === claim.start && one.text === claim.text)
      const tally = tallyOf(kinds, claim.kind)
      tally.found += 1
      if (label?.kind === claim.kind) {
        tally.right += 1
        compare(agreed, label, claim, (...words) => miss(name, ...words))
      } else miss(name, text, `found ${told(claim)}`, label ? `labelled ${label.kind}` : 'not labelled')
    }
    for (const label of claims)
      if (!found.some((one) => one.start === label.start && one.text === label.text))
        miss(name, text, `missed ${told(label)}`)
  }
  return { kinds, agreed }
}

function tallyOf(kinds: Map<string, Tally>, kind: string): Tally {
  const known = kinds.get(kind) ?? { found: 0, right: 0, labelled: 0 }
  kinds.set(kind, known)
  return known
}

function compare(agreed: Map<string, { same: number; of: number }>, label: Label, claim: Found, miss: Miss) {
  for (const field of fields) {
    const [wanted, got] = [plain(field, label), plain(field, claim)]
    if (wanted === '' && got === '') continue
    count(agreed, field, wanted === got, () => miss(label.text, `${field}: “${got}”`, `labelled “${wanted}”`))
    if (field === 'indicator') count(agreed, 'indicator (one holds the other)', holds(wanted, got), () => undefined)
  }
}

function count(agreed: Map<string, { same: number; of: number }>, field: string, same: boolean, missed: () => void) {
  const tally = agreed.get(field) ?? { same: 0, of: 0 }
  agreed.set(field, { same: tally.same + (same ? 1 : 0), of: tally.of + 1 })
  if (!same) missed()
}

const holds = (one: string, other: string) =>
  one === other || (one !== '' && other !== '' && (one.includes(other) || other.includes(one)))

/** Periods are compared without the year where the label had to guess it, and without 截至. */
function plain(field: Field, of: Label | Found): string {
  const value = (of as Partial<Record<Field, unknown>>)[field] ?? ''
  if (field === 'value' && typeof value === 'number') return String(Math.round(value * 1e4) / 1e4)
  if (field !== 'period') return String(value)
  return String(value)
    .replace('（文中未写明）', '')
    .replace(/^截至/, '')
    .replace(/（.*）$/, '')
    .replace(/^[0-9]{4}年(?=.)/, '')
}

const told = (one: Label | Found) => `${one.text} ${one.kind} ${one.direction ?? ''} of “${one.indicator}”`

export interface SetScore {
  texts: number
  kinds: Record<string, Tally>
  all: Tally
  agreed: Record<string, { same: number; of: number }>
}

/** Scores every set there is; `figures` is the folder of labelled passages, left out when it is not there. */
export function scoreAll(
  options: { figures?: string; only?: string | undefined; miss?: Miss } = {},
): Record<string, SetScore> {
  const report: Record<string, SetScore> = {}
  for (const [set, texts] of Object.entries(setsOf(options.figures ?? besideCheckout))) {
    if ((options.only && options.only !== set) || texts.length === 0) continue
    const { kinds, agreed } = score(texts, options.miss ?? (() => undefined))
    const all = { found: 0, right: 0, labelled: 0 }
    for (const one of kinds.values()) {
      all.found += one.found
      all.right += one.right
      all.labelled += one.labelled
    }
    report[set] = { texts: texts.length, kinds: Object.fromEntries(kinds), all, agreed: Object.fromEntries(agreed) }
  }
  return report
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '   —' : `${((100 * part) / whole).toFixed(1)}%`.padStart(6)

function print(set: string, { texts, kinds, all, agreed }: SetScore) {
  console.log(`\n${set}: ${texts} texts, ${all.labelled} claims`)
  for (const [kind, tally] of [...Object.entries(kinds), ['all', all] as const])
    console.log(
      `  ${kind.padEnd(14)} precision ${percent(tally.right, tally.found)}  recall ${percent(tally.right, tally.labelled)}  (${tally.right} right, ${tally.found} found, ${tally.labelled} labelled)`,
    )
  for (const [field, { same, of }] of Object.entries(agreed))
    console.log(`    ${field.padEnd(32)} ${percent(same, of)} of ${of}`)
}

if (import.meta.main) {
  const { values: asked } = parseArgs({
    options: {
      figures: { type: 'string', default: besideCheckout },
      set: { type: 'string' },
      misses: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const miss: Miss = (...words) => asked.misses && console.log(words.join('  ·  '))
  const report = scoreAll({ figures: asked.figures, only: asked.set, miss })
  if (asked.json) console.log(JSON.stringify(report))
  else for (const [set, of] of Object.entries(report)) print(set, of)
}

import type { Catalogue, Indicator } from '#parts/indicators/indicators.ts'
import { isGeneric, plainPhrase } from './phrase.ts'

/** What people bound words to: `phraseOf(claim)` of the check desk → indicator, empty for "to none of them". */
export type Choices = ReadonlyMap<string, string>

/** One of the names an indicator goes by, made plain. */
export interface Form {
  indicator: Indicator
  plain: string
  by: 'name' | 'alias'
  /** could be said of many things (投资): it needs its surroundings */
  generic: boolean
}

export interface Lexicon {
  forms: readonly Form[]
  /** forms by any two characters in a row that they hold */
  byPair: ReadonlyMap<string, readonly Form[]>
  /** earlier choices, which hold for every check; and those of this check alone */
  aliases: Choices
  chosen: Choices
  byCode: ReadonlyMap<string, Indicator>
  /** forms that a phrase may mean, by the phrase */
  memory: Map<string, readonly Form[]>
}

/** The names of a catalogue ready to be looked up, and the choices of people, which come first. */
export function lexiconOf(
  catalogue: Catalogue,
  { aliases = none, chosen = none }: { aliases?: Choices; chosen?: Choices } = {},
): Lexicon {
  const forms = catalogue.indicators.flatMap(formsOf)
  const byPair = new Map<string, Form[]>()
  for (const form of forms) {
    for (const pair of pairsOf(form.plain)) {
      const known = byPair.get(pair)
      if (known) known.push(form)
      else byPair.set(pair, [form])
    }
  }
  return { forms, byPair, aliases, chosen, byCode: catalogue.byCode, memory: new Map() }
}

const none: Choices = new Map()

/** The forms that share a pair of characters with the phrase, or all of them for a phrase without one. */
export function formsNear(lexicon: Lexicon, phrase: string): readonly Form[] {
  if (phrase.length < 2) return lexicon.forms
  const known = lexicon.memory.get(phrase)
  if (known) return known
  const found = new Set<Form>()
  for (const pair of pairsOf(phrase.slice(0, 60))) for (const form of lexicon.byPair.get(pair) ?? []) found.add(form)
  const near = [...found]
  if (lexicon.memory.size < 5000) lexicon.memory.set(phrase, near)
  return near
}

function formsOf(indicator: Indicator): Form[] {
  const { name, aliases } = indicator
  const words: [string, Form['by']][] = [
    [name.zh, 'name'],
    [name.en, 'name'],
    ...aliases.map((alias): [string, 'alias'] => [alias, 'alias']),
  ]
  return words.map(([word, by]) => {
    const plain = plainPhrase(word)
    return { indicator, plain, by, generic: isGeneric(plain) }
  })
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))
}

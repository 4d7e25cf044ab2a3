import { alphabet, checkCharacter, organisationCharacter, organisationWeights } from '#parts/ledgers/uscc.ts'

/** One character of a code with what it adds to its check; null where it has no value. */
export interface WeighedCharacter {
  character: string
  value: number | null
  weight: number
  product: number | null
}

/** A check worked out: its characters, their sum, and the character it asks for beside the one that stands there. */
export interface WorkedCheck {
  passes: boolean
  characters: WeighedCharacter[]
  sum: number | null
  modulus: number
  expected: string | null
  found: string
  /** places in the whole code, from 1, of characters that may not stand there */
  strangers: number[]
}

/**
 * Both checks of a unified social credit code, character by character: the organisation code in positions 9 to 17 (GB 11714)
 * and the whole (GB 32100). A code of another length has neither; its characters are weighed as far as they go.
 */
export function explainUscc(code: string): {
  code: string
  length: number
  organisation: WorkedCheck
  whole: WorkedCheck
} {
  const body = code.slice(0, 17)
  const whole = worked({
    characters: weighed(
      body,
      (character) => alphabet.indexOf(character),
      (place) => 3 ** place % 31,
    ),
    modulus: 31,
    expected: code.length === 18 ? checkCharacter(body) : undefined,
    found: code[17] ?? '',
    offset: 0,
  })
  const inner = code.slice(8, 16)
  const organisation = worked({
    characters: weighed(inner, valueInOrganisation, (place) => organisationWeights[place]!),
    modulus: 11,
    expected: code.length === 18 ? organisationCharacter(inner) : undefined,
    found: code[16] ?? '',
    offset: 8,
  })
  return { code, length: [...code].length, organisation, whole }
}

function weighed(text: string, worthOf: (character: string) => number, weightOf: (place: number) => number) {
  return [...text].map((character, place): WeighedCharacter => {
    const [value, weight] = [worthOf(character), weightOf(place)]
    return value < 0
      ? { character, value: null, weight, product: null }
      : { character, value, weight, product: value * weight }
  })
}

function valueInOrganisation(character: string): number {
  return /^[0-9A-Z]$/.test(character) ? Number.parseInt(character, 36) : -1
}

function worked(of: {
  characters: WeighedCharacter[]
  modulus: number
  expected: string | undefined
  found: string
  offset: number
}): WorkedCheck {
  const { characters, modulus, found, offset } = of
  const strangers = characters.flatMap(({ value }, place) => (value === null ? [offset + place + 1] : []))
  const sum = strangers.length > 0 ? null : characters.reduce((total, { product }) => total + product!, 0)
  const expected = of.expected ?? null
  return { passes: expected !== null && expected === found, characters, sum, modulus, expected, found, strangers }
}

import { plain } from './container-number.ts'

/** What the first character of a size and type code says of the length (ISO 6346, 4.2), and what the box counts in TEU. */
interface Length {
  feet: number
  /** as most carriers count */
  teu: string
  /** what else is in use */
  also: readonly string[]
}

/** A box of 45 feet counts two TEU with most carriers and 2.25 with some: both are taken, two is filled in. */
const lengths: Readonly<Record<string, Length>> = {
  1: { feet: 10, teu: '0.5', also: [] },
  2: { feet: 20, teu: '1', also: [] },
  3: { feet: 30, teu: '1.5', also: [] },
  4: { feet: 40, teu: '2', also: [] },
  L: { feet: 45, teu: '2', also: ['2.25'] },
  M: { feet: 48, teu: '2.4', also: [] },
}

/** TEU of a size and type code (`22G1`, `45G1`, `L5G1`), of a length in feet (`20`, `40HQ`, `45'`, `40尺`), or nothing when it says no length. */
export function teuOf(size: string): string | undefined {
  return lengthOf(size)?.teu
}

/** Whether a count in TEU is one that a box of this size may have; an unknown size allows any. */
export function teuFits(size: string, teu: string): boolean {
  const length = lengthOf(size)
  return length === undefined || length.teu === teu || length.also.includes(teu)
}

function lengthOf(size: string): Length | undefined {
  const code = plain(size)
  if (/^[1-4LM][0-9A-Z][A-Z][0-9A-Z]$/.test(code)) return lengths[code[0]!]
  const feet = /^(10|20|30|40|45|48)(?!\d)/.exec(code)?.[1]
  return Object.values(lengths).find((length) => String(length.feet) === feet)
}

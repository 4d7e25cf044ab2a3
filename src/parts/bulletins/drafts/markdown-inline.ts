import { holdTo } from './lay-out.ts'

type Range = [number, number]

interface Inline {
  text: string
  end: number
  ranges: Range[]
  pictures: number
  /** where brackets opened, with whether a picture's */
  brackets: { at: number; picture: boolean }[]
}

/** At one character: where to go on, when it was markup. */
type Mark = (reading: Inline, at: number) => number | undefined

const longest = 2000

/**
 * The marks and addresses within a stretch of Markdown: emphasis, code marks, brackets and addresses of links, pictures, tags, comments,
 * escapes. One pass; every look ahead ends at the next mark of its own kind or after 2,000 characters.
 */
export function inlineMarkup(text: string, start: number, end: number): { ranges: Range[]; pictures: number } {
  const reading: Inline = { text, end, ranges: [], pictures: 0, brackets: [] }
  let at = start
  while (at < end) {
    at = marks[text.charAt(at)]?.(reading, at) ?? at + 1
    holdTo(reading.ranges.length)
  }
  return { ranges: reading.ranges, pictures: reading.pictures }
}

const marks: Record<string, Mark> = {
  '\\': ({ text, ranges, end }, at) => {
    if (at + 1 >= end || !/[!-/:-@[-`{-~]/.test(text.charAt(at + 1))) return undefined
    ranges.push([at, at + 1])
    return at + 2
  },
  '*': (reading, at) => run(reading, at, 1),
  '`': (reading, at) => run(reading, at, 1),
  '~': (reading, at) => run(reading, at, 2),
  '!': ({ text, brackets }, at) => {
    if (text.charAt(at + 1) !== '[') return undefined
    open(brackets, at, true)
    return at + 2
  },
  '[': ({ text, brackets, ranges, end }, at) => {
    const note = /^\[\^[^\][]{1,100}\]/.exec(text.slice(at, Math.min(end, at + 110)))
    if (note) {
      ranges.push([at, at + note[0].length])
      return at + note[0].length
    }
    open(brackets, at, false)
    return at + 1
  },
  ']': closeBracket,
  '<': tag,
  '&': ({ text, ranges, end }, at) => {
    const blank = /^&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|shy);/.exec(text.slice(at, Math.min(end, at + 9)))
    if (!blank) return undefined
    ranges.push([at, at + blank[0].length])
    return at + blank[0].length
  },
  h: address,
}

/** Brackets within a hundred others lead nowhere. */
function open(brackets: Inline['brackets'], at: number, picture: boolean): void {
  if (brackets.length === 100) brackets.length = 0
  brackets.push({ at, picture })
}

/** A run of one mark, when it is as long as the mark needs. */
function run({ text, ranges, end }: Inline, at: number, least: number): number {
  let to = at
  while (to < end && text.charAt(to) === text.charAt(at)) to += 1
  if (to - at >= least) ranges.push([at, to])
  return to
}

/** `](address)` or `][name]`; a bracket that leads nowhere is a bracket. */
function closeBracket(reading: Inline, at: number): number | undefined {
  const { text, ranges, brackets, end } = reading
  const opened = brackets.pop()
  const next = text.charAt(at + 1)
  if (!opened || at + 1 >= end || (next !== '(' && next !== '[')) return undefined
  const to = closing(text, at + 2, Math.min(end, at + longest), next === '(' ? ')' : ']')
  if (to === undefined) return undefined
  if (opened.picture) {
    reading.pictures += 1
    // What a picture says in place of itself is seen by nobody.
    while (ranges.length > 0 && ranges.at(-1)![0] >= opened.at) ranges.pop()
    ranges.push([opened.at, to])
  } else ranges.push([opened.at, opened.at + 1], [at, to])
  return to
}

function closing(text: string, from: number, end: number, mark: ')' | ']'): number | undefined {
  let depth = 1
  for (let at = from; at < end; at++) {
    const char = text.charAt(at)
    if (char === mark) depth -= 1
    else if (char === '(' && mark === ')') depth += 1
    else if (char === '[' || char === ']') return undefined
    if (depth === 0) return at + 1
  }
  return undefined
}

function tag({ text, ranges, end }: Inline, at: number): number | undefined {
  if (!/[a-zA-Z/!?]/.test(text.charAt(at + 1))) return undefined
  for (let to = at + 1; to < Math.min(end, at + longest); to++) {
    const char = text.charAt(to)
    if (char === '<') return undefined
    if (char !== '>') continue
    ranges.push([at, to + 1])
    return to + 1
  }
  return undefined
}

/** An address in the open. */
function address({ text, ranges, end }: Inline, at: number): number | undefined {
  const found = /^https?:\/\/[!-'*-;=?-~]+/.exec(text.slice(at, Math.min(end, at + longest)))
  if (!found) return undefined
  ranges.push([at, at + found[0].length])
  return at + found[0].length
}

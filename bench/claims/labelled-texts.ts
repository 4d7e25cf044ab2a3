import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A claim as a person labelled it, in the format of `shared/figures`. */
export interface Label {
  text: string
  start: number
  indicator: string
  value: number | null
  unit: string | null
  kind: string
  direction: string | null
  period: string
  qualifier?: string
  versus?: string
  whole?: string
  scope?: string
  modality?: string
  role?: string
  delta?: boolean
}

export interface LabelledText {
  name: string
  text: string
  claims: Label[]
}

/** The passages of `shared/figures`: texts/NNN.txt (first line is the source) with labels/NNN.json. */
export function passagesOf(folder: string): LabelledText[] {
  if (!existsSync(folder)) return []
  return readdirSync(path.join(folder, 'labels')).map((file) => {
    const whole = readFileSync(path.join(folder, 'texts', file.replace('.json', '.txt')), 'utf8')
    const text = whole.slice(whole.indexOf('\n') + 1).replace(/\n$/, '')
    const { claims } = JSON.parse(readFileSync(path.join(folder, 'labels', file), 'utf8')) as { claims: Label[] }
    return { name: file, text, claims }
  })
}

/**
 * Our own sentences. A block is `> sentence @@ period` and one line a claim, in order of the text:
 * `text | kind direction | indicator | v=versus q=qualifier w=whole s=scope m=modality r=role p=period n=value u=unit d`.
 */
export function sentencesOf(folder: string): LabelledText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => {
      const blocks = readFileSync(path.join(folder, file), 'utf8').split(/^> /m).slice(1)
      return blocks.map((block, at) => sentenceOf(`${file}:${at + 1}`, block))
    })
}

function sentenceOf(name: string, block: string): LabelledText {
  const [head = '', ...lines] = block.trimEnd().split('\n')
  const [text = '', period = ''] = head.split(' @@').map((part) => part.trim())
  let cursor = 0
  const claims = lines
    .filter((line) => line.includes('|'))
    .map((line) => {
      const label = labelOf(line, period)
      label.start = placeOf(text, label.text, cursor)
      if (label.start < 0) throw new Error(`${name}: “${label.text}” is not in the sentence behind character ${cursor}`)
      cursor = label.start + label.text.length
      return label
    })
  return { name, text, claims }
}

/** The next place of the label that does not begin in the middle of a longer number. */
function placeOf(text: string, label: string, from: number): number {
  let at = text.indexOf(label, from)
  while (at > 0 && /[0-9.]/.test(text.charAt(at - 1)) && /[0-9]/.test(label.charAt(0))) at = text.indexOf(label, at + 1)
  return at
}

const names = { v: 'versus', q: 'qualifier', w: 'whole', s: 'scope', m: 'modality', r: 'role', p: 'period' } as const

function labelOf(line: string, period: string): Label {
  const [text = '', kinds = '', indicator = '', more = ''] = line.split('|').map((part) => part.trim())
  const [kind = '', direction = null] = kinds.split(' ')
  const ranked = /^[第前]([0-9]+)(.*)$/.exec(text)
  const digits = /^-?[0-9][0-9.]*/.exec(text)?.[0] ?? ''
  const label: Label = {
    text,
    start: 0,
    indicator,
    value: ranked ? Number(ranked[1]) : digits === '' ? null : Number(digits),
    unit: (ranked ? ranked[2] : text.slice(digits.length)) || null,
    kind,
    direction,
    period,
  }
  for (const option of more.split(' ').filter((part) => part !== '')) {
    const key = option.charAt(0)
    const value = option.slice(2)
    if (option === 'd') label.delta = true
    else if (key === 'n') label.value = Number(value)
    else if (key === 'u') label.unit = value || null
    else if (key in names) label[names[key as keyof typeof names]] = value
  }
  return label
}

import { Decimal } from 'decimal.js'
import { unitAt } from './unit-words.ts'

/** A number read at a place: its digits as a decimal string, the scale left for the unit (万, 亿), and where it ends. */
export interface Numeral {
  value: string
  scale: string
  end: number
  chinese: boolean
  /** 多, 余, 几 inside the number. */
  loose: string | null
  /** Only 百 千 万 亿, no digit before them. */
  scaleOnly: boolean
}

const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const small: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const chineseChar = /[零〇一二两三四五六七八九十百千万亿点]/
/** 百 and 千 stand before 万 and 亿, never behind: 120万千瓦 is 万 of 千瓦. */
const scales = /[百千]?[万亿]{0,2}/y
const arabic = /[0-9]{1,15}(?:,[0-9]{3}){0,5}(?:\.[0-9]{1,8})?/y

/** Reads a number that begins at `i` (no sign), Arabic with Chinese scales or wholly Chinese; null when there is none. */
export function numeralAt(text: string, i: number): Numeral | null {
  const first = text.charAt(i)
  if (first >= '0' && first <= '9') return arabicAt(text, i)
  return chineseChar.test(first) && first !== '点' ? chineseAt(text, i) : null
}

/** 331, 1,286.4, 6600多万, 5百万, 1亿3千多万: up to four parts, each smaller than the one before. */
function arabicAt(text: string, i: number): Numeral | null {
  let end = i
  const read: { digits: string; scale: string }[] = []
  let printed: string | null = null
  let last = { scale: '', loose: null as string | null, worth: Number.POSITIVE_INFINITY }
  for (let parts = 0; parts < 4; parts++) {
    const part = partAt(text, end)
    if (!part || (parts > 0 && (last.scale === '' || part.scale === '' || worth(part.scale) >= last.worth))) break
    read.push(part)
    printed = parts === 0 ? part.digits : null
    last = { scale: part.scale, loose: part.loose ?? last.loose, worth: worth(part.scale) }
    end = part.end
  }
  if (end === i) return null
  const scale = /[万亿]+$/.exec(last.scale)?.[0] ?? ''
  const whole = printed !== null && scale === last.scale
  const value = whole && printed !== null ? printed : sumOf(read).div(worth(scale)).toFixed()
  return { value, scale, end, chinese: false, loose: last.loose, scaleOnly: false }
}

function sumOf(parts: readonly { digits: string; scale: string }[]): Decimal {
  return parts.reduce((sum, { digits, scale }) => sum.plus(new Decimal(digits).times(worth(scale))), new Decimal(0))
}

function partAt(text: string, i: number): { digits: string; scale: string; loose: string | null; end: number } | null {
  arabic.lastIndex = i
  const found = arabic.exec(text)?.[0]
  if (!found) return null
  let end = i + found.length
  let scale = scaleAt(text, end)
  end += scale.length
  let loose = looseAt(text, end)
  if (
    loose &&
    !loosensUnit(text, end + 1) &&
    !(/[万亿]$/.test(scale) && !/^[多来](?:式联|元化|边|样|功能|晶|自|源)/.test(text.slice(end, end + 3)))
  )
    loose = null
  if (loose) {
    const rest = scaleAt(text, end + 1)
    scale += rest
    end += 1 + rest.length
  }
  return { digits: found.replaceAll(',', ''), scale, loose, end }
}

function scaleAt(text: string, i: number): string {
  scales.lastIndex = i
  const scale = scales.exec(text)?.[0] ?? ''
  return scale === '千' && /[瓦伏米克卡帕焦赫兆]/.test(text.charAt(i + 1)) ? '' : scale
}

function worth(scale: string): number {
  let product = 1
  for (const char of scale) product *= char === '亿' ? 1e8 : char === '万' ? 1e4 : (small[char] ?? 1)
  return product
}

function looseAt(text: string, i: number): string | null {
  const char = text.charAt(i)
  return char === '多' || char === '余' || char === '来' ? char : null
}

/** 多 and 余 belong to the number only in front of a measure word or a scale, not in 多式联运. */
function loosensUnit(text: string, i: number): boolean {
  const char = text.charAt(i)
  return char === '万' || char === '亿' || unitAt(text, i) !== null
}

function chineseAt(text: string, i: number): Numeral | null {
  let end = i
  while (end < i + 16 && chineseChar.test(text.charAt(end))) end += 1
  let run = text.slice(i, end)
  if (run.endsWith('点')) run = run.slice(0, -1)
  end = i + run.length
  let loose: string | null = null
  let scale = ''
  const tail = /[万亿]+$/.exec(run)?.[0] ?? ''
  if (tail !== '' && tail.length <= 2) {
    scale = tail
    run = run.slice(0, run.length - tail.length)
  } else if (looseAt(text, end) && '万亿'.includes(text.charAt(end + 1)) && text.charAt(end + 1) !== '') {
    loose = looseAt(text, end)
    scale = scaleAt(text, end + 1)
    end += 1 + scale.length
  }
  if (!loose && looseAt(text, end) && loosensUnit(text, end + 1)) {
    loose = looseAt(text, end)
    end += 1
  }
  const scaleOnly = /^[百千]?$/.test(run)
  const value = run === '' ? '1' : /[万亿]/.test(run) ? mixedValue(run, scale) : chineseValue(run)
  return value === null ? null : { value, scale, end, chinese: true, loose, scaleOnly }
}

/** 一亿二千 in front of 万 is 12000 of them. */
function mixedValue(run: string, scale: string): string | null {
  const whole = chineseValue(`${run}${scale}`)
  return whole === null ? null : new Decimal(whole).div(worth(scale)).toFixed()
}

/** 三百四十 → 340, 二〇二四 → 2024, 零点三 → 0.3; null when the characters make no number. */
export function chineseValue(run: string): string | null {
  const [whole = '', fraction, ...more] = run.split('点')
  if (more.length > 0) return null
  if (fraction !== undefined) {
    const head = chineseValue(whole)
    const tail = [...fraction].map((char) => digits[char])
    return head === null || tail.length === 0 || tail.includes(undefined) ? null : `${head}.${tail.join('')}`
  }
  if (!/[十百千万亿]/.test(whole)) {
    const read = [...whole].map((char) => digits[char])
    return read.length === 0 || read.includes(undefined) ? null : String(Number(read.join('')))
  }
  return sectioned(whole)
}

function sectioned(run: string): string | null {
  let total = new Decimal(0)
  let group = new Decimal(0)
  let section = 0
  let digit: number | null = null
  for (const char of run) {
    if (char in digits) {
      if (digit !== null && digit !== 0) return null
      digit = digits[char] ?? 0
      continue
    }
    if (char in small) section += (digit ?? 1) * (small[char] ?? 1)
    else if (char === '万') group = group.plus(section + (digit ?? 0)).times(1e4)
    else {
      total = total.plus(group.plus(section + (digit ?? 0)).times(1e8))
      group = new Decimal(0)
    }
    if (!(char in small)) section = 0
    digit = null
  }
  return total
    .plus(group)
    .plus(section + (digit ?? 0))
    .toFixed()
}

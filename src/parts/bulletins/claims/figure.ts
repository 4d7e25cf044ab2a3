import { type Numeral, numeralAt } from './numerals.ts'
import { type UnitFamily, unitAt } from './unit-words.ts'

/** A figure as it stands in the text: number, unit, and what form it has; nothing yet about what it means. */
export interface Figure {
  end: number
  value: string | null
  upper?: string
  unit: string | null
  family: UnitFamily | 'fraction' | 'rank' | 'fold' | 'pace' | 'bare' | 'part'
  qualifier: string | null
  /** Written in Chinese numerals: often a word and no figure (三大, 两会). */
  chinese: boolean
  scaleOnly: boolean
}

const listed = { qualifier: null, chinese: false, scaleOnly: false }

/** The figure that begins at `i`, ranges and percent signs included; null when no number stands there. */
export function figureAt(text: string, i: number): Figure | null {
  return fractionAt(text, i) ?? ratioAt(text, i) ?? plainAt(text, i)
}

const fraction = /([一二两三四五六七八九十0-9]{1,3})分之([一二两三四五六七八九十百点零0-9.]{1,8})/y
const slashed = /([1-9])\/([1-9][0-9]?)(?=以上|左右|的|强|多|来自|由|是|[，。；、）]|$)/y
const halves = /(?:半壁江山|一半|过半|逾半|超半|半数|对半)(?!导体|径|成品|年|月|天|小时|岛|数以上的?决)/y
const folds = /翻(?:了|[两一二三四]番)?(?:近|约|超)?([一二两三四五1-9](?:\.[0-9])?)?(?:番|倍)(多)?/y
const paces =
  /(时间过半[、，]?任务(?:完成)?[“"]?(?:过半|超半|完成过半|双过半)|双过半|(?:任务|目标)(?:完成)?[“"]?(?:过半|超半)[”"]?[、，]?时间过半)/y
const structure = /([0-9]{1,2}(?:\.[0-9]{1,2})?):([0-9]{1,2}(?:\.[0-9]{1,2})?):([0-9]{1,2}(?:\.[0-9]{1,2})?)/y

function sticky(rule: RegExp, text: string, i: number): RegExpExecArray | null {
  rule.lastIndex = i
  return rule.exec(text)
}

const toOne = /([0-9]{1,3}(?:\.[0-9]{1,3})?):1(?![0-9:.])/y

/** 城乡收入比为2.21:1: one figure, the number of times. */
function ratioAt(text: string, i: number): Figure | null {
  if (!/[0-9]/.test(text.charAt(i)) || !text.slice(Math.max(0, i - 12), i).includes('比')) return null
  const found = sticky(toOne, text, i)
  return found ? { ...listed, end: i + found[0].length, value: found[1] ?? null, unit: null, family: 'physical' } : null
}

function fractionAt(text: string, i: number): Figure | null {
  const char = text.charAt(i)
  const parts = sticky(fraction, text, i)
  if (parts) return fractionOf(parts, i)
  const slash = /[0-9]/.test(char) && /[\u4e00-\u9fff]/.test(text.charAt(i - 1)) ? sticky(slashed, text, i) : null
  if (slash && Number(slash[1]) < Number(slash[2])) {
    const value = String(Math.round((Number(slash[1]) / Number(slash[2])) * 1e6) / 1e6)
    return { ...listed, end: i + slash[0].length, value, unit: null, family: 'fraction' }
  }
  if (char === '翻') {
    const found = sticky(folds, text, i)
    if (!found) return null
    const times = numeralAt(found[1] ?? '一', 0)?.value ?? '1'
    const unit = found[0].replace('多', '').slice(-1)
    return { ...listed, end: i + found[0].length, value: times, unit, family: 'fold', qualifier: found[2] ?? null }
  }
  if ('半一过对逾超'.includes(char) && char !== '') {
    const found = sticky(halves, text, i)
    if (found) return { ...listed, end: i + found[0].length, value: '0.5', unit: null, family: 'fraction' }
  }
  return null
}

function fractionOf(parts: RegExpExecArray, i: number): Figure | null {
  const [all, below = '', above = ''] = parts
  const top = numeralAt(above, 0)
  if (!top || top.end < above.length) return null
  const end = i + all.length
  if (below === '百') return { ...listed, end, value: top.value, unit: '%', family: 'percent' }
  if (below === '千') return { ...listed, end, value: top.value, unit: '‰', family: 'percent' }
  const bottom = numeralAt(below, 0)
  if (!bottom || Number(bottom.value) === 0) return null
  const value = String(Math.round((Number(top.value) / Number(bottom.value)) * 1e6) / 1e6)
  return { ...listed, end, value, unit: null, family: 'fraction' }
}

/** 时间过半、任务过半 and its kin, with or without the quotation marks around 双过半. */
export function paceAt(text: string, i: number): { start: number; end: number } | null {
  if (!'时双任目'.includes(text.charAt(i))) return null
  const found = sticky(paces, text, i)
  return found ? { start: i, end: i + found[0].length } : null
}

/** The three shares of 三次产业结构 4.6:43.8:51.6; null where no such triple stands. */
export function structureAt(
  text: string,
  i: number,
): { parts: { start: number; end: number; value: string }[]; end: number } | null {
  const found = sticky(structure, text, i)
  if (!found) return null
  let at = i
  const parts = found.slice(1, 4).map((value) => {
    const part = { start: at, end: at + value.length, value }
    at = part.end + 1
    return part
  })
  return { parts, end: i + found[0].length }
}

function plainAt(text: string, i: number): Figure | null {
  const char = text.charAt(i)
  const signed =
    (char === '-' || char === '+') && /[0-9]/.test(text.charAt(i + 1)) && !/[0-9A-Za-z%]/.test(text.charAt(i - 1))
  const from = signed ? i + 1 : i
  if (/^百分之/.test(text.slice(from, from + 3))) return percentInWords(text, from)
  const number = numeralAt(text, from)
  if (!number) return null
  const range = rangeAt(text, from, number)
  if (range) return range
  const unit = unitBehind(text, number)
  const tenth = unit.family === 'part' ? '一二三四五六七八九'.indexOf(text.charAt(unit.end) || '—') + 1 : 0
  const sign = signed && char === '-' ? '-' : ''
  return {
    end: unit.end + (tenth > 0 ? 1 : 0),
    value: `${sign}${number.value}${tenth > 0 ? `.${tenth}` : ''}`,
    unit: unit.unit,
    family: unit.family,
    qualifier: number.loose ?? unit.loose,
    chinese: number.chinese,
    scaleOnly: number.scaleOnly,
  }
}

function percentInWords(text: string, i: number): Figure | null {
  const number = numeralAt(text, i + 3)
  return number ? { ...listed, end: number.end, value: number.value, unit: '%', family: 'percent' } : null
}

interface Unit {
  unit: string | null
  family: Figure['family']
  end: number
  loose: string | null
}

function unitBehind(text: string, number: Numeral): Unit {
  const { scale, end } = number
  if (text.startsWith('/10万', end)) return { unit: '/10万', family: 'physical', end: end + 4, loose: null }
  if (
    text.charAt(end) === '成' &&
    !/[^，。；、：！？）的以左多一二三四五六七八九\n]/.test(text.charAt(end + 1) || '。') &&
    scale === ''
  )
    return { unit: '成', family: 'part', end: end + 1, loose: null }
  if (text.charAt(end) === '成' && scale === '' && number.chinese && !tenthless.test(text.slice(end, end + 2)))
    return { unit: '成', family: 'part', end: end + 1, loose: null }
  const about = /^个多(小时|月|百分点|工作日|季度)/.exec(text.slice(end, end + 6))
  if (about && scale === '') {
    const family = about[1] === '百分点' ? 'points' : 'duration'
    return { unit: `个${about[1]}`, family, end: end + about[0].length, loose: '多' }
  }
  const found = unitAt(text, end) ?? (text.charAt(end) === ' ' ? unitAt(text, end + 1) : null)
  if (!found) return { unit: scale === '' ? null : scale, family: 'bare', end, loose: null }
  const loose = found.family === 'times' && /[多余]/.test(text.charAt(found.end)) ? text.charAt(found.end) : null
  return { unit: `${scale}${found.unit}`, family: found.family, end: found.end + (loose ? 1 : 0), loose }
}

/** 2.6元到3.1元: the unit is said twice; behind 从 and 由 they are a pair. */
function bothWithUnit(text: string, from: number, number: Numeral, low: Unit): Figure | null {
  if (!/^(?:money|physical)$/.test(low.family) || /[从由自]/.test(text.slice(Math.max(0, from - 8), from))) return null
  const mark = /^(?:-|——?|至|到)/.exec(text.slice(low.end, low.end + 2))?.[0]
  const high = mark ? numeralAt(text, low.end + mark.length) : null
  const unit = high ? unitBehind(text, high) : null
  if (!high || unit?.unit !== low.unit || Number(high.value) <= Number(number.value)) return null
  const { family } = unit
  return { ...listed, end: unit.end, value: number.value, upper: high.value, unit: unit.unit, family }
}

/** 三成立, 一成员: the numeral belongs to a word. */
const tenthless = /^成[员立果功为本都分年绩型效长品交熟套片就县渝千]/

const rangeMark = /^(?:%|[万亿]?[元]?)?(?:-|——?|至|到)/

/** 3%—5%, 3至5个, 10万—12万吨: one claim from the lower to the upper end. */
function rangeAt(text: string, from: number, number: Numeral): Figure | null {
  const low = unitBehind(text, number)
  const twice = bothWithUnit(text, from, number, low)
  if (twice) return twice
  const lowEnd = low.family === 'percent' ? low.end : number.end
  const mark = /^(?:-|——?|至|到)/.exec(text.slice(lowEnd, lowEnd + 2))?.[0]
  if (!mark || !rangeMark.test(text.slice(number.end, number.end + 4))) return null
  const high = numeralAt(text, lowEnd + mark.length)
  if (!high || high.chinese !== number.chinese) return null
  const unit = unitBehind(text, high)
  if (unit.unit === null || unit.family === 'bare') return null
  if (low.family === 'percent' && unit.family !== 'percent') return null
  if (Number(high.value) <= Number(number.value)) return null
  return {
    ...listed,
    end: unit.end,
    value: number.value,
    upper: high.value,
    unit: unit.unit,
    family: unit.family,
    chinese: number.chinese,
  }
}

import { numeralAt } from './numerals.ts'
import { unitAt } from './unit-words.ts'

/** A number that is part of a name, an ordinal or a reference, so no figure: where it ends and why. */
export interface Name {
  end: number
  reason: string
  /** It may stand inside an indicator phrase (PM2.5, 第三产业), or is only an aside (〔2023〕18号). */
  noun: boolean
}

type Rule = readonly [RegExp, string, boolean]

const han = '一二三四五六七八九十百零〇两'

/** Rules that hold at any place, tried in order; all bounded, none nested. */
const anywhere: readonly Rule[] = [
  [/[〔［[][12][0-9]{3}[〕］\]][0-9]{1,5}号?/y, 'document number', false],
  [/第[一二三123](?:[、和](?:第)?[一二三123]){0,2}产业/y, 'name', true],
  [/[一二三](?:、[一二三]){1,2}产业/y, 'name', true],
  [/[一二三]产(?!值|量|品)/y, 'name', true],
  [
    /第[0-9]{1,4}(?:届|次|批|期|章|条|款|项|号|轮|季|代|天|版|卷|页|部分|列|班|趟|台|辆|架|个|家|座|大街|大道|方阵|梯队|类|场|年)/y,
    'ordinal',
    true,
  ],
  [
    new RegExp(
      `第[${han}]{1,4}(?:届|次|批|期|章|条|款|项|号|轮|季|代|天|版|卷|页|部分|列|班|个|家|座|大街|大道|方阵|梯队|类|场|年|师|军|医院|中学|小学|人民|工厂|生态|巡视|书记|课堂|动力|资源|要务|责任|时间|现场|线|曲线|站|手|人称|生产力|战略)`,
      'y',
    ),
    'ordinal',
    true,
  ],
  [
    /[一二三四五六七八九十0-9]{1,3}(?:星级|甲医院|甲|级(?!以上企业)|类|型|期(?!间)|届|环|本|线(?:城市)?|号(?:线|楼|文件|院|桥|地块|店|机组|位)?)(?!产业)/y,
    'name',
    true,
  ],
  [
    /[0-9]{1,4}(?:[国省县乡]道|辅道|路|大街|弄|栋楼|室|座(?=[0-9]{1,2}楼|[0-9]{3,4}室)|强|周年|幢楼|时[0-9]{1,2}分|时(?![段效速])|点[0-9]{1,2}分|点钟|号)/y,
    'name',
    true,
  ],
  [new RegExp(`[${han}]{1,3}(?:强|周年|国集团|个五年|带一路|十工程)`, 'y'), 'name', true],
  [/[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:.])/y, 'clock time', false],
  [/[0-9]{1,3}(?:\+[0-9A-Za-z]{1,3}){1,5}/y, 'name', true],
  [/[0-9]{1,3}[×xX*][0-9]{1,3}(?:小时|天)?/y, 'name', true],
  [
    /(?<![情年月日税目以之])前(?:[0-9]{1,2}(?:\.[0-9]{1,2})?[%‰]|百分之[一二三四五六七八九十]{1,3})/y,
    'percentile',
    true,
  ],
  [/0[0-9]{2,3}-[0-9]{7,8}/y, 'telephone', false],
  [
    /每(?:[百千万亿]|[0-9]{1,5})?(?:人口|人|户|亩|吨|平方米|平方公里|公斤|立方米|股|名|位|百|千|万|家|台|年|月|天|日|季度|周|个)/y,
    'name',
    true,
  ],
  [/[百千万]元(?=[^，。；、0-9（）以及大]{1,12})/y, 'name', true],
  [/[0-9]{1,6}(?:年代|后)(?=[^，。])/y, 'name', true],
]

const acronym = /(?:GDP|CPI|PPI|PMI|GNP|EPI|AQI|SO|NO|CO|COD|WTO|TEU)(?=[^A-Za-z])/y
const latin = /[A-Za-z][A-Za-z0-9.\-+/&%_]{0,40}/y
const url = /(?:www\.|https?:)[A-Za-z0-9./:_?=&%#-]{1,200}/y
const digitsThenLatin = /[0-9]{1,4}(?:\.[0-9]{1,2})?[A-Za-z]{1,8}/y

/** The name that begins at `i` and takes in a number or Latin letters; null when none does. */
export function nameAt(text: string, i: number): Name | null {
  const char = text.charAt(i)
  if (/[A-Za-z]/.test(char)) return latinAt(text, i)
  if (!/[0-9前第一二三四五六七八九十百千万零两每〔[［]/.test(char)) return null
  for (const [rule, reason, noun] of anywhere) {
    const end = matchEnd(rule, text, i)
    if (end !== null && !isFigureInstead(text, i, end)) return { end, reason, noun }
  }
  const mixed = /[0-9]/.test(char) ? matchEnd(digitsThenLatin, text, i) : null
  if (mixed !== null) {
    const number = numeralAt(text, i)
    if (!number || !unitAt(text, number.end)) return { end: mixed, reason: 'name', noun: true }
  }
  return null
}

/** 3路 and 2号 are names, 5类 behind 共 may be counted; a rank such as 第5位 is never taken here. */
function isFigureInstead(text: string, i: number, end: number): boolean {
  return /^第?[0-9一二三四五六七八九十]{1,3}期/.test(text.slice(i, end)) && text.charAt(end) === '间'
}

function latinAt(text: string, i: number): Name | null {
  const known = matchEnd(acronym, text, i)
  if (known !== null) return { end: known, reason: 'name', noun: true }
  const address = matchEnd(url, text, i)
  if (address !== null) return { end: address, reason: 'address', noun: false }
  let end = matchEnd(latin, text, i)
  if (end === null) return null
  const word = text.slice(i, end)
  const tail = /^([A-Za-z]+)[0-9][0-9.]*%?$/.exec(word)
  if (tail?.[1]) {
    const number = numeralAt(text, i + tail[1].length)
    const unit = number ? unitAt(text, number.end) : null
    if (number && (unit?.family === 'percent' || (number.scale !== '' && unit))) end = i + tail[1].length
  }
  while (end > i + 1 && /[.%\-+/]/.test(text.charAt(end - 1))) end -= 1
  const reference = /^ ?[0-9]{1,6}(?:\.[0-9]{1,4})?(?![0-9.%万亿元个家吨])/.exec(text.slice(end, end + 14))
  if (reference && text.charAt(end) === ' ') end += reference[0].length
  return { end, reason: 'name', noun: true }
}

function matchEnd(rule: RegExp, text: string, i: number): number | null {
  rule.lastIndex = i
  const found = rule.exec(text)
  return found ? i + found[0].length : null
}

const rankUnit = /(?:位|名)(?!单|列|牌)/y
const rankNumber = /(?:第|前)([0-9]{1,4}|[一二三四五六七八九十百]{1,4})/y

/** 第4位, 第7名, 前10名, 第二, 前三, 首位: the place in a ranking. `bare` when neither 位 nor 名 says so. */
export function rankAt(
  text: string,
  i: number,
): { end: number; value: string; unit: string | null; bare: boolean } | null {
  const char = text.charAt(i)
  if (char === '首' || char === '榜') {
    const word = text.slice(i, i + 2)
    return word === '首位' || word === '榜首' ? { end: i + 2, value: '1', unit: null, bare: false } : null
  }
  if (char !== '第' && char !== '前') return null
  rankNumber.lastIndex = i
  const found = rankNumber.exec(text)
  const number = found ? numeralAt(found[1] ?? '', 0) : null
  if (!found || !number) return null
  const end = i + found[0].length
  if (/[.%0-9]/.test(text.charAt(end)) || (char === '前' && /[年月以日之目此]/.test(text.charAt(i - 1)))) return null
  const unitEnd = matchEnd(rankUnit, text, end)
  if (unitEnd !== null) return { end: unitEnd, value: number.value, unit: text.slice(end, unitEnd), bare: false }
  return { end, value: number.value, unit: null, bare: true }
}

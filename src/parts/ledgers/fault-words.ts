import { type Details, type Locale, say, type Words } from '#kernel/i18n/words.ts'
import type { RefusalText } from '#kernel/refusal.ts'
import type { Ledger, OwnCheck } from './ledger.ts'
import type { Fault } from './row-checker.ts'

/** What is wrong with a row and what to do, in one language. */
export function faultWords(ledger: Ledger, fault: Fault, locale: Locale): { reason: string; cure: string } {
  const column = fault.column ? ledger.columns[fault.column]?.words[locale] : undefined
  const { problem, cure } = textOf(ledger, fault.check)
  const details: Details = { ...fault.details, column: column ?? '' }
  const reason = say(problem, locale, details)
  return {
    reason: column ? (locale === 'zh' ? `${column}：${reason}` : `${column}: ${reason}`) : reason,
    cure: say(cure, locale, details),
  }
}

/** Both languages at once, for replies that pages print. */
export function faultInWords(
  ledger: Ledger,
  fault: Fault,
): { check: string; column: string | null; reason: Words; cure: Words } {
  const [zh, en] = [faultWords(ledger, fault, 'zh'), faultWords(ledger, fault, 'en')]
  return {
    check: fault.check,
    column: fault.column ?? null,
    reason: { zh: zh.reason, en: en.reason },
    cure: { zh: zh.cure, en: en.cure },
  }
}

function textOf(ledger: Ledger, check: string): RefusalText {
  const declared = [...ledger.checks, ...(ledger.across ?? [])].find((candidate) => candidate.name === check)
  if (declared) return { problem: declared.meaning, cure: declared.cure }
  return (
    ownTexts[check as OwnCheck] ?? {
      problem: { zh: `未通过校验 ${check}`, en: `Failed the check ${check}` },
      cure: { zh: '请核对这一行', en: 'See to this row' },
    }
  )
}

const ownTexts: Record<OwnCheck, RefusalText> = {
  required: {
    problem: { zh: '必填，但为空', en: 'is required but empty' },
    cure: { zh: '请填写该列', en: 'Fill it in' },
  },
  'text-too-long': {
    problem: { zh: '有 {length} 个字，最多 {longest} 个', en: 'has {length} characters, at most {longest} fit' },
    cure: { zh: '请缩短', en: 'Make it shorter' },
  },
  'control-character': {
    problem: { zh: '含有看不见的控制字符', en: 'contains an invisible control character' },
    cure: { zh: '请重新输入该单元格', en: 'Type the cell anew' },
  },
  'digits-lost': {
    problem: {
      zh: '“{value}”是科学计数法，电子表格已经丢失了后面的数字',
      en: '"{value}" is an exponent; the spreadsheet has lost its last digits',
    },
    cure: {
      zh: '请把该列设为文本格式，再填入完整的号码',
      en: 'Set the column to text and type the whole number again',
    },
  },
  choice: {
    problem: { zh: '“{value}”不在可选值之中', en: '"{value}" is none of the choices' },
    cure: { zh: '请填其中之一：{choices}', en: 'Choose one of: {choices}' },
  },
  day: {
    problem: { zh: '“{value}”不是一个存在的日期', en: '"{value}" is not a day that exists' },
    cure: {
      zh: '请写成 2018-06-28 或 2018年6月28日 的样子，并核对日历',
      en: 'Write it like 2018-06-28 and see the calendar',
    },
  },
  month: {
    problem: { zh: '“{value}”不是一个月份', en: '"{value}" is not a month' },
    cure: { zh: '请写成 2018-06 或 2018年6月', en: 'Write it like 2018-06' },
  },
  moment: {
    problem: { zh: '“{value}”不是一个存在的时间', en: '"{value}" is not a moment that exists' },
    cure: {
      zh: '请写成 2018-06-28 13:05:00 或 20180628130500，按北京时间',
      en: 'Write it like 2018-06-28 13:05:00 by the clock of Beijing',
    },
  },
  whole: {
    problem: { zh: '“{value}”不是整数', en: '"{value}" is not a whole number' },
    cure: { zh: '请只填整数，不带单位', en: 'Type a whole number without a unit' },
  },
  decimal: {
    problem: { zh: '“{value}”不是数', en: '"{value}" is not a number' },
    cure: { zh: '请只填数字，不带单位和文字', en: 'Type digits only, no unit, no words' },
  },
  'too-precise': {
    problem: { zh: '“{value}”的小数超过 {places} 位', en: '"{value}" has more than {places} decimals' },
    cure: {
      zh: '请按原始凭证保留 {places} 位小数，或核对单位',
      en: 'Keep {places} decimals as on the document, or see to the unit',
    },
  },
  'too-small': {
    problem: { zh: '“{value}”小于 {min}', en: '"{value}" is below {min}' },
    cure: { zh: '请核对数值', en: 'See to the figure' },
  },
  'too-large': {
    problem: { zh: '“{value}”大于 {max}', en: '"{value}" is above {max}' },
    cure: { zh: '请核对数值和单位', en: 'See to the figure and its unit' },
  },
  uscc: {
    problem: { zh: '“{value}”的校验位不对（GB 32100）', en: '"{value}" does not check (GB 32100)' },
    cure: { zh: '已导入；请对照营业执照核对代码', en: 'It is in; compare the code with the business licence' },
  },
  unit: {
    problem: { zh: '没有“{value}”这个单位', en: 'there is no unit "{value}"' },
    cure: { zh: '请填单位的代码或全称', en: "Write the unit's code or full name" },
  },
  'outside-scope': {
    problem: {
      zh: '这一行属于您无权填报的单位 {unit}',
      en: 'the row belongs to {unit}, which is outside what you may write',
    },
    cure: { zh: '请交给该单位导入，或核对所属单位', en: 'Let that unit import it, or see to the unit' },
  },
  formula: {
    problem: { zh: '有单元格是公式', en: 'a cell holds a formula' },
    cure: { zh: '请复制该单元格并“选择性粘贴为数值”', en: 'Copy the cell and paste it as a value' },
  },
  ragged: {
    problem: {
      zh: '有 {found} 个单元格，表头有 {expected} 个',
      en: 'has {found} cells while the headings are {expected}',
    },
    cure: {
      zh: '请补齐缺少的单元格；含逗号的文字要放在英文引号里',
      en: 'Fill in what is missing; put text with a comma in quotes',
    },
  },
  duplicate: {
    problem: {
      zh: '同一文件中有多行是同一条记录，行号：{lines}',
      en: 'the file has this record more than once, on lines {lines}',
    },
    cure: { zh: '请只保留正确的一行', en: 'Keep the right one' },
  },
}

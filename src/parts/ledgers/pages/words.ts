import type { Words } from '#web/locale.tsx'
import type { BatchShown, ImportShown } from '../import-shapes.ts'

/** How a batch came to be. */
export const originWords: Record<BatchShown['origin'], Words> = {
  file: { zh: '文件导入', en: 'file' },
  page: { zh: '页面登记或更正', en: 'by hand' },
  zone: { zh: '数据包载入', en: 'zone package' },
  door: { zh: '实时报送', en: 'sent singly' },
}

/** Who a batch came from; what a zone package brought came from no person. */
export function whoEntered({ origin, enteredByName: name }: Pick<BatchShown, 'origin' | 'enteredByName'>): Words {
  return origin === 'zone' ? { zh: '数据包', en: 'the zone package' } : { zh: name, en: name }
}

/** Headings of findings by check; a ledger's own checks are headed by what they say of a row. */
export const checkWords: Readonly<Record<string, Words>> = {
  required: { zh: '必填，但为空', en: 'Required but empty' },
  'text-too-long': { zh: '文字太长', en: 'Text too long' },
  'control-character': { zh: '含看不见的控制字符', en: 'Invisible control characters' },
  'digits-lost': { zh: '号码变成了科学计数法', en: 'Digits lost to an exponent' },
  choice: { zh: '不在可选值之中', en: 'None of the choices' },
  day: { zh: '日期不存在', en: 'Days that do not exist' },
  month: { zh: '不是月份', en: 'Not a month' },
  whole: { zh: '不是整数', en: 'Not a whole number' },
  decimal: { zh: '不是数', en: 'Not a number' },
  'too-precise': { zh: '小数位太多', en: 'Too many decimals' },
  'too-small': { zh: '数值太小', en: 'Below the least' },
  'too-large': { zh: '数值太大', en: 'Above the most' },
  uscc: { zh: '信用代码校验位不对', en: 'Credit codes that do not check' },
  unit: { zh: '没有这个单位', en: 'Unknown units' },
  'outside-scope': { zh: '属于您无权填报的单位', en: 'Of units you may not write' },
  formula: { zh: '含有公式', en: 'Formulas' },
  ragged: { zh: '单元格数与表头不符', en: 'Cells do not fit the headings' },
  duplicate: { zh: '同一条记录出现多次', en: 'The same record more than once' },
}

/** What the workbook of rejected rows adds to a file's own columns; not shown when it comes back. */
export const addedHeadings: ReadonlySet<string> = new Set(['行号', '原因', '处理办法', 'Line', 'Reason', 'What to do'])

/** What an import did, or would do, as one sentence. */
export const countSentence: Record<'would' | 'did', Words> = {
  would: {
    zh: '共 {rows} 行：将新增 {accepted} 行，更正 {corrected} 行（旧值保留），{unchanged} 行与现有相同，{rejected} 行不能导入。',
    en: '{rows} rows: {accepted} will be added and {corrected} corrected (old values stay), {unchanged} are as they were, {rejected} cannot go in.',
  },
  did: {
    zh: '共 {rows} 行：新增 {accepted} 行，更正 {corrected} 行（旧值保留），{unchanged} 行与现有相同，退回 {rejected} 行。',
    en: '{rows} rows: {accepted} added and {corrected} corrected (old values stay), {unchanged} as they were, {rejected} sent back.',
  },
}

/** The counts those sentences take. */
export function countsOf(told: Counts): Counts {
  const { rows, accepted, corrected, unchanged, rejected, warned } = told
  return { rows, accepted, corrected, unchanged, rejected, warned }
}

type Counts = Pick<ImportShown, 'rows' | 'accepted' | 'corrected' | 'unchanged' | 'rejected' | 'warned'>

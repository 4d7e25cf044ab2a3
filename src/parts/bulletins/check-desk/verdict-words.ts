import type { Words } from '#kernel/i18n/words.ts'
import type { Verdict } from '../checking/report.ts'

/** Verdicts in the order in which a person reads them: first what was not checked, then what is wrong, then what is right. */
export const readingOrder: readonly Verdict[] = [
  'not-bound',
  'not-checkable',
  'contradicted',
  'unit-slip',
  'inconsistent',
  'stale',
  'matched-by-rounding',
  'matched',
]

export const unchecked: readonly Verdict[] = ['not-bound', 'not-checkable']
export const wrong: readonly Verdict[] = ['contradicted', 'unit-slip', 'inconsistent', 'stale']

/** The mark and the word of each verdict; the colour is never the only sign. */
export const verdictSigns: Record<Verdict, { glyph: string; words: Words; means: Words }> = {
  'not-bound': {
    glyph: '?',
    words: { zh: '未对应指标', en: 'No indicator' },
    means: { zh: '不知道说的是哪个指标，请选定', en: 'It is not known which indicator is meant: choose one' },
  },
  'not-checkable': {
    glyph: '○',
    words: { zh: '无法核对', en: 'Not checkable' },
    means: { zh: '没有可以对照的数据', en: 'There is no data to hold it against' },
  },
  contradicted: {
    glyph: '✕',
    words: { zh: '与数据不符', en: 'Contradicted' },
    means: { zh: '数据说的是另一个数', en: 'The data say another figure' },
  },
  'unit-slip': {
    glyph: '⇅',
    words: { zh: '单位错位', en: 'Unit slip' },
    means: { zh: '数字对，单位差了万、亿或百分点', en: 'The digits are right, the unit is not' },
  },
  inconsistent: {
    glyph: '≠',
    words: { zh: '文内不一致', en: 'Inconsistent' },
    means: { zh: '与文中别处的数字对不上', en: 'It does not fit another figure of the text' },
  },
  stale: {
    glyph: '↻',
    words: { zh: '数据已更新', en: 'Stale' },
    means: { zh: '从前对，数据后来改了', en: 'It was right once; the data have changed' },
  },
  'matched-by-rounding': {
    glyph: '≈',
    words: { zh: '修约后相符', en: 'Matched by rounding' },
    means: { zh: '按文中的位数修约后相同', en: 'The same once rounded as the text rounds' },
  },
  matched: {
    glyph: '✓',
    words: { zh: '相符', en: 'Matched' },
    means: { zh: '与数据相同', en: 'The same as the data' },
  },
}

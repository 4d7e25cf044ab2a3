import { csvLine } from '#kernel/files/csv-text.ts'
import type { Locale, Words } from '#kernel/i18n/words.ts'
import { aspectWords } from './aspects.ts'
import type { Comparison, Moved, Subject } from './compare.ts'

/** One line a figure: what it is, how it read then and now, by how much it moved, and why. With the mark that spreadsheets look for. */
export function comparisonCsv({ moved, added, dropped, samePeriod }: Comparison, locale: Locale): string {
  const words = (text: Words) => text[locale]
  const head = headWords.map(words)
  const subject = ({ indicator, name, aspect }: Subject) => [
    indicator ?? '',
    name ? words(name) : '',
    words(aspectWords[aspect]),
  ]
  const lines = [
    head,
    ...moved.map((one) => [
      ...[words(kindWords.moved), ...subject(one), one.was.text, one.now.text],
      ...[one.difference ?? '', one.difference === null ? '' : one.unit, one.percent ?? ''],
      reasonOf(one, samePeriod, locale),
    ]),
    ...added.map((one) => [words(kindWords.added), ...subject(one), '', one.text, '', '', '', '']),
    ...dropped.map((one) => [words(kindWords.dropped), ...subject(one), one.text, '', '', '', '', '']),
  ]
  return `\uFEFF${lines.map(csvLine).join('')}`
}

function reasonOf({ corrected, causes }: Moved, samePeriod: boolean, locale: Locale): string {
  const records = causes.map(({ title, path }) => `${title} (${path})`).join('; ')
  const corrections = corrected
    ? `${kindWords.corrected[locale]} ${corrected.text}${records === '' ? '' : `: ${records}`}`
    : ''
  return [samePeriod ? '' : kindWords.period[locale], corrections].filter((part) => part !== '').join('; ')
}

const headWords: Words[] = [
  { zh: '类别', en: 'kind' },
  { zh: '指标代码', en: 'indicator' },
  { zh: '指标', en: 'name' },
  { zh: '方面', en: 'aspect' },
  { zh: '前一期', en: 'earlier' },
  { zh: '后一期', en: 'later' },
  { zh: '差', en: 'difference' },
  { zh: '单位', en: 'unit' },
  { zh: '变动百分比', en: 'percent' },
  { zh: '原因', en: 'reason' },
]

const kindWords = {
  moved: { zh: '变动', en: 'moved' },
  added: { zh: '新增', en: 'added' },
  dropped: { zh: '减少', en: 'dropped' },
  period: { zh: '时期不同', en: 'another period' },
  corrected: { zh: '前一期更正为', en: 'the earlier one corrected to' },
} satisfies Record<string, Words>

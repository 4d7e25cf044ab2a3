import type { Source } from '../figure-kinds.ts'
import type { FrozenWhole } from './frozen.ts'

const headings = [
  'locale',
  'place',
  'printed',
  'missing',
  'kind',
  'indicator',
  'name',
  'period',
  'area',
  'exact',
  'unit',
]

/** Every printed figure with the fact behind it, as a table that opens in any spreadsheet. */
export function figuresCsv({ figures, sources }: FrozenWhole): string {
  const lines = figures.map(({ locale, place, text, missing, kind, key }) => {
    const told = toldOf(sources.get(key), locale)
    return [locale, String(place), text, missing ? 'yes' : 'no', kind, ...told]
  })
  return `\uFEFF${[headings, ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`
}

function toldOf(source: Source | undefined, locale: 'zh' | 'en'): string[] {
  if (!source) return ['', '', '', '', '', '']
  if (source.of === 'counts') return ['', '', String(source.year), source.area, '', '']
  if (source.of === 'pace') {
    const { indicator, name, period, actual, unit } = source.row
    return [indicator, name[locale], period, source.area, actual ?? '', unit]
  }
  const { indicator, name, period, area, exact, unit } = source.fact
  return [indicator, name[locale], period, area, exact ?? '', unit]
}

/** A cell that a spreadsheet takes for words stays words. */
function cell(text: string): string {
  const safe = /^[=@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

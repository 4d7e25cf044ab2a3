import type { Tx } from '#kernel/db/work.ts'
import { csvLine } from '#kernel/files/csv-text.ts'
import type { FileAnswer } from '#kernel/http/endpoint.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { standing, vintagesOf } from './observations.ts'
import { type OpenIndicator, openCatalogue, openIndicatorIn } from './open-catalogue.ts'
import { zoneName } from './open-figures.ts'

interface Column {
  name: string
  words: Words
  datatype: string | { base: string; format?: string }
  required?: true
  /** codes with their words, for those who read the metadata */
  codes?: Record<string, Words>
}

/** The columns of the file, and of its metadata: said once. */
const columns: readonly Column[] = [
  {
    name: 'frequency',
    words: { zh: '频度', en: 'Frequency' },
    datatype: { base: 'string', format: 'A|S|Q|M' },
    required: true,
    codes: {
      A: { zh: '年', en: 'year' },
      S: { zh: '半年', en: 'half-year' },
      Q: { zh: '季', en: 'quarter' },
      M: { zh: '月', en: 'month' },
    },
  },
  { name: 'period', words: { zh: '时期', en: 'Period' }, datatype: 'string', required: true },
  { name: 'start', words: { zh: '起', en: 'First day' }, datatype: 'date', required: true },
  { name: 'end', words: { zh: '止', en: 'Last day' }, datatype: 'date', required: true },
  {
    name: 'measure',
    words: { zh: '度量', en: 'Measure' },
    datatype: { base: 'string', format: 'LEVEL|GROWTH|LEVEL_YTD|GROWTH_YTD' },
    required: true,
    codes: {
      LEVEL: { zh: '本期数', en: 'value of the period' },
      GROWTH: { zh: '本期同比', en: 'change of the period on the year before' },
      LEVEL_YTD: { zh: '年初至本期累计数', en: 'value from January to the end of the period' },
      GROWTH_YTD: { zh: '累计同比', en: 'change of that on the year before' },
    },
  },
  { name: 'value', words: { zh: '数值', en: 'Value' }, datatype: 'decimal', required: true },
  { name: 'unit', words: { zh: '单位', en: 'Unit' }, datatype: 'string', required: true },
  {
    name: 'status',
    words: { zh: '状态', en: 'Status' },
    datatype: { base: 'string', format: 'final|provisional' },
    required: true,
  },
  { name: 'shown_since', words: { zh: '公开自', en: 'Shown since' }, datatype: 'dateTime', required: true },
]

const primaryKey = ['frequency', 'period', 'measure']

/** All standing values of an open figure (RFC 4180, UTF-8); refuses `portal/not-open` (404). */
export async function csvOf(tx: Tx, code: string): Promise<FileAnswer> {
  const open = openIndicatorIn(await openCatalogue(tx), code)
  const lines = standing(await vintagesOf(tx, [open])).map((one) =>
    csvLine([
      ...[
        one.freq,
        one.period,
        one.measure.endsWith('YTD') ? `${one.end.slice(0, 4)}-01-01` : one.start,
        one.end,
        one.measure,
        one.value,
        one.unit,
      ],
      one.status === 'provisional' ? 'provisional' : 'final',
      one.validFrom.toISOString(),
    ]),
  )
  return {
    ...{ name: `${open.indicator.code}.csv`, type: 'text/csv; charset=utf-8; header=present' },
    content: csvLine(columns.map(({ name }) => name)) + lines.join(''),
    headers: {
      link: `<${encodeURIComponent(open.indicator.code)}.csv-metadata.json>; rel="describedby"; type="application/csvm+json"`,
    },
  }
}

/** What the file says, by CSV on the Web (W3C tabular metadata); refuses `portal/not-open` (404). */
export async function csvMetadataOf(tx: Tx, code: string, base: string): Promise<FileAnswer> {
  const open = openIndicatorIn(await openCatalogue(tx), code)
  return {
    ...{ name: `${open.indicator.code}.csv-metadata.json`, type: 'application/csvm+json', inline: true },
    content: JSON.stringify(await metadataOf(tx, open, base), null, 2),
  }
}

async function metadataOf(tx: Tx, { indicator, openedAt }: OpenIndicator, base: string) {
  const { code, name, unit, basis, source } = indicator
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
    url: `${code}.csv`,
    'dc:title': spoken(name),
    'dc:description': spoken(source),
    'dc:publisher': spoken(await zoneName(tx)),
    'dc:issued': { '@value': openedAt.toISOString(), '@type': 'xsd:dateTime' },
    'dc:source': { '@id': `${base}/open/figures/${encodeURIComponent(code)}` },
    'schema:unitText': unit,
    'schema:measurementTechnique': basis,
    dialect: { header: true, encoding: 'utf-8', lineTerminators: ['\r\n'], delimiter: ',', quoteChar: '"' },
    tableSchema: {
      columns: columns.map(({ name: column, words, datatype, required, codes }) => ({
        name: column,
        titles: { en: [column, words.en], zh: [words.zh] },
        ...{ datatype, required: required ?? false },
        ...(codes ? { 'dc:description': spoken(inWords(codes)) } : {}),
        ...(column === 'value' ? { 'schema:unitText': unit } : {}),
      })),
      primaryKey,
    },
  }
}

const spoken = ({ zh, en }: Words) => [
  { '@value': zh, '@language': 'zh' },
  { '@value': en, '@language': 'en' },
]

function inWords(codes: Record<string, Words>): Words {
  const said = (language: 'zh' | 'en') => Object.entries(codes).map(([code, words]) => `${code}: ${words[language]}`)
  return { zh: said('zh').join('；'), en: said('en').join('; ') }
}

import type { Locale, Words } from '#kernel/i18n/words.ts'
import { say } from '#kernel/i18n/words.ts'
import { type DocxBlocks, figureMark, pictureMark, sourceMark } from './docx-blocks.ts'
import { textWidth } from './docx-sheet.ts'
import { cell, linkTo, paragraph, row, run, table } from './docx-xml.ts'
import type { Annex, Drawn } from './drawn.ts'
import type { PrintedFigure, Source } from './figure-kinds.ts'
import { formulaOf, sourceLines } from './lineage-words.ts'
import type { RecordBehind } from './origins.ts'
import type { Picture } from './pictures/picture.ts'
import { picturesOf, type Tree } from './tree.ts'

/** One line of the annex: a source with the figures printed from it, or a chart with the months it draws. */
interface Entry {
  source: Source
  key: string
  printed: PrintedFigure[]
  pictures: Picture[]
}

/** The annex 数据来历: every source once, with the figures printed from it, its exact value, formula and records, and a way back. */
export function lineageAnnex({ tree }: Drawn, annex: Annex, blocks: DocxBlocks): string {
  const { locale } = tree
  const entries = entriesOf(tree, annex)
  const places = new Map(entries.flatMap(({ printed }, place) => printed.map((one) => [one.place, place + 1])))
  blocks.entryOf = (figure) => places.get(figure)
  const words = (text: Words) => say(text, locale)
  const heads = [headWords.number, headWords.printed, headWords.figure, headWords.origin]
  const head = heads.map((one, place) => cell(widths[place]!, paragraph('LineageHead', run(words(one)))))
  const rows = entries.map((entry, place) => entryRow(entry, place + 1, { locale, annex, blocks }))
  return [
    paragraph('Annex', run(words(annexWords.name))),
    paragraph('Title', run(words(annexWords.title))),
    table(widths, [row(head, { head: true }), ...rows]),
    paragraph('Gap', ''),
  ].join('')
}

const shares = [0.06, 0.22, 0.4, 0.32]
const widths = shares.map((share) => Math.floor(textWidth * share))

const annexWords = {
  name: { zh: '附', en: 'Annex' },
  title: { zh: '数据来历', en: 'Where the figures come from' },
} satisfies Record<string, Words>

const headWords = {
  number: { zh: '序号', en: 'No.' },
  printed: { zh: '文中数字', en: 'As printed' },
  figure: { zh: '指标、时期和确切值', en: 'Indicator, period, exact value' },
  origin: { zh: '公式和记录', en: 'Formula and records' },
} satisfies Record<string, Words>

/** In the order of the text; figures that only a chart shows come under the chart. */
function entriesOf(tree: Tree, { printed, sources }: Annex): Entry[] {
  const pictures = picturesOf(tree.blocks)
  const drawnIn = new Map(
    pictures.flatMap((picture) =>
      picture.series.flatMap(({ points }) => points.map(({ figure }) => [figure, picture] as const)),
    ),
  )
  const entries = new Map<string, Entry>()
  for (const figure of printed) {
    const picture = drawnIn.get(figure.place)
    const key = picture?.form === 'trend' ? `picture ${picture.number}` : figure.key
    const entry = entries.get(key) ?? { key: figure.key, source: sources.get(figure.key)!, printed: [], pictures: [] }
    entries.set(key, entry)
    // The last month of a chart's own year speaks for the chart.
    if (picture?.form === 'trend' && isOfMain(picture, figure.place)) {
      entry.key = figure.key
      entry.source = sources.get(figure.key)!
    }
    if (picture && !entry.pictures.includes(picture)) entry.pictures.push(picture)
    if (!picture) entry.printed.push(figure)
  }
  return [...entries.values()]
}

const isOfMain = ({ series }: Picture, place: number) =>
  series.some(({ role, points }) => role === 'main' && points.some(({ figure }) => figure === place))

interface Writing {
  locale: Locale
  annex: Annex
  blocks: DocxBlocks
}

function entryRow(entry: Entry, place: number, writing: Writing): string {
  const { locale, blocks } = writing
  const number = blocks.bookmarks.around(sourceMark(place), run(String(place)))
  const lines = sourceLines(entry.source, locale, entry.printed.length === 0 ? entry.pictures[0] : undefined)
  return row([
    cell(widths[0]!, paragraph('Lineage', number)),
    cell(widths[1]!, paragraph('Lineage', printedLinks(entry, locale))),
    cell(widths[2]!, lines.map((line, at) => paragraph('Lineage', run(line, { bold: at === 0 }))).join('')),
    cell(widths[3]!, originLines(entry, writing).join('')),
  ])
}

/** Each printed text once, leading to where it stands; arrows to the further places. */
function printedLinks({ printed, pictures }: Entry, locale: Locale): string {
  const mark = run(locale === 'zh' ? '；' : '; ')
  const seen = new Set<string>()
  const links = printed.map(({ place, text }) => {
    const again = seen.has(text)
    seen.add(text)
    const between = seen.size > 1 && !again ? mark : ''
    return between + linkTo(figureMark(place), run(again ? ' ↑' : text))
  })
  const charts = pictures.map(({ number }) => linkTo(pictureMark(number), run(number)))
  return links.join('') + (links.length > 0 && charts.length > 0 ? mark : '') + charts.join(mark)
}

const RECORDS_MOST = 6

function originLines({ source, key }: Entry, { locale, annex, blocks }: Writing): string[] {
  const formula = formulaOf(source)
  const records = annex.records.get(key) ?? []
  const more = records.length - RECORDS_MOST
  const linked = (record: RecordBehind) =>
    blocks.linkOut(`${annex.base}${record.path}`, run(say(recordWords(record), locale, { ...record })))
  return [
    ...(formula === null ? [] : [paragraph('Lineage', run(formula, { style: 'Formula' }))]),
    ...records.slice(0, RECORDS_MOST).map((record) => paragraph('Lineage', linked(record))),
    ...(more > 0 ? [paragraph('Lineage', run(say(moreWords, locale, { more })))] : []),
    paragraph('Lineage', blocks.linkOut(annex.doorTo(source), run(say(doorWords, locale)))),
  ]
}

const recordWords = ({ batch }: RecordBehind): Words =>
  batch === null
    ? { zh: '填报：{title}', en: 'Report: {title}' }
    : { zh: '批次 {batch}：{title}，{rows} 行', en: 'Batch {batch}: {title}, {rows} rows' }
const moreWords: Words = { zh: '另有 {more} 个批次或填报', en: 'and {more} more batches or reports' }
const doorWords: Words = { zh: '打开来历 →', en: 'Open its lineage →' }

import type { Column } from '#parts/ledgers/columns.ts'
import { trainContainers } from '../train-containers.ledger.ts'
import { trains } from '../trains.ledger.ts'

/** What a column of a list brings, and by how much its numbers are to be multiplied. */
export interface ListColumn {
  name: string
  place: number
  /** 0.001 for kilograms, 10000 for 万美元 */
  factor: string
  /** the currency that the heading names */
  currency?: string
}

/** A train's own columns, which a list has in its head or beside every container. */
export const trainColumns = ['trainNumber', 'departedOn', 'direction', 'scope', 'route', 'borderPort'] as const
export type TrainColumn = (typeof trainColumns)[number]

/** The columns that a row of cells heads; unknown headings are not among them. The first of two that say the same counts. */
export function columnsOf(cells: readonly string[]): ListColumn[] {
  const found: ListColumn[] = []
  for (const [place, cell] of cells.entries()) {
    const column = columnOf(cell, place)
    if (column && !found.some(({ name }) => name === column.name)) found.push(column)
  }
  return found
}

/** Whether a row of cells heads the containers of a list: it names their numbers, and a weight or a value beside. */
export function headsContainers(cells: readonly string[]): boolean {
  const names = columnsOf(cells).map(({ name }) => name)
  return (
    names.includes('container') && ['weight', 'value', 'amount', 'size', 'load'].some((name) => names.includes(name))
  )
}

/** Which of a train's columns a label of the head names (`车次：`, `Departure date`). */
export function labelOf(text: string): TrainColumn | undefined {
  const name = known.get(bare(text))
  return trainColumns.find((column) => column === name)
}

export function columnOf(cell: string, place: number): ListColumn | undefined {
  const exact = known.get(bare(cell))
  const said = unitOf(cell)
  const name = exact ?? known.get(bare(said.heading))
  if (!name) return undefined
  if (name === 'weight') return { name, place, factor: tonnes[said.unit] ?? '1' }
  if (name !== 'value' && name !== 'amount') return { name, place, factor: '1' }
  const { factor, currency } = moneyOf(said.unit)
  if (name === 'value' && currency !== undefined && currency !== 'USD')
    return { name: 'amount', place, factor, currency }
  return name === 'amount' && currency === 'USD' && !exact
    ? { name: 'value', place, factor }
    : { name, place, factor, ...(currency && name === 'amount' ? { currency } : {}) }
}

const tonnes: Readonly<Record<string, string>> = {
  千克: '0.001',
  公斤: '0.001',
  kg: '0.001',
  kgs: '0.001',
  吨: '1',
  t: '1',
}

/** A unit of money: how many thousands it counts in, and of which currency. */
function moneyOf(unit: string): { factor: string; currency?: string } {
  const [, many = '', money = ''] = /^(万|千|百万|亿)?(.*)$/.exec(unit) ?? []
  const factor = { 万: '10000', 千: '1000', 百万: '1000000', 亿: '100000000' }[many] ?? '1'
  const currency = currencies[money]
  return currency ? { factor, currency } : { factor }
}

const currencies: Readonly<Record<string, string>> = {
  ...{
    美元: 'USD',
    美金: 'USD',
    usd: 'USD',
    $: 'USD',
    元: 'CNY',
    人民币: 'CNY',
    人民币元: 'CNY',
    cny: 'CNY',
    rmb: 'CNY',
  },
  ...{ 欧元: 'EUR', eur: 'EUR', '€': 'EUR', 卢布: 'RUB', rub: 'RUB' },
}

/** `毛重(千克)`, `毛重/千克`, `Weight, kg`, `Gross weight kg`: the words, and the unit in small letters. */
function unitOf(heading: string): { heading: string; unit: string } {
  const text = heading
    .normalize('NFKC')
    .replaceAll(/[\n\r*]/g, ' ')
    .trim()
  const split =
    /^(.*?)\s*[(（[【]([^)）\]】]*)[)）\]】]\s*$/.exec(text) ?? /^(.*?)\s*[/,，:：]\s*([^/,，:：]+)$/.exec(text)
  const spaced = /^(.*\S)\s+(kgs?|t|usd|eur|cny)$/i.exec(text)
  const [, words, unit] = split ?? spaced ?? [text, text, '']
  return { heading: words!, unit: unit!.trim().toLowerCase() }
}

const known = new Map<string, string>([
  ...synonyms(Object.entries(trains.columns).filter(([name]) => trainColumns.some((column) => column === name))),
  ...synonyms(Object.entries(trainContainers.columns)),
  // A list of one train says 日期 and 重量 and means the train's and the box's.
  ...(['箱号/柜号', '集装箱编号', 'container id', 'cntr no'] as const).map(
    (text) => [bare(text), 'container'] as const,
  ),
  ...(['gross weight', 'g.w.', 'weight kg'] as const).map((text) => [bare(text), 'weight'] as const),
  ...(['value', 'cargo value', '价值'] as const).map((text) => [bare(text), 'value'] as const),
  ...(['train number', 'train no.', '班列号/车次'] as const).map((text) => [bare(text), 'trainNumber'] as const),
  ...(['HS编码', '商品编码', 'HS编码(章)', 'hs code'] as const).map((text) => [bare(text), 'hs'] as const),
  ...(['f/e', '重/空', 'full/empty'] as const).map((text) => [bare(text), 'load'] as const),
])

function synonyms(columns: readonly [string, Column][]): [string, string][] {
  return columns.flatMap(([name, column]) =>
    [name, column.words.zh, column.words.en, ...column.headings].map((text): [string, string] => [bare(text), name]),
  )
}

function bare(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*_\-()[\]【】:.、/#]/g, '')
}

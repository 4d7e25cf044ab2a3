import type { Words } from '#kernel/i18n/words.ts'
import type { ListSheet } from '#parts/trade/trains/list-sheets.ts'
import type { Limit } from '../engine/clock.ts'
import { limitOf } from './limit-words.ts'

/** One standard as a table says it. */
export interface SaidStandard {
  sheet: string
  line: number
  /** C or E, two digits of the major and two of the minor category */
  code: string
  major: Words
  name: Words
  keywords: string
  condition: string
  closeCondition: string
  limit: Limit
  unitSaid: string
  competentSaid: string
}

export interface Fault {
  sheet: string
  line: number
  words: Words
}

export interface ReadStandards {
  standards: SaidStandard[]
  faults: Fault[]
  /** what was understood without being said, for the reader to look at */
  notes: Fault[]
}

const headings = {
  type: ['类型', '类别'],
  majorCode: ['大类代码', '大类编码'],
  major: ['大类名称', '大类'],
  majorEn: ['大类英文'],
  minorCode: ['小类代码', '小类编码'],
  minor: ['小类名称', '小类'],
  minorEn: ['小类英文'],
  keywords: ['关键词'],
  unit: ['处置单位', '责任单位'],
  competent: ['主管部门'],
  condition: ['立案条件', '立案标准'],
  close: ['结案条件', '结案标准'],
  limit: ['处置时限', '时限', '办理时限'],
} as const
type Heading = keyof typeof headings
const needed: readonly Heading[] = ['minorCode', 'minor', 'condition', 'close', 'limit']

/**
 * Reads the sheets of a table of standards. A cell merged downward holds for every row beside it; a code or name left empty under one that is
 * not, as a table that lost its merges has it, is taken from above and noted. A limit is never taken from above unless it is merged.
 */
export function readStandards(sheets: readonly ListSheet[]): ReadStandards {
  const read: ReadStandards = { standards: [], faults: [], notes: [] }
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) readSheet(sheet, read)
  const known = new Map<string, SaidStandard>()
  for (const one of read.standards) {
    const key = `${one.code} ${one.condition}`
    const first = known.get(key)
    if (first)
      read.faults.push(
        fault(
          one,
          `与第 ${first.line} 行的小类和立案条件相同`,
          `says the same category and condition as row ${first.line}`,
        ),
      )
    known.set(key, one)
  }
  return read
}

type Cells = (heading: Heading) => string

function readSheet(sheet: ListSheet, read: ReadStandards): void {
  const top = sheet.rows.findIndex(({ cells }) => needed.every((heading) => placeOf(cells, heading) !== -1))
  const first = sheet.rows[top]
  if (!first) {
    if (sheet.rows.some(({ cells }) => cells.some((cell) => cell !== ''))) {
      read.faults.push({ sheet: sheet.name, line: 1, words: missingHeadings(sheet) })
    }
    return
  }
  let above: Partial<Record<Heading, string>> = {}
  for (const row of sheet.rows.slice(top + 1)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    const own: Cells = (heading) => (row.cells[placeOf(first.cells, heading)] ?? '').trim()
    const filled: Cells = (heading) => own(heading) || (above[heading] ?? '')
    const at = { sheet: sheet.name, line: row.line }
    if (own('minorCode') === '' && above.minorCode) {
      read.notes.push(
        fault(
          at,
          `小类代码为空，按上一行 ${above.minorCode} 理解`,
          `has no code: read as ${above.minorCode}, like the row above`,
        ),
      )
    }
    above = Object.fromEntries(carried.map((heading) => [heading, filled(heading)]))
    readRow({ ...at, own, filled }, read)
  }
}

/** Headings whose empty cells are those of the row above; conditions and limits are not among them. */
const carried: readonly Heading[] = [
  'type',
  'majorCode',
  'major',
  'majorEn',
  'minorCode',
  'minor',
  'minorEn',
  'keywords',
]

interface Row {
  sheet: string
  line: number
  own: Cells
  filled: Cells
}

function readRow(row: Row, read: ReadStandards): void {
  const { sheet, line, own, filled } = row
  const code = codeOf(row)
  const limit = limitOf(own('limit'))
  const faults = [...(code === null ? [codeFault(row)] : []), ...emptyFaults(row), ...(limit ? [] : [limitFault(row)])]
  read.faults.push(...faults)
  if (code === null || limit === null || faults.length > 0) return
  const name = { zh: filled('minor'), en: filled('minorEn') || filled('minor') }
  const major = filled('major') || code.slice(0, 3)
  read.standards.push({
    ...{ sheet, line, code, name, limit, keywords: filled('keywords') },
    major: { zh: major, en: filled('majorEn') || major },
    ...{ condition: own('condition'), closeCondition: own('close') },
    ...{ unitSaid: own('unit'), competentSaid: own('competent') },
  })
}

function codeFault(row: Row): Fault {
  const code = row.filled('minorCode')
  return fault(
    row,
    `小类代码“${code}”读不出部件或事件、大类、小类`,
    `has a code “${code}” that is no component or event with major and minor category`,
  )
}

function emptyFaults(row: Row): Fault[] {
  const asked = [
    ['minor', '小类名称', 'name of the category'],
    ['condition', '立案条件', 'condition for registering'],
    ['close', '结案条件', 'condition for closing'],
  ] as const
  return asked
    .filter(([heading]) => row.filled(heading) === '')
    .map(([, zh, en]) => fault(row, `缺${zh}`, `lacks the ${en}`))
}

function limitFault(row: Row): Fault {
  const said = row.own('limit')
  return said === ''
    ? fault(
        row,
        '缺处置时限：单元格为空，也没有与上方合并',
        'lacks the limit: the cell is empty and not merged with one above',
      )
    : fault(
        row,
        `处置时限“${said}”读不懂，应如“4工作时”“2工作日”`,
        `has a limit “${said}” that cannot be read; write 4工作时 or 2工作日`,
      )
}

/** E0304 from `E0304`, from 0304 on the sheet 事件, or from 03 and 04 in two columns. */
function codeOf({ sheet, filled }: Row): string | null {
  const minor = filled('minorCode')
    .toUpperCase()
    .replaceAll(/[\s'’]/g, '')
  const major = filled('majorCode')
    .toUpperCase()
    .replaceAll(/[\s'’]/g, '')
  const letter = /^[CE]/.exec(minor)?.[0] ?? /^[CE]/.exec(major)?.[0] ?? letterIn(`${filled('type')} ${sheet}`)
  const numbers = minor.replace(/^[CE]/, '')
  const above = major.replace(/^[CE]/, '').padStart(2, '0')
  const four = numbers.length > 2 ? numbers.padStart(4, '0') : `${above}${numbers.padStart(2, '0')}`
  return letter && /^\d{4}$/.test(four) ? `${letter}${four}` : null
}

function letterIn(text: string): string | null {
  if (text.includes('部件')) return 'C'
  return text.includes('事件') ? 'E' : null
}

function placeOf(cells: readonly string[], heading: Heading): number {
  const plain = cells.map((cell) => cell.replaceAll(/[\s（(].*$/g, ''))
  for (const name of headings[heading]) {
    const place = plain.indexOf(name)
    if (place !== -1) return place
  }
  return -1
}

function missingHeadings(sheet: ListSheet): Words {
  const found = new Set(sheet.rows.slice(0, 10).flatMap(({ cells }) => cells))
  const missing = needed
    .filter((heading) => !headings[heading].some((name) => found.has(name)))
    .map((heading) => headings[heading][0])
  return {
    zh: `工作表“${sheet.name}”缺少表头：${missing.join('、')}`,
    en: `sheet “${sheet.name}” lacks the headings ${missing.join(', ')}`,
  }
}

const fault = ({ sheet, line }: { sheet: string; line: number }, zh: string, en: string): Fault => ({
  ...{ sheet, line },
  words: { zh: `第 ${line} 行${zh}`, en: `row ${line} ${en}` },
})

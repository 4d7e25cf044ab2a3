import type { SheetRow } from '#kernel/files/table.ts'
import { type Day, isDay } from '#kernel/period.ts'
import { maskPhone, phoneOf } from './personal-data.ts'

export const columns = ['code', 'name', 'unit', 'title', 'phone', 'joinedOn'] as const
export type Column = (typeof columns)[number]

/** What a list of people may call its columns; the first is what the template writes. */
export const headings: Record<Column, readonly string[]> = {
  code: ['工号', '编号', '人员编号', '人员代码', '代码', 'code'],
  name: ['姓名', '名字', '人员姓名', 'name', 'name_zh'],
  unit: ['单位', '所属单位', '部门', '单位代码', 'unit'],
  title: ['职务', '岗位', '职位', '职称', 'title'],
  phone: ['手机', '手机号', '手机号码', '电话', '联系电话', 'phone', 'mobile'],
  joinedOn: ['入职日期', '到岗日期', '入职时间', '参加工作日期', 'joined_on', 'joined'],
}

const needed: readonly Column[] = ['code', 'name', 'unit']

/** One line of a file, read; what the file does not say is absent. */
export interface PersonLine {
  /** of the file, 1 being the first */
  line: number
  cells: readonly string[]
  code: string
  name: string
  /** code of the unit */
  unit: string
  title?: string
  /** digits */
  phone?: string
  joinedOn?: Day
}

export interface RejectedLine {
  line: number
  cells: readonly string[]
  /** refusal code */
  code: string
  details: Record<string, unknown>
}

export interface LinesRead {
  headings: readonly string[]
  lines: PersonLine[]
  rejected: RejectedLine[]
  /** needed columns no heading names; nothing is read then */
  missing: string[]
}

/**
 * Reads the rows of a file whose first row has the headings. `unitsByWord` maps what a file may call a unit to its code.
 * Empty rows are passed over; a row with a fault is rejected with one reason, the first that was found.
 */
export function readPeopleRows(rows: readonly SheetRow[], unitsByWord: ReadonlyMap<string, string>): LinesRead {
  const first = (rows[0]?.cells ?? []).map((cell) => cell.trim())
  const at = columnsAt(first)
  const missing = needed.filter((column) => at[column] === undefined).map((column) => headings[column][0]!)
  const read: LinesRead = { headings: first, lines: [], rejected: [], missing }
  if (missing.length > 0) return read
  const seen = new Map<string, number>()
  for (const { line, cells } of rows.slice(1)) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const result = readLine(line, cells, at, { width: first.length, unitsByWord, seen })
    if ('details' in result) read.rejected.push({ ...result, cells: withPhoneMasked(cells, at.phone) })
    else {
      seen.set(result.code, line)
      read.lines.push(result)
    }
  }
  return read
}

type ColumnsAt = Partial<Record<Column, number>>

function columnsAt(first: readonly string[]): ColumnsAt {
  const found: ColumnsAt = {}
  for (const column of columns) {
    const at = first.findIndex((heading) => headings[column].includes(heading.toLowerCase()))
    if (at >= 0) found[column] = at
  }
  return found
}

interface Around {
  width: number
  unitsByWord: ReadonlyMap<string, string>
  seen: ReadonlyMap<string, number>
}

function readLine(line: number, cells: readonly string[], at: ColumnsAt, around: Around): PersonLine | RejectedLine {
  const cell = (column: Column) => cells[at[column] ?? -1]?.trim() ?? ''
  const reject = (code: string, details: Record<string, unknown> = {}): RejectedLine => ({ line, cells, code, details })
  const [code, name, unitWord, phoneText, joinedText] = [
    cell('code'),
    cell('name'),
    cell('unit'),
    cell('phone'),
    cell('joinedOn'),
  ]
  if (cells.length > around.width && cells.slice(around.width).some((more) => more.trim() !== '')) {
    return reject('org/row-too-long', { cells: cells.length, headings: around.width })
  }
  for (const column of needed) {
    if (cell(column) === '') return reject('org/cell-empty', { heading: headings[column][0] })
  }
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,29}$/.test(code))
    return reject('org/person-code-unreadable', { code: code.slice(0, 40) })
  if (around.seen.has(code)) return reject('org/person-code-twice', { code, line: around.seen.get(code) })
  if (name.length > 60 || cell('title').length > 60) return reject('org/text-too-long', { most: 60 })
  const unit = around.unitsByWord.get(unitWord)
  if (unit === undefined) return reject('org/unit-unknown', { unit: unitWord.slice(0, 60) })
  const phone = phoneText === '' ? undefined : phoneOf(phoneText)
  if (phone === null) return reject('org/phone-unreadable')
  const joinedOn = joinedText === '' ? undefined : dayIn(joinedText)
  if (joinedOn === null) return reject('org/day-unreadable', { day: joinedText.slice(0, 40) })
  const title = cell('title')
  return {
    ...{ line, cells, code, name, unit },
    ...(title === '' ? {} : { title }),
    ...(phone === undefined ? {} : { phone }),
    ...(joinedOn === undefined ? {} : { joinedOn }),
  }
}

/** `2018-6-1`, `2018/06/01`, `2018.6.1`, `2018年6月1日`, `20180601`; null when it is no day. */
function dayIn(text: string): Day | null {
  const found = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(
    text,
  )
  if (!found) return null
  const [, year, month = found[4], day = found[5]] = found
  const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDay(written) ? written : null
}

/** Rejected rows go back to the reader, and replies hold no whole phone numbers. */
function withPhoneMasked(cells: readonly string[], at: number | undefined): readonly string[] {
  return cells.map((cell, index) => (index === at && cell.trim() !== '' ? maskPhone(phoneOf(cell) ?? '') : cell))
}

import type { Words } from '#kernel/i18n/words.ts'
import { fromBd09, fromGcj02, isPlace, type Place } from '#kernel/place.ts'
import { closest } from '#parts/ledgers/closest.ts'
import { type ListColumn, type ListLine, listColumns } from './list-columns.ts'
import type { ListFault } from './list-sheet.ts'
import { dayIn, pollutionIn } from './list-words.ts'
import { type Datum, type Pollution, pollutions, pollutionWords } from './words.ts'

/** An issue of a list, understood. */
export interface ListedIssue {
  line: ListLine
  receipt: string
  title: string
  description: string
  address: string
  pollution: Pollution
  category: { code: string; name: Words }
  unit: { code: string; name: Words } | null
  dueOn: string
  /** WGS-84 */
  place: Place | null
  key: boolean
}

/** What a list is judged against. */
export interface ListRecord {
  receivedOn: string
  datum: Datum
  /** by code and by every name, the present and the former */
  units: ReadonlyMap<string, string>
  /** names today of the units that there are */
  open: ReadonlyMap<string, Words>
  categories: readonly { code: string; name: Words; keywords: string }[]
  /** receipt numbers on record, with the batch that holds each */
  known: ReadonlyMap<string, string>
}

type Told = (column: ListColumn, zh: string, en: string) => null

/** Judges each row by itself and against the others; an issue comes only of a row without a fault. */
export function judgeLines(lines: readonly ListLine[], record: ListRecord) {
  const faults: ListFault[] = []
  const places: { line: ListLine; place: Place }[] = []
  const first = new Map<string, ListLine>()
  const issues = lines.flatMap((line) => {
    const before = faults.length
    const tell: Told = (column, zh, en) => {
      faults.push(faultOf(line, column, { zh, en }))
      return null
    }
    const place = placeOf(line.said, record.datum, tell)
    if (place) places.push({ line, place })
    const issue = judged(line, place, record, tell)
    const same = first.get(line.said.receipt)
    if (same && line.said.receipt) {
      tell(
        'receipt',
        `“${line.said.receipt}”与第 ${same.line} 行重复`,
        `“${line.said.receipt}” stands in row ${same.line} already`,
      )
    } else first.set(line.said.receipt, line)
    return issue && faults.length === before ? [issue] : []
  })
  return { issues, faults, places }
}

export function faultOf(line: ListLine, column: ListColumn, words: Words): ListFault {
  const heading = listColumns[column].names[0]
  return { sheet: line.sheet, line: line.line, column: line.letters[column] ?? null, heading, words }
}

function judged(line: ListLine, place: Place | null, record: ListRecord, tell: Told): ListedIssue | null {
  const { said } = line
  plainText(said, tell)
  const receipt = receiptIn(said.receipt, record, tell)
  const pollution = pollutionOf(said.pollution, tell)
  const category = pollution && categoryOf(said.category, pollution, record, tell)
  const unit = unitOf(said.unit, record, tell)
  const dueOn = dueOf(said.dueOn, record, tell)
  const key = keyOf(said.key, tell)
  if (!(receipt && category && dueOn) || key === null) return null
  const { title, description, address } = said
  return { line, receipt, title, description, address, pollution, category, unit, dueOn, place, key }
}

const limits = { title: [0, 120], description: [2, 4000], address: [0, 300] } as const

function plainText(said: ListLine['said'], tell: Told): void {
  for (const column of ['receipt', 'title', 'description', 'address'] as const) {
    const mark = /<\/?[a-z!][^>]*>|&(?:lt|gt|nbsp|#\d+);/i.exec(said[column])?.[0].slice(0, 30)
    if (mark) {
      tell(column, `带有网页标记“${mark}”，请改成纯文字`, `holds web markup “${mark}”: write plain text`)
    }
  }
  for (const [column, [least, most]] of Object.entries(limits) as [keyof typeof limits, readonly [number, number]][]) {
    const length = [...said[column]].length
    if (length < least) tell(column, length === 0 ? '没有填写' : '太短，写清楚是什么问题', 'is missing or too short')
    if (length > most) {
      tell(column, `有 ${length} 字，最多 ${most} 字`, `has ${length} characters, at most ${most} fit`)
    }
  }
}

function receiptIn(said: string, { known }: ListRecord, tell: Told): string | null {
  if (said === '') return tell('receipt', '没有填写', 'is missing')
  if (said.length < 2 || said.length > 60) return tell('receipt', '应为 2 到 60 字', 'has 2 to 60 characters')
  const batch = known.get(said)
  if (batch === undefined) return said
  return tell('receipt', `“${said}”已在“${batch}”中接收过`, `“${said}” was taken in with “${batch}”`)
}

const pollutionNames = pollutions.map((one) => pollutionWords[one])

function pollutionOf(said: string, tell: Told): Pollution | null {
  const one = {
    zh: `写其中一种：${pollutionNames.map(({ zh }) => zh).join('、')}`,
    en: `write one of ${pollutionNames.map(({ zh }) => zh).join(', ')}`,
  }
  if (said === '') return tell('pollution', `没有填写；${one.zh}`, `is missing; ${one.en}`)
  return pollutionIn(said) ?? tell('pollution', `“${said}”不认识；${one.zh}`, `“${said}” is not known; ${one.en}`)
}

/** The category the row names, else the one of the standards that is kept for inspections of this pollution. */
function categoryOf(said: string, pollution: Pollution, { categories }: ListRecord, tell: Told) {
  const found = said
    ? categories.find(({ code, name }) => code === said.toUpperCase() || name.zh === said)
    : categories.find(({ keywords }) => {
        const words = keywords.split(/\s+/)
        return words.includes('督察') && words.some((word) => pollutionIn(word) === pollution)
      })
  if (found) return { code: found.code, name: found.name }
  if (said) return tell('category', `“${said}”不在立结案标准里`, `“${said}” is not in the standards`)
  const kind = pollutionWords[pollution]
  return tell(
    'category',
    `立结案标准里没有${kind.zh}类的督察小类，请写明小类代码`,
    `the standards have no category for inspections of this kind (${kind.en}): write the code of one`,
  )
}

function unitOf(said: string, { units, open }: ListRecord, tell: Told): ListedIssue['unit'] {
  if (said === '') return null
  const code = units.get(said) ?? units.get(said.toUpperCase())
  const name = code === undefined ? undefined : open.get(code)
  if (code !== undefined && name) return { code, name }
  if (code !== undefined) {
    return tell('unit', `“${said}”已经撤销，请写现在的单位`, `“${said}” is closed: name the unit that there is now`)
  }
  const near = closest(said, [...open.values()].map(({ zh }) => zh).concat([...open.keys()]))
  return tell(
    'unit',
    `没有“${said}”这个单位${near ? `；是不是“${near}”` : '；写单位代码或全称'}`,
    `there is no unit “${said}”${near ? `; is it “${near}”` : '; write its code or full name'}`,
  )
}

function dueOf(said: string, { receivedOn }: ListRecord, tell: Told): string | null {
  if (said === '') return tell('dueOn', '没有填写', 'is missing')
  const day = dayIn(said)
  if (day === null) {
    return tell('dueOn', `“${said}”不是日期，应如 2018-07-20`, `“${said}” is no day; write it like 2018-07-20`)
  }
  if (day >= receivedOn) return day
  return tell('dueOn', `${day} 早于接收日期 ${receivedOn}`, `${day} is before the day received, ${receivedOn}`)
}

const toWgs84: Record<Datum, (place: Place) => Place> = { wgs84: (place) => place, gcj02: fromGcj02, bd09: fromBd09 }

function placeOf({ longitude, latitude }: ListLine['said'], datum: Datum, tell: Told): Place | null {
  if (longitude === '' && latitude === '') return null
  if (longitude === '') return tell('longitude', '没有填写，纬度填了', 'is missing, though a latitude is there')
  if (latitude === '') return tell('latitude', '没有填写，经度填了', 'is missing, though a longitude is there')
  const number = (column: 'longitude' | 'latitude', text: string) =>
    /^-?\d{1,3}(\.\d+)?$/.test(text)
      ? Number(text)
      : tell(column, `“${text}”不是度数，应如 113.8200`, `“${text}” is no number of degrees, like 113.8200`)
  const place = { longitude: number('longitude', longitude), latitude: number('latitude', latitude) }
  if (place.longitude === null || place.latitude === null) return null
  const { longitude: x, latitude: y } = place
  if (!isPlace(x, y))
    return tell('latitude', `“${latitude}”不是纬度；是否与经度填反`, 'is no latitude; are the two turned')
  return toWgs84[datum]({ longitude: x, latitude: y })
}

function keyOf(said: string, tell: Told): boolean | null {
  if (['', '否', '不是', 'no', '0'].includes(said.toLowerCase())) return false
  if (['是', '重点', '√', 'yes', '1'].includes(said.toLowerCase())) return true
  return tell('key', `“${said}”应为是或否`, `“${said}” should be 是 or 否`)
}

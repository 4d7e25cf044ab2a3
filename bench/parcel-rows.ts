import { closeSync, openSync, writeSync } from 'node:fs'
import { demonstrationUscc } from './make-zone/uscc.ts'

/** What a file of parcel manifests is to hold. The same question makes the same file on every machine. */
export interface ParcelRows {
  rows: number
  /** rows lie in January to June of this year, day after day, as customs export them */
  year: number
  /** how many tenths of the rows are corrected against revision 0; each revision corrects another tenth */
  revision?: number
}

const headings = '日期,方向,监管方式,国家(地区),统一社会信用代码,包裹数(包),货值(元),重量(千克)'
const days = 181
const lanes = ['import,9610', 'import,1210', 'export,9610', 'export,1210', 'export,9710', 'export,9810']
const countries = 'DE US JP KR AU NL FR GB NZ RU IT ES CA TH MY SG VN PL BE SE CH DK AT IE BR MX CL KZ UA BY'.split(' ')
const enterprises = Array.from({ length: 400 }, (_, number) => demonstrationUscc(90_000 + number))
const combinations = lanes.length * countries.length * enterprises.length
// Prime, so that steps of it visit every combination once before the first comes again.
const stride = 31_337

/** Writes manifests whose keys stand in no order within a day; at most 72,000 rows a day. */
export function writeParcelRows(file: string, { rows, year, revision = 0 }: ParcelRows): void {
  if (rows > days * combinations) throw new Error(`${rows} rows do not fit into half a year`)
  const target = openSync(file, 'w')
  writeSync(target, `${headings}\n`)
  for (let day = 0, written = 0; day < days; day++) {
    const until = Math.floor((rows * (day + 1)) / days)
    writeSync(target, dayOf(new Date(Date.UTC(year, 0, day + 1)), { from: written, until, revision }))
    written = until
  }
  closeSync(target)
}

function dayOf(day: Date, { from, until, revision }: { from: number; until: number; revision: number }): string {
  const date = day.toISOString().slice(0, 10)
  let text = ''
  for (let row = from; row < until; row++) {
    const key = (row * stride) % combinations
    const lane = lanes[key % lanes.length]!
    const country = countries[Math.floor(key / lanes.length) % countries.length]!
    const enterprise = enterprises[Math.floor(key / lanes.length / countries.length)]!
    const parcels = 1 + ((row * 7919) % 1999) + (row % 10 < revision ? 1 : 0)
    const value = `${parcels * 137}.${10 + (row % 90)}`
    text += `${date},${lane},${country},${enterprise},${parcels},${value},${parcels}.${125 + (row % 7) * 125}\n`
  }
  return text
}

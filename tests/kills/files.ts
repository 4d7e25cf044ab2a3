import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { csvLine } from '#kernel/files/csv-text.ts'
import { demonstrationUscc } from '../../bench/make-zone/uscc.ts'

/** What a file is to the ledger it goes into. */
export type Kind = 'first of its month' | 'new rows of a month' | 'corrections'
export const kinds: readonly Kind[] = ['first of its month', 'new rows of a month', 'corrections']

export interface KillFile {
  kind: Kind
  path: string
  rows: number
  expected: { accepted: number; corrected: number; unchanged: number; rejected: number }
}

/** How rows of a ledger are written: the `number`-th row of a month, at a revision. */
export interface Rows {
  ledger: string
  headings: readonly string[]
  row(month: string, number: number, revision: number): string[]
}

export const manifests: Rows = {
  ledger: 'trade/parcel-manifests',
  headings: ['日期', '方向', '监管方式', '国家', '统一社会信用代码', '包裹数', '货值', '重量'],
  row(month, number, revision) {
    const country = String.fromCharCode(65 + (number % 26), 65 + (Math.floor(number / 26) % 26))
    const day = String(1 + (Math.floor(number / 676) % 28)).padStart(2, '0')
    const enterprise = enterprises[Math.floor(number / 18_928)]!
    return [`${month}-${day}`, '进口', '1210', country, enterprise, String(1 + revision), `${number}.50`, '0.125']
  },
}

export const parcels: Rows = {
  ledger: 'trade/parcels',
  headings: [
    '清单编号',
    '申报时间',
    '方向',
    '监管方式',
    '国家(地区)',
    '商品编码',
    '统一社会信用代码',
    '电商平台',
    '货值',
    '重量',
    '状态',
  ],
  row(month, number, revision) {
    const day = String(1 + (number % 28)).padStart(2, '0')
    const key = `4605${month.slice(0, 4)}I${month.slice(5)}${String(number).padStart(7, '0')}`
    const at = `${month}-${day} 09:15:${String(number % 60).padStart(2, '0')}`
    const country = ['DE', 'US', 'JP', 'KR'][number % 4]!
    const value = `${100 + (number % 900)}.${10 + revision}`
    return [
      key,
      at,
      'import',
      '1210',
      country,
      '3304990099',
      '91410100170033534A',
      '示范平台',
      value,
      '0.125',
      'released',
    ]
  },
}

const enterprises = Array.from({ length: 60 }, (_, number) => demonstrationUscc(90_000 + number))

/**
 * Files one after another, each unlike those before: three a month, the first of it, more of it, and one that corrects a tenth of what is
 * known, repeats most of it and brings a tenth of new rows.
 */
export function* filesOf(folder: string, rows: Rows, count: number): Generator<KillFile, never> {
  for (let turn = 0; ; turn++) {
    const month = `${2000 + Math.floor(turn / 12)}-${String((turn % 12) + 1).padStart(2, '0')}`
    const put = (kind: Kind, numbers: { number: number; revision: number }[], expected: KillFile['expected']) => {
      const file = path.join(folder, `${month} ${kind}.csv`)
      const lines = numbers.map(({ number, revision }) => csvLine(rows.row(month, number, revision)))
      writeFileSync(file, csvLine(rows.headings) + lines.join(''))
      return { kind, path: file, rows: numbers.length, expected }
    }
    const span = (from: number, until: number, revision = 0) =>
      Array.from({ length: until - from }, (_, index) => ({ number: from + index, revision }))
    const tenth = Math.floor(count / 10)
    const none = { accepted: 0, corrected: 0, unchanged: 0, rejected: 0 }
    yield put('first of its month', span(0, count), { ...none, accepted: count })
    yield put('new rows of a month', shuffled(span(count, 2 * count)), { ...none, accepted: count })
    yield put(
      'corrections',
      shuffled([...span(0, tenth, 1), ...span(tenth, count - tenth), ...span(2 * count, 2 * count + tenth)]),
      { ...none, accepted: tenth, corrected: tenth, unchanged: count - 2 * tenth },
    )
  }
}

/** In no order of their keys, the same every time. */
function shuffled<T>(all: T[]): T[] {
  const stride = 7919
  return all.length % stride === 0 ? all : all.map((_, index) => all[(index * stride) % all.length]!)
}

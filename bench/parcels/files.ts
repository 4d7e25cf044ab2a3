import { closeSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { headingOf } from '#parts/ledgers/headings.ts'
import { ledgerOf } from '#parts/ledgers/registry.ts'
import { totalsOf } from '#parts/trade/parcels/synthetic/apportion.ts'
import { planDays } from '#parts/trade/parcels/synthetic/days.ts'

export const parcelLedger = 'trade/parcels'
/** A year without rows of the demonstration. */
export const benchYear = 2019

export interface ParcelFile {
  path: string
  month: string
  rows: number
  /** whether its month had no row before */
  first: boolean
  remove(): void
}

/** Rows of a half-year as `jingkai generate parcels` makes them, in so many files a month of about one length. */
export async function* parcelFiles(asked: {
  folder: string
  rows: number
  filesPerMonth: number
  seed: number
}): AsyncGenerator<ParcelFile> {
  const ledger = await ledgerOf(parcelLedger)
  const { columns, chunks } = ledger.synthetic!
  // The rows end with LF, and COPY takes one kind of line end a file.
  const heading = `${columns.map((name) => headingOf(ledger.columns[name]!)).join(',')}\n`
  const range = { from: `${benchYear}-01-01`, to: `${benchYear}-06-30` }
  const limits = fileLengths({ ...asked, ...range })
  let open: { target: number; file: ParcelFile } | undefined
  let number = 0
  const close = () => {
    closeSync(open!.target)
    const { file } = open!
    open = undefined
    return file
  }
  let [before, ofMonth] = ['', 0]
  for (const { day, rows, bytes } of chunks({ rows: asked.rows, seed: asked.seed, ...range })) {
    const month = day.slice(0, 7)
    const isLong = open && open.file.rows + rows / 2 > limits.get(month)! && ofMonth < asked.filesPerMonth
    if (open && (open.file.month !== month || isLong)) yield close()
    if (!open) {
      const name = path.join(asked.folder, `parcels-${month}-${++number}.csv`)
      open = {
        target: openSync(name, 'w'),
        file: { path: name, month, rows: 0, first: month !== before, remove: () => rmSync(name, { force: true }) },
      }
      writeSync(open.target, heading)
      ofMonth = month === before ? ofMonth + 1 : 1
      before = month
    }
    writeSync(open.target, bytes)
    open.file.rows += rows
  }
  if (open) yield close()
}

/** How many rows a file of each month takes before the next begins. */
function fileLengths(asked: {
  rows: number
  filesPerMonth: number
  seed: number
  from: string
  to: string
}): Map<string, number> {
  const months = new Map<string, number>()
  for (const { day, parcels } of planDays(totalsOf(asked.rows), asked))
    months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + parcels[0] + parcels[1])
  return new Map([...months].map(([month, rows]) => [month, Math.ceil(rows / asked.filesPerMonth)]))
}

/** The same rows with another value in every `step`-th of them; answers how many were changed. */
export function correctedFile(file: string, target: string, step: number): number {
  const lines = readFileSync(file, 'latin1').split('\n')
  let changed = 0
  for (let line = 1; line < lines.length; line += step) {
    const cells = lines[line]!.split(',')
    if (cells.length < 2) continue
    cells[8] = `1${cells[8]}`
    lines[line] = cells.join(',')
    changed += 1
  }
  writeFileSync(target, lines.join('\n'), 'latin1')
  return changed
}

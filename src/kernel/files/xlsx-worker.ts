import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { streamXlsxRows } from 'hucre'
import type { SheetRow } from './table.ts'
import type { XlsxMessage } from './xlsx-table.ts'

/** Rows a message. */
const group = 2000

// Runs in a thread: reads the first sheet and hands rows over whenever the other side asks for more.
const port = parentPort!
const groups = groupsOf((workerData as { path: string }).path)
port.on('message', async () => {
  try {
    const next = await groups.next()
    port.postMessage((next.done ? { done: true } : { rows: next.value }) satisfies XlsxMessage)
  } catch (error) {
    port.postMessage({ failure: (error as Error).message } satisfies XlsxMessage)
  }
})

async function* groupsOf(path: string): AsyncGenerator<SheetRow[]> {
  let rows: SheetRow[] = []
  let width = 0
  for await (const row of streamXlsxRows(await readFile(path), { sheet: 0 })) {
    const cells = row.values.map(textOf)
    while (cells.length > width && cells.at(-1) === '') cells.pop()
    if (cells.every((cell) => cell === '')) continue
    // A sheet stores no cells after the last one that is filled: the first rows say how wide it is.
    width = Math.max(width, row.index < 10 ? cells.length : 0)
    while (cells.length < width) cells.push('')
    rows.push({ line: row.index + 1, cells })
    if (rows.length === group) {
      yield rows
      rows = []
    }
  }
  if (rows.length > 0) yield rows
}

/** A cell as a person reads it; a number with the fifteen digits a spreadsheet keeps. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return dateText(value)
  return String(value).replaceAll('\r\n', '\n')
}

function numberText(value: number): string {
  const rounded = Number(value.toPrecision(15))
  // Beyond fifteen digits the spreadsheet has lost some: say so the way it shows them.
  if (Math.abs(rounded) >= 1e15) return value.toExponential(5).replace('e', 'E')
  const text = String(rounded)
  return text.includes('e') ? rounded.toFixed(20).replace(/0+$/, '') : text
}

function dateText(value: Date): string {
  const text = value.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ')
}

import type { Tx } from '#kernel/db/work.ts'
import { evidenceText, lineageOf } from '#parts/indicators/indicators.ts'
import type { FrozenWhole } from './frozen.ts'

/** Rows of one figure, and bytes of all, that a pack carries; a larger figure's rows stay where they are and are named. */
const mostRows = 20_000
const mostBytes = 60 * 2 ** 20

/**
 * The rows behind each fact as they stood at the issue, one CSV a fact, and `index.csv` that says for each whether it is there. What a
 * single figure draws on can be millions of rows: those are named with their number and can be had from the figure's page.
 */
export async function rowExtracts(tx: Tx, { sources, asOf }: FrozenWhole): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const index = ['indicator,period,area,rows,file']
  let bytes = 0
  for (const source of sources.values()) {
    if (source.of !== 'fact') continue
    const { indicator, period, area } = source.fact
    // A chart asks for every month of two years; the figure of the whole stretch has their rows.
    if (/^\d{4}-01\/\d{4}-\d\d$/.test(period)) continue
    const asked = { indicator, period, area, asOf: new Date(asOf) }
    const { sources: inputs } = await lineageOf(tx, asked)
    const rows = inputs.reduce((sum, input) => sum + input.rows, 0)
    const name = `${indicator} ${period.replaceAll('/', '_')} ${area}.csv`
    const text = rows <= mostRows && bytes < mostBytes ? await evidenceText(tx, asked) : null
    index.push([indicator, period, area, String(rows), text === null ? '' : `rows/${name}`].join(','))
    if (text === null) continue
    bytes += Buffer.byteLength(text)
    files.set(name, text)
  }
  files.set('index.csv', `${index.join('\r\n')}\r\n`)
  return files
}

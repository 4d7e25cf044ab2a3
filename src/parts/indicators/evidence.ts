import { createHash } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { read, type Tx, type Work } from '#kernel/db/work.ts'
import type { FileAnswer } from '#kernel/http/endpoint.ts'
import { measureOf } from '#parts/ledgers/measures.ts'
import { canonicalText } from '#parts/ledgers/row-values.ts'
import type { FactAsked } from './facts.ts'
import type { Figure } from './figure.ts'
import { printFormula } from './formula-print.ts'
import type { Leaf } from './leaves.ts'
import type { Reckoning } from './reckoning.ts'
import { contributionOf, rowsOf } from './rows-behind.ts'
import { submissionShares } from './submissions-behind.ts'
import { tracedFact } from './tracing.ts'

type EvidenceAsked = Omit<FactAsked, 'unit'>

const HEADINGS = [
  'input',
  'source',
  'batch',
  'row',
  'version',
  'recorded_at',
  'unit',
  'contribution',
  'content',
  'sha256',
]
const AT_ONCE = 5000

/**
 * A CSV of every row behind a figure. `content` says all of a row and `sha256` is its hash; the last line is the manifest: the
 * figure as JSON, and the hash of all row hashes in their order. Streams, so that its size does not matter.
 */
export function evidenceOf(work: Work, asked: EvidenceAsked): Promise<FileAnswer> {
  return new Promise((resolve, reject) => {
    read(work, async (tx) => {
      const traced = await tracedFact(tx, asked)
      const { indicator, period } = traced.fact
      const content = new PassThrough()
      const name = `${indicator} ${period.replaceAll('/', '至')} 证据.csv`
      resolve({ name, type: 'text/csv; charset=utf-8', content })
      // A reader who goes away ends the pipeline, and with it the transaction; whoever listens to the stream hears of it.
      await pipeline(Readable.from(linesOf(traced)), content)
    }).catch(reject)
  })
}

/** The same as text, for tests and small figures. */
export async function evidenceText(tx: Tx, asked: EvidenceAsked): Promise<string> {
  let text = ''
  for await (const line of linesOf(await tracedFact(tx, asked))) text += line
  return text
}

async function* linesOf({ at, fact, figure }: Awaited<ReturnType<typeof tracedFact>>): AsyncGenerator<string> {
  const all = createHash('sha256')
  let rows = 0
  yield `\uFEFF${HEADINGS.join(',')}\r\n`
  for await (const cells of cellsOf(at, figure)) {
    const sha256 = createHash('sha256').update(cells.at(-1)!).digest('hex')
    all.update(sha256)
    rows++
    yield csvLine([...cells, sha256])
  }
  const { indicator, area, period, covers, value, exact, unit, expression, vintage, asOf } = fact
  const manifest = { indicator, area, period, covers, value, exact, unit, expression, vintage, asOf, rows }
  yield csvLine(['manifest', '', '', '', '', '', '', '', JSON.stringify(manifest), all.digest('hex')])
}

/** The cells of each row but its hash. */
async function* cellsOf(at: Reckoning, figure: Figure): AsyncGenerator<string[]> {
  for (const [input, leaf] of figure.leaves.entries()) {
    const head = [String(input), printFormula(leaf.reference)]
    yield* leaf.reference.to === 'item' ? reportCells(at, leaf, head) : rowCells(at, figure, leaf, head)
  }
}

async function* reportCells(at: Reckoning, leaf: Leaf, head: string[]): AsyncGenerator<string[]> {
  for (const { submission, at: moment, contribution, values } of await submissionShares(at, leaf)) {
    const system = ['', String(submission), '', moment, values['$unit'] ?? '', contribution ?? '']
    yield [...head, ...system, JSON.stringify(Object.entries(values))]
  }
}

async function* rowCells(at: Reckoning, figure: Figure, leaf: Leaf, head: string[]): AsyncGenerator<string[]> {
  const { ledger } = await measureOf({ measure: leaf.reference.name })
  const contribution = await contributionOf(leaf)
  let after = 0
  for (;;) {
    const rows = await rowsOf(at, figure, leaf, { limit: AT_ONCE, after })
    for (const row of rows) {
      const system = [String(row.batch), String(row.rowId), String(row.version), row.recordedAt.toISOString(), row.unit]
      yield [...head, ...system, contribution(row) ?? '', canonicalText(ledger, row)]
    }
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)!.rowId
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
}

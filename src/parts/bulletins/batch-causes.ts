import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import type { Source } from '#parts/indicators/shapes.ts'
import type { Cause } from './causes.ts'

/** One input of a figure as it stood at the moment and as it stands now. */
export interface InputThenAndNow {
  unit: string
  before: Source | undefined
  now: Source
}

type Part = Source['parts'][number]
interface Moved {
  before: Part | undefined
  after: Part | undefined
}
interface Batch {
  id: number
  origin: 'file' | 'page' | 'zone'
  corrected: number
  withdrawnAt: Date | null
  withdrawnByName: string | null
}

/**
 * The batches that changed a measure. A correction takes a row from the batch that brought it, and a withdrawal gives it back: the batch
 * that lost or regained rows so is no cause, and is told only where nothing else explains it.
 */
export async function batchCauses(
  tx: Tx,
  { unit, before, now }: InputThenAndNow,
  { until }: { until?: Date | undefined } = {},
): Promise<Cause[]> {
  const moved = movedParts(before?.parts ?? [], now.parts)
  const known = await batchesOf(tx, [...moved.keys()], until)
  const lines = [...moved].map(([id, parts]) => ({ ...parts, batch: known.get(id)! }))
  const entered = lines.filter(({ before }) => !before)
  const withdrawn = lines.filter(({ batch }) => batch.withdrawnAt !== null)
  const others = lines.filter((line) => line.before && line.batch.withdrawnAt === null)
  const lost = others.reduce((sum, line) => sum + Math.max(0, -rowsGained(line)), 0)
  const replaced = entered.reduce((sum, { batch }) => sum + batch.corrected, 0)
  const unexplained = others.filter((line) =>
    rowsGained(line) < 0 ? lost > replaced : rowsGained(line) > 0 ? withdrawn.length === 0 : true,
  )
  const causes = [
    ...entered.map((line) => ({ ...enteredBy(line, lost), alone: gainOf(line) })),
    ...withdrawn.map((line) => ({ ...withdrawnBy(line), alone: null })),
    ...unexplained.map((line) => ({ ...headOf(line), deed: 'moved' as const, corrected: 0, alone: gainOf(line) })),
  ]
  const whole = lines.reduce((sum, line) => sum.plus(gainOf(line)), new Decimal(0))
  return causes.map(({ alone, ...cause }) => {
    const added = causes.length === 1 ? whole : cause.corrected > 0 ? null : alone
    return { ...cause, added: added?.toFixed() ?? null, was: null, now: null, unit }
  })
}

/** Batches whose share in the input is not what it was. */
function movedParts(then: readonly Part[], now: readonly Part[]): Map<number, Moved> {
  const before = new Map(then.map((part) => [part.batch!, part]))
  const after = new Map(now.map((part) => [part.batch!, part]))
  const all = [...new Set([...before.keys(), ...after.keys()])]
  const pairs = all.map((id) => [id, { before: before.get(id), after: after.get(id) }] as const)
  return new Map(pairs.filter(([, pair]) => rowsGained(pair) !== 0 || !gainOf(pair).isZero()))
}

/** A withdrawal after the later moment has not happened yet. */
async function batchesOf(tx: Tx, ids: readonly number[], until: Date = tx.now): Promise<Map<number, Batch>> {
  const { rows } = await tx.client.query<Batch>(
    `select id::int, origin, corrected::int, case when withdrawn_at <= $2 then withdrawn_at end as "withdrawnAt",
       withdrawn_by_name as "withdrawnByName"
     from batches where id = any($1)`,
    [ids, until],
  )
  return new Map(rows.map((batch) => [batch.id, batch]))
}

const rowsGained = ({ before, after }: Moved) => (after?.rows ?? 0) - (before?.rows ?? 0)
const gainOf = ({ before, after }: Moved) => new Decimal(after?.contribution ?? 0).minus(before?.contribution ?? 0)

function headOf({ batch, ...parts }: Moved & { batch: Batch }) {
  const { title, by, at, path } = (parts.after ?? parts.before)!
  return { title, by: batch.origin === 'zone' ? '' : by, at, path, rows: Math.abs(rowsGained(parts)) }
}

function enteredBy(line: Moved & { batch: Batch }, lost: number) {
  const head = headOf(line)
  return { ...head, deed: 'entered' as const, corrected: Math.min(line.batch.corrected, lost, head.rows) }
}

function withdrawnBy(line: Moved & { batch: Batch }) {
  const { withdrawnAt, withdrawnByName } = line.batch
  const when = { by: withdrawnByName ?? '', at: withdrawnAt!.toISOString() }
  return { ...headOf(line), ...when, deed: 'withdrawn' as const, corrected: 0 }
}

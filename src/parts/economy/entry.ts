import { Decimal } from 'decimal.js'
import { and, eq, isNull } from 'drizzle-orm'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { parseDecimal } from '#kernel/decimal.ts'
import { Refusal, refuse } from '#kernel/refusal.ts'
import { type Cell, emptyCell } from './audit-subject.ts'
import { itemsIn } from './periods.ts'
import { checkOpen } from './rules.ts'
import { cellsOf, openedSubmission, type SubmissionKey, subjectOf } from './submission.ts'
import { submissionValues } from './tables.ts'
import { raiseVersion } from './version.ts'

/** Digits as people type them; null or blank clears the cell. */
export interface Entered {
  item: string
  value: string | null
  base: string | null
  growth: string | null
}

/**
 * Keeps what was entered, whole rows at a time; rows not named stay as they are, and earlier states stay on record. Answers how many
 * rows changed. Refuses `economy/not-open`, `economy/item-not-asked`, `economy/cell-unreadable`.
 */
export async function saveDraft(tx: Tx, key: SubmissionKey, entered: readonly Entered[]): Promise<number> {
  const submission = await openedSubmission(tx, key)
  checkOpen(submission.state)
  const asked = new Map(itemsIn(submission.form, submission.period).map((item) => [item.code, item]))
  const standing = await cellsOf(tx, submission.id)
  const changed = entered.flatMap((row) => {
    const item = asked.get(row.item) ?? refuse('economy/item-not-asked', { item: row.item, period: key.period })
    const cell = cellFrom(row, item.name.zh)
    return isSame(cell, standing.get(row.item) ?? emptyCell) ? [] : [{ item: row.item, cell }]
  })
  for (const { item, cell } of changed) await replaceCell(tx, { id: submission.id, item, cell })
  if (changed.length === 0) return 0
  await raiseVersion(tx)
  audit(tx, {
    ...{ action: 'economy/enter', subject: subjectOf(submission), unit: key.unit },
    before: Object.fromEntries(changed.map(({ item }) => [item, standing.get(item) ?? null])),
    after: Object.fromEntries(changed.map(({ item, cell }) => [item, cell])),
  })
  return changed.length
}

async function replaceCell(tx: Tx, { id, item, cell }: { id: number; item: string; cell: Cell }): Promise<void> {
  const standing = and(
    ...[eq(submissionValues.submissionId, id), eq(submissionValues.item, item), isNull(submissionValues.replacedAt)],
  )
  await tx.db.update(submissionValues).set({ replacedAt: tx.now }).where(standing)
  await tx.db
    .insert(submissionValues)
    .values({ submissionId: id, item, ...cell, recordedAt: tx.now, recordedBy: tx.actor.id })
}

function cellFrom({ value, base, growth }: Entered, item: string): Cell {
  return { value: digitsOf(value, item), base: digitsOf(base, item), growth: digitsOf(growth, item) }
}

/** Plain digits of what was typed; a dash alone means empty, as in printed tables. */
function digitsOf(text: string | null, item: string): string | null {
  const typed = text?.trim() ?? ''
  if (typed === '' || /^[-—–－]+$/.test(typed)) return null
  try {
    const read = parseDecimal(typed)
    return read.abs().lt('1e18') ? read.toFixed() : refuse('economy/cell-unreadable', { item, text: typed })
  } catch (error) {
    if (error instanceof Refusal) refuse('economy/cell-unreadable', { item, text: typed.slice(0, 40) })
    throw error
  }
}

function isSame(a: Cell, b: Cell): boolean {
  const same = (x: string | null, y: string | null) => (x === null || y === null ? x === y : new Decimal(x).eq(y))
  return same(a.value, b.value) && same(a.base, b.base) && same(a.growth, b.growth)
}

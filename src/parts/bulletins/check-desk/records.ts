import { createHash } from 'node:crypto'
import { desc, eq, inArray, sql } from 'drizzle-orm'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import type { CheckReport, Verdict } from '../checking/report.ts'
import { digestOf } from '../digest.ts'
import type { DraftFormat } from '../drafts/draft.ts'
import { checkFiles, checkRecords } from './tables.ts'

/** Bytes of an original that are kept with a record. */
export const keptFileLimit = 20 * 2 ** 20

export interface CheckRow {
  id: number
  name: string
  format: DraftFormat
  area: string
  period: string
  /** null: against the figures of the moment of recording */
  asOf: string | null
  counts: Record<Verdict, number>
  /** of the text in UTF-8 */
  textSha256: string
  /** over the text and the report */
  sha256: string
  recordedAt: string
  recordedBy: string
}

export interface CheckRecord extends CheckRow {
  report: CheckReport
  /** the original file was kept */
  hasFile: boolean
}

interface Recording {
  report: CheckReport
  /** the file that was read; kept when comments can be written into it */
  file?: { bytes: Uint8Array } | undefined
}

/**
 * Signs a check off: text, report, who and when stay as they are. A .docx is kept byte for byte with it.
 * Refuses `bulletins/check-file-large` (413).
 */
export async function recordCheck(tx: Tx, { report, file }: Recording): Promise<{ id: number; sha256: string }> {
  const { text, ...rest } = report
  const { name, format, area, period, counts } = rest
  const kept = format === 'docx' ? file?.bytes : undefined
  if (kept && kept.length > keptFileLimit) refuse('bulletins/check-file-large', { limit: keptFileLimit / 2 ** 20 }, 413)
  const sha256 = digestOf({ text, report: rest })
  const textSha256 = sha256Of(text)
  const [row] = await tx.db
    .insert(checkRecords)
    .values({
      ...{ name, format, area, period, text, textSha256, report: rest, counts, sha256 },
      asOf: report.asOf === null ? null : new Date(report.asOf),
      ...{ recordedAt: tx.now, recordedById: tx.actor.id, recordedBy: tx.actor.name },
    })
    .returning({ id: checkRecords.id })
  const id = row!.id
  if (kept) await tx.db.insert(checkFiles).values({ checkId: id, bytes: Buffer.from(kept), sha256: sha256Of(kept) })
  const after = { name, period, area, textSha256, sha256, counts }
  audit(tx, { action: 'bulletins/record-check', subject: `check:${id}`, unit: area, after })
  return { id, sha256 }
}

/** A check as it was signed off; refuses `bulletins/check-unknown` (404). */
export async function checkOf(tx: Tx, id: number): Promise<CheckRecord> {
  const [row] = await tx.db.select().from(checkRecords).where(eq(checkRecords.id, id))
  if (!row) return refuse('bulletins/check-unknown', { id }, 404)
  const hasFile = (await tx.db.$count(checkFiles, eq(checkFiles.checkId, id))) > 0
  return { ...shown(row), report: { ...row.report, text: row.text }, hasFile }
}

/** The original of a check; null when none was kept. */
export async function fileOfCheck(tx: Tx, id: number): Promise<Uint8Array | null> {
  const [row] = await tx.db.select().from(checkFiles).where(eq(checkFiles.checkId, id))
  return row?.bytes ?? null
}

/** One page of the checks of those areas, latest first. */
export async function checksOf(
  tx: Tx,
  { areas, page, size }: { areas: readonly string[]; page: number; size: number },
): Promise<{ total: number; checks: CheckRow[] }> {
  const where = inArray(checkRecords.area, [...areas])
  const { id, name, format, area, period, asOf, counts, textSha256, sha256, recordedAt, recordedBy } = checkRecords
  const rows = await tx.db
    .select({ id, name, format, area, period, asOf, counts, textSha256, sha256, recordedAt, recordedBy })
    .from(checkRecords)
    .where(where)
    .orderBy(desc(checkRecords.id))
    .limit(size)
    .offset((page - 1) * size)
  const [count] = await tx.db.select({ total: sql<number>`count(*)::int` }).from(checkRecords).where(where)
  return { total: count?.total ?? 0, checks: rows.map(shown) }
}

/** Records whose text and report no longer give the hash they were signed off with. */
export async function checksUnsound(tx: Tx): Promise<number[]> {
  const unsound: number[] = []
  const ids = await tx.db.select({ id: checkRecords.id }).from(checkRecords)
  for (const { id } of ids) {
    const [row] = await tx.db.select().from(checkRecords).where(eq(checkRecords.id, id))
    if (row && digestOf({ text: row.text, report: row.report }) !== row.sha256) unsound.push(id)
  }
  return unsound
}

type Stored = Omit<typeof checkRecords.$inferSelect, 'text' | 'report' | 'recordedById'>

function shown({ id, name, format, area, period, asOf, counts, textSha256, sha256, recordedAt, recordedBy }: Stored) {
  const moments = { asOf: asOf?.toISOString() ?? null, recordedAt: recordedAt.toISOString() }
  return { ...{ id, name, format, area, period, counts, textSha256, sha256, recordedBy }, ...moments }
}

const sha256Of = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

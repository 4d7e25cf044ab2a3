import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import type { Source } from '#parts/indicators/shapes.ts'
import type { InputThenAndNow } from './batch-causes.ts'
import type { Cause } from './causes.ts'

/** The submissions that say an item differently than at the moment: its value, its base or its growth; by whom the new version was handed in. */
export async function submissionCauses(
  tx: Tx,
  { unit, before, now }: InputThenAndNow,
  between: { asOf: Date; until?: Date | undefined },
): Promise<Cause[]> {
  const parts = new Map(before?.parts.map((part) => [part.submission, part]))
  const said = new Map(before?.first.map((row) => [row['$row'], row]))
  const changed = now.parts.filter((part) => {
    const row = now.first.find((one) => one['$row'] === String(part.submission))
    return !sameDigits(parts.get(part.submission)?.contribution ?? null, part.contribution) || !sameSaid(row, said)
  })
  const handedIn = await handedInSince(tx, changed, between)
  return changed.map((part) => ({
    ...{ title: part.title, path: part.path, deed: 'reported' as const, unit },
    ...(handedIn.get(part.submission!) ?? { by: part.by, at: part.at }),
    ...{ rows: 0, corrected: 0, added: null },
    ...{ was: parts.get(part.submission)?.contribution ?? null, now: part.contribution },
  }))
}

type Row = Source['first'][number]

function sameSaid(row: Row | undefined, said: ReadonlyMap<string | null | undefined, Row>): boolean {
  const old = said.get(row?.['$row'])
  if (!row || !old) return true
  return ['base', 'growth'].every((name) => sameDigits(old[name] ?? null, row[name] ?? null))
}

/** The newest hand-in of each submission after the moment. */
async function handedInSince(
  tx: Tx,
  parts: Source['parts'],
  { asOf, until = tx.now }: { asOf: Date; until?: Date | undefined },
): Promise<Map<number, { by: string; at: string }>> {
  const { rows } = await tx.client.query<{ submission: number; by: string; at: Date }>(
    `select distinct on (submission_id) submission_id::int as submission, by_name as by, at from submission_steps
     where submission_id = any($1) and step = 'submitted' and at > $2 and at <= $3 order by submission_id, submission_steps.id desc`,
    [parts.map(({ submission }) => submission), asOf, until],
  )
  return new Map(rows.map(({ submission, by, at }) => [submission, { by, at: at.toISOString() }]))
}

function sameDigits(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : new Decimal(a).eq(b)
}

import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { unitsByWord, unitsUnder } from '#parts/org/org.ts'
import { halfWidth } from './cells.ts'
import type { Ledger } from './ledger.ts'
import type { Scope } from './row-checker.ts'

/** The units a file may name and the one it belongs to. Refuses `org/unit-unknown` and `org/outside-scope`. */
export async function importScope(
  tx: Tx,
  ledger: Ledger,
  asked: { unit?: string; roots?: readonly string[] },
): Promise<Scope> {
  const words = await unitsByWord(tx)
  const names = new Map([...words].map(([word, code]) => [halfWidth(word).toLowerCase(), code]))
  const allowed = asked.roots && new Set(await unitsUnder(tx, asked.roots))
  const unit = asked.unit ?? (await usualUnit(tx, ledger, allowed)) ?? asked.roots?.[0] ?? (await zoneUnit(tx))
  const code = names.get(unit.toLowerCase()) ?? refuse('org/unit-unknown', { unit }, 404)
  if (allowed && !allowed.has(code)) refuse('org/outside-scope', { unit: code }, 403)
  return allowed ? { names, unit: code, allowed } : { names, unit: code }
}

/** The unit whose batch came last. */
async function usualUnit(
  tx: Tx,
  ledger: Ledger,
  allowed: ReadonlySet<string> | undefined,
): Promise<string | undefined> {
  const { rows } = await tx.client.query<{ unit_code: string }>(
    'select unit_code from batches where ledger = $1 and ($2::text[] is null or unit_code = any($2)) order by id desc limit 1',
    [ledger.name, allowed ? [...allowed] : null],
  )
  return rows[0]?.unit_code
}

async function zoneUnit(tx: Tx): Promise<string> {
  const { rows } = await tx.client.query<{ unit_code: string }>(
    'select unit_code from unit_places where parent_code is null order by from_on desc limit 1',
  )
  return rows[0]?.unit_code ?? refuse('ledgers/no-units')
}

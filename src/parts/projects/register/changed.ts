import { type AuditEntry, audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { announce } from '#kernel/jobs/errands.ts'
import { keepLights } from './keep-lights.ts'
import type { ProjectRow } from './project-state.ts'

/** What follows every deed on a project: its line in the audit, its light, and those who listen. */
export async function changed(
  tx: Tx,
  { code, unit }: Pick<ProjectRow, 'code' | 'unit'>,
  told: Pick<AuditEntry, 'action' | 'before' | 'after'>,
): Promise<void> {
  audit(tx, { ...told, subject: `project:${code}`, unit })
  await keepLights(tx, [code])
  await announce(tx, 'projects/changed', { project: code })
}

/** Who did it, as the tables of projects keep it. */
export const hand = (tx: Tx): [string, string, Date] => [tx.actor.id, tx.actor.name, tx.now]

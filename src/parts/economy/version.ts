import type { Tx } from '#kernel/db/work.ts'

/** A number that every write of the part raises. */
export async function economyVersion(tx: Pick<Tx, 'client'>): Promise<number> {
  const { rows } = await tx.client.query<{ version: string }>('select version from economy_versions')
  return Number(rows[0]?.version ?? 0)
}

/** Raises it; the row stays locked until commit, so that two writes never share a number. */
export async function raiseVersion(tx: Pick<Tx, 'client'>): Promise<void> {
  await tx.client.query('update economy_versions set version = version + 1')
}

import { desc, eq } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import { indicatorVersions } from './tables.ts'

/** When each version of a declaration was loaded, newest first. */
export async function versionsDeclared(
  tx: Tx,
  code: string,
): Promise<{ version: number; loadedAt: string; loadedBy: string }[]> {
  const { version, loadedAt, loadedBy } = indicatorVersions
  const rows = await tx.db
    .select({ version, loadedAt, loadedBy })
    .from(indicatorVersions)
    .where(eq(indicatorVersions.code, code))
    .orderBy(desc(version))
  return rows.map((row) => ({ ...row, loadedAt: row.loadedAt.toISOString() }))
}

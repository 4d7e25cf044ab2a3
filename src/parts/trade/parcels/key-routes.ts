import { makeProgramKey, programKeys, revokeProgramKey } from '#kernel/access/program-keys.ts'
import type { Tx } from '#kernel/db/work.ts'
import { type Route, reads, writes } from '#kernel/http/route.ts'
import { refuse } from '#kernel/refusal.ts'
import { isUnder } from '#parts/org/org.ts'
import { listKeys, makeKey, revokeKey } from './key-shapes.ts'

const opens = 'trade/declare'

/** Keys for programs that send declarations. Everybody sees, makes and revokes their own; a key never opens these doors. */
export const keyRoutes: readonly Route[] = [
  reads(listKeys, async (tx) => {
    const keys = await programKeys(tx, opens, tx.actor.id)
    return {
      keys: keys.map(({ permissions: _, madeAt, revokedAt, ...key }) => ({
        ...key,
        madeAt: madeAt.toISOString(),
        revokedAt: revokedAt?.toISOString() ?? null,
      })),
    }
  }),
  writes(makeKey, async (tx, { body: { name, unit = '' } }, { roots }) => {
    if (!unit) return made(tx, { name, unit: roots[0]!, root: roots[0]! })
    const root = await rootAbove(tx, unit, roots)
    return made(tx, { name, unit, root })
  }),
  writes(revokeKey, async (tx, { params: { id } }) => {
    await revokeProgramKey(tx, id, tx.actor.id)
    return { revoked: id }
  }),
]

const made = (tx: Tx, of: { name: string; unit: string; root: string }) =>
  makeProgramKey(tx, { ...of, userId: tx.actor.id, permissions: [opens] })

/** The unit of the grant by which the caller may act in a unit. */
async function rootAbove(tx: Tx, unit: string, roots: readonly string[]): Promise<string> {
  for (const root of roots) if (await isUnder(tx, unit, [root])) return root
  return refuse('org/outside-scope', { unit }, 403)
}

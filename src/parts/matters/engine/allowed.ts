import { rootsFor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/db/work.ts'
import { unitsUnder } from '#parts/org/org.ts'
import type { Course } from './course.ts'
import type { DeedName } from './deed-shapes.ts'
import { type DeedRule, deeds, type Stand } from './deeds.ts'
import { type Desks, desksOf } from './desks.ts'
import { standFor } from './machine.ts'
import { mattersPermissions } from './permissions.ts'
import { isPossible } from './possible.ts'

type Standing = Pick<Course, 'liesWith' | 'dutyUnit' | 'wish'>

/** The unit that a deed asks for, and whether the actor stands over it with the permission it needs. */
export async function mayDo(tx: Tx, course: Standing, deed: DeedName): Promise<{ allowed: boolean; unit: string }> {
  const { need } = deeds[deed]
  const covers = await coverage(tx, [need])
  const unit = unitFor(course, standFor(course, deed), await desksOf(tx))
  return { allowed: covers(need).has(unit), unit }
}

/** The deeds that the actor may do with a matter now, in the order of the table: by the same rules that guard each of them. */
export async function deedsAllowed(tx: Tx, course: Course): Promise<DeedName[]> {
  const desks = await desksOf(tx)
  const possible = (Object.entries(deeds) as [DeedName, DeedRule][]).filter(([deed]) =>
    isPossible(course, deed, tx.actor.id),
  )
  const covers = await coverage(tx, [...new Set(possible.map(([, { need }]) => need))])
  return possible
    .filter(([deed, { need }]) => covers(need).has(unitFor(course, standFor(course, deed), desks)))
    .map(([deed]) => deed)
}

function unitFor(course: Standing, stand: Stand, desks: Desks): string {
  if (stand === 'holder') return course.liesWith
  return stand === 'duty' ? (course.dutyUnit ?? course.liesWith) : desks[stand]
}

/** Units within which the actor holds each permission. */
async function coverage(
  tx: Tx,
  needs: readonly DeedRule['need'][],
): Promise<(need: DeedRule['need']) => ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>()
  for (const need of needs) {
    const roots = rootsFor(tx.actor, mattersPermissions[need])
    found.set(need, new Set(roots.length === 0 ? [] : await unitsUnder(tx, roots)))
  }
  return (need) => found.get(need) ?? new Set()
}

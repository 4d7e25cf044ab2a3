import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { keepInside, unitsUnder, unitWithHistory } from '#parts/org/org.ts'

/** The unit a figure is asked of. */
export interface Area {
  code: string
  /** the whole zone: every row counts, whatever became of its unit */
  whole: boolean
}

/** The area asked for, the whole zone unless told; refuses `org/unit-unknown`. */
export async function areaOf(tx: Tx, asked?: string): Promise<Area> {
  const root = (await zoneOf(tx))?.rootUnit ?? 'ZONE'
  if (asked === undefined || asked === root) return { code: root, whole: true }
  await unitWithHistory(tx, asked)
  return { code: asked, whole: false }
}

/** The area a caller may see: what they ask for inside their subtrees, else the zone, else the first subtree they have. */
export async function areaWithin(tx: Tx, asked: string | undefined, roots: readonly string[]): Promise<string> {
  if (asked !== undefined) {
    await keepInside(tx, asked, roots)
    return asked
  }
  const { code } = await areaOf(tx)
  return roots.includes(code) ? code : (roots[0] ?? code)
}

/** The units under an area as its tree stood on a day; undefined for the whole zone. */
export async function unitsOn(tx: Tx, area: Area, day: Day): Promise<string[] | undefined> {
  return area.whole ? undefined : unitsUnder(tx, [area.code], day)
}

import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { asc, sql } from 'drizzle-orm'
import { read, type Tx, type Work, write } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { type BoundaryRow, boundaryFileOf, boundaryKinds, boundaryRowsOf } from './boundary-rows.ts'
import { boundaries, units } from './tables.ts'

const file = 'boundary.geojson'

/**
 * Reads boundary.geojson: where the zone and its units lie, in versions. An area that was read before takes its outline and its
 * last day from the file. Refuses `org/boundary-unreadable`.
 */
export async function loadBoundaries(work: Work, zone: ZonePackage, tell: (words: Words) => void): Promise<void> {
  if (!zone.has(file)) return
  const rows = boundaryRowsOf(zone.text(file))
  if ('problem' in rows) return refuse('org/boundary-unreadable', { file, problem: rows.problem })
  const added = await write(work, (tx) => keep(tx, rows))
  tell({ zh: `边界：新增 ${added} 块`, en: `Boundaries: ${added} areas added` })
}

/** Writes every area that is on record, with its days. */
export async function exportBoundaries(work: Work, folder: string): Promise<void> {
  const rows = await read(work, (tx) =>
    tx.db.select().from(boundaries).orderBy(asc(boundaries.kind), asc(boundaries.code), asc(boundaries.fromOn)),
  )
  if (rows.length === 0) return
  const inOrder = rows.toSorted((a, b) => boundaryKinds.indexOf(a.kind) - boundaryKinds.indexOf(b.kind))
  await writeFile(path.join(folder, file), boundaryFileOf(inOrder))
}

async function keep(tx: Tx, rows: readonly BoundaryRow[]): Promise<number> {
  const known = new Set((await tx.db.select({ code: units.code }).from(units)).map((unit) => unit.code))
  const strange = rows.find((row) => !known.has(row.unitCode))
  if (strange) refuse('org/boundary-unreadable', { file, problem: `unit: ${strange.unitCode}` })
  const before = await tx.db.$count(boundaries)
  if (rows.length > 0)
    await tx.db
      .insert(boundaries)
      .values([...rows])
      .onConflictDoUpdate(again)
  return (await tx.db.$count(boundaries)) - before
}

const again = {
  target: [boundaries.kind, boundaries.code, boundaries.fromOn],
  set: {
    unitCode: sql`excluded.unit_code`,
    toOn: sql`excluded.to_on`,
    west: sql`excluded.west`,
    south: sql`excluded.south`,
    east: sql`excluded.east`,
    north: sql`excluded.north`,
    polygons: sql`excluded.polygons`,
  },
}

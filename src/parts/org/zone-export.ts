import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { asc, eq, isNotNull } from 'drizzle-orm'
import { read, type Tx, type Work } from '#kernel/db/work.ts'
import { exportBoundaries } from './boundaries-file.ts'
import { people, unitNames, unitPlaces, units } from './tables.ts'
import { csvOf } from './zone-csv.ts'

/** Writes the files back: the tree with its past, and the people who are here. Phones and accounts stay inside. */
export async function exportOrg(work: Work, folder: string): Promise<void> {
  const files = await read(work, async (tx) => ({
    'units.csv': await unitLines(tx),
    'unit-moves.csv': await moveLines(tx),
    'unit-names.csv': await nameLines(tx),
    'people.csv': await peopleLines(tx),
  }))
  for (const [name, lines] of Object.entries(files)) await writeFile(path.join(folder, name), csvOf(lines))
  await exportBoundaries(work, folder)
}

type Cells = (string | null)[]

async function unitLines(tx: Tx): Promise<Cells[]> {
  const places = Map.groupBy(
    await tx.db.select().from(unitPlaces).orderBy(asc(unitPlaces.fromOn)),
    (row) => row.unitCode,
  )
  const names = Map.groupBy(await tx.db.select().from(unitNames).orderBy(asc(unitNames.fromOn)), (row) => row.unitCode)
  const rows = await tx.db.select().from(units).orderBy(asc(units.ordinal))
  return [
    ['code', 'parent', 'name_zh', 'name_en', 'kind', 'opened_on', 'closed_on'],
    ...rows.map(({ code, kind, openedOn, closedOn }) => {
      const first = names.get(code)?.[0]
      return [
        code,
        places.get(code)?.[0]?.parentCode ?? null,
        first?.nameZh ?? '',
        first?.nameEn ?? '',
        kind,
        openedOn,
        closedOn,
      ]
    }),
  ]
}

async function moveLines(tx: Tx): Promise<Cells[]> {
  const rows = await tx.db
    .select({ code: unitPlaces.unitCode, parent: unitPlaces.parentCode, on: unitPlaces.fromOn, opened: units.openedOn })
    .from(unitPlaces)
    .innerJoin(units, eq(units.code, unitPlaces.unitCode))
    .where(isNotNull(unitPlaces.parentCode))
    .orderBy(asc(unitPlaces.fromOn), asc(units.ordinal))
  const moves = rows.filter((row) => row.on !== row.opened)
  return [['code', 'parent', 'on'], ...moves.map(({ code, parent, on }) => [code, parent, on])]
}

async function nameLines(tx: Tx): Promise<Cells[]> {
  const rows = await tx.db
    .select({
      code: units.code,
      zh: unitNames.nameZh,
      en: unitNames.nameEn,
      on: unitNames.fromOn,
      opened: units.openedOn,
    })
    .from(unitNames)
    .innerJoin(units, eq(units.code, unitNames.unitCode))
    .orderBy(asc(unitNames.fromOn), asc(units.ordinal))
  const renamings = rows.filter((row) => row.on !== row.opened)
  return [['code', 'name_zh', 'name_en', 'on'], ...renamings.map(({ code, zh, en, on }) => [code, zh, en, on])]
}

async function peopleLines(tx: Tx): Promise<Cells[]> {
  const rows = await tx.db.select().from(people).orderBy(asc(people.code))
  const here = rows.filter((row) => row.leftOn === null)
  const cells = here.map(({ code, name, unitCode, title, joinedOn }) => [code, name, unitCode, title, joinedOn])
  return [['code', 'name_zh', 'unit', 'title', 'joined_on'], ...cells]
}

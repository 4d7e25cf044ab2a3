import { type Role, roles } from '#kernel/access/actor.ts'
import { type Tx, type Work, write } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { loadBoundaries } from './boundaries-file.ts'
import { addDemonstrationAccounts } from './demonstration.ts'
import { importPeople } from './people-import.ts'
import { people, units } from './tables.ts'
import { type UnitKind, unitKinds } from './unit-kinds.ts'
import { addUnit, closeUnit, moveUnit, renameUnit } from './units.ts'
import { inDayOrder, type Line, linesOf } from './zone-csv.ts'

type Tell = (words: Words) => void

/**
 * Reads units.csv, unit-names.csv, unit-moves.csv, boundary.geojson, people.csv and, in a demonstration zone, accounts.csv. What is on
 * record already stays as it is, so that loading twice changes nothing and work done since is kept.
 */
export async function loadOrg(work: Work, zone: ZonePackage, tell: Tell): Promise<void> {
  const added = await write(work, (tx) => loadUnits(tx, zone))
  tell({ zh: `单位：新设 ${added} 个`, en: `Units: ${added} added` })
  await loadBoundaries(work, zone, tell)
  const persons = await write(work, (tx) => loadPeople(tx, zone))
  tell({ zh: `人员：新增 ${persons} 名`, en: `People: ${persons} added` })
  if (!zone.settings.demonstration) return
  const accounts = await write(work, (tx) => loadAccounts(tx, zone))
  tell({ zh: `演示账号：新增 ${accounts} 个`, en: `Demonstration accounts: ${accounts} added` })
}

async function loadUnits(tx: Tx, zone: ZonePackage): Promise<number> {
  const known = new Set((await tx.db.select({ code: units.code }).from(units)).map((unit) => unit.code))
  const rows = linesOf(zone, 'units.csv')
  const fresh = rows.filter((row) => !known.has(row.cell('code')))
  const codes = new Set(fresh.map((row) => row.cell('code')))
  for (const row of fresh) {
    await addUnit(tx, {
      ...{ code: row.cell('code'), parent: row.cell('parent') || null },
      ...{ nameZh: row.cell('name_zh'), nameEn: row.cell('name_en') || row.cell('name_zh') },
      ...{ kind: row.oneOf('kind', unitKinds) satisfies UnitKind, openedOn: row.day('opened_on') },
    })
  }
  const ofFresh = (row: Line) => codes.has(row.cell('code'))
  for (const row of inDayOrder(linesOf(zone, 'unit-names.csv').filter(ofFresh))) {
    const [code, nameZh, nameEn] = [row.cell('code'), row.cell('name_zh'), row.cell('name_en')]
    await renameUnit(tx, { code, nameZh, nameEn, on: row.day('on') })
  }
  for (const row of inDayOrder(linesOf(zone, 'unit-moves.csv').filter(ofFresh))) {
    await moveUnit(tx, { code: row.cell('code'), parent: row.cell('parent'), on: row.day('on') })
  }
  // Children stand after their parents in the file, and close no later than they do.
  for (const row of fresh.toReversed()) {
    if (row.cell('closed_on') !== '') await closeUnit(tx, { code: row.cell('code'), on: row.day('closed_on') })
  }
  return fresh.length
}

const peopleColumns = ['code', 'name_zh', 'unit', 'title', 'phone', 'joined_on']

async function loadPeople(tx: Tx, zone: ZonePackage): Promise<number> {
  const known = new Set((await tx.db.select({ code: people.code }).from(people)).map((person) => person.code))
  const opened = new Map((await tx.db.select().from(units)).map((unit) => [unit.code, unit.openedOn]))
  const fresh = linesOf(zone, 'people.csv').filter((row) => !known.has(row.cell('code')))
  if (fresh.length === 0) return 0
  const rows = fresh.map((row) => ({
    line: row.line,
    cells: peopleColumns.map((column) => cellOf(row, column, opened)),
  }))
  const { added, rejected } = await importPeople(tx, [{ line: 1, cells: peopleColumns }, ...rows])
  const [bad] = rejected
  // The package is read whole or not at all: unlike a list sent by an office, it is mended at its source.
  if (bad) refuse(bad.code, { ...bad.details, file: 'people.csv', line: bad.line })
  return added
}

/** Who has no day of joining has been there since the unit opened. */
function cellOf(row: Line, column: string, opened: ReadonlyMap<string, string>): string {
  if (column === 'joined_on' && row.cell(column) === '') return opened.get(row.cell('unit')) ?? ''
  return row.cell(column)
}

async function loadAccounts(tx: Tx, zone: ZonePackage): Promise<number> {
  const rows = linesOf(zone, 'accounts.csv')
  const wanted = rows.map((row) => ({
    ...{ username: row.cell('username'), person: row.cell('person'), unit: row.cell('unit') },
    role: row.oneOf('role', roles) satisfies Role,
  }))
  return addDemonstrationAccounts(tx, wanted)
}

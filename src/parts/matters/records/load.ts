import { audit } from '#kernel/audit/chain.ts'
import { type Tx, type Work, write } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { isInside } from '#kernel/place.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { boundariesOn } from '#parts/org/boundaries.ts'
import { dayAt } from '../engine/clock.ts'
import { rulesOf } from '../engine/rules-of.ts'
import { setInForce, standardsOf } from '../engine/standards.ts'
import { escalate } from '../supervision/escalate.ts'
import { type FileRow, momentIn, rowsOf } from './files.ts'
import { keepMatters, type Ready } from './keep-matters.ts'
import { loadInspections, loadPatrols } from './load-inspections.ts'
import { type Doer, replay } from './replay.ts'

/**
 * Reads matters/matters.csv with matters/deeds.csv, carries every matter through its deeds by the engine's own rules, and keeps what comes
 * out; then patrols, batches and issues. Records that are there already are left as they are.
 */
export async function loadRecords(work: Work, zone: ZonePackage, tell: (words: Words) => void): Promise<void> {
  const rows = rowsOf(zone, 'matters/matters.csv')
  await write(work, (tx) => loadPatrols(tx, rowsOf(zone, 'matters/patrols.csv')))
  if (rows.length === 0) return
  const kept = await write(work, async (tx) => {
    const { rowCount } = await tx.client.query("select from matters where idempotency_key like 'zone:%' limit 1")
    if (rowCount) return 0
    const ids = await keepAll(
      tx,
      rows,
      Map.groupBy(rowsOf(zone, 'matters/deeds.csv'), (row) => row.needed('ref')),
    )
    await loadInspections(tx, rowsOf(zone, 'matters/batches.csv'), rowsOf(zone, 'matters/issues.csv'), ids)
    audit(tx, { action: 'matters/load-records', subject: 'matters:all', after: { matters: ids.size } })
    return ids.size
  })
  if (kept === 0) return
  await escalate(work)
  tell({ zh: `事项 ${kept} 件`, en: `Matters: ${kept}` })
}

async function keepAll(tx: Tx, rows: readonly FileRow[], deeds: Map<string, FileRow[]>): Promise<Map<string, number>> {
  const set = await setInForce(tx)
  const numbers = numbersOf(rows)
  const doers = await peopleOf(tx)
  const byId = new Map([...doers.values()].map((doer) => [doer.id, doer]))
  const standards = new Map(
    (await standardsOf(tx, set)).flatMap(({ code, standards: own }) =>
      own.map(({ ordinal, id }) => [`${code} ${ordinal}`, id]),
    ),
  )
  const on = {
    rules: await rulesOf(tx, set),
    doer: (code: string) => doers.get(code),
    standard: (category: string, ordinal: number) => standards.get(`${category} ${ordinal}`),
    number: (ref: string) => numbers.get(ref),
  }
  const all = rows.map((row): Ready => {
    const ref = row.needed('ref')
    return { ref, number: numbers.get(ref)!, row, replayed: replay(row, deeds.get(ref) ?? [], on) }
  })
  return keepMatters(tx, set, all, await cellFinder(tx, all), (id) => byId.get(id) ?? { id, name: '' })
}

/** Category, day and a count over the day, as the engine numbers what comes in. */
function numbersOf(rows: readonly FileRow[]): Map<string, string> {
  const last = new Map<string, number>()
  return new Map(
    rows.map((row) => {
      const day = dayAt(momentIn(row, 'opened_at').getTime())
      const nth = (last.get(day) ?? 0) + 1
      last.set(day, nth)
      return [row.needed('ref'), `${row.needed('category')}${day.replaceAll('-', '')}${String(nth).padStart(4, '0')}`]
    }),
  )
}

/** People by code: who has an account acts by it, as on the pages. */
async function peopleOf(tx: Tx): Promise<Map<string, Doer>> {
  const { rows } = await tx.client.query<{ code: string; id: string; name: string }>(
    `select distinct on (p.code) p.code, coalesce(u.id::text, p.code) as id, p.name
     from people p left join users u on u.person_code = p.code and u.disabled_at is null order by p.code, u.created_at`,
  )
  return new Map(rows.map(({ code, id, name }) => [code, { id, name }]))
}

/** The grid cell of a matter, as the cells lie at the end of the records. */
async function cellFinder(tx: Tx, all: readonly Ready[]): Promise<(ready: Ready) => string | null> {
  const last = all
    .map(({ replayed }) => dayAt(replayed.course.openedAt.getTime()))
    .sort()
    .at(-1)!
  const cells = await boundariesOn(tx, last, ['cell'])
  const by = Map.groupBy(cells, ({ unitCode }) => unitCode)
  return ({ row }) => {
    const place = { longitude: Number(row.needed('longitude')), latitude: Number(row.needed('latitude')) }
    return by.get(row.text('community'))?.find(({ polygons }) => isInside(place, polygons))?.code ?? null
  }
}

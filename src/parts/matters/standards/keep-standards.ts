import { createHash } from 'node:crypto'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import { unitsByWord } from '#parts/org/org.ts'
import type { SaidStandard } from './sheet.ts'

export interface StandardFile {
  title: string
  name: string
  reason: string
}

/**
 * Keeps a version of the standards; it is in force from now on, and matters opened before keep theirs. What says the same as the version in
 * force changes nothing, whatever file it stands in: `again`.
 */
export async function keepStandards(
  tx: Tx,
  standards: readonly SaidStandard[],
  file: StandardFile,
): Promise<{ set: number; again: boolean }> {
  const sha256 = digestOf(standards)
  await tx.client.query('lock table matter_standard_sets in share row exclusive mode')
  const known = await tx.client.query<{ id: number; last: boolean }>(
    'select id, id = (select max(id) from matter_standard_sets) as last from matter_standard_sets where sha256 = $1 order by id desc limit 1',
    [sha256],
  )
  if (known.rows[0]?.last) return { set: known.rows[0].id, again: true }
  const { rows } = await tx.client.query<{ id: number }>(
    `insert into matter_standard_sets (title, file_name, sha256, reason, at, by_id, by_name)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [file.title, file.name, sha256, file.reason, await zoneNow(tx), tx.actor.id, tx.actor.name],
  )
  const set = rows[0]!.id
  await insertCategories(tx, set, standards)
  await insertStandards(tx, set, standards)
  audit(tx, {
    action: 'matters/import-standards',
    subject: `standards:${set}`,
    after: { title: file.title, file: file.name, standards: standards.length, reason: file.reason },
  })
  return { set, again: false }
}

/** The same for the same standards in the same order, wherever they stood. */
function digestOf(standards: readonly SaidStandard[]): string {
  const said = standards.map(({ sheet: _, line: __, ...one }) => one)
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

async function insertCategories(tx: Tx, set: number, standards: readonly SaidStandard[]): Promise<void> {
  const categories = [...new Map(standards.map((one) => [one.code, one])).values()]
  await tx.client.query(
    `insert into matter_categories (set_id, code, major_zh, major_en, name_zh, name_en, keywords)
     select $1, c ->> 'code', c -> 'major' ->> 'zh', c -> 'major' ->> 'en', c -> 'name' ->> 'zh', c -> 'name' ->> 'en', c ->> 'keywords'
     from jsonb_array_elements($2::jsonb) as given (c)`,
    [set, JSON.stringify(categories)],
  )
}

async function insertStandards(tx: Tx, set: number, standards: readonly SaidStandard[]): Promise<void> {
  const units = await unitsByWord(tx)
  const counts = new Map<string, number>()
  const rows = standards.map((one) => {
    const ordinal = (counts.get(one.code) ?? 0) + 1
    counts.set(one.code, ordinal)
    return { ...one, ...one.limit, ordinal, unit: units.get(one.unitSaid) ?? null }
  })
  await tx.client.query(
    `insert into matter_standards (set_id, category, ordinal, condition, close_condition, amount, kind, reading, unit_code, unit_said, competent_said)
     select $1, s ->> 'code', (s ->> 'ordinal')::int, s ->> 'condition', s ->> 'closeCondition', (s ->> 'amount')::numeric, s ->> 'kind',
       s ->> 'reading', s ->> 'unit', s ->> 'unitSaid', s ->> 'competentSaid'
     from jsonb_array_elements($2::jsonb) as given (s)`,
    [set, JSON.stringify(rows)],
  )
}

import type { Tx } from '#kernel/db/work.ts'
import type { FileRow } from './files.ts'
import { insert } from './keep-matters.ts'

/** Who looks for problems of their own accord, and where; the file says all of it. */
export async function loadPatrols(tx: Tx, rows: readonly FileRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.client.query(
    `insert into matter_patrols (person_code, unit_code)
     select r ->> 0, r ->> 1 from jsonb_array_elements($1::jsonb) as r on conflict do nothing`,
    [JSON.stringify(rows.map((row) => [row.needed('person'), row.needed('unit')]))],
  )
}

/** Batches and issues of inspections; an issue names the matter of the records that it is. */
export async function loadInspections(
  tx: Tx,
  batches: readonly FileRow[],
  issues: readonly FileRow[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const by = { kept_at: tx.now, by_id: tx.actor.id, by_name: tx.actor.name }
  await insert(
    tx,
    'inspection_batches',
    batches.map((row) => ({
      ...{ code: row.needed('code'), name_zh: row.needed('name_zh'), name_en: row.needed('name_en') },
      ...{ level: row.needed('level'), received_on: row.needed('received_on'), due_on: row.needed('due_on') },
      ...{ note: '', ...by },
    })),
  )
  await insert(
    tx,
    'inspection_issues',
    issues.map((row) => issueColumns(row, ids)),
  )
}

function issueColumns(row: FileRow, ids: ReadonlyMap<string, number>): Record<string, unknown> {
  const noon = (heading: string) => (row.text(heading) ? `${row.text(heading)}T16:00:00+08:00` : null)
  return {
    ...{ batch_code: row.needed('batch'), nth: Number(row.needed('nth')), receipt: row.needed('receipt') },
    ...{ matter_id: ids.get(row.needed('ref')) ?? row.wrong('ref'), pollution: row.needed('pollution') },
    ...{
      key: row.text('key') === 'yes',
      finding: row.text('finding') || null,
      finding_words: row.text('finding_words'),
    },
    ...{ measures: row.text('measures'), ordered: Number(row.text('ordered')), fined: Number(row.text('fined')) },
    ...{
      fine_yuan: row.text('fine_yuan') || '0',
      answerable: Number(row.text('answerable')),
      found_at: noon('found_on'),
    },
    ...{
      found_by: null,
      accepted_first_at: noon('accepted_first_on'),
      accepted_first_by: row.text('accepted_first_by') || null,
    },
    ...{
      accepted_at: noon('accepted_on'),
      accepted_by: row.text('accepted_by') || null,
      published_at: noon('published_on'),
    },
  }
}

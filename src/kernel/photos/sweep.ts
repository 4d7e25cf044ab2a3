import { type Work, write } from '../db/work.ts'

/**
 * Removes photos that nothing has pointed at for a day, or two hours when anybody sent them: a report that was begun and never sent. Who points at
 * photos is asked of the database's own foreign keys, so that a new table needs no word here. Answers how many went.
 */
export function sweepPhotos(work: Work): Promise<number> {
  return write(work, async ({ client, now }) => {
    const { rows } = await client.query<{ table: string; column: string }>(
      `select conrelid::regclass::text as table, quote_ident(attname) as column
       from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
       where contype = 'f' and confrelid = 'photos'::regclass and conparentid = 0 and conrelid <> 'photo_pictures'::regclass`,
    )
    const unseen = rows.map(({ table, column }) => `and not exists (select from ${table} where ${column} = photos.id)`)
    const { rowCount } = await client.query(
      `delete from photos where kept_at < $1::timestamptz - case when sender is null then interval '24 hours' else interval '2 hours' end
       ${unseen.join(' ')}`,
      [now],
    )
    return rowCount ?? 0
  })
}

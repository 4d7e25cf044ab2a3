import { expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { attachPartition, createPartition, partitionsOf } from './partitions.ts'

const { pool } = await testDatabase()

test('a partition comes back as it was: its rows, its indexes, and the numbers that follow', async () => {
  const client = await pool.connect()
  await client.query(`create sequence kept_id; create table kept (id bigint not null default nextval('kept_id'), day timestamp not null) partition by range (day);
    alter sequence kept_id owned by kept.id;
    create table kept_2018_06 partition of kept for values from ('2018-06-01') to ('2018-07-01');
    create unique index on kept_2018_06 (id); create index on kept_2018_06 using brin (id, day) with (pages_per_range = 64);
    insert into kept (day) select '2018-06-02' from generate_series(1, 5)`)
  const before = await partitionsOf(client)
  const partition = before.get('kept_2018_06')!
  expect(await createPartition(client, 'kept_2018_06', partition)).toBe(false)
  await client.query("drop table kept_2018_06; select setval('kept_id', 1)")
  expect(await createPartition(client, 'kept_2018_06', partition)).toBe(true)
  await client.query(`insert into kept_2018_06 values (3, '2018-06-02')`)
  await attachPartition(client, 'kept_2018_06', partition)
  expect((await partitionsOf(client)).get('kept_2018_06')).toEqual(partition)
  const next = await client.query<{ id: string }>(`insert into kept (day) values ('2018-06-03') returning id`)
  expect(Number(next.rows[0]!.id)).toBeGreaterThan(3)
  const foreign = { ...partition, indexes: ['drop table kept'] }
  await expect(attachPartition(client, 'kept_2018_06', foreign)).rejects.toMatchObject({
    code: 'kernel/backup-changed',
  })
  client.release()
})

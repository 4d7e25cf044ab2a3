import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { write } from '#kernel/db/work.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { createAccount } from './access/accounts.ts'
import { anchorsFile, anchorsIn } from './audit/anchors.ts'
import { kernelJobs } from './kernel-jobs.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-jobs-'))
const run = (name: string) =>
  kernelJobs(folder)
    .find((job) => job.name === name)
    ?.run(work, {}, AbortSignal.timeout(10_000))
const count = async (table: string) => (await pool.query(`select from ${table}`)).rowCount

test('the end of the audit chain is noted in the data folder', async () => {
  await run('audit/anchor')
  expect(anchorsIn(anchorsFile(folder))).toEqual([])
  await write(work, (tx) => createAccount(tx, { username: '张三', name: '张三', password: 'Zhengzhou-2018' }))
  await run('audit/anchor')
  expect(anchorsIn(anchorsFile(folder))).toMatchObject([{ seq: 1, at: '2018-07-02T01:30:00.000Z' }])
})

test('what has run out is forgotten, and what has not is kept', async () => {
  await pool.query(`
    insert into sessions (user_id, token, expires_at)
      select id, day, day::timestamptz from users, unnest(array['2018-07-01', '2018-07-03']) day;
    insert into verifications (identifier, value, expires_at)
      select 'two-factor', day, day::timestamptz from unnest(array['2018-07-01', '2018-07-03']) day;
    insert into sign_in_failures (username, address, failed_at)
      select 'x', 'y', day::timestamptz from unnest(array['2018-06-01', '2018-06-03']) day;
    insert into progress (id, user_id, done, words, told_at)
      select day, 'x', 1, '{}', day::timestamptz from unnest(array['2018-06-24', '2018-06-26']) day`)
  await run('access/forget')
  for (const table of ['sessions', 'verifications', 'sign_in_failures', 'progress'])
    expect([table, await count(table)]).toEqual([table, 1])
})

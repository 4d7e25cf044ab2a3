import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Role } from '#kernel/access/actor.ts'
import { read, write } from '#kernel/db/work.ts'
import { openZone } from '#kernel/zone.ts'
import { keepZone } from '#kernel/zone-record.ts'
import { orgPart } from '#parts/org/part.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { mattersPart } from '../part.ts'
import { acceptIssue, openBatch, publishIssue, recheckIssue, sayFinding } from './inspections.ts'
import { openInspections } from './open.ts'
import { batchesShown, batchShown } from './queries.ts'

const zone = openZone(path.resolve(import.meta.dirname, '../../../../zones/zhengzhou-2018'))
const { pool } = await testDatabase()
const now = new Date('2018-06-30T02:00:00Z')
const work = workOn(pool, { now })
await write(work, (tx) => keepZone(tx, zone))
await orgPart.load!(work, zone, () => {})
await mattersPart.load!(work, zone, () => {})
await pool.query('update zone_settings set clock_behind_days = 0')

const as = (id: string, ...grants: [Role, string][]) =>
  workOn(pool, { now, actor: { id, name: id, via: 'page', grants: grants.map(([role, unit]) => ({ role, unit })) } })
const centre = as('duty chief', ['reviewer', 'SUPERVISION'], ['clerk', 'SUPERVISION'])

const issue = {
  receipt: 'T-1',
  category: 'E0602',
  pollution: 'air',
  key: true,
  title: '异味扰民',
  description: '夜间异味',
  address: '',
} as const
const batch = {
  code: 'TEST-1',
  nameZh: '测试批次',
  nameEn: 'Test batch',
  level: 'city',
  receivedOn: '2018-06-29',
  dueOn: '2018-07-20',
  issues: [issue, { ...issue, receipt: 'T-2', title: '污水直排' }],
} as const

describe('a batch of issues', () => {
  test('comes in whole: each issue is a matter of the supervision centre', async () => {
    const numbers = await write(work, (tx) => openBatch(tx, { ...batch, issues: [...batch.issues] }))
    expect(numbers).toHaveLength(2)
    const { issues, batch: shown } = await read(work, (tx) => batchShown(tx, 'TEST-1', ['ZONE']))
    expect(issues.map(({ receipt, state }) => [receipt, state])).toEqual([
      ['T-1', 'pending-register'],
      ['T-2', 'pending-register'],
    ])
    expect(shown).toMatchObject({ issues: 2, underWay: 2, done: 0 })
  })

  test.each([
    [{}, 'matters/batch-known'],
    [{ code: 'TEST-2' }, 'matters/receipt-known'],
    [
      {
        code: 'TEST-2',
        issues: [
          { ...issue, receipt: 'N' },
          { ...issue, receipt: 'N' },
        ],
      },
      'matters/receipt-known',
    ],
    [{ code: 'TEST-2', dueOn: '2018-06-01' }, 'matters/days-turned'],
    [{ code: 'TEST-2', issues: [{ ...issue, receipt: 'N-3', unit: 'NOBODY' }] }, 'org/unit-unknown'],
    [
      {
        code: 'TEST-2',
        issues: [
          { ...issue, receipt: 'N-1' },
          { ...issue, receipt: 'N-2', category: 'E9999' },
        ],
      },
      'matters/category-unknown',
    ],
  ])('%j is refused and nothing of it stays', async (change, code) => {
    const asked = { ...batch, issues: [...batch.issues], ...change }
    await expect(write(work, (tx) => openBatch(tx, asked))).rejects.toMatchObject({ code })
    expect((await pool.query("select from inspection_issues where batch_code = 'TEST-2'")).rowCount).toBe(0)
  })
})

describe('an issue', () => {
  const closed = async (extra = '') => {
    const { rows } = await pool.query(
      `select i.receipt, m.duty_unit, i.batch_code from inspection_issues i join matters m on m.id = i.matter_id
       where m.state = 'closed' and i.finding is not null ${extra} order by i.receipt desc limit 1`,
    )
    return rows[0] as { receipt: string; duty_unit: string; batch_code: string }
  }
  const finding = {
    finding: 'partly',
    words: '部分属实',
    measures: '责令整改',
    ordered: 1,
    fined: 0,
    fineYuan: '0',
    answerable: 0,
  } as const

  test('is struck off on two levels: the duty unit first, then the supervision centre', async () => {
    const { receipt, duty_unit: unit } = await closed()
    await pool.query(
      'update inspection_issues set accepted_first_at = null, accepted_first_by = null, accepted_at = null, accepted_by = null where receipt = $1',
      [receipt],
    )
    const head = as('head', ['reviewer', unit])
    await expect(write(centre, (tx) => acceptIssue(tx, receipt, 'second'))).rejects.toMatchObject({
      code: 'matters/issue-not-now',
    })
    await write(head, (tx) => acceptIssue(tx, receipt, 'first'))
    await expect(write(head, (tx) => acceptIssue(tx, receipt, 'second'))).rejects.toMatchObject({ status: 409 })
    await write(centre, (tx) => acceptIssue(tx, receipt, 'second'))
    const { rows } = await pool.query(
      'select accepted_first_by, accepted_by from inspection_issues where receipt = $1',
      [receipt],
    )
    expect(rows[0]).toEqual({ accepted_first_by: 'head', accepted_by: 'duty chief' })
  })

  test('is not struck off by who handled it', async () => {
    const { receipt, duty_unit: unit } = await closed()
    await pool.query('update inspection_issues set accepted_at = null, accepted_by = null where receipt = $1', [
      receipt,
    ])
    await pool.query(
      "update matters set handlers = handlers || array['duty chief'] where id = (select matter_id from inspection_issues where receipt = $1)",
      [receipt],
    )
    expect(unit).toBeTruthy()
    await expect(write(centre, (tx) => acceptIssue(tx, receipt, 'second'))).rejects.toMatchObject({
      code: 'matters/accepted-own',
    })
  })

  test('that fails a later look rebounds: its matter goes on, its acceptance is gone', async () => {
    const { receipt, batch_code: code } = await closed('and i.accepted_at is not null')
    await write(centre, (tx) => recheckIssue(tx, receipt, { passed: false, words: '现场又见裸土未覆盖' }))
    const { issues } = await read(work, (tx) => batchShown(tx, code, ['ZONE']))
    expect(issues.find((one) => one.receipt === receipt)).toMatchObject({
      ...{ state: 'pending-dispatch', rebounds: 1, accepted: null, acceptedFirst: null },
    })
  })

  test('keeps what came of it in numbers; a fine needs somebody fined', async () => {
    const said = { ...finding, fined: 2, fineYuan: '120000', answerable: 3 }
    await write(work, (tx) => sayFinding(tx, 'T-2', said))
    const { issues } = await read(work, (tx) => batchShown(tx, 'TEST-1', ['ZONE']))
    expect(issues.find(({ receipt }) => receipt === 'T-2')).toMatchObject({
      ...{ finding: 'partly', fined: 2, fineYuan: '120000', answerable: 3 },
    })
    await expect(write(work, (tx) => sayFinding(tx, 'T-2', { ...said, fined: 0 }))).rejects.toMatchObject({
      code: 'matters/fine-of-nobody',
    })
    await pool.query("update inspection_issues set finding = null, finding_words = '' where receipt = 'T-2'")
  })

  test('cannot be accepted while its matter is under way', async () => {
    await write(work, (tx) => sayFinding(tx, 'T-1', finding))
    await expect(write(work, (tx) => acceptIssue(tx, 'T-1', 'first'))).rejects.toMatchObject({
      code: 'matters/issue-not-now',
    })
    await expect(write(work, (tx) => sayFinding(tx, 'nothing', finding))).rejects.toMatchObject({ status: 404 })
  })

  test('enters the public table only once it is let, with no reporter and no officer in it', async () => {
    const before = await read(work, (tx) => openInspections(tx))
    expect(before.issues.find(({ receipt }) => receipt === 'T-1')).toBeUndefined()
    await expect(write(centre, (tx) => publishIssue(tx, 'T-2'))).rejects.toMatchObject({
      code: 'matters/issue-not-now',
    })
    await write(centre, (tx) => publishIssue(tx, 'T-1'))
    const after = await read(work, (tx) => openInspections(tx))
    expect(after.issues.find(({ receipt }) => receipt === 'T-1')).toMatchObject({
      sort: 'under-way',
      finding: { zh: '部分属实' },
    })
    const names = (await pool.query('select name from people')).rows.map(({ name }) => name as string)
    expect(names.filter((name) => JSON.stringify(after).includes(name))).toEqual([])
  })

  test('is seen by its duty unit and the desks only', async () => {
    const all = await read(work, (tx) => batchesShown(tx, ['ZONE']))
    const own = await read(work, (tx) => batchesShown(tx, ['OFFICE-2']))
    const count = (shown: typeof all) => shown.batches.reduce((sum, { issues }) => sum + issues, 0)
    expect(count(all)).toBeGreaterThan(90)
    expect(count(own)).toBeLessThan(count(all))
  })
})

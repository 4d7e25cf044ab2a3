import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, type Tx, write } from '#kernel/db/work.ts'
import { parsePeriod } from '#kernel/period.ts'
import { openZone } from '#kernel/zone.ts'
import { keepZone } from '#kernel/zone-record.ts'
import { loadOrg } from '#parts/org/zone-load.ts'
import { testDatabase } from '#tests/database.ts'
import { personAs, workOn } from '#tests/world/work.ts'
import {
  acceptForm,
  explainFinding,
  formsDesk,
  lateRows,
  lockForm,
  remindLate,
  reopenForm,
  returnForm,
  saveDraft,
  submitForm,
} from './economy.ts'
import { economyVersion, reportedFact } from './reported.ts'
import { submissionView } from './view.ts'
import { loadEconomy } from './zone-load.ts'

const { pool } = await testDatabase()
const zone = openZone(path.resolve(import.meta.dirname, '../../../zones/zhengzhou-2018'))
const july = { form: 'headline', unit: 'STAT', period: '2018-07' }
const clerk = personAs('clerk', 'STAT')
const chief = personAs('reviewer', 'STAT')
const lead = personAs('lead', 'STAT')

const at = (hour: string, actor = clerk) => workOn(pool, { actor, now: new Date(`2018-08-${hour}:00:00Z`) })
const deed = (hour: string, actor: typeof clerk, act: (tx: Tx) => Promise<unknown>) => write(at(hour, actor), act)
const view = (key = july) => read(at('20T01'), (tx) => submissionView(tx, key))
const fact = (item: string, period: string, asOf?: string) =>
  read(at('20T01'), (tx) =>
    reportedFact(tx, {
      item,
      period: parsePeriod(period),
      asOf: asOf ? new Date(`2018-08-${asOf}:00:00Z`) : undefined,
    }),
  )

const row = (item: string, value: string | null, base: string | null = null, growth: string | null = null) => ({
  ...{ item, value, base, growth },
})
const figures = [
  row('industry.value-added', '222.4', '189.9', '14.8'),
  row('investment.fixed', '181.3', '151.3', '19.8'),
  row('retail.sales', '146.6', '111.6', '31.4'),
  row('revenue.public-budget', '41.37', '35.45', '16.7'),
  row('revenue.fiscal', '168.1', '133.6', '25.8'),
]

beforeAll(async () => {
  const loading = workOn(pool)
  await write(loading, (tx) => keepZone(tx, zone))
  await loadOrg(loading, zone, () => {})
  await loadEconomy(loading, zone, () => {})
  await loadEconomy(loading, openZone(path.resolve('tests/world/counted-since-opening')), () => {})
})

describe('a submission from the first figure to the lock', () => {
  test('what was entered but never handed in is no fact', async () => {
    await deed('02T01', clerk, (tx) => saveDraft(tx, july, [row('retail.sales', ' 1,466,000 ', '111.6', '31.4%')]))
    expect(await fact('retail.sales', '2018-01/2018-07')).toBeNull()
    expect((await view()).rows.find(({ code }) => code === 'retail.sales')).toMatchObject({
      ...{ value: '1466000', base: '111.6', growth: '31.4', last: { period: '2018-06', value: '125' } },
      yearBefore: { period: '2017-07' },
    })
  })

  test('class A stops it: missing figures and a slip of the unit', async () => {
    await expect(deed('02T02', clerk, (tx) => submitForm(tx, july))).rejects.toMatchObject({ code: 'economy/must-fix' })
    const { findings } = await view()
    expect(findings.filter(({ item }) => item === 'retail.sales').map(({ code }) => code)).toEqual(['unit-slip'])
  })

  test('entering the same again changes nothing, a mended row becomes the one that stands', async () => {
    const bases = (await view()).rows.map(({ code, yearBefore }) => [code, yearBefore?.value ?? null] as const)
    const base = new Map(bases)
    const rows = figures.map((one) =>
      one.item === 'investment.fixed'
        ? one
        : row(one.item, grown(base.get(one.item)!, one.growth!), base.get(one.item)!, one.growth),
    )
    expect(await deed('02T03', clerk, (tx) => saveDraft(tx, july, rows))).toBe(5)
    const before = await read(at('02T03'), economyVersion)
    expect(await deed('02T04', clerk, (tx) => saveDraft(tx, july, rows))).toBe(0)
    expect(await read(at('02T03'), economyVersion)).toBe(before)
    expect((await view()).findings).toEqual([])
  })

  test('class C asks for six characters', async () => {
    await deed('02T05', clerk, (tx) => saveDraft(tx, july, [row('investment.fixed', '238.2', '151.3', '57.4')]))
    await expect(deed('02T05', clerk, (tx) => submitForm(tx, july))).rejects.toMatchObject({
      code: 'economy/reason-missing',
    })
    const [finding] = (await view()).findings
    expect(finding?.class).toBe('C')
    const say = (words: string) =>
      deed('02T06', clerk, (tx) => explainFinding(tx, july, { finding: finding!.key, words }))
    await expect(say('属实')).rejects.toMatchObject({ code: 'economy/reason-short' })
    await expect(say('情 况 属 实')).rejects.toMatchObject({ code: 'economy/reason-short' })
    await say('两个大项目集中入库')
    expect((await view()).findings[0]?.explanation?.words).toBe('两个大项目集中入库')
  })

  test('handed in it is told as provisional', async () => {
    await deed('03T01', clerk, (tx) => submitForm(tx, july))
    expect(await fact('investment.fixed', '2018-01/2018-07')).toMatchObject({
      value: '238.2',
      status: 'provisional',
      version: 1,
    })
    expect(await fact('investment.fixed', '2018-01/2018-07', '02T23')).toBeNull()
    await expect(deed('03T02', clerk, (tx) => saveDraft(tx, july, figures))).rejects.toMatchObject({
      code: 'economy/not-open',
    })
  })

  test('a single month is the difference of two cumulatives, without growth', async () => {
    expect(await fact('investment.fixed', '2018-07')).toMatchObject({
      ...{ value: '82.2', base: null, growth: null, lack: 'economy/growth-not-given', status: 'provisional' },
      parts: [
        { period: '2018-07', sign: 1 },
        { period: '2018-06', sign: -1 },
      ],
    })
  })

  test('who handed it in does not review it', async () => {
    for (const act of [acceptForm, (tx: Tx, key: typeof july) => returnForm(tx, key, '请核对')]) {
      await expect(deed('03T03', { ...chief, id: clerk.id }, (tx) => act(tx, july))).rejects.toMatchObject({
        code: 'economy/own-submission',
      })
    }
  })

  test('returned with words, it is mended; what was told stands until it is handed in again', async () => {
    await expect(deed('04T01', chief, (tx) => returnForm(tx, july, ' '))).rejects.toMatchObject({
      code: 'economy/words-missing',
    })
    await deed('04T01', chief, (tx) => returnForm(tx, july, '投资请与项目入库表核对'))
    await deed('04T02', clerk, (tx) => saveDraft(tx, july, [row('investment.fixed', '181.3', '151.3', '19.8')]))
    expect(await fact('investment.fixed', '2018-01/2018-07')).toMatchObject({ value: '238.2', version: 1 })
    await deed('04T03', clerk, (tx) => submitForm(tx, july))
    expect(await fact('investment.fixed', '2018-01/2018-07')).toMatchObject({ value: '181.3', version: 2 })
    expect(await fact('investment.fixed', '2018-01/2018-07', '04T02')).toMatchObject({ value: '238.2', version: 1 })
  })

  test('accepted, locked, and reopened only with a reason', async () => {
    await expect(deed('05T01', lead, (tx) => lockForm(tx, july))).rejects.toMatchObject({
      code: 'economy/step-not-now',
    })
    await deed('05T01', chief, (tx) => acceptForm(tx, july))
    expect(await fact('retail.sales', '2018-01/2018-07')).toMatchObject({ status: 'accepted' })
    await deed('05T02', lead, (tx) => lockForm(tx, july))
    expect(await fact('retail.sales', '2018-01/2018-07')).toMatchObject({ status: 'locked' })
    expect(await fact('retail.sales', '2018-01/2018-07', '05T01')).toMatchObject({ status: 'accepted' })
    await expect(deed('05T03', lead, (tx) => reopenForm(tx, july, ''))).rejects.toMatchObject({
      code: 'economy/words-missing',
    })
    expect((await view()).steps.map(({ step }) => step)).toEqual([
      ...['submitted', 'returned', 'submitted', 'accepted', 'locked'],
    ])
  })

  test('a month is not told apart once the cumulative before was revised', async () => {
    const june = { ...july, period: '2018-06' }
    await deed('06T01', lead, (tx) => reopenForm(tx, june, '四经普核实'))
    expect(await fact('retail.sales', '2018-H1')).toMatchObject({ value: '125', status: 'provisional' })
    await deed('06T02', clerk, (tx) => saveDraft(tx, june, [row('retail.sales', '124.9', '95.06', '31.4')]))
    await deed('06T03', clerk, (tx) => submitForm(tx, june))
    expect(await fact('retail.sales', '2018-H1')).toMatchObject({ value: '124.9' })
    expect(await fact('retail.sales', '2018-07')).toMatchObject({ value: null, lack: 'economy/revised-between' })
    expect(await fact('retail.sales', '2018-07', '06T02')).toMatchObject({ lack: 'economy/growth-not-given' })
    expect(await fact('revenue.fiscal', '2018-07')).toMatchObject({ lack: 'economy/growth-not-given' })
  })

  test('every deed is in the audit chain with before and after', async () => {
    const { rows } = await pool.query<{ action: string }>(
      `select distinct action from audit_entries where subject = 'submission:headline/STAT/2018-07' order by action`,
    )
    expect(rows.map(({ action }) => action)).toEqual(
      ['accept', 'enter', 'explain', 'lock', 'return', 'submit'].map((name) => `economy/${name}`),
    )
  })
})

describe('what is refused at the desk', () => {
  test.each([
    ['another form', { ...july, form: 'headlines' }, 'economy/form-unknown'],
    ['a unit that does not report', { ...july, unit: 'PORT' }, 'economy/unit-not-reporting'],
    ['January', { ...july, period: '2019-01' }, 'economy/period-unfit'],
    ['a quarter of a monthly form', { ...july, period: '2018-Q3' }, 'economy/period-unfit'],
    ['a month before the form began', { ...july, period: '2014-12' }, 'economy/period-unfit'],
    ['no period at all', { ...july, period: 'July' }, 'period/unreadable'],
  ])('%s', async (_name, key, code) => {
    await expect(deed('07T01', clerk, (tx) => saveDraft(tx, key, figures))).rejects.toMatchObject({ code })
  })

  test.each([
    ['an item of another month', row('gdp', '390', '345', '9.9'), 'economy/item-not-asked'],
    ['an unknown item', row('gross', '390'), 'economy/item-not-asked'],
    ['words for a figure', row('retail.sales', '约170'), 'economy/cell-unreadable'],
    ['an exponent', row('retail.sales', '1.7e2'), 'economy/cell-unreadable'],
  ])('%s', async (_name, entered, code) => {
    const august = { ...july, period: '2018-08' }
    await expect(deed('07T01', clerk, (tx) => saveDraft(tx, august, [entered]))).rejects.toMatchObject({ code })
    expect((await view(august)).rows.every(({ value }) => value === null)).toBe(true)
  })

  test('nothing can be handed in before anything was entered', async () => {
    const august = { ...july, period: '2018-08' }
    await expect(deed('07T01', clerk, (tx) => submitForm(tx, august))).rejects.toMatchObject({
      code: 'economy/nothing-entered',
    })
  })
})

describe('who is late', () => {
  const onDay = (day: string, act: (tx: Tx) => Promise<unknown>) =>
    write(workOn(pool, { now: new Date(`${day}T03:00:00Z`) }), async (tx) => {
      await tx.client.query(`update zone_settings set settings = settings || jsonb_build_object('today', $1::text)`, [
        day,
      ])
      return act(tx)
    })

  test('lateness counts working days past the due day', async () => {
    // FTZ reports within five working days of the month: July 2018 is due on Tuesday 7 August.
    const lateOf = async (day: string) =>
      (await onDay(day, (tx) => lateRows(tx, ['FTZ']))) as Awaited<ReturnType<typeof lateRows>>
    expect((await lateOf('2018-08-07')).rows).toEqual([])
    expect(
      (await lateOf('2018-08-08')).rows.map(({ form, period, lateBy, dueOn }) => [form, period.text, lateBy, dueOn]),
    ).toEqual([['ftz', '2018-07', 1, '2018-08-07']])
    expect((await lateOf('2018-08-13')).rows.map(({ lateBy }) => lateBy)).toEqual([4])
  })

  test('one reminder a working day, none on days off, counted on the desk', async () => {
    expect(await onDay('2018-08-11', remindLate)).toEqual([])
    await onDay('2018-08-13', remindLate)
    await onDay('2018-08-13', remindLate)
    await onDay('2018-08-14', remindLate)
    const desk = (await onDay('2018-08-14', (tx) => formsDesk(tx, ['FTZ']))) as Awaited<ReturnType<typeof formsDesk>>
    expect(desk.rows.map(({ period, state, lateBy, reminders }) => [period.text, state, lateBy, reminders])).toEqual([
      ['2018-07', 'draft', 5, 2],
      ['2018-08', 'draft', -18, 0],
      ['2018-06', 'accepted', null, 0],
    ])
  })
})

function grown(base: string, growth: string): string {
  return (Number(base) * (1 + Number(growth) / 100)).toFixed(2)
}

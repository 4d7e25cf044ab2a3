import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#kernel/access/actor.ts'
import { read, type Work, write } from '#kernel/db/work.ts'
import { Refusal } from '#kernel/refusal.ts'
import { importFile } from '#parts/ledgers/import.ts'
import { withdrawBatch } from '#parts/ledgers/withdraw.ts'
import { testHouse } from '#tests/house.ts'
import { everybody, personAs } from '#tests/world/work.ts'
import { checkOf } from '../check-desk/records.ts'
import { issueBulletin } from '../issue.ts'
import { bulletinOf } from '../queries.ts'
import { blocking } from './checking.ts'
import { draftOf } from './drafts.ts'
import { checkStep, drawUp, dropStep, issueStep, returnStep, reviewStep, saveDraft } from './signing.ts'

const { house, ask, signedIn } = await testHouse({ zone: 'zhengzhou-2018' })
const work: Work = house.workAs(everybody)
const as = (role: Role, name: string = role): Work => ({ ...work, actor: { ...personAs(role), id: name, name } })
const writer = as('clerk', '起草人')
const reviewer = as('reviewer', '审核人')
const lead = as('lead', '负责人')
const half = { template: 'half-year', period: '2018-H1', area: 'ZONE' }

const draft = (id: number) => read(work, (tx) => draftOf(tx, id))
const refusalOf = async (deed: Promise<unknown>) => {
  const met: unknown = await deed.then(
    () => undefined,
    (error) => error,
  )
  return met instanceof Refusal ? { code: met.code, ...met.details } : met
}
const train = (name: string) => ({
  name,
  stream: Readable.from([
    '车次,方向,线路,口岸,发车日期,集装箱数,标箱,货重(吨),货值(美元)\nX9902,去程,郑州—汉堡,阿拉山口,2018-06-27,1,2,1,1\n',
  ]),
})

describe('a bulletin on its way', () => {
  let id: number

  beforeAll(async () => {
    id = (await drawUp(writer, half)).id
  })

  test('is drawn up once: a second draft of the same is refused while the first is in hand', async () => {
    expect(await refusalOf(drawUp(writer, half))).toMatchObject({ code: 'bulletins/draft-exists', id })
    const { steps, stage, texts } = await draft(id)
    expect([stage, steps.map(({ step, byName }) => [step, byName])]).toEqual(['drafting', [['drafted', '起草人']]])
    expect(texts.map(({ locale }) => locale)).toEqual(['zh', 'en'])
  })

  test('goes no step before its turn', async () => {
    expect(await refusalOf(reviewStep(reviewer, { id, words: '' }))).toMatchObject({
      code: 'bulletins/draft-not-checked',
    })
    expect(await refusalOf(returnStep(reviewer, { id, words: '还没有核对过' }))).toMatchObject({
      code: 'bulletins/draft-not-checked',
    })
    expect(await refusalOf(issueStep(lead, { id }))).toMatchObject({ code: 'bulletins/draft-not-checked' })
    await checkStep(writer, id)
    expect(await refusalOf(issueStep(lead, { id }))).toMatchObject({ code: 'bulletins/draft-not-reviewed' })
  })

  test('a save is a further version and undoes the check; a save over somebody else’s is refused', async () => {
    const { texts, dated } = await draft(id)
    const zh = texts[0]!.body.replace('现将全区', '现将全区今年')
    expect(await saveDraft(writer, { id, from: 1, dated, bodies: { zh }, words: '改开头' })).toEqual({ version: 2 })
    expect(await refusalOf(saveDraft(reviewer, { id, from: 1, dated, bodies: { zh }, words: '' }))).toMatchObject({
      code: 'bulletins/draft-moved',
      by: '起草人',
    })
    const now = await draft(id)
    expect([now.stage, now.version, now.texts[0]!.body === zh, now.texts[1]!.body === texts[1]!.body]).toEqual([
      'drafting',
      2,
      true,
      true,
    ])
    const broken = zh.replace('"gdp"', '"gpd"')
    expect(await refusalOf(saveDraft(writer, { id, from: 2, dated, bodies: { zh: broken }, words: '' }))).toMatchObject(
      {
        code: 'bulletins/indicator-unknown',
        nearest: 'gdp',
      },
    )
  })

  test('is returned with words, and reviewed by somebody else than its last writer', async () => {
    await checkStep(writer, id)
    await returnStep(reviewer, { id, words: '开头请写明时期' })
    expect((await draft(id)).stage).toBe('drafting')
    await checkStep(writer, id)
    expect(await refusalOf(reviewStep({ ...reviewer, actor: writer.actor }, { id, words: '' }))).toMatchObject({
      code: 'bulletins/reviewer-wrote-it',
      by: '起草人',
    })
    await reviewStep(reviewer, { id, words: '' })
    expect((await draft(id)).stage).toBe('reviewed')
  })

  test('facts that changed since the review keep it from being issued, and are named', async () => {
    const { batch } = await importFile(work, { ledger: 'trade/trains', unit: 'PORT', file: train('补录.csv') })
    const refusal = await refusalOf(issueStep(lead, { id }))
    expect(refusal).toMatchObject({ code: 'bulletins/facts-changed' })
    expect((refusal as { changes: string[] }).changes).toContain('297列 → 298列')
    await write(work, (tx) => withdrawBatch(tx, { batch: batch!, reason: '补录有误撤回', roots: ['ZONE'] }))
  })

  test('is issued with the hash that was reviewed, and every step is a row with who, when and what', async () => {
    await checkStep(writer, id)
    await reviewStep(reviewer, { id, words: '' })
    const issued = await issueStep(lead, { id })
    const { steps, stage } = await draft(id)
    expect(stage).toBe('issued')
    expect(new Set(steps.slice(-3).map(({ sha256 }) => sha256))).toEqual(new Set([issued.sha256]))
    expect(steps.at(-1)).toMatchObject({ step: 'issued', byName: '负责人', bulletinId: issued.id })
    const bulletin = await read(work, (tx) => bulletinOf(tx, issued.id, 'zh'))
    expect(bulletin.steps.map(({ step }) => step)).toEqual(steps.map(({ step }) => step))
    expect(bulletin.tree.blocks[0]).toMatchObject({ kind: 'paragraph' })
    expect(JSON.stringify(bulletin.tree)).toContain('现将全区今年')
    for (const deed of [
      () => checkStep(writer, id),
      () => dropStep(writer, { id, words: '不再需要这一份' }),
      () => returnStep(reviewer, { id, words: '不再需要这一份' }),
    ]) {
      expect(await refusalOf(deed())).toMatchObject({ code: 'bulletins/draft-closed' })
    }
  })

  test.each(['bulletin_drafts', 'draft_versions', 'draft_texts', 'draft_steps'])(
    '%s is never changed, deleted or emptied',
    async (table) => {
      await expect(house.pool.query(`delete from ${table}`)).rejects.toThrow('never changed')
      await expect(house.pool.query(`truncate ${table} cascade`)).rejects.toThrow('never changed')
    },
  )

  test('two who sign at once: one does', async () => {
    const { id: other } = await drawUp(writer, { ...half, period: '2016-H2' })
    const both = await Promise.allSettled([checkStep(writer, other), checkStep(writer, other)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await dropStep(writer, { id: other, words: '只是为了试一试' })
    expect((await drawUp(writer, { ...half, period: '2016-H2' })).id).toBeGreaterThan(other)
  })
})

describe('what the check finds', () => {
  let id: number
  const typed = async (sentence: string) => {
    const { version, dated, texts } = await draft(id)
    const zh = texts[0]!.body.replace(/(# [^\n]*运行情况通报\n\n)[^\n]*\n\n/, `$1${sentence}\n\n`)
    await saveDraft(writer, { id, from: version, dated, bodies: { zh }, words: '' })
    await checkStep(writer, id)
    const { counts, checkId } = (await draft(id)).steps.at(-1)!
    const { report } = await read(work, (tx) => checkOf(tx, checkId!))
    return { counts: counts!, wrong: report.findings.filter(({ verdict }) => blocking.some((one) => one === verdict)) }
  }

  beforeAll(async () => {
    id = (await drawUp(writer, { ...half, period: '2017-H1' })).id
  })

  test('figures that tags printed are right by their tags; one of them under another name is not', async () => {
    const right = await typed('上半年地区生产总值{% figure "gdp" %}。')
    expect(right.wrong).toEqual([])
    expect(right.counts.matched).toBeGreaterThan(40)
    const { wrong } = await typed('上半年财政收入{% figure "gdp" %}。')
    expect(wrong).toMatchObject([{ verdict: 'contradicted', indicator: 'revenue.fiscal' }])
  })

  test('a typed figure that the records contradict blocks the review until a named reviewer gives a reason', async () => {
    const { wrong } = await typed('上半年地区生产总值999亿元。')
    expect(wrong).toMatchObject([{ claim: { text: '999亿元' }, verdict: 'contradicted', indicator: 'gdp' }])
    for (const words of ['', '可以', ' 12345 ']) {
      expect(await refusalOf(reviewStep(reviewer, { id, words }))).toMatchObject({
        ...{ code: 'bulletins/findings-block', contradicted: 1, slips: 0, inconsistent: 0 },
      })
    }
    await reviewStep(reviewer, { id, words: '省统计局口径，另附函件' })
    expect((await draft(id)).steps.at(-1)).toMatchObject({
      ...{ step: 'reviewed', byName: '审核人', words: '省统计局口径，另附函件' },
    })
  })

  test('an edit after the review undoes it', async () => {
    await typed('上半年的情况如下。')
    expect(await refusalOf(issueStep(lead, { id }))).toMatchObject({ code: 'bulletins/draft-not-reviewed' })
  })
})

test('where people are to sign, the program issues nothing', async () => {
  const asked = { template: 'half-year', period: '2018-H1' }
  await house.pool.query(`update zone_settings set settings = jsonb_set(settings, '{demonstration}', 'false')`)
  expect(await refusalOf(issueBulletin(work, asked))).toMatchObject({ code: 'bulletins/people-sign' })
  await house.pool.query(`update zone_settings set settings = jsonb_set(settings, '{demonstration}', 'true')`)
})

describe('at the door', () => {
  test('who may do what: a clerk draws up and checks, a reviewer passes, a lead issues; another unit sees nothing', async () => {
    const [clerk, chief] = [await signedIn(['clerk']), await signedIn(['reviewer'])]
    const made = await ask({
      method: 'POST',
      url: '/api/drafts',
      payload: { template: 'half-year', period: '2017-H2' },
      cookie: clerk,
    })
    const url = `/api/drafts/${made.body['id']}`
    const post = (deed: string, cookie: string, payload = {}) =>
      ask({ method: 'POST', url: `${url}/${deed}`, payload, cookie })
    expect((await post('check', clerk)).status).toBe(200)
    expect((await post('review', clerk)).body['code']).toBe('kernel/not-permitted')
    expect((await post('issue', chief)).body['code']).toBe('kernel/not-permitted')
    const opened = await ask({ url, cookie: chief })
    expect(opened.body).toMatchObject({ stage: 'checked', asChecked: true, own: false, moved: [] })
    expect((await ask({ url, cookie: clerk })).body).toMatchObject({ own: true })
    const port = await signedIn(['clerk', 'reviewer', 'lead'], 'PORT')
    expect((await ask({ url, cookie: port })).body['code']).toBe('org/outside-scope')
    expect((await post('return', port, { words: '别的单位的人' })).body['code']).toBe('org/outside-scope')
    expect((await ask({ url: '/api/drafts', cookie: port })).body['drafts']).toEqual([])
    expect((await post('review', chief)).status).toBe(200)
    const leader = await signedIn(['lead'])
    expect((await post('issue', leader)).body['code']).toBe('bulletins/figures-missing')
    expect((await post('issue', leader, { evenIfMissing: true })).status).toBe(200)
  })
})

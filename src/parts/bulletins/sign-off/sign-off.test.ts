import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#kernel/access/actor.ts'
import { read, type Work, write } from '#kernel/db/work.ts'
import { Refusal } from '#kernel/refusal.ts'
import { importFile } from '#parts/ledgers/import.ts'
import { withdrawBatch } from '#parts/ledgers/withdraw.ts'
import { testHouse } from '#tests/house.ts'
import { everybody, personAs } from '#tests/world/work.ts'
import { issueBulletin } from '../issue.ts'
import { bulletinOf } from '../queries.ts'
import { signOffCommands } from './commands.ts'
import { draftOf } from './drafts.ts'
import { evidencePack, packFiles, sumsOf } from './evidence-pack.ts'
import { frozenWhole } from './frozen.ts'
import { checkStep, drawUp, dropStep, issueStep, returnStep, reviewStep, saveDraft } from './signing.ts'
import { unpacked } from './unpack.ts'
import { differencesIn } from './verification.ts'

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

describe('verification', () => {
  let id: number
  beforeAll(async () => {
    id = (await issueBulletin(work, { template: 'half-year', period: '2017-H1', evenIfMissing: true })).id
  }, 60_000)

  test('a demonstration’s bulletin is signed by the program, step by step, with its check', async () => {
    const whole = await read(work, (tx) => frozenWhole(tx, id))
    expect(whole.steps.map(({ step }) => step)).toEqual(['drafted', 'checked', 'reviewed', 'issued'])
    expect(whole.check?.report.findings.length).toBeGreaterThan(50)
    expect(differencesIn(whole)).toEqual([])
  })

  test.each([
    [
      'a sentence',
      `update bulletin_texts set tree = jsonb_set(tree, '{title}', '"改过的题目"') where locale = 'zh'`,
      'zh',
    ],
    ['a printed figure', `update bulletin_figures set printed = '999亿元' where place = 4 and locale = 'zh'`, 'zh 4'],
    [
      'a fact',
      `update bulletin_facts set source = jsonb_set(source, '{fact,value}', '"332"') where key like 'fact gdp %'`,
      'bulletin',
    ],
    ['a step', `update draft_steps set sha256 = repeat('0', 64) where step = 'reviewed'`, 'reviewed'],
    ['the check', `update check_records set text = text || '加一句'`, /^check /],
  ])('%s that was altered in the database is named', async (_, sql, where) => {
    const tx = await house.pool.connect()
    try {
      await tx.query('begin')
      await tx.query('set local session_replication_role = replica')
      await tx.query(sql)
      const { drizzle } = await import('drizzle-orm/node-postgres')
      const whole = await read(work, (mine) => frozenWhole({ ...mine, client: tx, db: drizzle(tx) }, id))
      const found = differencesIn(whole).map((one) => one.where)
      expect(found).toContainEqual(typeof where === 'string' ? where : expect.stringMatching(where))
    } finally {
      await tx.query('rollback')
      tx.release()
    }
  })

  test('the evidence pack is the same to the byte, and its sums are those of its files', async () => {
    const pack = () => read(work, (tx) => evidencePack(tx, id))
    const [first, second] = [await pack(), await pack()]
    expect(Buffer.compare(Buffer.from(first.content as Uint8Array), Buffer.from(second.content as Uint8Array))).toBe(0)
    const files = await unpacked(Buffer.from(first.content as Uint8Array), 'pack.zip')
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'README.txt',
        'SHA256SUMS',
        'facts.json',
        'figures.csv',
        'check.json',
        'documents/zh.docx',
      ]),
    )
    const fresh = await read(work, async (tx) => packFiles(tx, await frozenWhole(tx, id)))
    expect(files.get('SHA256SUMS')?.toString()).toBe(Buffer.from(fresh.get('SHA256SUMS')!).toString())
  }, 60_000)
})

describe('the commands', () => {
  const run = async (name: string, args: string[], options = {}) => {
    const told: Record<string, unknown>[] = []
    const lines: string[] = []
    const out = {
      ...{ locale: 'zh' as const, wantsJson: true, progress: () => ({ step: () => {}, end: () => {} }) },
      print: (line: string) => lines.push(line),
      json: (value: unknown) => told.push(value as Record<string, unknown>),
    }
    const command = signOffCommands.find((one) => one.name === name)!
    const exit = await command.run(work, { args, rest: [], options }, out)
    return { exit, lines, told: told[0] as { differences: { where: string }[]; sound: boolean; against: string } }
  }
  const files: Record<string, Uint8Array> = {}
  let folder: string
  const altered = async (name: string, change: (text: string) => string, sums = false) => {
    const next = new Map<string, Uint8Array>(Object.entries(files))
    next.set(name, Buffer.from(change(Buffer.from(next.get(name)!).toString('utf8'))))
    if (sums) next.set('SHA256SUMS', Buffer.from(sumsOf(next)))
    const file = path.join(folder, 'altered.zip')
    await writeFile(file, zipSync(Object.fromEntries(next)))
    return run('bulletin verify', [file])
  }

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'jingkai-pack-'))
    const file = path.join(folder, 'pack.zip')
    expect((await run('bulletin pack', ['1'], { out: file })).exit).toBe(0)
    for (const [name, content] of await unpacked(await readFile(file), 'pack.zip')) files[name] = content
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true }))

  test('an issued bulletin and its pack are sound', async () => {
    expect(await run('bulletin verify', ['1'])).toMatchObject({
      exit: 0,
      told: { sound: true, figures: expect.any(Number) },
    })
    const whole = await run('bulletin verify', [path.join(folder, 'pack.zip')])
    expect([whole.exit, whole.told.against, whole.lines.length]).toEqual([0, 'database', 1])
  }, 30_000)

  test('a pack that was altered is named by file, by figure, and against the database', async () => {
    const places = async (verdict: ReturnType<typeof altered>) => {
      const { exit, told } = await verdict
      expect(exit).toBe(3)
      return told.differences.map(({ where }) => where)
    }
    expect(await places(altered('documents/zh.md', (text) => text.replace('331', '332')))).toEqual(['documents/zh.md'])
    // Sums made anew do not help: the facts give another hash, and the database holds the original.
    const facts = await places(altered('facts.json', (text) => text.replace('"value": "331"', '"value": "332"'), true))
    expect(facts).toEqual(expect.arrayContaining(['bulletin', 'facts.json']))
    expect(facts.some((where) => where.startsWith('zh '))).toBe(true)
    expect(await places(altered('documents/zh.html', (text) => text.replace('331', '332'), true))).toEqual([
      'documents/zh.html',
    ])
    expect(await places(altered('rows/index.csv', (text) => `${text}x`, true))).toEqual(['rows/index.csv'])
  }, 60_000)

  test('what is no pack is refused in words', async () => {
    const file = path.join(folder, 'none.zip')
    for (const content of ['PK', Buffer.from(zipSync({ 'a.txt': new Uint8Array(3) }))]) {
      await writeFile(file, content)
      expect(await refusalOf(run('bulletin verify', [file]))).toMatchObject({ code: 'bulletins/pack-unreadable' })
    }
    expect(await refusalOf(run('bulletin verify', ['9999']))).toMatchObject({ code: 'bulletins/unknown' })
  })
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

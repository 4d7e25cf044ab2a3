import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read, type Work } from '#kernel/db/work.ts'
import { Refusal } from '#kernel/refusal.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import { issueBulletin } from '../issue.ts'
import { signOffCommands } from './commands.ts'
import { evidencePack, packFiles, sumsOf } from './evidence-pack.ts'
import { frozenWhole } from './frozen.ts'
import { unpacked } from './unpack.ts'
import { differencesIn } from './verification.ts'

const { house } = await testHouse({ zone: 'zhengzhou-2018' })
const work: Work = house.workAs(everybody)
let id: number

beforeAll(async () => {
  id = (await issueBulletin(work, { template: 'half-year', period: '2018-H1' })).id
}, 60_000)

const refusalOf = async (deed: Promise<unknown>) => {
  const met: unknown = await deed.then(
    () => undefined,
    (error) => error,
  )
  return met instanceof Refusal ? { code: met.code, ...met.details } : met
}

describe('verification', () => {
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
  /** Verifies the pack with some of its files changed; with `sums` made anew as a forger would. */
  const altered = async (changes: Record<string, (text: string) => string>, sums = false) => {
    const next = new Map<string, Uint8Array>(Object.entries(files))
    for (const [name, change] of Object.entries(changes)) {
      next.set(name, Buffer.from(change(Buffer.from(next.get(name)!).toString('utf8'))))
    }
    if (sums) next.set('SHA256SUMS', Buffer.from(sumsOf(next)))
    const file = path.join(folder, 'altered.zip')
    await writeFile(file, zipSync(Object.fromEntries(next)))
    const { exit, told } = await run('bulletin verify', [file])
    expect(exit).toBe(3)
    return told.differences.map(({ where }) => where)
  }

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'jingkai-pack-'))
    const file = path.join(folder, 'pack.zip')
    expect((await run('bulletin pack', [String(id)], { out: file })).exit).toBe(0)
    for (const [name, content] of await unpacked(await readFile(file), 'pack.zip')) files[name] = content
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true }))

  test('an issued bulletin and its pack are sound', async () => {
    expect(await run('bulletin verify', [String(id)])).toMatchObject({
      exit: 0,
      told: { sound: true, figures: expect.any(Number) },
    })
    const whole = await run('bulletin verify', [path.join(folder, 'pack.zip')])
    expect([whole.exit, whole.told.against, whole.lines.length]).toEqual([0, 'database', 1])
  }, 30_000)

  test('a pack that was altered is named by file, by figure, and against the database', async () => {
    const raise = (text: string) => text.replace('331', '332')
    expect(await altered({ 'documents/zh.md': raise })).toEqual(['documents/zh.md'])
    // Sums made anew do not help: the facts give another hash, and the database holds the original.
    const forged = await altered(
      {
        'facts.json': (text) => text.replace('"value": "331"', '"value": "332"'),
        'documents/zh.html': raise,
        'rows/index.csv': (text) => `${text}x`,
      },
      true,
    )
    expect(forged).toEqual(expect.arrayContaining(['bulletin', 'facts.json', 'documents/zh.html', 'rows/index.csv']))
    expect(forged.some((where) => where.startsWith('zh '))).toBe(true)
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

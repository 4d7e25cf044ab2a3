import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, type Work, write } from '#kernel/db/work.ts'
import { Refusal } from '#kernel/refusal.ts'
import { reopenForm, saveDraft, submitForm } from '#parts/economy/economy.ts'
import { reviseTarget } from '#parts/indicators/indicators.ts'
import { importFile } from '#parts/ledgers/import.ts'
import { withdrawBatch } from '#parts/ledgers/withdraw.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import { composeBulletin, issueBulletin, writeFirstBulletin } from './bulletins.ts'
import { commands } from './commands.ts'
import { digestOf } from './digest.ts'
import { withdrawBulletin } from './issue.ts'
import { bulletinOf } from './queries.ts'
import { changesSince } from './since-issue.ts'
import { bulletinsSound } from './soundness.ts'
import { takeTemplate } from './template-versions.ts'
import { inlinesOf, plainText, type Tree } from './tree.ts'

const { house, ask, signedIn } = await testHouse({ zone: 'zhengzhou-2018' })
const work: Work = house.workAs(everybody)
const half = { template: 'half-year', period: '2018-H1' }
let first: { id: number; figures: number }

beforeAll(async () => {
  first = await writeFirstBulletin(work)
}, 60_000)

const frozen = (locale: 'zh' | 'en' = 'zh', id = first.id) => read(work, (tx) => bulletinOf(tx, id, locale))
const changes = (id = first.id) =>
  read(work, async (tx) => {
    const bulletin = await bulletinOf(tx, id, 'zh')
    return changesSince(tx, { ...bulletin, figures: bulletin.printed, locale: 'zh' })
  })
const wordsOf = ({ blocks }: Tree): string => plainText(inlinesOf(blocks))
const refusalOf = async (deed: Promise<unknown>) => {
  const met: unknown = await deed.then(
    () => undefined,
    (error) => error,
  )
  return met instanceof Refusal ? met.code : met
}

describe('the half-year bulletin of the demonstration zone', () => {
  test('is issued once, however often the zone is started', async () => {
    expect(first.figures).toBeGreaterThan(100)
    expect(await writeFirstBulletin(work)).toEqual(first)
  })

  test('prints every figure that was published for the half-year, with its change', async () => {
    const { printed, sources } = await frozen()
    const shown = printed.flatMap(({ key, kind }) => {
      const source = sources.get(key)
      return source?.of === 'fact' ? [{ kind, fact: source.fact }] : []
    })
    for (const row of expectedRows()) {
      const of = shown.filter(({ fact }) => fact.indicator === row.indicator && fact.period === row.period)
      if (row.value) {
        const values = of.filter(({ kind }) => kind === 'value').map(({ fact }) => fact.value)
        expect(values, row.indicator).toContain(row.value)
      }
      if (row.change) {
        const said = of.filter(({ kind }) => kind === 'change').map(({ fact }) => fact.change.value)
        expect(said, row.indicator).toContain(row.change)
      }
    }
  })

  test.each(['zh', 'en'] as const)('reads as people write, in %s', async (locale) => {
    const { tree, printed } = await frozen(locale)
    expect(printed.filter(({ missing }) => missing)).toEqual([])
    const words = wordsOf(tree)
    expect(words).not.toMatch(/增长-|下降-|增长−|-0|NaN|undefined|null|\uE000|同比增长0|\{\{|\{%/)
    const lines = tree.blocks.flatMap((block) => (block.kind === 'paragraph' ? [plainText(block.children)] : []))
    for (const line of lines) expect(line).toMatch(locale === 'zh' ? /[。：]$/ : /[.:]$/)
    expect(tree.blocks.filter(({ kind }) => kind === 'table')).toHaveLength(2)
  })

  test('says which targets are behind, most behind first', async () => {
    const { tree } = await frozen()
    const targets = tree.blocks.filter((block) => block.kind === 'table')[1]
    const rows = targets?.rows.map((cells) => cells.map(plainText)) ?? []
    expect(rows.map((cells) => cells[3])).toEqual(['32.0%', '33.5%', '38.0%', '43.9%', '45.7%', '62.9%'])
    expect(rows.map((cells) => cells.at(-1))).toEqual(['滞后', '滞后', '滞后', '滞后', '滞后', '超前'])
  })
})

describe('an issued bulletin', () => {
  test.each([
    ['bulletins', 'dated'],
    ['bulletin_texts', 'tree'],
    ['bulletin_facts', 'source'],
    ['bulletin_figures', 'printed'],
    ['bulletin_steps', 'by_name'],
    ['bulletin_templates', 'body'],
  ])('%s is never changed, deleted or emptied', async (table, column) => {
    const refused = 'never changed'
    const { rows } = await house.pool.query(`select count(*)::int as n from ${table}`)
    expect(rows[0].n).toBeGreaterThan(0)
    await expect(house.pool.query(`delete from ${table}`)).rejects.toThrow(refused)
    await expect(house.pool.query(`truncate ${table} cascade`)).rejects.toThrow(refused)
    await expect(house.pool.query(`update ${table} set ${column} = ${column}`)).rejects.toThrow(refused)
  })

  test('has the hash of its own text and facts', async () => {
    const [zh, en] = [await frozen('zh'), await frozen('en')]
    const texts = [zh, en].map(({ tree }) => digestOf(tree))
    expect(digestOf({ texts, facts: Object.fromEntries(zh.sources) })).toBe(zh.sha256)
    expect(zh.languages).toEqual(['zh', 'en'])
    expect(await bulletinsSound(work)).toMatchObject([{ well: true }])
  })

  test('stands alone: a second one is refused until it is withdrawn with a reason', async () => {
    expect(await refusalOf(issueBulletin(work, half))).toBe('bulletins/issued-already')
    const other = { template: 'half-year', period: '2017-H2', evenIfMissing: true }
    expect(await refusalOf(issueBulletin(work, { ...other, evenIfMissing: false }))).toBe('bulletins/figures-missing')
    const both = await Promise.allSettled([issueBulletin(work, other), issueBulletin(work, other)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { id } = (both.find(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<{ id: number }>).value
    await write(work, (tx) => withdrawBulletin(tx, { id, reason: '同期数有误，重新核对' }))
    expect(await refusalOf(write(work, (tx) => withdrawBulletin(tx, { id, reason: '再撤一次看看' })))).toBe(
      'bulletins/withdrawn-already',
    )
    expect((await frozen('zh', id)).state).toBe('withdrawn')
    expect((await issueBulletin(work, other)).id).toBeGreaterThan(id)
  })

  test('what is asked wrongly is refused in words', async () => {
    const composed = (asked: Parameters<typeof composeBulletin>[1]) =>
      refusalOf(read(work, (tx) => composeBulletin(tx, asked)))
    expect(await composed({ ...half, template: 'half-yaer' })).toBe('bulletins/template-unknown')
    expect(await composed({ ...half, period: '2018-Q1' })).toBe('bulletins/period-kind')
    expect(await composed({ ...half, period: '2018-H3' })).toBe('period/unreadable')
    expect(await composed({ ...half, period: '2031-H1' })).toBe('bulletins/period-not-begun')
    expect(await composed({ ...half, area: 'NOWHERE' })).toBe('org/unit-unknown')
    expect(await refusalOf(write(work, (tx) => withdrawBulletin(tx, { id: 999, reason: '没有这一份' })))).toBe(
      'bulletins/unknown',
    )
  })

  test('a template is a new version only when it changed', async () => {
    const body = '---\nname: 月报\nperiod: month\n---\n# 月报\n\n产值{% figure "auto.output" %}。\n'
    const take = (text: string) => write(work, (tx) => takeTemplate(tx, { code: 'monthly', locale: 'zh', body: text }))
    expect([await take(body), await take(body), await take(`${body}完。\n`)]).toEqual(['taken', 'same', 'taken'])
  })
})

describe('changed since the issue', () => {
  test('nothing, while the records stay', async () => {
    expect(await changes()).toEqual([])
  })

  test('a corrected train shows in every figure it moves, with the batch that caused it; withdrawing the batch ends it', async () => {
    const before = JSON.stringify((await frozen()).tree)
    const [headings, row] = readFileSync('zones/zhengzhou-2018/records/trade/trains-2018.csv', 'utf8').split(/\r?\n/)
    const cells = row!.split(',')
    cells[7] = String(Number(cells[7]) + 1000)
    const file = { name: '更正.csv', stream: Readable.from([Buffer.from(`${headings}\n${cells.join(',')}\n`)]) }
    const { batch, corrected } = await importFile(work, { ledger: 'trade/trains', unit: 'PORT', file })
    expect(corrected).toBe(1)

    const [change, ...others] = await changes()
    expect(others).toEqual([])
    expect(change).toMatchObject({ indicator: 'trains.weight', was: '15.7万吨', now: '15.8万吨' })
    const { printed } = await frozen()
    expect(change?.places.map((place) => printed[place - 1]?.text)).toEqual(['15.7万吨'])
    const [cause] = change?.causes ?? []
    expect(cause).toMatchObject({ title: expect.stringContaining('更正.csv'), path: `/batches/${batch}` })
    expect(cause).toMatchObject({ deed: 'entered', rows: 1, corrected: 1, added: '1000' })
    expect(change?.causes).toHaveLength(1)
    expect(JSON.stringify((await frozen()).tree)).toBe(before)

    await write(work, (tx) => withdrawBatch(tx, { batch: batch!, reason: '更正有误', roots: ['ZONE'] }))
    expect(await changes()).toEqual([])
  })

  test('a new train moves the count, its share of the target and the gap; a revised target is a cause too', async () => {
    const rows =
      '车次,方向,线路,口岸,发车日期,集装箱数,标箱,货重(吨),货值(美元)\nX9901,去程,郑州—汉堡,阿拉山口,2018-06-27,1,2,1,1\n'
    const file = { name: '补录.csv', stream: Readable.from([Buffer.from(rows)]) }
    const { batch } = await importFile(work, { ledger: 'trade/trains', unit: 'PORT', file })
    const aim = { indicator: 'trains.count', period: '2018', operator: '>=' as const, value: '700', unit: '列' }
    await write(work, (tx) => reviseTarget(tx, { ...aim, reason: '年中调整班列目标', origin: 'page' }))
    const found = await changes()
    expect(found.map(({ was, now }) => [was, now])).toEqual(
      expect.arrayContaining([
        ['297列', '298列'],
        ['155列', '156列'],
        ['45.7%', '42.6%'],
        ['650列以上', '700列以上'],
      ]),
    )
    const causesOf = (was: string) => found.find((change) => change.was === was)?.causes.map(({ path }) => path)
    expect(causesOf('297列')).toEqual([`/batches/${batch}`])
    expect(causesOf('45.7%')).toEqual(['/targets?year=2018', `/batches/${batch}`])
  })
})

describe('a report handed in anew', () => {
  test('is told with who handed in the new version and when, also where only its growth changed', async () => {
    const key = { form: 'headline', unit: 'STAT', period: '2018-06' }
    const later = new Date((await frozen()).asOf.getTime() + 3_600_000)
    const actor = { ...work.actor, id: 'person-second', name: '第二位经办人' }
    const anew = { ...work, actor, now: () => later }
    await write(anew, async (tx) => {
      await reopenForm(tx, key, '增速更正')
      await saveDraft(tx, key, [{ item: 'gdp', value: '331', base: '292.37', growth: '10.1' }])
      await submitForm(tx, key)
    })
    const found = (await changes()).filter(({ indicator }) => indicator === 'gdp')
    expect(found.map(({ now }) => now)).toContain('同比增长10.1%')
    for (const { causes } of found) {
      expect(causes).toMatchObject([
        { by: '第二位经办人', at: later.toISOString(), deed: 'reported', was: '331', now: '331' },
      ])
    }
  })
})

describe('at the door', () => {
  test('whoever works below the zone reads its bulletin; what its figures are today only who may see them', async () => {
    const bulletin = `/api/bulletins/${first.id}`
    const port = await ask({ url: bulletin, cookie: await signedIn(['clerk'], 'PORT') })
    expect([port.status, port.body['changes']]).toEqual([200, null])
    const viewer = await ask({ url: `${bulletin}?language=en`, cookie: await signedIn(['viewer']) })
    expect(viewer.body).toMatchObject({ state: 'issued', tree: { locale: 'en' }, changes: expect.any(Array) })
    const [figure] = viewer.body['printed'] as { door: string }[]
    expect(figure?.door).toMatch(/^\/targets\?year=2018&on=2018-06-30$/)
  })

  test('a clerk tries what a template would say', async () => {
    const clerk = await signedIn(['clerk'])
    const draft = { method: 'POST' as const, url: '/api/bulletins/drafts', payload: half }
    expect(await ask({ ...draft, cookie: clerk })).toMatchObject({
      status: 200,
      body: { missing: 0, period: '2018-H1' },
    })
  })

  test('the list, the files and the search find it', async () => {
    const cookie = await signedIn(['viewer'])
    const list = await ask({ url: '/api/bulletins', cookie })
    expect(list.body['bulletins']).toContainEqual(expect.objectContaining({ id: first.id, figures: first.figures }))
    const page = await ask({ url: `/api/bulletins/${first.id}/document?format=html`, cookie })
    expect(page.text).toMatch(
      /<a class="figure" href="http[^"]+\/figures\/gdp\/lineage\?period=2018-H1&amp;area=ZONE&amp;asOf=/,
    )
    const found = await ask({ url: `/api/search?q=${encodeURIComponent('运行情况')}`, cookie })
    expect(found.body['hits']).toContainEqual(
      expect.objectContaining({ kind: 'bulletin', path: `/bulletins/${first.id}` }),
    )
  })
})

test('the command writes the draft of the moment asked for and prints its hash', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'jingkai-bulletin-'))
  const [command] = commands
  const told: Record<string, unknown>[] = []
  const out = {
    ...{ locale: 'zh' as const, wantsJson: true, print: () => {}, progress: () => ({ step: () => {}, end: () => {} }) },
    json: (value: unknown) => told.push(value as Record<string, unknown>),
  }
  const { asOf } = await frozen()
  const options = { period: '2018-H1', out: path.join(folder, 'half-year.md'), asOf: asOf.toISOString() }
  expect(await command!.run(work, { args: ['half-year'], rest: [], options }, out)).toBe(0)
  expect(told[0]).toMatchObject({ template: 'half-year', period: '2018-H1', figures: first.figures, state: 'draft' })
  const text = await readFile(options.out, 'utf8')
  expect(text).toContain('[331亿元](<')
  expect(text).toContain('[297列](<')
  expect(
    await refusalOf(command!.run(work, { args: ['half-year'], rest: [], options: { ...options, out: 'x.pdf' } }, out)),
  ).toBe('bulletins/format-unknown')
  await rm(folder, { recursive: true })
})

function expectedRows() {
  const [head, ...lines] = readFileSync('tests/world/expected.csv', 'utf8').trim().split(/\r?\n/)
  const names = head!.split(',')
  const cellsOf = (line: string) => Object.fromEntries(line.split(',').map((cell, place) => [names[place], cell]))
  return lines.map(cellsOf) as Record<'indicator' | 'period' | 'value' | 'change', string>[]
}

import { describe, expect, test } from 'vitest'
import { read, type Work, write } from '#kernel/db/work.ts'
import { Refusal } from '#kernel/refusal.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import { composeBulletin } from './compose.ts'
import { saveTemplate, takeTemplate, templateVersions } from './template-versions.ts'

const { house, ask, signedIn } = await testHouse({ zone: 'zhengzhou-2018' })
const work: Work = house.workAs(everybody)
const body = (sentence: string) => `---\nname: 试用\nperiod: half\n---\n\n# 试用\n\n${sentence}\n`
const load = (sentence: string) =>
  write(work, (tx) => takeTemplate(tx, { code: 'trial', locale: 'zh', body: body(sentence) }))
const save = (sentence: string, from: number) =>
  write(work, (tx) => saveTemplate(tx, { code: 'trial', locale: 'zh', body: body(sentence), reason: '改一句', from }))
const inUse = async () => {
  const { texts } = await read(work, (tx) => composeBulletin(tx, { template: 'trial', period: '2018-H1' }))
  return [texts[0]?.templateVersion, JSON.stringify(texts[0]?.tree.blocks)] as const
}
const refusalOf = async (deed: Promise<unknown>) => {
  const met: unknown = await deed.then(
    () => undefined,
    (error) => error,
  )
  return met instanceof Refusal ? { code: met.code, ...met.details } : met
}

describe('a template that both the package and people write', () => {
  test('a page’s edit stays when the zone is loaded again, and when the package has another text it waits aside', async () => {
    expect(await load('甲')).toBe('taken')
    expect(await save('乙', 1)).toEqual({ version: 2 })
    expect(await load('甲')).toBe('same')
    expect(await load('丙')).toBe('kept-aside')
    expect(await load('丙')).toBe('same')
    const [version, text] = await inUse()
    expect([version, text.includes('乙')]).toEqual([2, true])
    const versions = await read(work, (tx) => templateVersions(tx, 'trial'))
    expect(versions.map(({ version: n, origin, keptAside }) => [n, origin, keptAside])).toEqual([
      [3, 'zone', true],
      [2, 'page', false],
      [1, 'zone', false],
    ])
  })

  test('the package’s text is taken by saving it; a save over somebody else’s, or of the same text, is refused', async () => {
    expect(await refusalOf(save('丁', 1))).toMatchObject({ code: 'bulletins/template-changed', version: 2 })
    expect(await refusalOf(save('乙', 2))).toMatchObject({ code: 'bulletins/template-same', version: 2 })
    expect(await save('丙', 2)).toEqual({ version: 4 })
    expect((await inUse())[0]).toBe(4)
    expect(await load('丙')).toBe('same')
  })

  test('what a template may not say is refused when it is saved, with the line', async () => {
    expect(await refusalOf(save('{% figure "gpd" %}', 4))).toMatchObject({
      ...{ code: 'bulletins/indicator-unknown', line: 8, nearest: 'gdp' },
    })
  })

  test('two who save at once: one does', async () => {
    const both = await Promise.allSettled([save('一', 4), save('二', 4)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('at the door', () => {
  test('a clerk previews and reads, a reviewer saves', async () => {
    const [clerk, reviewer] = [await signedIn(['clerk']), await signedIn(['reviewer'])]
    const list = await ask({ url: '/api/templates', cookie: clerk })
    expect(list.body['templates']).toContainEqual(expect.objectContaining({ code: 'half-year', keptAside: 0 }))
    const opened = await ask({ url: '/api/templates/half-year', cookie: clerk })
    expect(opened.body).toMatchObject({ period: 'half', bodies: [{ locale: 'zh', version: 1 }, { locale: 'en' }] })
    const [{ body: text }] = opened.body['bodies'] as [{ body: string }]
    const put = (cookie: string, from: number) =>
      ask({
        ...{ method: 'PUT', url: '/api/templates/half-year/zh', cookie },
        payload: { body: text.replace('现将', '兹将'), reason: '改开头', from },
      })
    expect((await put(clerk, 1)).body['code']).toBe('kernel/not-permitted')
    expect((await put(reviewer, 0)).body['code']).toBe('bulletins/template-changed')
    expect((await put(reviewer, 1)).body).toEqual({ version: 2 })
    const old = await ask({ url: '/api/templates/half-year/zh/1', cookie: clerk })
    expect(old.body).toMatchObject({ body: text, inUse: false, origin: 'zone' })
    expect((await ask({ url: '/api/templates/half-year/zh/9', cookie: clerk })).status).toBe(404)
  })

  test.each([
    ['{% figure "gpd" %}', 'bulletins/indicator-unknown', 8],
    ['好\n\n{% figur "gdp" %}', 'bulletins/template-unreadable', 10],
    ['{% table "gdp" "retail.sales" %}\n\n<b>粗</b>', 'bulletins/markdown-unsupported', 10],
    ['好\n{% figure "gdp", unit: "千克" %}', 'unit/mismatch', 9],
    ['{% pace "retail.sales" %}', 'bulletins/target-missing', 8],
    ['{% figure "gdp", period: "2018-H9" %}', 'period/unreadable', 8],
  ])('a slip is shown at its line: %s', async (sentence, code, line) => {
    const cookie = await signedIn(['clerk'])
    const { status, body: reply } = await ask({
      ...{ method: 'POST', url: '/api/templates/trial/preview', cookie },
      payload: { locale: 'zh', body: body(sentence), period: '2018-H1' },
    })
    expect([status, reply['fault']]).toMatchObject([200, { code, line }])
    const { problem, cure } = reply['fault'] as { problem: string; cure: string }
    expect(problem.length * cure.length).toBeGreaterThan(0)
    expect(`${problem}${cure}`).not.toMatch(/\{\w+\}/)
  })
})

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Out } from '#kernel/command.ts'
import { read, type Work, write } from '#kernel/db/work.ts'
import { reopenForm, saveDraft, submitForm } from '#parts/economy/economy.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import { checkCommands } from '../check-command.ts'
import { chooseIndicator } from '../check-desk/aliases.ts'
import { composeBulletin } from '../compose.ts'
import { pasteDraft } from '../drafts/read-draft.ts'
import { draftOfTree } from '../sign-off/tree-draft.ts'
import { checkDraft } from './check-draft.ts'
import type { checkSaid } from './check-json.ts'
import { saidReason } from './reason-words.ts'
import type { Finding, Verdict } from './report.ts'
import { reasonTexts } from './texts.ts'

const { house } = await testHouse({ zone: 'zhengzhou-2018' })
const work: Work = house.workAs(everybody)

type More = Partial<Parameters<typeof checkDraft>[1]>
const check = (text: string, more: More = {}) =>
  read(work, (tx) => checkDraft(tx, { draft: pasteDraft(text), ...more }))
const findings = async (text: string, more: More = {}) => (await check(text, more)).findings
const one = async (text: string, more: More = {}) => (await findings(text, more)).at(-1)!
const told = ({ verdict, reason, expected, correction }: Finding) => ({
  verdict,
  code: reason.code,
  expected,
  correction,
})

/** The verdict on the last figure of a sentence about the first half of 2018. */
const verdictOn = async (sentence: string) => (await one(`2018年上半年，${sentence}`)).verdict

describe('every verdict, where it is due and where it is not', () => {
  test.each<[Verdict, string, string]>([
    ['matched', '全区生产总值达到331亿元。', '全区生产总值达到332亿元。'],
    ['matched', '社零125亿元，增幅31.5%。', '社零152亿元。'],
    ['matched', '汽车产业产值同比增长20.2%。', '汽车产业产值同比增长22.2%。'],
    ['matched-by-rounding', '财政收入约145亿元。', '财政收入约160亿元。'],
    ['matched-by-rounding', '固定资产投资接近160亿元。', '固定资产投资超过160亿元。'],
    ['contradicted', '装备制造业产值完成170亿元。', '装备制造业产值完成160亿元。'],
    ['contradicted', 'PM10平均浓度同比上升14.2%。', 'PM10平均浓度同比下降14.2%。'],
    ['contradicted', '中欧班列回程155列。', '中欧班列去程155列。'],
    ['contradicted', '跨境进出口包裹完成全年目标的72.9%。', '跨境进出口包裹完成全年目标的62.9%。'],
    ['contradicted', '地区生产总值增速居全市第一位。', '地区生产总值增速居全市第二位。'],
    ['contradicted', '现代物流业营业收入是上年同期的2.1倍。', '现代物流业营业收入同比增长14.5%。'],
    ['unit-slip', '规上工业增加值完成190万元。', '规上工业增加值完成1900000万元。'],
    ['unit-slip', '社零总额同比增长31.5个百分点。', '社零总额同比增长31.5%。'],
    ['unit-slip', '中欧班列货值15.6亿元。', '中欧班列货值15.6亿美元。'],
    ['not-bound', '规上工业企业利润总额28亿元。', '规上工业增加值190亿元。'],
    ['not-checkable', '全市地区生产总值4916亿元。', '全区地区生产总值331亿元。'],
    ['not-checkable', '顺丰速运营业收入完成12亿元。', '顺丰速运营业收入增长40%以上。'],
    [
      'inconsistent',
      '某园区接待企业90家，其中境内企业62家、境外企业38家。',
      '某园区接待企业100家，其中境内企业62家、境外企业38家。',
    ],
  ])('%s: %s Not: %s', async (verdict, due, notDue) => {
    const all = await findings(`2018年上半年，${due}`)
    expect(all.map((finding) => finding.verdict)).toContain(verdict)
    const others = await findings(`2018年上半年，${notDue}`)
    expect(others.map((finding) => finding.verdict)).not.toContain(verdict)
  })

  test('of figures that are right, none is doubted', async () => {
    expect((await check('2018年上半年，社零125亿元，增幅31.5%。')).counts).toMatchObject({
      matched: 2,
      contradicted: 0,
    })
    expect(await verdictOn('跨境进口货值占跨境进出口货值的94.7%。')).toMatch(/^matched/)
    expect(await verdictOn('跨境进口货值占跨境进出口货值的90%。')).toBe('contradicted')
    expect(await verdictOn('汽车产业产值占全区工业总产值的一半以上。')).toMatch(/^matched/)
    expect(await verdictOn('优良天数比上年同期增加6天。')).toBe('matched')
    expect(await verdictOn('跨境进出口包裹快于时序进度13.3个百分点。')).toBe('matched')
    expect(await verdictOn('装备制造业产值落后时序进度17.6个百分点。')).toBe('matched')
    expect(await verdictOn('装备制造业产值超前时序进度17.6个百分点。')).toBe('contradicted')
    expect(await verdictOn('力争全年中欧班列开行650列以上。')).toBe('matched')
    expect(await verdictOn('力争全年中欧班列开行750列以上。')).toBe('contradicted')
    expect(await verdictOn('预计全年地区生产总值达到700亿元。')).toBe('not-checkable')
  })
})

describe('what a finding says', () => {
  test('the right digits, the words that would mend the text, and the door to the rows', async () => {
    const finding = await one('2018年上半年，固定资产投资完成165亿元。')
    expect(told(finding)).toEqual({ verdict: 'contradicted', code: 'differs', expected: '156', correction: '156亿元' })
    expect(finding).toMatchObject({ indicator: 'investment.fixed', boundBy: 'name', period: '2018-H1' })
    expect(finding.fact).toMatchObject({ aspect: 'value', value: '156', unit: '亿元', area: 'ZONE' })
    expect(finding.fact!.door).toContain('/figures/investment.fixed/lineage?period=2018-H1')
    expect(saidReason(finding.reason, 'zh')).toBe('写的是165亿元，而固定资产投资（2018年上半年）为156亿元。')
    expect(saidReason(finding.reason, 'en')).toContain('Fixed-asset investment')
  })

  test('a slip by ten thousand is mended by the unit', async () => {
    expect(told(await one('2018年上半年，地区生产总值331万元。'))).toMatchObject({ correction: '331亿元' })
  })

  test('right for another period or for an indicator close by is said', async () => {
    expect((await one('2018年上半年，中欧班列开行206列。')).reason).toMatchObject({
      ...{ code: 'right-for-other-period', details: { other: '2017-01-01/2017-06-28' } },
    })
    expect((await one('2018年上半年，跨境出口包裹3300万包。')).reason).toMatchObject({
      ...{ code: 'right-for-other-indicator', details: { otherZh: '跨境进口包裹' } },
    })
  })

  test('a day named is held against that day, and what the records do not reach against what there is', async () => {
    expect((await one('截至2018年6月25日，优良天数59天。')).fact?.period).toBe('2018-01-01/2018-06-25')
    expect((await one('截至2018年6月25日，启动建设中小学6所。')).verdict).toBe('matched')
  })

  test('a year that the body only mentions is not the year of the draft', async () => {
    const title =
      '全区经济运行情况的报告，供下次主任办公会研究时参考，请各部门核对本单位的数字，于三日内把意见送办公室汇总，逾期视为没有意见。文中数据均由统计局和口岸办提供，未经审定，请勿外传。'
    const text = `${title}\n2017年，新厂当年签约、当年投产。\n今年上半年，全区地区生产总值331亿元。`
    expect(await one(text)).toMatchObject({ verdict: 'matched', period: '2018-H1' })
    expect((await one('2017年上半年工作总结\n上半年，中欧班列开行210列。')).period).toMatch(/^2017/)
  })

  test('a paragraph without a time of its own may speak of what the text is about', async () => {
    const text = '上半年工作总结\n2017年，全区开局良好。\n规上工业增加值190亿元。'
    expect(await one(text)).toMatchObject({ verdict: 'matched', period: '2018-H1' })
    expect((await one(text.replace('190', '193'))).verdict).toBe('contradicted')
  })

  test('real growth beside nominal levels is not doubted, a rate divided out of the levels is', async () => {
    expect((await check('2018年上半年，地区生产总值331亿元，同比增长10%。')).counts.matched).toBe(2)
    expect((await one('2018年上半年，地区生产总值同比增长13.2%。')).verdict).toBe('contradicted')
  })
})

describe('the claim that half the tasks are done', () => {
  test('is contradicted with the table of the targets', async () => {
    const { paces, findings: all } = await check('2018年上半年，全区实现了时间过半、任务过半。')
    expect(paces).toHaveLength(1)
    expect(paces[0]).toMatchObject({
      verdict: 'contradicted',
      reason: { code: 'tasks-short-of-half', details: { short: 5, total: 6 } },
    })
    const rows = paces[0]!.targets.map(({ indicator, completion, calendar }) => [indicator, completion, calendar])
    expect(rows).toEqual(
      expect.arrayContaining([
        ['auto.output', '33.5', '49.6'],
        ['logistics.revenue', '43.9', '49.6'],
        ['equipment.output', '32.0', '49.6'],
        ['parcels.count', '62.9', '49.6'],
        ['parcels.value', '38.0', '49.6'],
        ['trains.count', '45.7', '49.0'],
      ]),
    )
    expect(all[0]!.verdict).toBe('contradicted')
  })

  test('cannot be checked in a year without targets', async () => {
    const { paces } = await check('2016年上半年，全区实现了时间过半、任务过半。')
    expect(paces[0]).toMatchObject({ verdict: 'not-checkable', reason: { code: 'no-targets' } })
  })
})

describe('what people and time change', () => {
  test('words that somebody bound to an indicator are known from then on', async () => {
    const text = '2018年上半年，口岸包裹处理量6286万包。'
    const before = await one(text)
    expect(before.verdict).toBe('not-bound')
    await write(work, (tx) =>
      chooseIndicator(tx, { phrase: '口岸包裹处理量', indicator: 'parcels.count', unit: 'ZONE' }),
    )
    expect(await one(text)).toMatchObject({ verdict: 'matched', indicator: 'parcels.count', boundBy: 'alias' })
    const chosen = new Map([['口岸包裹处理量', 'parcels.count.import']])
    expect(await one(text, { chosen })).toMatchObject({ verdict: 'contradicted', boundBy: 'chosen' })
  })

  test('a figure that was right before a report was handed in anew is stale; a wrong one is not', async () => {
    const key = { form: 'headline', unit: 'STAT', period: '2018-06' }
    const later = { ...work, now: () => new Date(Date.now() + 3_600_000) }
    await write(later, async (tx) => {
      await reopenForm(tx, key, '投资数更正')
      await saveDraft(tx, key, [{ item: 'investment.fixed', value: '158.4', base: '130', growth: '21.8' }])
      await submitForm(tx, key)
    })
    const stale = await one('2018年上半年，固定资产投资完成156亿元。')
    expect(told(stale)).toMatchObject({ verdict: 'stale', code: 'stale', expected: '158.4', correction: '158.4亿元' })
    expect(saidReason(stale.reason, 'zh')).toContain('旧数')
    expect((await one('2018年上半年，固定资产投资完成166亿元。')).verdict).toBe('contradicted')
    expect((await one('2018年上半年，固定资产投资完成158.4亿元。')).verdict).toBe('matched')
    expect((await one('2018年上半年，固定资产投资完成156亿元。', { asOf: work.now() })).verdict).toBe('matched')
  })
})

test('our own half-year bulletin comes out without a figure that is wrong', async () => {
  const { texts } = await read(work, (tx) => composeBulletin(tx, { template: 'half-year', period: '2018-H1' }))
  const { tree } = texts.find((text) => text.tree.locale === 'zh')!
  const { findings: all, counts } = await read(work, (tx) =>
    checkDraft(tx, { draft: draftOfTree(tree).draft, period: '2018-H1' }),
  )
  const wrong = all.filter(({ verdict }) => ['contradicted', 'unit-slip', 'inconsistent', 'stale'].includes(verdict))
  expect(wrong.map(({ claim, reason }) => [claim.text, claim.indicator, reason.code])).toEqual([])
  expect(counts.matched).toBeGreaterThan(100)
})

test('the annex that our own Word file carries is no text to be checked', async () => {
  const text = '2018年上半年，地区生产总值331亿元。\n附\n数据来历\n地区生产总值\n332亿元'
  expect((await findings(text)).map(({ claim }) => claim.text)).toEqual(['331亿元'])
})

test('every reason that a rule gives has words in both languages', async () => {
  const { findings: all } = await check(
    '2018年上半年，地区生产总值331万元，增长12%；高于全市2个百分点。利润总额28亿元。全市财政收入900亿元。“十三五”期间投资800亿元。',
  )
  for (const { reason } of all) {
    for (const locale of ['zh', 'en'] as const) {
      expect(saidReason(reason, locale)).not.toMatch(/[{}]|undefined|null/)
      expect(saidReason(reason, locale)).not.toBe(reason.code)
    }
  }
  for (const [code, words] of Object.entries(reasonTexts)) {
    const names = (text: string) =>
      [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!.replace(/(?:Zh|En)$/, '')))].sort()
    expect(names(words.zh), code).toEqual(names(words.en))
  }
})

describe('on the command line', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-check-'))
  const run = async (text: string, options: Record<string, string | boolean> = {}) => {
    const file = path.join(folder, 'draft.txt')
    writeFileSync(file, text)
    const printed: string[] = []
    let json: ReturnType<typeof checkSaid> | null = null
    const out: Out = {
      ...{ locale: 'zh', wantsJson: true, print: (line) => printed.push(line) },
      ...{
        json: (value) => (json = value as ReturnType<typeof checkSaid>),
        progress: () => ({ step: () => {}, end: () => {} }),
      },
    }
    const code = await checkCommands[0]!.run(work, { args: [file], rest: [], options }, out)
    return { code, printed, json: json! as ReturnType<typeof checkSaid> }
  }

  test('it exits by what it found and counts characters, not UTF-16 units', async () => {
    const right = await run('😀2018年上半年，地区生产总值331亿元。')
    expect(right.code).toBe(0)
    expect(right.json.claims[0]).toMatchObject({
      ...{ text: '331亿元', start: 16, kind: 'level', value: '331', unit: '亿元', direction: null, period: '2018-H1' },
      ...{ indicator: 'gdp', phrase: '地区生产总值', verdict: 'matched', expected: null },
    })
    expect(right.json.counts.matched).toBe(1)
    const wrong = await run('2018年上半年，地区生产总值332亿元，时间过半、任务过半。')
    expect(wrong.code).toBe(3)
    expect(wrong.printed[0]).toMatch(/^共 2 处数字。未对应指标 0 处，无法核对 0 处/)
    expect(wrong.printed.join('\n')).toContain('应为：331亿元')
    expect(wrong.printed.join('\n')).toContain('trains.count')
  })

  test('with --extract it compares nothing', async () => {
    const { code, json } = await run('2018年上半年，地区生产总值332亿元。', { extract: true })
    expect(code).toBe(0)
    expect(json.claims[0]).toMatchObject({ text: '332亿元', value: 332, indicator: '地区生产总值' })
  })
})

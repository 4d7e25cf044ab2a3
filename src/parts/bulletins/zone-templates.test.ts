import { describe, expect, test } from 'vitest'
import { read, type Work } from '#kernel/db/work.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import { composeBulletin } from './compose.ts'
import { inlinesOf, picturesOf, plainText, type Tree } from './tree.ts'

const { house } = await testHouse({ zone: 'zhengzhou-2018' })
const work: Work = house.workAs(everybody)

const composed = (template: string, period: string, locale: 'zh' | 'en') =>
  read(work, async (tx) => {
    const { texts, sources } = await composeBulletin(tx, { template, period, locale })
    return { ...texts[0]!, sources }
  })
const paragraphs = ({ blocks }: Tree) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [plainText(block.children)] : []))

const periods = [
  ['half-year', '2018-H1'],
  ['half-year', '2017-H2'],
  ['monthly-brief', '2018-06'],
  ['monthly-brief', '2018-05'],
  ['monthly-brief', '2018-01'],
  ['monthly-brief', '2017-12'],
  ['pace-alert', '2018-06'],
  ['pace-alert', '2018-05'],
  ['pace-alert', '2018-Q1'],
  ['pace-alert', '2017-12'],
] as const

describe('the templates of the demonstration zone', () => {
  test.each(periods)('%s of %s reads as people write, in both languages', async (template, period) => {
    for (const locale of ['zh', 'en'] as const) {
      const { tree } = await composed(template, period, locale)
      const words = plainText(inlinesOf(tree.blocks))
      expect(words).not.toMatch(
        /增长[-−]|下降[-−]|快[-−]|慢[-−]|NaN|undefined|null|[\uE000-\uE003]|同比增长0%|\{\{|\{%/,
      )
      const lines = paragraphs(tree)
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) expect(line).toMatch(locale === 'zh' ? /[。：]$/ : /[.:]$/)
      for (const line of lines) expect(line).not.toMatch(/[，；、]{2}|。。|，。|，\s*$| {2}|\.\.|,,|0项目标/)
    }
  })

  test('the half-year tells the days of projects as the ledger has them', async () => {
    const told = async (locale: 'zh' | 'en') =>
      paragraphs((await composed('half-year', '2018-H1', locale)).tree).join('')
    expect(await told('zh')).toContain(
      '上汽项目一期于2017年1月12日签约，2017年2月15日动工，2017年12月18日投产；二期于1月2日签约，2月7日动工；发动机和变速箱项目于6月28日签约',
    )
    expect(await told('en')).toContain('The second was signed on 2 January and begun on 7 February')
  })

  test('the brief says the pace, the year so far and what those behind need', async () => {
    const { tree } = await composed('monthly-brief', '2018-05', 'zh')
    expect(tree.title).toMatch(/2018年5月运行简报$/)
    expect(paragraphs(tree)).toEqual([
      '1—5月，全年6项目标1项超前、5项落后，最慢的是装备制造业产值，落后时序进度15.0个百分点。',
      '到年底达标，此后每月约需：装备制造业产值52.6亿元，汽车及零部件产业产值104亿元，跨境进出口货值12.9亿元，现代物流业营业收入91.5亿元，中欧班列开行58列。',
    ])
    const table = tree.blocks.find((block) => block.kind === 'table')!
    expect(table.rows[0]!.map(plainText)).toEqual(['规模以上工业增加值', '156.5亿元', '+14.7%'])
    const quarter = (await composed('monthly-brief', '2018-06', 'zh')).tree.blocks
    expect(quarter.flatMap((block) => (block.kind === 'table' ? block.rows : []))[0]!.map(plainText)[0]).toBe(
      '地区生产总值',
    )
  })

  test('the alert tells each target behind, and nothing of the others', async () => {
    const { tree } = await composed('pace-alert', '2018-06', 'zh')
    const headings = tree.blocks.flatMap((block) => (block.kind === 'heading' ? [plainText(block.children)] : []))
    expect(headings).toEqual([
      '装备制造业产值',
      '汽车及零部件产业产值',
      '跨境进出口货值',
      '现代物流业营业收入',
      '中欧班列开行',
    ])
    expect(paragraphs(tree).at(-1)).toBe(
      '全年目标650列以上，已完成297列，完成率45.7%，落后时序进度3.3个百分点；比往年同期进度快5.8个百分点。到年底达到目标，此后平均每月约需58列。',
    )
    expect(plainText(inlinesOf(tree.blocks))).not.toContain('包裹')
  })
})

describe('charts', () => {
  test('draw the year to date over the year before, every value a figure with its fact', async () => {
    const { tree, figures, sources } = await composed('half-year', '2018-H1', 'zh')
    const [trend, completion] = picturesOf(tree.blocks)
    expect(trend).toMatchObject({ form: 'trend', number: '图1', unit: '亿元', target: { value: '1000' } })
    expect(trend!.series.map(({ name, points }) => [name, points.map(({ value }) => value)])).toEqual([
      ['2018年', ['57', '96', '155', '211', '271', '335', null, null, null, null, null, null]],
      ['2017年', ['38', '79', '130', '177', '225', '279', '327', '379', '436', '498', '568', '647']],
    ])
    expect(completion!.series[0]!.points.map(({ text }) => text)).toEqual([
      '32.0%',
      '33.5%',
      '38.0%',
      '43.9%',
      '45.7%',
      '62.9%',
    ])
    for (const { points } of [...trend!.series, ...completion!.series]) {
      for (const { figure, text } of points) {
        if (figure === null) continue
        const printed = figures.find(({ place }) => place === figure)!
        expect(printed.text).toBe(text)
        expect(sources.has(printed.key)).toBe(true)
      }
    }
  })

  test('a chart of which nothing is known is left out', async () => {
    expect(picturesOf((await composed('pace-alert', '2017-12', 'zh')).tree.blocks)).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { Refusal } from '#kernel/refusal.ts'
import type { Fact, PaceAnswer } from '#parts/indicators/shapes.ts'
import { chineseNumber } from './markdown-tree.ts'
import { readTemplate } from './template.ts'
import { checkTemplate, writeTree } from './template-engine.ts'
import { inlinesOf, plainText, type Tree } from './tree.ts'
import { periodFor, type WritingDesk, writingDesk } from './writing-desk.ts'

const fact = (indicator: string, period: string) =>
  ({
    ...{
      indicator,
      period,
      area: 'ZONE',
      name: { zh: `产值*${indicator}*`, en: 'output' },
      value: '331',
      exact: '331.2',
    },
    ...{
      unit: '亿元',
      change: { value: '-3', unit: '%' },
      rounding: { places: 0, mode: 'half-up' },
      through: '2018-06-30',
    },
  }) as Fact
const pace = {
  ...{ year: 2018, on: '2018-06-30', counts: { total: 1, met: 0, ahead: 0, on: 0, behind: 1, unknown: 0 }, others: [] },
  targets: [
    {
      ...{ indicator: 'gdp', name: { zh: '产值', en: 'output' }, period: '2018', status: 'behind', target: '1000' },
      ...{ operator: '>', unit: '亿元', actual: '331', completion: '33.1', calendar: '49.6', gap: '-16.5' },
    },
  ],
} as unknown as PaceAnswer

const desk = (locale: 'zh' | 'en' = 'zh'): WritingDesk =>
  writingDesk({
    ...{ template: 'trial.md', locale, period: '2018-H1', area: 'ZONE', until: { air: '06-25' } },
    codes: ['gdp', 'retail.sales', 'air.good-days'],
    sources: { fact: async ({ indicator, period }) => fact(indicator, period), pace: async () => pace },
  })

const front = '---\nname: 试写\nperiod: half\n---\n'
const words = { zone: '某*区', closing: { by: '某区', on: '2018-06-30' } }
const written = async (text: string, at = desk()): Promise<Tree> =>
  writeTree(readTemplate('trial', at.asked.locale, `${front}${text}`), at, words)
const refusalOf = async (deed: () => unknown) => {
  try {
    await deed()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, ...error.details }
    throw error
  }
  return undefined
}

describe('a template', () => {
  test('is written into a tree whose figures are nodes, whatever Markdown stands around them', async () => {
    const at = desk()
    const text = '# {{ zone.name }}标题\n\n## 一节\n\n产值**{% level "gdp" %}**，*{% figure "gdp" %}*。\n第二行\n'
    const tree = await written(text, at)
    expect(tree.title).toBe('某*区标题')
    expect(tree.blocks[0]).toMatchObject({ kind: 'heading', number: '一、' })
    const paragraph = tree.blocks[1] as Extract<Tree['blocks'][number], { kind: 'paragraph' }>
    expect(plainText(paragraph.children)).toBe('产值331亿元，同比下降3%，331亿元。第二行')
    expect(paragraph.children.map(({ kind }) => kind)).toEqual(['text', 'strong', 'text', 'emphasis', 'text'])
    expect(at.figures.map(({ place, kind, text }) => [place, kind, text])).toEqual([
      [1, 'value', '331亿元'],
      [2, 'change', '同比下降3%'],
      [3, 'value', '331亿元'],
    ])
  })

  test('names from the catalogue stay words, in tables too', async () => {
    const tree = await written('# 表\n\n{% table "gdp" "retail.sales" %}\n\n{% targets %}\n')
    const [first, second] = tree.blocks as Extract<Tree['blocks'][number], { kind: 'table' }>[]
    expect(first?.rows.map((cells) => cells.map(plainText))).toEqual([
      ['产值*gdp*', '331亿元', '−3%'],
      ['产值*retail.sales*', '331亿元', '−3%'],
    ])
    expect(second?.rows[0]?.map(plainText)).toEqual([
      '产值',
      '超过1000亿元',
      '331亿元',
      '33.1%',
      '49.6%',
      '−16.5',
      '滞后',
    ])
  })

  test('may ask how a target stands, count, and go through those behind', async () => {
    const tree = await written(
      '# 况\n\n{% if status["gdp"] == "behind" %}慢{% else %}快{% endif %}{% count "behind" %}项：{% for t in targets.behind %}{{ t.name }}{% pace t.indicator %}{% endfor %}，{{ period.rest }}\n',
    )
    expect(plainText(inlinesOf(tree.blocks))).toBe('慢1项：产值落后时序进度16.5个百分点，下半年')
  })

  test('a figure that stops short of the period is asked for up to its day', () => {
    const asked = { period: '2018-H1', until: { air: '06-25', 'air.good-days': '06-20' } }
    expect(periodFor(asked, 'air.pm10.mean')).toBe('2018-01-01/2018-06-25')
    expect(periodFor(asked, 'air.good-days')).toBe('2018-01-01/2018-06-20')
    expect(periodFor(asked, 'airport')).toBe('2018-H1')
    expect(periodFor({ ...asked, period: '2018-H2' }, 'air.pm10.mean')).toBe('2018-H2')
  })

  test('English counts its headings and joins lines by a space', async () => {
    const tree = await written('# Title\n\n## One\n\na\nb\n\n### Two\n\n## Three\n', desk('en'))
    expect(tree.blocks.map((block) => ('number' in block ? block.number : plainText(inlinesOf([block]))))).toEqual([
      '1 ',
      'a b',
      '1.1 ',
      '2 ',
    ])
  })

  test('numbers in characters', () => {
    expect([1, 9, 10, 11, 19, 20, 21, 99].map(chineseNumber)).toEqual([
      '一',
      '九',
      '十',
      '十一',
      '十九',
      '二十',
      '二十一',
      '九十九',
    ])
  })
})

describe('a template is refused', () => {
  test.each([
    [
      'an unknown indicator, with the nearest and the line',
      '# 题\n\n{% if false %}\n{% figure "gpd" %}{% endif %}',
      { code: 'bulletins/indicator-unknown', indicator: 'gpd', nearest: 'gdp', line: 8 },
    ],
    [
      'an unknown indicator that is only known when written',
      '# 题\n{% assign code = "retail.sale" %}\n{% figure code %}',
      { code: 'bulletins/indicator-unknown', nearest: 'retail.sales', line: 7 },
    ],
    [
      'an unknown option',
      '# 题\n{% figure "gdp", digits: 2 %}',
      { code: 'bulletins/option-unknown', option: 'digits', line: 6 },
    ],
    ['an unknown count', '# 题\n{% count "late" %}', { code: 'bulletins/option-unknown', option: 'late' }],
    ['an unknown tag', '# 题\n{% figur "gdp" %}', { code: 'bulletins/template-unreadable', line: 6 }],
    ['a tag without an indicator', '# 题\n{% figure %}', { code: 'bulletins/template-unreadable', line: 6 }],
    ['a name that is not there', '# 题\n{{ periods.words }}', { code: 'bulletins/template-unreadable', line: 6 }],
    ['a filter that is not there', '# 题\n{{ period.words | shout }}', { code: 'bulletins/template-unreadable' }],
    ['another file', '# 题\n{% include "../../package.json" %}', { code: 'bulletins/template-unreadable' }],
    ['the ways out of the scope', '# 题\n{{ period.constructor }}', { code: 'bulletins/template-unreadable' }],
    [
      'a loop without end',
      '# 题\n{% for i in (1..900000000) %}x{% endfor %}',
      { code: 'bulletins/template-unreadable' },
    ],
    [
      'a target that is not set',
      '# 题\n{% pace "retail.sales" %}',
      { code: 'bulletins/target-missing', indicator: 'retail.sales' },
    ],
    ['no title', '{% figure "gdp" %}', { code: 'bulletins/title-missing' }],
    [
      'what paper cannot carry',
      '# 题\n\n<script>alert(1)</script>',
      { code: 'bulletins/markdown-unsupported', element: 'html' },
    ],
    [
      'a link of its own',
      '# 题\n\n[x](https://example.org)',
      { code: 'bulletins/markdown-unsupported', element: 'link' },
    ],
  ])('%s', async (_, text, refusal) => {
    expect(await refusalOf(() => written(text))).toMatchObject(refusal)
  })

  test.each([
    ['', { line: 1 }],
    ['# 没有开头', { line: 1 }],
    ['---\nname: 试写\n---\n# 题', { line: 1 }],
    ['---\nname: 试写\nperiod: half\nuntil:\n  air: 06-31\n---\n# 题', { line: 1 }],
    ['---\nname: [\n---\n# 题', { line: 1 }],
    [`${front}# 题\n\n\uE0001\uE001`, { line: 7 }],
  ])('front matter that does not read: %j', async (body, refusal) => {
    const refused = await refusalOf(() => readTemplate('trial', 'zh', body))
    expect(refused).toMatchObject({ code: 'bulletins/template-unreadable', ...refusal })
  })

  test('what is wrong with a literal code shows without a figure being printed', async () => {
    const at = desk()
    const template = readTemplate('trial', 'zh', `${front}# 题\n{% if false %}{% table "gdp" "gpd" %}{% endif %}`)
    expect(await refusalOf(() => checkTemplate(template, at))).toMatchObject({ code: 'bulletins/indicator-unknown' })
    expect(at.figures).toEqual([])
  })

  test('a fault of the database stays a fault', async () => {
    const at = writingDesk({
      ...desk().asked,
      sources: { fact: () => Promise.reject(new Error('connection lost')), pace: async () => pace },
    })
    await expect(written('# 题\n{% figure "gdp" %}', at)).rejects.toThrow('connection lost')
  })
})

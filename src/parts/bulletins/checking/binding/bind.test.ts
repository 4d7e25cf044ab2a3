import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parsePeriod } from '#kernel/period.ts'
import { phraseOf } from '#parts/bulletins/check-desk/phrase.ts'
import { extractClaims } from '#parts/bulletins/claims/extract.ts'
import { catalogueFrom } from '#parts/indicators/catalogue.ts'
import { readIndicators } from '#parts/indicators/declaration.ts'
import { questionsOf } from '../questions.ts'

const folder = path.resolve('zones/zhengzhou-2018/indicators')
const declarations = readdirSync(folder).flatMap((file) =>
  readIndicators(readFileSync(path.join(folder, file), 'utf8'), file),
)
const catalogue = catalogueFrom(
  'test',
  declarations.map((declaration) => ({ version: 1, declaration })),
)
const standing = { base: parsePeriod('2018-H1'), today: '2018-06-30' }

const questions = (text: string, choices: Partial<Parameters<typeof questionsOf>[0]> = {}) => {
  const { claims } = extractClaims(text, { year: 2018 })
  return questionsOf({ draft: { text, blocks: [] }, claims, catalogue, standing, ...choices })
}
const bound = (text: string) => questions(text).map(({ binding }) => binding.indicator)

describe('a claim finds its indicator', () => {
  test.each([
    ['上半年全区GDP完成331亿元。', ['gdp']],
    ['全区生产总值预计完成331亿元，增长10%。', ['gdp', 'gdp']],
    ['规上工业增加值190亿元。', ['industry.value-added']],
    ['社零总额累计实现125亿元。', ['retail.sales']],
    ['一般公共预算收入完成35.6亿元。', ['revenue.public-budget']],
    ['汽车及零部件产业产值335亿元，占全区工业总产值的55%。', ['auto.output', 'auto.output.share']],
    ['宇通客车生产整车1.5万辆，产值12亿元。', ['auto.vehicles.yutong', null]],
    [
      '跨境电商平稳运行，进出口包裹6286万包，其中进口3300万包；货值49.4亿元。',
      ['parcels.count', 'parcels.count.import', 'parcels.value'],
    ],
    [
      '中欧班列上半年开行297列，其中去程155列、回程142列，货值15.6亿美元。',
      ['trains.count', 'trains.count.outbound', 'trains.count.return', 'trains.value'],
    ],
    ['自贸试验区新入驻企业4886家，注册资本310亿元。', ['ftz.enterprises', 'ftz.capital']],
    ['安置房建设提速，完成投资9.2亿元，交付1.4万套。', ['homes.investment', 'homes.handed-over.count']],
    ['PM2.5平均浓度下降15.7%，优良天数59天。', ['air.pm25.mean', 'air.good-days']],
  ])('%s', (text, codes) => {
    expect(bound(text)).toEqual(codes)
  })

  test.each([
    ['a thing that the catalogue does not have', '规模以上工业企业利润总额28亿元。'],
    ['an enterprise that has no indicator', '某某汽车公司生产整车3万辆。'],
    ['an investment of nobody in particular', '经开区投资4.2亿元建设一座体育馆。'],
    ['a bare amount', '产值达到52亿元。'],
    ['a name that differs by a letter', '地区生产总直完成331亿元。'],
  ])('%s is not guessed', (_, text) => {
    expect(bound(text)).toEqual([null])
  })

  test('a misspelt name is offered, not taken', () => {
    expect(questions('地区生产总直完成331亿元。')[0]!.binding.candidates).toContain('gdp')
  })

  test('what people chose comes first, for this check before for all', () => {
    const text = '整车下线数22.6万辆。'
    const phrase = phraseOf(extractClaims(text).claims[0]!)
    const aliases = new Map([[phrase, 'auto.vehicles.saic']])
    const [byAlias] = questions(text, { aliases })
    expect(byAlias!.binding).toMatchObject({ indicator: 'auto.vehicles.saic', boundBy: 'alias' })
    const [byChoice] = questions(text, { aliases, chosen: new Map([[phrase, 'auto.vehicles']]) })
    expect(byChoice!.binding).toMatchObject({ indicator: 'auto.vehicles', boundBy: 'chosen' })
    const [left] = questions(text, { aliases, chosen: new Map([[phrase, '']]) })
    expect(left!.binding.indicator).toBeNull()
  })
})

test('a share that no indicator tells is read as part and whole', () => {
  const [share] = questions('跨境进口货值占跨境进出口货值的94.7%。')
  expect(share).toMatchObject({ binding: { indicator: 'parcels.value.import' }, whole: 'parcels.value' })
})

describe('whose figure it is', () => {
  test.each([
    ['上半年，全市地区生产总值4916亿元，增长8.1%；全区地区生产总值331亿元，增长10%。', ['全市', '全市', null, null]],
    ['全国规模以上工业增加值增长6.7%。', ['全国']],
    ['地区生产总值331亿元，增速高于全市1.9个百分点，居全市第二位。', [null, null, null]],
    ['我省财政收入增长12%。', ['我省']],
    ['云杉办事处完成固定资产投资12亿元。', ['云杉办事处']],
    ['公开遴选了6名办事处主任。', [null]],
  ])('%s', (text, areas) => {
    expect(questions(text).map(({ otherArea }) => otherArea)).toEqual(areas)
  })
})

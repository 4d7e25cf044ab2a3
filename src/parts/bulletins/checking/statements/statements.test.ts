import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractClaims } from '#parts/bulletins/claims/extract.ts'
import { statedSums } from './stated-sums.ts'
import { statementsOf } from './statements.ts'
import { statementWords } from './texts.ts'

const read = (text: string) => {
  const { claims } = extractClaims(text, { year: 2018 })
  return statementsOf(claims, text).map(({ kind, holds, claims: places, reason }) => ({
    kind,
    holds,
    code: reason.code,
    result: claims[places.at(-1) ?? 0]?.text,
  }))
}
const told = (text: string) => read(text).map(({ kind, holds, result }) => `${kind} ${holds} ${result}`)
const wrong = (text: string) => read(text).filter(({ holds }) => holds === 'no')

describe('each kind, true, by rounding and false', () => {
  test.each([
    ['sum yes 860万包', '包裹860万包，其中进口500万包、出口360万包。'],
    ['sum rounding 52.4亿元', '进出口总额52.4亿元，增长3%。其中，出口30.3亿元，增长2%；进口22.2亿元，增长5%。'],
    ['sum no 310列', '班列开行310列，其中去程170列、回程150列。'],
    [
      'sum no 88.5亿元',
      '地区生产总值88.5亿元，其中第一产业增加值1.2亿元，第二产业增加值50.1亿元，第三产业增加值39.4亿元。',
    ],
    ['sum no 86家', '接待来访企业86家，其中境内企业62家、境外企业26家。'],
    ['sum no 50.5万户', '新设经营主体50.5万户，其中企业20.1万户、个体工商户38.2万户、农民专业合作社0.2万户。'],
    ['sum no 90个', '市级重点项目90个，其中新建40个、续建40个。'],
    ['sum no 75家', '孵化企业75家，其中工业40家，其余45家为服务业。'],
    ['sum no 61列', '去程30列、回程29列，两者合计61列。'],
    ['sum no 90.4万户', '一季度新登记企业90.4万户，其中1月30.1万户、2月20.2万户、3月38.0万户。'],
    ['sum no 33亿元', '物流业营业收入25亿元，其中冷链物流营业收入33亿元。'],
    ['growth yes 20%', '汽车产值60亿元，去年同期50亿元，增长20%。'],
    ['growth rounding 20.1%', '汽车产值60.1亿元，去年同期50.0亿元，增长20.1%。'],
    ['growth no 24%', '汽车产值60.1亿元（去年同期50.0亿元），增长24%。'],
    ['growth no 15%', '快递4400万件，比上年同期增加400万件，增长15%。'],
    ['growth no 31%', '税收由10.0亿元增加到12.1亿元，增长31%。'],
    ['share yes 30.0%', '工业总产值80.0亿元，其中装备制造业产值24.0亿元，占工业总产值的30.0%。'],
    ['share rounding 30.1%', '工业总产值80.0亿元，其中装备制造业产值24.0亿元，占工业总产值的30.1%。'],
    ['share no 33.0%', '装备制造业产值24.0亿元，占工业总产值（80.0亿元）的33.0%。'],
    ['share no 52.0%', '进口、出口分别占进出口总额的60.0%和52.0%。'],
    ['share yes 52.1', '三次产业结构为3.1:44.8:52.1。'],
    ['share no 80.2%', '有效监测120天，其中优30天、良60天，优良率80.2%。'],
    ['from-to yes 2.2个百分点', '研发投入强度由3.1%提高到5.3%，提高2.2个百分点。'],
    ['from-to rounding 2.3个百分点', '研发投入强度由3.1%提高到5.3%，提高2.3个百分点。'],
    ['from-to no 3.2个百分点', '研发投入强度由3.1%提高到5.3%，提高3.2个百分点。'],
    ['from-to no 9天', '优良天数70天，比去年同期的64天增加9天。'],
    ['twice no 95.2亿元', '上半年固定资产投资94.2亿元。\n全区上半年固定资产投资95.2亿元，增长6%。'],
    ['twice no 332亿元', '上半年GDP 331亿元。\n全区上半年地区生产总值332亿元，增长6%。'],
    ['twice yes 331.2亿元', '上半年GDP 331亿元。\n全区上半年地区生产总值331.2亿元，增长6%。'],
    [
      'sum no 52.4亿元',
      '进出口包裹900万包、货值52.4亿元，其中进口500万包、货值约30.1亿元，出口400万包、货值约20.2亿元。',
    ],
    ['direction no 7个百分点', '税收增长8.2%。财政收入增长13.1%，增速比税收高7个百分点。'],
    ['direction yes 4.9个百分点', '税收增长8.2%，财政收入增长13.1%，增速比税收高4.9个百分点。'],
    ['multiple no 3.5倍', '装备制造业160亿元，物流业收入439亿元，是装备制造业的3.5倍。'],
    ['direction no -4%', '出口同比增长-4%。'],
    ['direction no 3倍', '单位能耗降低3倍。'],
    ['direction no 0.6%', '工业产值由负转正，同比下降0.6%。'],
    ['direction no 6.1%', '研发投入强度由5.3%下降到6.1%。'],
    ['direction no 9.9%', '税收增长7.3%，高于全市9.9%的平均水平。'],
    ['direction yes 3.3%', '税收增长7.3%，高于全市3.3%的平均水平。'],
    ['direction no 1.9个百分点', '1-4月投资下降6.3%，1-5月下降4.1%，降幅比1-4月收窄1.9个百分点。'],
    ['direction rounding 2.3个百分点', '1-4月投资下降6.3%，1-5月下降4.1%，降幅比1-4月收窄2.3个百分点。'],
    ['direction no 1.2个百分点', '全市税收增长8.8%，我区税收增长9.4%，高于全市1.2个百分点。'],
    ['rank yes 第2位', '综合指数在全市7个区中列第2位。'],
    ['rank no 第9位', '综合指数在全市7个区中列第9位。'],
    ['completion yes 42.5%', '完成投资34.0亿元，占年度计划80.0亿元的42.5%。'],
    ['completion rounding 42.6%', '完成投资34.0亿元，占年度计划80.0亿元的42.6%。'],
    ['completion no 46.5%', '全年目标80.0亿元，上半年完成34.0亿元，完成目标的46.5%。'],
    ['pace yes 5.2个百分点', '完成年度任务的55.2%，时序进度为50.0%，超时序进度5.2个百分点。'],
    ['pace rounding 5.3个百分点', '完成年度任务的55.2%，时序进度为50.0%，超时序进度5.3个百分点。'],
    ['pace no 9.1个百分点', '上半年，装备制造业完成年度目标的40.5%，高于时序进度9.1个百分点。'],
    ['multiple yes 2倍', '出口由3.0亿元增加到9.0亿元，增长2倍。'],
    ['multiple no 3倍', '出口由3.0亿元增加到9.0亿元，增长3倍。'],
    ['multiple rounding 翻了一番', '出口由3.0亿元增加到6.6亿元，翻了一番。'],
    ['multiple no 翻了两番', '出口由3.0亿元增加到6.0亿元，翻了两番。'],
    ['multiple no 4倍', '出口9.0亿元，去年同期3.0亿元，是去年同期的4倍。'],
  ])('%s: %s', (wanted, text) => {
    expect(told(text)).toContain(wanted)
  })
})

describe('nothing false is said of', () => {
  test.each([
    ['investment on a comparable scope', '1-4月固定资产投资147482亿元，上年同期153544亿元，同比增长4.7%。'],
    ['GDP in constant prices', '地区生产总值331亿元，上年同期305亿元，增长10%。'],
    ['real growth of value added', '规模以上工业增加值190亿元，去年同期170亿元，同比增长15%。'],
    [
      'industries that miss GDP by rounding',
      '地区生产总值331.2亿元，其中第一产业增加值3.1亿元，第二产业增加值190.2亿元，第三产业增加值138.0亿元。',
    ],
    ['a partial list', '整车22.6万辆，其中甲厂11.3万辆，乙厂1.5万辆，丙厂7.3万辆。'],
    [
      'power use that homes share',
      '全社会用电量100亿千瓦时，其中第一产业用电量1亿千瓦时，第二产业用电量60亿千瓦时，第三产业用电量25亿千瓦时。',
    ],
    ['another whole beside', '进出口总额100亿元，其中民营企业进出口60亿元，增长5%；出口70亿元，进口30亿元。'],
    ['two countries', '全年分别进出口5.51亿元、4.67亿元，分别占进出口总值的13.2%和11.2%。'],
    ['shares that overlap', '民营企业占进出口的60%，一般贸易占进出口的70%。'],
    ['an increase on the month, a rate on the year', '税收20亿元，比上月增加5亿元，同比增长20%。'],
    ['a fall of a rate', '贫困发生率由10.2%下降到3.1%。'],
    ['a finer precision', '定位精度从10米提升到1米以内。'],
    ['a better rank', '综合排名由全市第5位上升到第3位。'],
    ['two lists of pairs', '补贴标准分别从209元、280元提高到217元、290元。'],
    ['another area', '上半年地区生产总值331亿元。\n全市上半年地区生产总值4500亿元。'],
    ['another period', '上半年税收收入20亿元。\n一季度税收收入9亿元。'],
    ['growth over ten years', '地区生产总值从2003年的2亿元发展到2013年的77.6亿元，如今跃升到225亿元。'],
    ['an aim beside the figure', '包裹6286万包，全年目标1亿包。'],
    [
      'the pace by days or by months',
      '上半年，完成年度目标的62.9%，超时序进度13.3个百分点；完成年度目标的62.9%，超时序进度12.9个百分点。',
    ],
    ['an index and its parts', '物流指数为111.1点，其中业务量指数为129.4点。'],
    ['a percentage cut to a whole number', '输送能力由2230万吨增长到3940万吨，增幅达76%。'],
    ['imports and exports of 分别进出口', '东盟和欧盟外贸总额10.2亿元，全年分别进出口5.51亿元、4.67亿元。'],
    ['categories that overlap', '企业100家，其中高新技术企业60家、科技型企业80家。'],
    ['a third kind behind a pair', '重点项目90个，其中新建40个、续建40个、前期10个。'],
    ['routes beyond two kinds', '旅客吞吐量100万人次，其中国内航线90万人次、国际航线5万人次、地区航线5万人次。'],
    [
      'offices that divide a sum of before',
      '完成收入100万元，增长8%。其中：地方收入60万元，增长6%；上划收入40万元，增长9%。分部门情况是：国税部门完成30万元，地税部门完成45万元，财政部门完成25万元。',
    ],
    ['a list inside a list', '接待访客8人，其中重点客商2人，甲园接待4人，2人来自省内，其余2人来自省外。'],
    [
      'a level of another thing between',
      '指数收盘下跌170点，跌幅1.07%，报15777点；另一指数收盘下跌40点，跌幅0.54%，报7444点。',
    ],
    [
      'a base of one month, a level of the year',
      '12月销售2277辆，上年同期为2937辆；全年累计销售22524辆，同比下降2.6%。',
    ],
    ['rates of 分别', '三个行业产值同比分别增长86.5%、36.9%、28.8%。'],
  ])('%s', (_name, text) => {
    expect(wrong(text)).toEqual([])
  })
})

test('every statement names its claims by place, its interval and a reason with words', () => {
  const text = '汽车产值60.1亿元，去年同期50.0亿元，增长24%。'
  const { claims } = extractClaims(text, { year: 2018 })
  expect(statementsOf(claims, text)).toEqual([
    {
      place: 0,
      kind: 'growth',
      holds: 'no',
      claims: [0, 1, 2],
      low: '19.98',
      high: '20.43',
      reason: {
        code: 'growth-differs',
        details: { levels: '60.1亿元、50.0亿元', rate: '24%', allowed: '19.98%～20.43%' },
      },
    },
  ])
})

test('the words of a reason name only what its details hold', () => {
  const texts = [
    '班列开行310列，其中去程170列、回程150列。',
    '物流业营业收入25亿元，其中冷链物流营业收入33亿元。',
    '三次产业结构为3.1:44.8:52.1。出口同比增长-4%。单位能耗降低3倍。',
    '税收增长7.3%，高于全市9.9%的平均水平。综合指数在全市7个区中列第9位。',
    '上半年，完成年度目标的40.5%，高于时序进度9.1个百分点。',
    '上半年税收收入9.2亿元。\n上半年税收收入9.3亿元。',
  ]
  for (const text of texts) {
    const { claims } = extractClaims(text, { year: 2018 })
    for (const { reason } of statementsOf(claims, text)) {
      const words = statementWords[reason.code as keyof typeof statementWords]
      const names = [...`${words.zh}${words.en}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      for (const name of names) expect(Object.keys(reason.details)).toContain(name)
    }
  }
})

test('sums are printed as the labels print them', () => {
  const text = '包裹860万包，其中进口500万包、出口360万包。班列开行310列，其中去程170列、回程150列。'
  const { claims } = extractClaims(text)
  expect(statedSums(claims, statementsOf(claims, text))).toEqual([
    { whole: '860万包', parts: ['500万包', '360万包'], holds: true },
    { whole: '310列', parts: ['170列', '150列'], holds: false },
  ])
})

const figures = join(process.cwd(), '..', 'shared', 'figures')

test.runIf(existsSync(figures))('published passages: the stated sums, and nothing false', () => {
  for (const file of readdirSync(join(figures, 'labels'))) {
    const label = JSON.parse(readFileSync(join(figures, 'labels', file), 'utf8'))
    const [, ...lines] = readFileSync(join(figures, 'texts', file.replace('.json', '.txt')), 'utf8').split('\n')
    const text = lines.join('\n').replace(/\n$/, '')
    const { claims } = extractClaims(text)
    const found = statedSums(claims, statementsOf(claims, text))
    expect(found).toEqual(
      label.sums.map(({ whole, parts, holds }: (typeof found)[number]) => ({ whole, parts, holds })),
    )
    expect(wrong(text)).toEqual([])
  }
})

const parts = fc.record({
  imports: fc.integer({ min: 1000, max: 99_999 }),
  exports: fc.integer({ min: 1000, max: 99_999 }),
  places: fc.integer({ min: 0, max: 2 }),
})

/** One decimal more is known than printed, so that parts and whole differ by rounding. */
const print = (thousandths: number, places: number) => (thousandths / 1000).toFixed(places)

describe('texts that agree with themselves', () => {
  test('parts that are rounded make no false sum, a part that is off always does', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 4, max: 50 }), ({ imports, exports, places }, off) => {
        const whole = print(imports + exports, places)
        const text = (one: string) => `进出口总额${whole}亿元，其中进口${one}亿元、出口${print(exports, places)}亿元。`
        expect(wrong(text(print(imports, places)))).toEqual([])
        const step = off * 10 ** (3 - places)
        expect(wrong(text(print(imports + step, places)))).toHaveLength(1)
      }),
      { seed: 4 },
    )
  })

  test('a rate that follows from the true levels is never false, one that is points off always is', () => {
    const levels = fc.tuple(fc.integer({ min: 20_000, max: 90_000 }), fc.integer({ min: 500, max: 20_000 }))
    fc.assert(
      fc.property(levels, fc.integer({ min: 2, max: 40 }), ([base, increase], off) => {
        const rate = (increase / base) * 100
        const text = (said: number) =>
          `汽车产值${print(base + increase, 2)}亿元，去年同期${print(base, 2)}亿元，增长${said.toFixed(1)}%。`
        expect(wrong(text(rate))).toEqual([])
        expect(wrong(text(rate + off))).toHaveLength(1)
      }),
      { seed: 4 },
    )
  })

  test('completion and the pace that follows from it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 990 }), fc.integer({ min: 1, max: 20 }), (tenths, off) => {
        const [done, gap] = [tenths / 10, tenths / 10 - 50]
        const text = (said: number) =>
          `完成投资${done.toFixed(1)}亿元，占年度计划100.0亿元的${done.toFixed(1)}%，时序进度为50.0%，${said < 0 ? '低于' : '高于'}时序进度${Math.abs(said).toFixed(1)}个百分点。`
        expect(wrong(text(gap))).toEqual([])
        expect(wrong(text(gap + off))).toHaveLength(1)
      }),
      { seed: 4 },
    )
  })
})

test('a sentence of many figures is read in windows: four times the text is no more than a few times the looks at claims', () => {
  const looks = (n: number) => {
    const text = '其中进口33亿元、出口29亿元，其余3亿元，增长10%，占比由4%提高到5%，'.repeat(n)
    let count = 0
    const counted = extractClaims(text).claims.map(
      (claim) =>
        new Proxy(claim, {
          get: (of, name) => {
            count += 1
            return Reflect.get(of, name)
          },
        }),
    )
    expect(statementsOf(counted, text).length).toBeGreaterThan(0)
    return count
  }
  expect(looks(800)).toBeLessThan(looks(200) * 6)
})

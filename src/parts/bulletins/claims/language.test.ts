import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractClaims } from './extract.ts'

/** `text kind↑ indicator` of every claim, with what else it says in brackets. */
const told = (text: string) =>
  extractClaims(text).claims.map((claim) => {
    const arrow = claim.direction === 'up' ? '↑' : claim.direction === 'down' ? '↓' : ''
    const more = [
      claim.whole && `of ${claim.whole}`,
      claim.scope && `in ${claim.scope}`,
      claim.delta && 'delta',
      claim.role,
      claim.modality,
    ].filter(Boolean)
    return `${claim.text} ${claim.kind}${arrow} ${claim.indicator}${more.length > 0 ? ` (${more.join(', ')})` : ''}`
  })

describe('words that turn a figure', () => {
  test.each([
    ['a verb before its noun', '全年压减一般性支出12%。', ['12% change_pct↓ 一般性支出']],
    ['a verb that is a deed', '集采药品平均降价超50%。', ['50% change_pct↓ 集采药品']],
    ['points behind a verb', '下调贷款利率0.5个百分点。', ['0.5个百分点 change_points↓ 贷款利率']],
    [
      'a fall that narrows',
      '出口下降3.2%，降幅收窄0.8个百分点。',
      ['3.2% change_pct↓ 出口', '0.8个百分点 change_points↓ 出口降幅'],
    ],
    [
      'from a fall to growth',
      '用电量由一季度下降2.1%转为增长3.4%。',
      ['2.1% change_pct↓ 用电量 (from)', '3.4% change_pct↑ 用电量 (to)'],
    ],
    ['negative growth', '利润总额增长-3.5%。', ['-3.5% change_pct↓ 利润总额']],
    [
      'one verb for all',
      '第一产业增长3%、第二产业5%、第三产业8%。',
      ['3% change_pct↑ 第一产业', '5% change_pct↑ 第二产业', '8% change_pct↑ 第三产业'],
    ],
    ['growth said without a figure', '软件出口保持正增长，达到3.3%。', ['3.3% change_pct↑ 软件出口']],
    [
      'less of two things',
      '全年减少企业税负35亿元、涉企收费约20亿元。',
      ['35亿元 level↓ 企业税负 (delta)', '20亿元 level↓ 涉企收费 (delta)'],
    ],
    ['a rate that stands somewhere', '增速保持在3%至5%。', ['3%至5% change_pct↑ ']],
  ])('%s', (_name, text, wanted) => {
    expect(told(text)).toEqual(wanted)
  })
})

describe('parts and wholes', () => {
  test.each([
    ['half', '全区一半以上的企业实现增长。', ['一半 share 企业']],
    ['tenths without 的', '近八成个体工商户无需纳税。', ['八成 share 个体工商户']],
    ['per cent of what is counted', '全区95%的行政村通公交。', ['95% share 行政村']],
    [
      'where it goes',
      '一般公共预算支出34亿元，74%以上用于民生。',
      ['34亿元 level 一般公共预算支出', '74% share 一般公共预算支出'],
    ],
    ['ten parts', '海洋产值占到全省的近十分之一。', ['十分之一 share 海洋产值 (of 全省)']],
    ['a slashed fraction', '新增绿化面积约1/4来自园区。', ['1/4 share 新增绿化面积']],
    ['back to', '客运量恢复到2019年同期的93%。', ['93% share 客运量 (of 2019年同期)']],
    ['a share said in the clause before', '研发经费与GDP之比再创新高，达到2.4%。', ['2.4% share 研发经费 (of GDP)']],
    [
      'out of so many',
      '全市32个断面中，优良水质比例为87.5%。',
      ['32个 count 断面', '87.5% share 优良水质比例 (of 32个断面)'],
    ],
    ['contribution', '两个行业对上半年工业增长的贡献率接近三成。', ['三成 share 两个行业 (of 工业增长（贡献率）)']],
  ])('%s', (_name, text, wanted) => {
    expect(told(text)).toEqual(wanted)
  })
})

describe('whose figure it is', () => {
  test.each([
    [
      'the former and the latter',
      '工业增加值12亿元，服务业增加值15亿元，前者增长5%，后者增长8%。',
      [
        '12亿元 level 工业增加值',
        '15亿元 level 服务业增加值',
        '5% change_pct↑ 工业增加值',
        '8% change_pct↑ 服务业增加值',
      ],
    ],
    ['made and sold', '汽车产销分别完成3万辆和2.8万辆。', ['3万辆 count 汽车产量', '2.8万辆 count 汽车销量']],
    ['whose measure', '公路完成客运量2亿人次。', ['2亿人次 count 公路客运量']],
    [
      'a shared end',
      '工业机器人、电动汽车、船舶出口分别增长5%、6%、7%。',
      ['5% change_pct↑ 工业机器人出口', '6% change_pct↑ 电动汽车出口', '7% change_pct↑ 船舶出口'],
    ],
    [
      'an office that reports is no subject',
      '区统计局发布的数据显示，反映八大类商品的消费价格指数，上半年同比上涨1.0%。',
      ['1.0% change_pct↑ 消费价格指数'],
    ],
    ['words that hold a verb', '占用户总数的21%。', ['21% share  (of 用户总数)']],
    [
      'a thing is counted, not its measure',
      '52个重点商圈客流量增长35%。',
      ['52个 count 重点商圈', '35% change_pct↑ 重点商圈客流量'],
    ],
    [
      'cities are the scope',
      '全国重点城市平均浓度为43微克/立方米。',
      ['43微克/立方米 level 平均浓度 (in 全国重点城市)'],
    ],
  ])('%s', (_name, text, wanted) => {
    expect(told(text)).toEqual(wanted)
  })
})

describe('ranks', () => {
  test.each([
    ['without 位', '工业增速第2，综合得分第一。', ['第2 rank 工业增速', '第一 rank 综合得分']],
    ['in a group', '增速在全市9个县区中排名第四位。', ['9个 count 县区', '第四位 rank 增速 (in 全市9个县区)']],
    [
      'here and there',
      '税收增速全省第三、全国第八。',
      ['第三 rank 税收增速 (in 全省)', '第八 rank 税收增速 (in 全国)'],
    ],
    ['moves', '考评列全省第3名，同比前进2个位次。', ['第3名 rank 考评 (in 全省)', '2个位次 rank↑ 考评 (delta)']],
    ['a named place', '发展水平全国排名跃居第8名。', ['第8名 rank 发展水平 (in 全国)']],
  ])('%s', (_name, text, wanted) => {
    expect(told(text)).toEqual(wanted)
  })
})

describe('numbers and units', () => {
  const values = (text: string) =>
    extractClaims(text).claims.map(({ text: said, value, upper, unit, kind }) => [
      said,
      value,
      upper ?? null,
      unit,
      kind,
    ])
  test.each([
    ['Chinese hundred millions', '储蓄达一亿二千万元。', [['一亿二千万元', '12000', null, '万元', 'level']]],
    ['tenths and a half', '普惠率稳定在九成五以上。', [['九成五', '9.5', null, '成', 'level']]],
    ['grouped thousands', '产值1 086亿元。', [['1 086亿元', '1086', null, '亿元', 'level']]],
    ['a unit said twice', '收购价2.6元到3.1元。', [['2.6元到3.1元', '2.6', '3.1', '元', 'level']]],
    ['to one', '城乡收入比为2.21:1。', [['2.21:1', '2.21', null, null, 'level']]],
    ['a density', '每千人口床位6.8张。', [['6.8张', '6.8', null, '张', 'level']]],
    ['half a point', '增速比全国高0.3个。', [['0.3个', '0.3', null, '个百分点', 'change_points']]],
    [
      'a borrowed unit',
      '流量分别为58.9万和65.4万吨。',
      [
        ['58.9万', '58.9', null, '万吨', 'level'],
        ['65.4万吨', '65.4', null, '万吨', 'level'],
      ],
    ],
    [
      'a length of time',
      '日照时数1980小时，无霜期220天。',
      [
        ['1980小时', '1980', null, '小时', 'level'],
        ['220天', '220', null, '天', 'level'],
      ],
    ],
  ])('%s', (_name, text, wanted) => {
    expect(values(text)).toEqual(wanted)
  })
})

describe('the time of a figure', () => {
  const periods = (text: string) => extractClaims(text).claims.map(({ period }) => period)
  test.each([
    ['a day', '2024年3月5日，用电负荷达86万千瓦。', ['2024年3月5日']],
    ['a meeting is no period', '2024年3月5日，大会开幕，增长目标为5%。', ['2024年']],
    ['only the first of a pair', '2023年，覆盖率由2020年的5%提高到13%，增长面60%。', ['2020年', '2023年', '2023年']],
    ['since the highest', '2023年12月上涨36%，为2002年9月以来的最高水平，失业率5%。', ['2023年12月', '2023年12月']],
    ['a list of quarters', '2023年一季度、二季度分别增长5.3%、5.1%。', ['2023年一季度', '2023年二季度']],
    ['last year of a text about a year', '2021年贸易额146亿美元，去年机电出口43亿美元。', ['2021年', '2021年']],
    [
      'the same time of last year',
      '2018年产值33亿元，上年同期为30亿元。税收2亿元。',
      ['2018年', '上年同期（文中未写明）', '2018年'],
    ],
  ])('%s', (_name, text, wanted) => {
    expect(periods(text)).toEqual(wanted)
  })
})

describe('what is no claim, once more', () => {
  test.each([
    '当地时间10日，有关部门发布了最新数据。',
    '谋划30亿元以上、50亿元以上项目。',
    '位于东经113.5度、北纬34.7度。',
    '连续4个监测期、连续12年、连续5次获评。',
    '新建25兆瓦级机组和750千伏电网工程。',
    '学科进入前1%和前1‰。',
    '落实“三个80%”要求，保持两位数增长。',
    '数十家企业、数百名代表、几百亩土地。',
    '首个总量超过3万亿元的城市。',
    '连接网上年货节和线上年货节。',
  ])('%s', (text) => {
    expect(told(text)).toEqual([])
  })
})

const bits = [
  '增长',
  '5%',
  '、',
  '3亿元',
  '12.5万',
  '，',
  '。',
  '占',
  '的',
  '三分之一',
  '第3位',
  '由',
  '到',
  '（',
  '）',
  '其中',
  '2024年',
  '全国',
  '家',
  '\n',
  '🙂',
  '成',
  '翻番',
  '个',
  '多',
  '百分点',
  '分别',
  '和',
  '-',
  '1/4',
  '千',
  '伏',
]

describe('any text', () => {
  test('claims stand in order, never over one another, and say what stands there', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 60 }), (parts) => {
        const text = parts.join('')
        let end = 0
        for (const { start, text: said } of extractClaims(text).claims) {
          if (start < end || text.slice(start, start + said.length) !== said) return false
          end = start + said.length
        }
        return true
      }),
      { numRuns: 2000, seed: 4 },
    )
  })

  test('a long text is read in pieces as if it were one', () => {
    const line = '全区工业产值12亿元，同比增长3.5%，占全区的31%。\n'
    const text = line.repeat(4000)
    const { claims } = extractClaims(text, { notClaims: false })
    expect(claims.length).toBe(12_000)
    expect(claims.every(({ start, text: said }) => text.slice(start, start + said.length) === said)).toBe(true)
    expect(new Set(claims.map(({ indicator }) => indicator))).toEqual(new Set(['工业产值']))
  })
})

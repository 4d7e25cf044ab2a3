import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeDraft } from './decode.ts'
import { extractClaims } from './extract.ts'
import { labelOf, labelsOf } from './label-format.ts'

const claimsOf = (text: string) => extractClaims(text).claims
const told = (text: string) =>
  claimsOf(text).map(
    ({ text: said, kind, direction, indicator }) => `${said} ${kind}${direction ? ` ${direction}` : ''} ${indicator}`,
  )

describe('one recogniser a kind', () => {
  test.each([
    ['level', '完成投资9.6亿元。', '9.6亿元 level 投资'],
    ['count', '新引进企业12家。', '12家 count 新引进企业'],
    ['a noun behind the count', '聘任了7名服务专员。', '7名 count 服务专员'],
    ['growth', '工业产值同比下降3.4%。', '3.4% change_pct down 工业产值'],
    ['growth as a noun', '外贸出口增速为-2.1%。', '-2.1% change_pct down 外贸出口'],
    ['growth behind', '税收实现8%以上的增长。', '8% change_pct up 税收'],
    ['points', '研发强度提高0.3个百分点。', '0.3个百分点 change_points up 研发强度'],
    ['pull', '汽车产业拉动工业增长2.2个百分点。', '2.2个百分点 change_points up 汽车产业'],
    ['share', '出口占外贸总额的六成。', '六成 share 出口'],
    ['half', '汽车产值占全区工业的半壁江山。', '半壁江山 share 汽车产值'],
    ['rank', '综合指数全市排名第三。', '第三 rank 综合指数'],
    ['multiple', '货运量增长1.5倍。', '1.5倍 multiple up 货运量'],
    ['doubled', '出口额翻了一番。', '翻了一番 multiple up 出口额'],
    ['completion', '招商引资完成年度目标的58%。', '58% completion 招商引资'],
    ['pace', '财政收入高于时序进度2.4个百分点。', '2.4个百分点 pace up 财政收入'],
    ['pace in words', '各项指标实现时间过半、任务过半。', '时间过半、任务过半 pace 各项指标'],
  ])('%s', (_name, text, wanted) => {
    expect(told(text)).toEqual([wanted])
  })
})

describe('what is no claim', () => {
  test.each([
    '2024年3月5日上午9:30，第三届二次会议召开。',
    '“十四五”规划提出建设5G、4S店和3D打印基地。',
    '第三产业与第二产业融合，PM2.5和PM10协同治理。',
    '连续四年获评六星级园区，每月一课。',
    '电话0399-6612345，邮编463000，青政发〔2023〕18号第七条。',
    '年产30万台变速箱项目签约。',
    '107国道以东、3号线以西。',
    '一是抓项目，二是抓招商；第一产业平稳。',
    '12345热线24小时在线，60岁以上老人免费。',
    '第1000班班列发车。',
  ])('%s', (text) => {
    expect(told(text)).toEqual([])
  })
})

describe('the sentence around a figure', () => {
  test('较 is a word of its own in front of 高新技术', () => {
    const [claim] = claimsOf('工业增速较高新技术产业增速低1.6个百分点。')
    expect(claim).toMatchObject({
      kind: 'change_points',
      direction: 'down',
      versus: '较高新技术产业增速',
      indicator: '工业增速',
    })
  })

  test('分别 gives every figure its own subject', () => {
    expect(told('城镇和农村居民收入分别增长5%、7%。')).toEqual([
      '5% change_pct up 城镇居民收入',
      '7% change_pct up 农村居民收入',
    ])
    expect(told('工业投资、民间投资增速分别高于全市14.1和13.2个百分点。')).toEqual([
      '14.1 change_points up 工业投资增速',
      '13.2个百分点 change_points up 民间投资增速',
    ])
  })

  test('from and to are a pair', () => {
    expect(claimsOf('新能源占比由18%提高到25%。').map(({ role, direction, kind }) => [role, direction, kind])).toEqual([
      ['from', null, 'share'],
      ['to', 'up', 'share'],
    ])
  })

  test('the period runs on, a compared year does not', () => {
    const periods = claimsOf('2023年上半年产值36亿元，比2021年增长12%。其中出口9亿元；1-9月出口14亿元。').map(
      ({ period }) => period,
    )
    expect(periods).toEqual(['2023年上半年', '2023年上半年', '2023年上半年', '2023年1-9月'])
  })

  test('targets hold to the end of the sentence, what is said before does not change', () => {
    const modalities = claimsOf('上半年产值36亿元，力争全年突破80亿元，税收达到6亿元。').map(
      ({ modality }) => modality ?? 'actual',
    )
    expect(modalities).toEqual(['actual', 'target', 'target'])
  })

  test('a line that a page broke in the middle of a sentence is read on', () => {
    expect(told('规模以上工业企业增加值累计完成一百五十六亿元,同比\n\n增长20%;税收8亿元。').at(1)).toBe(
      '20% change_pct up 规模以上工业企业增加值',
    )
  })

  test('printed digits stay: 8.0 is not 8', () => {
    const [claim] = claimsOf('税收增长8.0%。')
    expect(claim?.value).toBe('8.0')
    expect(claim && labelOf(claim).value).toBe(8)
  })

  test('labels count characters, the program UTF-16 units', () => {
    const text = '🙂产值𠀀12亿元，税收8亿元。'
    const extraction = extractClaims(text)
    expect(extraction.claims.map(({ start }) => start)).toEqual([6, 13])
    expect(labelsOf(extraction).claims.map(({ start }) => start)).toEqual([4, 11])
    expect(Array.from(text).slice(4, 8).join('')).toBe('12亿元')
  })

  test('a heading names what its paragraph does not, and says that plans follow', () => {
    const claims = claimsOf('一、固定资产投资稳步增长\n同比增长8.1%。\n二、下半年重点工作\n新建学校3所。')
    expect(claims.map(({ indicator, modality }) => [indicator, modality ?? 'actual'])).toEqual([
      ['固定资产投资', 'actual'],
      ['新建学校', 'plan'],
    ])
  })

  test('full-width digits, marks that cannot be seen and Markdown signs keep their places', () => {
    const text = '完成投资**１２．６亿元**，增长3\u200F.\u200B5%。'
    expect(claimsOf(text).map((claim) => text.slice(claim.start, claim.start + claim.text.length))).toEqual([
      '１２．６亿元',
      '3\u200F.\u200B5%',
    ])
    expect(claimsOf(text).map(({ value }) => value)).toEqual(['12.6', '3.5'])
  })

  test('a rank in words is told apart from the claims', () => {
    const { claims, rankWords } = extractClaims('各项指标增速均位居全市前列。')
    expect(claims).toEqual([])
    expect(rankWords).toMatchObject([{ text: '前列', scope: '全市' }])
  })
})

const pieces = [
  '同比',
  '增长',
  '占',
  '的',
  '由',
  '提高到',
  '分别',
  '3.5%',
  '12',
  '亿元',
  '个百分点',
  '，',
  '。',
  '、',
  '（',
  '）',
  '“',
  '”',
  '第',
  '三',
  '位',
  '2024年',
  '上半年',
  '较',
  '高于',
  '全国',
  '其中',
  '万',
  '多',
  '家',
  '企业',
  '一半',
  '翻番',
  '-',
  '—',
  ':',
  '\n',
  '\u200B',
  '１',
  ' ',
  'PM2.5',
  '〔',
  '🙂',
  '目标',
  '完成',
  '至',
  '和',
  '分之',
]

describe('any text at all', () => {
  test('every claim stands where it says', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(anyText, (text) => {
        const { claims, notClaims, rankWords } = extractClaims(text)
        for (const one of [...claims, ...notClaims, ...rankWords])
          if (text.slice(one.start, one.start + one.text.length) !== one.text) return false
        return claims.every((claim, at) => claim.text.length > 0 && (claims[at - 1]?.start ?? -1) < claim.start)
      }),
      { numRuns: 1500, seed: 20180628 },
    )
  })

  test.each([
    ['digits', '1'],
    ['figures', '12.5%'],
    ['commas', '，'],
    ['open brackets', '（'],
    ['quotes', '“'],
    ['numerals', '一'],
    ['scales', '万亿'],
    ['shares', '占'],
    ['ranks', '第1位'],
    ['a list', '3、'],
    ['letters', 'a'],
    ['blanks', ' '],
    ['lines', '\n'],
    ['dashes', '-'],
    ['every', '每'],
    ['fractions', '分之'],
    ['parts', '其中'],
    ['marks that turn the text', '增长\u202E3\u200F.5%，'],
    ['lists', '分别增长5%、'],
    ['pairs', '由3提高到'],
    ['ratios', '比1:1'],
    ['a sentence', '全区产值12亿元、增长3.5%，'],
  ])('steps grow with the length: %s', (_name, piece) => {
    const steps = (length: number) => {
      let count = 0
      extractClaims(piece.repeat(Math.ceil(length / piece.length)), {
        tick: () => {
          count += 1
        },
      })
      return count
    }
    const [once, twice] = [steps(20_000), steps(40_000)]
    expect(twice).toBeLessThanOrEqual(once * 2.1 + 50)
    expect(once).toBeLessThan(20_000 * 3)
  })
})

describe('the file', () => {
  test('UTF-8 with or without mark and GB18030 are read, pictures are not', () => {
    expect(decodeDraft(new TextEncoder().encode('产值12亿元'))).toBe('产值12亿元')
    expect(decodeDraft(Uint8Array.from([0xef, 0xbb, 0xbf, 0x31]))).toBe('1')
    expect(decodeDraft(Uint8Array.from([0xb2, 0xfa, 0xd6, 0xb5]))).toBe('产值')
    expect(decodeDraft(Uint8Array.from([0x89, 0x50, 0, 0, 1]))).toBe(null)
  })
})

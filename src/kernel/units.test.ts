import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from './unit-catalogue.ts'
import { changeWords, convert, formatChange, formatQuantity, type QuantityOptions, unitOf, unitsLike } from './units.ts'

fc.configureGlobal({ seed: 2018 })

const amounts = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => new Decimal(digits.toString()).div(new Decimal(10).pow(places)))
const codes = [...catalogue.keys()]

describe('the catalogue', () => {
  test('holds every unit of the source', () => {
    const units =
      '亿元 % 万辆 家 条 个 万包 列 亿美元 万吨 万平方米 万套 套 万人 所 微克/立方米 天 位 名 人 个百分点 标箱 班 千克 千元'
    for (const code of units.split(' ')) expect(unitOf(code)).toMatchObject({ code, zh: code })
  })

  test('knows the other spellings of forms', () => {
    expect(['％', 'μg/m³', 'µg/m³', '㎡', '公斤'].map((code) => unitOf(code).code)).toEqual([
      '%',
      '微克/立方米',
      '微克/立方米',
      '平方米',
      '千克',
    ])
  })

  test.each([
    ['万平米', '万平方米'],
    ['亿圆元', '亿元'],
    ['微克每立方米', '微克/立方米'],
    ['百分点数', '个百分点'],
    ['toString', '元'],
  ])('%s is refused, with %s as the nearest', (code, suggestion) => {
    expect(() => unitOf(code)).toThrow(
      expect.objectContaining({ code: 'unit/unknown', details: expect.objectContaining({ unit: code, suggestion }) }),
    )
  })
})

describe('conversion', () => {
  test.each([
    ['6286', '万包', '亿包', '0.6286'],
    ['331', '亿元', '万元', '3310000'],
    ['157000', '吨', '万吨', '15.7'],
    ['297', '班', '列', '297'],
    ['1.2', '毫克/立方米', '微克/立方米', '1200'],
    ['3', '亩', '平方米', '2000'],
    ['1', '亿美元', '百万美元', '100'],
    ['0.5', '倍', '%', '50'],
  ])('%s %s in %s is %s', (value, from, to, converted) => {
    expect(convert(new Decimal(value), from, to).toFixed()).toBe(converted)
  })

  test.each([
    ['亿元', '亿美元'],
    ['万包', '万辆'],
    ['%', '个百分点'],
    ['箱', '标箱'],
  ])('%s never becomes %s', (from, to) => {
    expect(() => convert(new Decimal(1), from, to)).toThrow(expect.objectContaining({ code: 'unit/mismatch' }))
  })

  test('there and back is the same value', () => {
    const pairs = fc
      .constantFrom(...codes)
      .chain((from) => fc.tuple(fc.constant(from), fc.constantFrom(...unitsLike(from).map((unit) => unit.code))))
    fc.assert(
      fc.property(amounts, pairs, (value, [from, to]) => {
        const back = convert(convert(value, from, to), to, from)
        // Thirds have no last digit: 亩 in 平方米 and 分钟 in 小时 come back to 38 digits.
        expect((/亩|分钟/.test(from) ? back.toSignificantDigits(38) : back).toFixed()).toBe(value.toFixed())
      }),
      { numRuns: 500 },
    )
  })
})

describe('quantities as people write them', () => {
  test.each<[string, string, string, string, QuantityOptions?]>([
    ['6286', '万包', '6286万包', '62.86 million parcels'],
    ['331', '亿元', '331亿元', 'CNY 33.1 billion'],
    ['15.6', '亿美元', '15.6亿美元', 'USD 1.56 billion'],
    ['297', '列', '297列', '297 trains'],
    ['1', '列', '1列', '1 train'],
    ['22.6', '万辆', '22.6万辆', '226 thousand vehicles'],
    ['226000', '辆', '22.6万辆', '226 thousand vehicles'],
    ['12345', '家', '12345家', '12,345 enterprises'],
    ['12340', '家', '12340家', '12,340 enterprises'],
    ['9999', '家', '9999家', '9,999 enterprises'],
    ['10000', '万包', '1亿包', '100 million parcels'],
    ['62860000', '包', '6286万包', '62.86 million parcels'],
    ['62860001', '包', '62860001包', '62,860,001 parcels'],
    ['4886', '家', '4886家', '4,886 enterprises'],
    ['0.05', '万套', '0.05万套', '500 homes'],
    ['3.3', '万人', '3.3万人', '33 thousand people'],
    ['1', '人', '1人', '1 person'],
    ['1', '批', '1批', '1 batch'],
    ['-3.2', '亿元', '−3.2亿元', '−CNY 320 million'],
    ['0', '亿元', '0亿元', 'CNY 0'],
    ['10.5', '%', '10.5%', '10.5%'],
    ['2.3', '个百分点', '2.3个百分点', '2.3 percentage points'],
    ['35', '微克/立方米', '35微克/立方米', '35 µg/m³'],
    ['3', '位', '第3位', '3rd'],
    ['11', '位', '第11位', '11th'],
    ['22', '位', '第22位', '22nd'],
    ['12.5', '万元/列', '12.5万元/列', 'CNY 125 thousand per train'],
    ['4.56', '', '4.56', '4.56'],
    ['6286.4', '万包', '6286万包', '62.86 million parcels', { places: 0 }],
    ['330', '亿元', '330亿元', 'CNY 33.0 billion', { places: 0 }],
    ['15.6', '亿美元', '15.60亿美元', 'USD 1.560 billion', { places: 2 }],
    ['120000', '元', '120000.00元', 'CNY 120,000.00', { places: 2 }],
    ['0.25', '%', '0.2%', '0.2%', { places: 1 }],
    ['0.25', '%', '0.3%', '0.3%', { places: 1, mode: 'half-up' }],
    ['12345.4', '家', '12345家', '12,345 enterprises', { places: 0 }],
  ])('%s %s is %s and %s', (value, unit, zh, en, options) => {
    expect(formatQuantity(value, unit, 'zh', options)).toBe(zh)
    expect(formatQuantity(value, unit, 'en', options)).toBe(en)
  })

  test('the Chinese form says the exact value in whatever unit it chose', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...codes.filter((code) => code !== '位')), (value, code) => {
        const [, number = '', unit = ''] = /^(−?[\d.]+)(.*)$/.exec(formatQuantity(value, code, 'zh')) ?? []
        expect(convert(new Decimal(number.replace('−', '-')), unit, code).toFixed()).toBe(value.toFixed())
      }),
      { numRuns: 500 },
    )
  })

  test('the English form of money says the exact value', () => {
    const powers: Record<string, number> = { thousand: 3, million: 6, billion: 9, trillion: 12 }
    fc.assert(
      fc.property(amounts, fc.constantFrom('元', '万元', '亿元'), (value, code) => {
        const printed = formatQuantity(value, code, 'en')
        const [, minus, number = '', scale] = /^(−?)CNY ([\d,.]+)(?: (\w+))?$/.exec(printed) ?? []
        const said = new Decimal(`${minus ? '-' : ''}${number.replaceAll(',', '')}`)
        expect(said.times(new Decimal(10).pow(powers[scale ?? ''] ?? 0)).toFixed()).toBe(
          convert(value, code, '元').toFixed(),
        )
      }),
    )
  })
})

describe('changes', () => {
  test.each([
    ['10', '%', '增长10%', 'up 10%', '+10%'],
    ['-14.2', '%', '下降14.2%', 'down 14.2%', '−14.2%'],
    ['0', '%', '持平', 'unchanged', '0%'],
    ['-0.0', '%', '持平', 'unchanged', '0%'],
    ['2.3', '个百分点', '提高2.3个百分点', 'up 2.3 percentage points', '+2.3 percentage points'],
    ['6', '天', '增加6天', 'up 6 days', '+6 days'],
    ['-1.5', '亿元', '减少1.5亿元', 'down CNY 150 million', '−CNY 150 million'],
    ['-3', '微克/立方米', '下降3微克/立方米', 'down 3 µg/m³', '−3 µg/m³'],
    ['-1', '位', '上升1位', 'up 1 place', '+1 place'],
    ['2', '位', '下降2位', 'down 2 places', '−2 places'],
  ])('%s %s is %s, %s, %s', (value, unit, zh, en, sign) => {
    expect(formatChange(value, unit, 'zh')).toBe(zh)
    expect(formatChange(value, unit, 'en')).toBe(en)
    expect(formatChange(value, unit, 'en', 'sign')).toBe(sign)
  })

  test('other words can be given', () => {
    const words = { up: '恶化', down: '改善', flat: '持平' }
    expect(changeWords('-14.2', '%', 'zh', words)).toEqual({ direction: 'down', word: '改善', text: '改善14.2%' })
  })

  test('a word never meets a sign', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom(...codes),
        fc.constantFrom('zh' as const, 'en' as const),
        (value, unit, locale) => {
          expect(changeWords(value.toFixed(), unit, locale).text).not.toMatch(/[-−+][\d.]/)
        },
      ),
    )
  })
})

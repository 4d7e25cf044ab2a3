import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, scaled, valuesOf } from './list-cells.ts'
import { columnOf, columnsOf, headsContainers, labelOf } from './list-headings.ts'

describe('headings', () => {
  test.each([
    ['箱号', { name: 'container' }],
    ['集装箱号*', { name: 'container' }],
    ['Container No.', { name: 'container' }],
    ['毛重（吨）', { name: 'weight', factor: '1' }],
    ['毛重(千克)', { name: 'weight', factor: '0.001' }],
    ['重量/公斤', { name: 'weight', factor: '0.001' }],
    ['Gross weight (kg)', { name: 'weight', factor: '0.001' }],
    ['Gross Weight, KGS', { name: 'weight', factor: '0.001' }],
    ['货值(美元)', { name: 'value', factor: '1' }],
    ['货值（万美元）', { name: 'value', factor: '10000' }],
    ['货物价值/万美元', { name: 'value', factor: '10000' }],
    ['Value (USD)', { name: 'value', factor: '1' }],
    ['货值(欧元)', { name: 'amount', currency: 'EUR', factor: '1' }],
    ['货值(万元)', { name: 'amount', currency: 'CNY', factor: '10000' }],
    ['货值(原币)', { name: 'amount' }],
    ['金额(美元)', { name: 'value' }],
    ['空/重', { name: 'load' }],
    ['HS编码', { name: 'hs' }],
    ['线路', { name: 'route' }],
    ['出境口岸', { name: 'borderPort' }],
  ])('%s', (heading, column) => expect(columnOf(heading, 3)).toMatchObject({ place: 3, ...column }))

  test.each(['', '铅封号', '备注', '序号'])('%s fills no column', (heading) =>
    expect(columnOf(heading, 0)).toBeUndefined(),
  )

  test('the first of two that say the same counts', () => {
    expect(columnsOf(['毛重(吨)', '重量(千克)'])).toEqual([{ name: 'weight', place: 0, factor: '1' }])
  })

  test('a row heads containers when it names their numbers and something to count', () => {
    expect(headsContainers(['序号', '箱号', '毛重(吨)'])).toBe(true)
    expect(headsContainers(['箱号', '备注'])).toBe(false)
    expect(headsContainers(['车次', '毛重(吨)'])).toBe(false)
  })

  test.each([
    ['车次', 'trainNumber'],
    ['发车日期', 'departedOn'],
    ['Border port', 'borderPort'],
    ['箱号', undefined],
    ['制表人', undefined],
  ])('the label %s', (label, name) => expect(labelOf(label)).toBe(name))
})

describe('cells', () => {
  test.each([
    ['2018-06-28', '2018-06-28'],
    ['2018/6/28', '2018-06-28'],
    ['2018.6.28', '2018-06-28'],
    ['2018年6月28日', '2018-06-28'],
    ['2018年6月28日 08:30', '2018-06-28'],
    ['20180628', '2018-06-28'],
    ['43279', '2018-06-28'],
    ['43279.5', '2018-06-28'],
    ['２０１８－０６－２８', '2018-06-28'],
    ['2018-02-30', '2018-02-30'],
    ['六月二十八', '六月二十八'],
    ['8203', '8203'],
  ])('the day %s', (cell, day) => expect(dayOf(cell)).toBe(day))

  test('the serial of every day of half a century is that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 36_526, max: 54_788 }), (serial) => {
        const day = dayOf(String(serial))
        expect(Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569).toBe(serial)
      }),
      { seed: 1900 },
    )
  })

  test('kilograms are tonnes without a loss, whatever parts the thousands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (kilograms) => {
        const written = kilograms.toLocaleString('en-US')
        expect(new Decimal(scaled(written, '0.001', 3)).times(1000).toFixed()).toBe(String(kilograms))
      }),
      { seed: 1000 },
    )
  })

  test.each(['', '约12', '-', '12t', '=A1'])('what is no number stays as it is: %s', (cell) =>
    expect(scaled(cell, '0.001', 3)).toBe(cell),
  )

  const columns = columnsOf(['箱号', '箱型', '空重', '毛重(吨)', '货值(原币)', '币种', '汇率', 'HS', '方向'])
  test.each([
    [['qzgu 123456-9', '40HQ', 'F'], { container: 'QZGU1234569', teu: '2', load: '重' }],
    [['', '22G1', 'MTY'], { teu: '1', load: '空', weight: '0', value: '0' }],
    [['', '高箱', '', '12'], { load: '重' }],
    [['', '', '', '0'], { load: '空', value: '0' }],
    [['', '', '重', '12', '1000', '欧元', '1.1655'], { currency: 'EUR', value: '1165.5' }],
    [['', '', '重', '12', '1000', 'usd'], { currency: 'USD', value: '1000' }],
    [['', '', '重', '12', '1000', 'XXQ'], { currency: 'XXQ' }],
    [['', '', '重', '12', '', '', '', '8517.62.90'], { hs: '85' }],
    [['', '', '重', '12', '', '', '', '7'], { hs: '07' }],
    [['', '', '重', '12', '', '', '', '', '返程'], { direction: '回程' }],
  ])('%j says %j', (cells, values) => expect(valuesOf(cells, columns, {})).toMatchObject(values))

  test('a value that nothing tells is not made up', () => {
    expect(valuesOf(['', '', '重', '12', '1000', 'EUR'], columns, {})['value']).toBeUndefined()
    expect(valuesOf(['', '高箱', '重', '12'], columns, {})['teu']).toBeUndefined()
  })
})

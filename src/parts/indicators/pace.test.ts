import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundOnce } from '#kernel/decimal.ts'
import { parsePeriod } from '#kernel/period.ts'
import { PACE_RULE, paceOf, type TargetToPace } from './pace.ts'

const printed = (value: Decimal | null) => (value ? roundOnce(value, { places: 1, mode: 'half-up' }).toFixed(1) : null)

function pace(over: Partial<Omit<TargetToPace, 'period'>> & { period?: string }) {
  const { period, ...rest } = over
  return paceOf({
    target: new Decimal(100),
    operator: '>=',
    actual: new Decimal(50),
    on: '2018-06-30',
    through: '2018-06-30',
    seasonalShare: null,
    outlook: null,
    ...rest,
    period: parsePeriod(period ?? '2018'),
  })
}

describe('the half-year of 2018: one target ahead, five behind', () => {
  test.each([
    ['auto.output', '>', '1000', '335', '2018-06-30', '33.5', '49.6', '-16.1', 'behind'],
    ['logistics.revenue', '>', '1000', '439', '2018-06-30', '43.9', '49.6', '-5.7', 'behind'],
    ['equipment.output', '>', '500', '160', '2018-06-30', '32.0', '49.6', '-17.6', 'behind'],
    ['parcels.count', '>', '10000', '6286', '2018-06-30', '62.9', '49.6', '13.3', 'ahead'],
    ['parcels.value', '>=', '130', '49.4', '2018-06-30', '38.0', '49.6', '-11.6', 'behind'],
    ['trains.count', '>=', '650', '297', '2018-06-28', '45.7', '49.0', '-3.3', 'behind'],
  ] as const)('%s', (_, operator, target, actual, through, completion, calendar, gap, status) => {
    const found = pace({ operator, target: new Decimal(target), actual: new Decimal(actual), through })
    expect(printed(found.completion)).toBe(completion)
    expect(printed(found.calendar)).toBe(calendar)
    expect(printed(found.gap)).toBe(gap)
    expect(found.status).toBe(status)
    expect(found.day).toBe(through)
    expect(found.rule).toBe(PACE_RULE.code)
  })

  test('and the pace asked on 28 June does not look past it', () => {
    const found = pace({ on: '2018-06-28', through: '2018-06-30' })
    expect(found.day).toBe('2018-06-28')
    expect(printed(found.calendar)).toBe('49.0')
  })
})

describe('status', () => {
  test.each([
    ['one point over is ahead', { actual: new Decimal('50.6'), seasonalShare: null }, 'ahead'],
    ['under a point over is on time', { actual: new Decimal('50.5') }, 'on'],
    ['under a point short is on time', { actual: new Decimal('48.6') }, 'on'],
    ['more than a point short is behind', { actual: new Decimal('48.5') }, 'behind'],
    ['a target reached early is met', { actual: new Decimal('100') }, 'met'],
    ['"more than" is not met by as much', { actual: new Decimal('100'), operator: '>' }, 'ahead'],
    [
      'short when the year is over is behind, however near',
      { actual: new Decimal('99.9'), through: '2018-12-31', on: '2019-03-01' },
      'behind',
    ],
    ['no value is unknown', { actual: null }, 'unknown'],
    ['no records are unknown', { through: null }, 'unknown'],
    ['records that stop before the period are unknown', { period: '2018-H2', actual: new Decimal(0) }, 'unknown'],
    ['a target of nothing cannot be paced', { target: new Decimal(0), actual: new Decimal('-1') }, 'unknown'],
    ['a ceiling spent slower than the calendar is ahead', { operator: '<=', actual: new Decimal('40') }, 'ahead'],
    ['a ceiling spent faster is behind', { operator: '<=', actual: new Decimal('60') }, 'behind'],
    ['a ceiling broken is behind', { operator: '<', actual: new Decimal('100') }, 'behind'],
    [
      'a ceiling kept to the end is met',
      { operator: '<', actual: new Decimal('99'), on: '2018-12-31', through: '2018-12-31' },
      'met',
    ],
    ['a level that holds is on time', { operator: '<=', actual: new Decimal('90'), accumulates: false }, 'on'],
    ['a level that does not is behind', { operator: '<=', actual: new Decimal('101'), accumulates: false }, 'behind'],
  ] as const)('%s', (_, over, status) => {
    expect(pace(over).status).toBe(status)
  })

  test('the season has its own word beside the official one', () => {
    const seasonalShare = {
      share: new Decimal('0.45'),
      spread: new Decimal('0.02'),
      years: [2015, 2016, 2017],
      months: 36,
    }
    const found = pace({ actual: new Decimal(47), seasonalShare })
    expect([found.status, found.seasonalStatus]).toEqual(['behind', 'ahead'])
    expect([printed(found.seasonal), printed(found.seasonalGap)]).toEqual(['45.0', '2.0'])
  })
})

describe('run rates', () => {
  test('what is left, by the months and days left', () => {
    const found = pace({ target: new Decimal(650), actual: new Decimal(297), through: '2018-06-28' })
    expect(found.runRateNeeded?.perMonth.toFixed(2)).toBe('58.19') // 353 over 6 months and 2 of June's 30 days
    expect(found.runRateNeeded?.perDay.toFixed(2)).toBe('1.90') // 353 over 186 days
    expect(found.runRateSoFar?.perMonth.toFixed(2)).toBe('50.06') // 297 over 5 months and 28 of June's 30 days
    expect(found.runRateSoFar?.perDay.toFixed(2)).toBe('1.66') // 297 over 179 days
  })

  test('none is needed once met, and there is none when no day is left', () => {
    expect(pace({ actual: new Decimal(120) }).runRateNeeded?.perDay.toFixed()).toBe('0')
    expect(pace({ on: '2019-01-01', through: '2018-12-31' }).runRateNeeded).toBeNull()
  })
})

test('more reached is never a worse pace', () => {
  const order = ['behind', 'on', 'ahead', 'met']
  const amount = fc.integer({ min: 0, max: 2000 })
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2018-06-${String(date).padStart(2, '0')}`)
  fc.assert(
    fc.property(amount, amount, day, fc.constantFrom('>' as const, '>=' as const), (a, b, through, operator) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)].map((actual) =>
        pace({ target: new Decimal(1000), actual: new Decimal(actual), through, operator }),
      )
      expect(more!.completion!.gte(less!.completion!)).toBe(true)
      expect(more!.gap!.gte(less!.gap!)).toBe(true)
      expect(order.indexOf(more!.status)).toBeGreaterThanOrEqual(order.indexOf(less!.status))
    }),
    { seed: 2018 },
  )
})

import { describe, expect, test } from 'vitest'
import { alarmsOf, type CurveMonth, curveOf } from './curves.ts'
import { slipOf } from './slips.ts'

const month = (name: string, told: Partial<CurveMonth> = {}): CurveMonth => ({
  ...{
    month: name,
    plannedPercent: null,
    actualPercent: null,
    planned: null,
    invested: null,
    paid: null,
    entered: null,
  },
  ...told,
})
const limits = { paidBeyondPhysical: '15', enteredBeyondPaid: '10' }

describe('the two curves', () => {
  test('money is summed in the order of months; a month that tells nothing has no point', () => {
    const curve = curveOf(
      [month('2018-03', { invested: '30.1' }), month('2018-01', { invested: '10.2' }), month('2018-02')],
      [{ month: '2018-02', percent: '12' }],
    )
    expect(curve.map(({ investedMoney }) => investedMoney)).toEqual(['10.2', null, '40.3'])
    expect(curve.map(({ baselinePercent }) => baselinePercent)).toEqual([null, '12', null])
  })

  test.each([
    ['24', '389', '480', []],
    ['24', '390', null, ['paid-beyond-physical']],
    ['24', '390', '490', ['paid-beyond-physical', 'entered-beyond-paid']],
    ['40', '300', '399', []],
    ['40', '300', '400', ['entered-beyond-paid']],
  ])('of 1,000: %s%% done, %s paid, %s entered: %j', (actualPercent, paid, entered, kinds) => {
    const curve = curveOf([month('2018-06', { actualPercent, paid, entered })], [])
    expect(alarmsOf(curve, '1000', limits).map(({ kind }) => kind)).toEqual(kinds)
  })

  test('without an investment there is nothing to hold money against', () => {
    const curve = curveOf([month('2018-06', { actualPercent: '0', paid: '900' })], [])
    expect([alarmsOf(curve, null, limits), alarmsOf(curve, '0', limits)]).toEqual([[], []])
  })
})

describe('the slip of a milestone', () => {
  const baseline = { first: '2018-07-31', current: '2018-08-31' }
  test.each([
    [
      'expected',
      { metOn: null, expectedOn: '2018-09-28', dueOn: '2018-08-31', baseline, lastMonth: '2018-09-10' },
      [59, 28, 18],
    ],
    [
      'met early',
      { metOn: '2018-07-29', expectedOn: null, dueOn: null, baseline, lastMonth: '2018-08-31' },
      [-2, -33, -33],
    ],
    ['only due', { metOn: null, expectedOn: null, dueOn: '2018-08-31', baseline, lastMonth: null }, [31, 0, null]],
    [
      'no baseline',
      {
        metOn: null,
        expectedOn: '2018-09-01',
        dueOn: '2018-08-31',
        baseline: { first: null, current: null },
        lastMonth: null,
      },
      [null, null, null],
    ],
    [
      'not met on its day',
      {
        metOn: null,
        expectedOn: null,
        dueOn: '2018-05-31',
        baseline: { first: '2018-05-20', current: '2018-05-31' },
        lastMonth: '2018-05-31',
      },
      [41, 30, 30],
    ],
  ])('%s', (_, days, [first, current, lastMonth]) => {
    expect(slipOf({ today: '2018-06-30', ...days })).toEqual({ first, current, lastMonth })
  })
})

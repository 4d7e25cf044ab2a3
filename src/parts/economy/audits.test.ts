import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePeriod } from '#kernel/period.ts'
import type { Cell, Past } from './audit-subject.ts'
import { type AuditAsked, auditOf, isReasonEnough } from './audits.ts'
import { type FormDeclaration, readForm } from './declaration.ts'
import { periodFor, spanOf } from './periods.ts'

const zone = path.resolve(import.meta.dirname, '../../../zones/zhengzhou-2018')
const sinceOpening = path.resolve('tests/world/counted-since-opening')
const formOf = (code: string, folder = zone) =>
  readForm(readFileSync(path.join(folder, `forms/${code}.yaml`), 'utf8'), `${code}.yaml`)
const headline = formOf('headline')
const cell = (value: string | null, base: string | null = null, growth: string | null = null): Cell => ({
  value,
  base,
  growth,
})

interface Filed {
  period: string
  cells: Map<string, Cell>
}

/** The demonstration's submissions of a form, earliest first. */
function filedOf(form: FormDeclaration): Filed[] {
  const folder = form.code === 'ftz' ? sinceOpening : zone
  const text = readFileSync(path.join(folder, `submissions/${form.code}.csv`), 'utf8')
  const rows = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
  return [...Map.groupBy(rows, ([period]) => period!)].map(([period, found]) => ({
    period,
    cells: new Map(found.map(([, , item, ...digits]) => [item!, cellOf(digits)])),
  }))
}

const cellOf = ([value, base, growth]: (string | undefined)[]) =>
  cell(value || null, base || null, growth?.trim() || null)

/** What the audit is asked of a period, with everything filed before it as history. */
function asked(form: FormDeclaration, period: string, cells: ReadonlyMap<string, Cell>): AuditAsked {
  const end = periodFor(form, period, 'history').end
  const past = new Map<string, Past[]>()
  for (const one of filedOf(form)) {
    const span = spanOf(form, parsePeriod(one.period))
    if (span.end >= end) continue
    for (const [item, told] of one.cells)
      past.set(item, [...(past.get(item) ?? []), { ...told, ...span, period: one.period }])
  }
  return { form, period: parsePeriod(period), cells, past, elsewhere: new Map() }
}

const june = new Map([
  ['gdp', cell('331', '292.37', '10')],
  ['industry.value-added', cell('190', '161.85', '15')],
  ['investment.fixed', cell('156', '130', '20')],
  ['retail.sales', cell('125', '95.06', '31.5')],
  ['revenue.public-budget', cell('35.6', '30.48', '16.8')],
  ['revenue.fiscal', cell('144.7', '114.93', '25.9')],
])
const found = (changes: [string, Cell][]) =>
  auditOf(asked(headline, '2018-06', new Map([...june, ...changes]))).map((one) => [
    one.class,
    one.code,
    one.item,
    one.place,
  ])

describe('the audit of a headline submission', () => {
  test('the figures of the half-year pass, rates at comparable prices and the base at comparable scope included', () => {
    expect(found([])).toEqual([])
  })

  test.each<[string, [string, Cell][], string[][]]>([
    [
      'a missing level',
      [['retail.sales', cell(null, '95.06', '31.5')]],
      [['A', 'value-missing', 'retail.sales', 'value']],
    ],
    ['a missing base', [['retail.sales', cell('125', null, '31.5')]], [['A', 'base-missing', 'retail.sales', 'base']]],
    ['a missing growth', [['gdp', cell('331', '292.37', null)]], [['A', 'growth-missing', 'gdp', 'growth']]],
    ['a third decimal', [['gdp', cell('331.123', '292.37', '10')]], [['A', 'digits-unfit', 'gdp', 'value']]],
    ['a negative level', [['gdp', cell('-331', '292.37', '10')]], [['A', 'negative', 'gdp', 'value']]],
    [
      'growth that follows from nothing',
      [['retail.sales', cell('125', '95.06', '13.5')]],
      [['B', 'growth-disagrees', 'retail.sales', 'growth']],
    ],
    [
      "growth worked out from last year's published level",
      [['investment.fixed', cell('156', '130', '13.5')]],
      [['B', 'growth-from-published', 'investment.fixed', 'growth']],
    ],
    [
      'a base that is not the published one',
      [['retail.sales', cell('125', '95.5', '30.9')]],
      [['B', 'base-not-published', 'retail.sales', 'base']],
    ],
    [
      '万元 for 亿元',
      [['revenue.fiscal', cell('1447000', '114.93', '25.9')]],
      [['A', 'unit-slip', 'revenue.fiscal', 'value']],
    ],
    [
      '元 for 亿元',
      [['revenue.fiscal', cell('14470000000', '114.93', '25.9')]],
      [['A', 'unit-slip', 'revenue.fiscal', 'value']],
    ],
    [
      'a cumulative below the last',
      [['retail.sales', cell('101', '95.06', '6.2')]],
      [
        ['B', 'cumulative-fell', 'retail.sales', 'value'],
        ['C', 'level-unusual', 'retail.sales', 'value'],
      ],
    ],
    [
      'a jump the unit never had',
      [['retail.sales', cell('180', '95.06', '89.4')]],
      [['C', 'level-unusual', 'retail.sales', 'value']],
    ],
    [
      'unchanged since May',
      [['revenue.public-budget', cell('28.74', '30.48', '-5.7')]],
      [
        ['C', 'level-unusual', 'revenue.public-budget', 'value'],
        ['D', 'same-as-last', 'revenue.public-budget', 'value'],
      ],
    ],
    [
      'fiscal revenue below the public budget',
      [
        ['revenue.public-budget', cell('144.7', '30.48', '374.7')],
        ['revenue.fiscal', cell('135.6', '114.93', '18')],
      ],
      [
        ['C', 'level-unusual', 'revenue.public-budget', 'value'],
        ['A', 'fiscal-covers-budget', 'revenue.fiscal', 'value'],
      ],
    ],
  ])('%s', (_name, changes, expected) => {
    expect(found(changes).filter(([, , item]) => changes.some(([changed]) => changed === item))).toEqual(expected)
  })

  test('the words carry the figures and name the likely unit', () => {
    const [finding] = auditOf(
      asked(headline, '2018-06', new Map([...june, ['revenue.fiscal', cell('1447000', '114.93', '25.9')]])),
    )
    expect(finding?.problem.zh).toBe(
      '财政收入填了 1447000亿元，与参照数 114.93亿元 相差约 10 的 4 次方：像是按万元填的。',
    )
    expect(finding?.problem.en).not.toMatch(/[{}]/)
  })

  test.each([
    ['125', '95.06', '13.5', '按两数应为 31.5。', 'that gives 31.5.'],
    ['1.25', '0.95', '50', '按两数应在 30.4 到 32.8 之间。', 'that gives 30.4 to 32.8.'],
  ])('%s over %s is said as one figure when both ends print alike', (value, base, growth, zh, en) => {
    const findings = auditOf(
      asked(headline, '2018-06', new Map([...june, ['retail.sales', cell(value, base, growth)]])),
    )
    const finding = findings.find((one) => one.code === 'growth-disagrees')
    expect(finding?.problem.zh).toContain(zh)
    expect(finding?.problem.en).toContain(en)
  })

  test('an item of other months is not asked for', () => {
    const may = filedOf(headline).find(({ period }) => period === '2018-05')!
    expect(may.cells.has('gdp')).toBe(false)
    expect(auditOf(asked(headline, '2018-05', may.cells))).toEqual([])
  })
})

describe('the audit of the other forms', () => {
  test('a cumulative count may not fall', () => {
    const ftz = formOf('ftz', sinceOpening)
    const cells = new Map([
      ['ftz.enterprises', cell('4400')],
      ['ftz.capital', cell('310')],
      ['ftz.reforms', cell('40')],
      ['ftz.innovations', cell('8')],
    ])
    expect(auditOf(asked(ftz, '2018-06', cells)).map((one) => [one.class, one.code])).toEqual([
      ['A', 'cumulative-fell'],
    ])
  })

  test('days grow by days, not by percent', () => {
    const air = formOf('air')
    const cells = (growth: string) =>
      new Map([
        ['air.pm10.mean', cell(null, null, '-14.2')],
        ['air.pm25.mean', cell(null, null, '-15.7')],
        ['air.good-days', cell('59', '53', growth)],
        ['air.composite-index.rank', cell('3')],
      ])
    const codes = (growth: string) => auditOf(asked(air, '2018-01-01/2018-06-25', cells(growth))).map((one) => one.code)
    expect(codes('6')).toEqual([])
    expect(codes('11')).toEqual(['growth-disagrees'])
  })

  test('a rule over items of another form is judged by what that form told', () => {
    const homes = formOf('homes')
    const form: FormDeclaration = {
      ...homes,
      audits: [
        {
          ...{ code: 'less-than-all', class: 'C', rule: 'item("homes.investment") <= item("investment.fixed")' },
          ...{ problem: { zh: '大于全部投资', en: 'above all investment' }, cure: { zh: '核对', en: 'check' } },
        },
      ],
    }
    const cells = filedOf(homes).at(-1)!.cells
    const by = (digits: string) => {
      const value = { lo: new Decimal(digits), hi: new Decimal(digits) }
      const elsewhere = new Map([['investment.fixed', { value, base: null, digits }]])
      return auditOf({ ...asked(form, '2018-H1', cells), elsewhere }).map((one) => one.code)
    }
    expect(by('156')).toEqual([])
    expect(by('9.1')).toEqual(['less-than-all'])
  })
})

test.each(['headline', 'logistics', 'homes', 'construction', 'education', 'air', 'people', 'integrity'])(
  'what the demonstration filed as %s can be submitted as it is',
  (code) => {
    const form = formOf(code)
    const findings = filedOf(form).flatMap(({ period, cells }) =>
      auditOf(asked(form, period, cells)).map((one) => `${period} ${one.class} ${one.problem.zh}`),
    )
    expect(findings.filter((words) => !/ D /.test(words))).toEqual([])
  },
)

test('a reason of class C has six characters, blanks not counted', () => {
  expect(isReasonEnough('C', '情况属实')).toBe(false)
  expect(isReasonEnough('C', '情 况 属 实')).toBe(false)
  expect(isReasonEnough('C', '新建项目投产')).toBe(true)
  expect(isReasonEnough('B', '属实')).toBe(true)
  expect(isReasonEnough('B', ' \n')).toBe(false)
})

test('growth that was rounded from two printed levels never disagrees with them', () => {
  const level = fc.integer({ min: 100, max: 9_999_999 })
  fc.assert(
    fc.property(level, level, (now, before) => {
      const growth = ((now / before - 1) * 100).toFixed(1)
      const cells = new Map([['retail.sales', cell((now / 100).toFixed(2), (before / 100).toFixed(2), growth)]])
      const form = {
        ...headline,
        items: headline.items.filter(({ code: item }) => item === 'retail.sales'),
        audits: [],
      }
      const codes = auditOf({ ...asked(form, '2018-06', cells), past: new Map() }).map((one) => one.code)
      expect(codes).not.toContain('growth-disagrees')
    }),
    { seed: 20180630 },
  )
})

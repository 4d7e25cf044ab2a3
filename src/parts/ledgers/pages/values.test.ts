import { expect, test } from 'vitest'
import type { LedgerColumn } from './reply-types.ts'
import { changedColumns, grouped, printValue, rowName } from './values.ts'

const column = (name: string, said: Partial<LedgerColumn>): LedgerColumn => ({
  name,
  kind: 'text',
  words: { zh: name, en: name },
  heading: name,
  headings: [],
  optional: false,
  unit: null,
  choices: null,
  places: null,
  min: null,
  max: null,
  longest: null,
  note: null,
  ...said,
})
const weight = column('weight', { kind: 'decimal', unit: '吨' })
const mode = column('mode', {
  kind: 'choice',
  choices: [
    { code: '9610', words: { zh: '跨境贸易', en: 'retail' } },
    { code: 'import', words: { zh: '进口', en: 'import' } },
  ],
})

test.each([
  ['5250000.5', '5,250,000.5'],
  ['0.125', '0.125'],
  ['-1234567', '-1,234,567'],
  ['999', '999'],
  ['12345678901234567890', '12,345,678,901,234,567,890'],
])('%s is printed %s, with as many digits as the record has', (digits, printed) => {
  expect(grouped(digits)).toBe(printed)
})

test.each([
  [weight, '1549.08', '1,549.08'],
  [weight, null, null],
  [mode, '9610', '9610 跨境贸易'],
  [mode, 'import', '进口'],
  [mode, 'unheard-of', 'unheard-of'],
  [column('unit', { kind: 'unit' }), 'PORT', '口岸与开放办公室'],
])('a %o of %s reads %s', (one, value, printed) => {
  expect(printValue(one, value, 'zh', new Map([['PORT', { zh: '口岸与开放办公室', en: 'Ports' }]]))).toBe(printed)
})

test('a row is named by its key, in the order of the key', () => {
  const ledger = { columns: [weight, mode, column('day', { kind: 'day' })], key: ['day', 'mode'] }
  expect(rowName(ledger, { values: { day: '2018-06-01', mode: 'import', weight: '1' } }, 'zh')).toBe(
    '2018-06-01 · 进口',
  )
})

test('a value that came or went is a change; a column that neither has is not', () => {
  const columns = [weight, mode, column('route', {})]
  const before = { values: { weight: '1', mode: null } }
  const after = { values: { weight: '1', mode: 'import', route: null } }
  expect(changedColumns(columns, before, after).map(({ name }) => name)).toEqual(['mode'])
})

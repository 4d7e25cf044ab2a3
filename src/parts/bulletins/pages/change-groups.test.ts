import { expect, test } from 'vitest'
import type { CauseShown, ChangeShown } from '../shapes.ts'
import { causeWords } from './bulletin-words.ts'
import { groupedByIndicator } from './change-groups.ts'

const cause: CauseShown = {
  ...{ title: '页面更正', by: '', at: '2018-07-02T01:30:00.000Z', path: '/batches/7', unit: '列' },
  ...{ deed: 'entered', rows: 1, corrected: 1, added: '0', was: null, now: null },
}
const change = (place: number, indicator: string | null): ChangeShown => ({
  ...{ places: [place], indicator, name: null, period: '2018-H1', was: '1', now: '2', causes: [cause] },
})

test('one indicator is told once, with a shared cause once, in the order of the document', () => {
  const groups = groupedByIndicator([change(1, 'gdp'), change(2, 'trains.count'), change(5, 'gdp')])
  expect(
    groups.map(({ key, changes, causes }) => [key, changes.map(({ places }) => places[0]), causes.length]),
  ).toEqual([
    ['gdp', [1, 5], 1],
    ['trains.count', [2], 1],
  ])
})

test.each<[Partial<CauseShown>, string, string]>([
  [{}, '{rows} 行更正', '{rows} row corrected'],
  [{ rows: 3, corrected: 0 }, '新增 {rows} 行', '{rows} new rows'],
  [{ rows: 3, corrected: 1 }, '新增 {entered} 行，更正 {corrected} 行', '{entered} new, {corrected} corrected'],
  [{ deed: 'withdrawn', rows: 2, corrected: 0 }, '撤回 {rows} 行', '{rows} rows withdrawn'],
  [{ deed: 'reported' }, '重新报送', 'Handed in anew'],
])('%j is said %s', (told, zh, en) => {
  expect(causeWords({ ...cause, ...told })).toEqual({ zh, en })
})

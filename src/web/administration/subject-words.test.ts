import { expect, test } from 'vitest'
import { subjectOf } from './subject-words.ts'

test.each([
  ['batch:17', '17', undefined, '/batches/17'],
  ['submission:headline/STAT/2018-06', 'headline 2018-06', 'STAT', '/forms/headline/STAT/2018-06'],
  [
    'submission:air/ENV/2018-01-01/2018-06-25',
    'air 2018-01-01/2018-06-25',
    'ENV',
    '/forms/air/ENV/2018-01-01%2F2018-06-25',
  ],
  ['unit:OFFICE-5', '', 'OFFICE-5', '/units?unit=OFFICE-5'],
  ['account:王一&x', '王一&x', undefined, '/admin?q=%E7%8E%8B%E4%B8%80%26x'],
  ['target:gdp 2018', 'gdp 2018', undefined, '/figures/gdp'],
  ['indicators', '', undefined, '/figures'],
  ['day:2018-07-02', '2018-07-02', undefined, undefined],
])('%s leads to its page', (subject, which, unit, path) => {
  const found = subjectOf(subject)
  expect([found?.which, found?.unit, found?.to?.path]).toEqual([which, unit, path])
})

test('an unknown kind is left as it is written', () => {
  expect(subjectOf('comet:67P')).toBeNull()
})

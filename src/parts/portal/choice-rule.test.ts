import { describe, expect, test } from 'vitest'
import { isBulletinOpen, isReleased } from './choice-rule.ts'

const june = { start: '2018-06-01', end: '2018-06-30' }
const terms = { since: '2018-01-01', release: 'ended', delayDays: 0 } as const

describe('a period is out', () => {
  test.each([
    ['on the day that its last day is over', terms, '2018-06-30', null, true],
    ['not while its last day runs', terms, '2018-06-29', null, false],
    ['not before its delay has gone by', { ...terms, delayDays: 15 }, '2018-07-14', null, false],
    ['once its delay has gone by', { ...terms, delayDays: 15 }, '2018-07-15', null, true],
    ['not where it began before the first day shown', { ...terms, since: '2018-06-02' }, '2018-12-31', null, false],
    ['with its bulletin', { ...terms, release: 'issued' as const }, '2018-07-01', '2018-06-30', true],
    ['not with the bulletin before', { ...terms, release: 'issued' as const }, '2018-07-01', '2018-05-31', false],
    ['not without any bulletin', { ...terms, release: 'issued' as const }, '2018-07-01', null, false],
    [
      'not with its bulletin before it is over',
      { ...terms, release: 'issued' as const },
      '2018-06-29',
      '2018-06-30',
      false,
    ],
  ])('%s', (_name, rule, through, issuedThrough, out) => {
    expect(isReleased(june, rule, { through, issuedThrough })).toBe(out)
  })
})

test('a bulletin is open by a choice about itself, else, of the whole zone, by one about its template', () => {
  const bulletin = { id: 3, template: 'half-year', area: 'ZONE' }
  const isOpen = (...list: [string, boolean][]) =>
    isBulletinOpen(bulletin, new Map(list.map(([key, open]) => [key, { open }])), 'ZONE')
  expect(isOpen()).toBe(false)
  expect(isOpen(['template half-year', true])).toBe(true)
  expect(isOpen(['template monthly', true])).toBe(false)
  expect(isOpen(['template half-year', true], ['bulletin 3', false])).toBe(false)
  expect(isOpen(['bulletin 3', true])).toBe(true)
  const choices = new Map([['template half-year', { open: true }]])
  expect(isBulletinOpen({ ...bulletin, area: 'PORT' }, choices, 'ZONE')).toBe(false)
})

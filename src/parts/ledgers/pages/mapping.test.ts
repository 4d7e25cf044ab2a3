import { expect, test } from 'vitest'
import { columnsMissing, columnsTwice, mappingGuessed, needsMapping, sentMapping } from './mapping.ts'
import type { HeadingFound } from './reply-types.ts'

const heading = (text: string, found: Partial<HeadingFound>): HeadingFound => ({
  heading: text,
  column: null,
  how: 'unknown',
  ...found,
})
const known = heading('车次', { column: 'trainNumber', how: 'known' })
const guessed = heading('货物总重', { guess: 'weight' })
const foreign = heading('经办人', {})
const ours = heading('原因', { how: 'ours' })

test.each([
  ['every heading is known', [known], [], false],
  ['an unknown heading that looks like nothing is left out quietly', [known, foreign], [], false],
  ['an unknown heading that looks like a column is asked about', [known, guessed], [], true],
  ['a required column without a heading is asked about', [known], ['weight'], true],
])('%s', (_, headings, missing, asked) => {
  expect(needsMapping({ headings, missing })).toBe(asked)
})

test('a guess is taken until somebody says otherwise, and our own headings are left alone', () => {
  expect(mappingGuessed({ headings: [known, guessed, foreign, ours] })).toEqual({
    车次: 'trainNumber',
    货物总重: 'weight',
    经办人: null,
  })
})

test('the server is told of guesses taken or declined, and of known headings that were changed', () => {
  const headings = [known, guessed, foreign, ours]
  expect(sentMapping({ headings }, mappingGuessed({ headings }))).toEqual({ 货物总重: 'weight' })
  expect(sentMapping({ headings }, { 车次: null, 货物总重: null, 经办人: 'route' })).toEqual({
    车次: null,
    货物总重: null,
    经办人: 'route',
  })
})

test('what is missing and what is claimed twice is named before anything is sent', () => {
  const columns = [
    { name: 'trainNumber', optional: false },
    { name: 'route', optional: true },
    { name: 'weight', optional: false },
  ] as Parameters<typeof columnsMissing>[0]['columns']
  expect(columnsMissing({ columns }, { 车次: 'trainNumber', 备注: null })).toEqual(['weight'])
  expect(columnsTwice({ 车次: 'trainNumber', 班列号: 'trainNumber', 备注: null, 其他: null })).toEqual(['trainNumber'])
})

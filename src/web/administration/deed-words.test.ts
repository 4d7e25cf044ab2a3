import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { deedWords } from './deed-words.ts'

test('every deed that is written to the audit chain has words', () => {
  const sources = globSync('src/{kernel,parts,cli}/**/*.ts', { exclude: (file) => file.endsWith('.test.ts') })
  const told = sources.flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /(?:\b(?:action|deed):|\baction: before \? '[a-z/-]+' :) '([a-z]+\/[a-z-]+)'/g,
      ),
    ].map(([, deed]) => deed!),
  )
  expect(told.length).toBeGreaterThan(30)
  expect(told.filter((deed) => !deedWords[deed])).toEqual([])
})

import { expect, test } from 'vitest'
import { z } from 'zod'
import { freshKey } from './fresh-key.ts'

test('keys are UUIDs, each another', () => {
  const keys = Array.from({ length: 200 }, freshKey)
  expect(new Set(keys).size).toBe(200)
  for (const key of keys) expect(z.uuidv4().safeParse(key).success, key).toBe(true)
})

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { kernelTexts } from '#kernel/kernel-texts.ts'
import type { RefusalTexts } from '#kernel/refusal.ts'
import { parts } from '#parts/index.ts'

const root = path.resolve(import.meta.dirname, '../src')
const texts: RefusalTexts = Object.assign({}, kernelTexts, ...parts.map((part) => part.refusals))
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ts$/.test(name) && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(path.join(root, name), 'utf8'))

test('every refusal that the code can say has words and a cure in both languages', () => {
  const said = new Set(
    sources.flatMap((text) =>
      [...text.matchAll(/\b(?:refuse|new Refusal)\(\s*['"`]([a-z0-9-]+\/[a-z0-9-]+)['"`]/g)].map(
        (match) => match[1] ?? '',
      ),
    ),
  )
  expect(said.size).toBeGreaterThan(20)
  expect([...said].filter((code) => !texts[code])).toEqual([])
})

test('no words are empty, and both languages name the same details', () => {
  for (const [code, text] of Object.entries(texts)) {
    for (const words of [text.problem, text.cure]) {
      expect(words.zh.length, code).toBeGreaterThan(1)
      expect(words.en.length, code).toBeGreaterThan(1)
      expect(placeholders(words.en), code).toEqual(placeholders(words.zh))
    }
  }
})

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort()

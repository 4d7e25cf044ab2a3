import { describe, expect, test } from 'vitest'
import { pages, sections, unlisted } from './pages.ts'

describe('the list of pages', () => {
  test('shows every page that is written', () => {
    expect(unlisted).toEqual([])
  })

  test('gives each page an address of its own, and words in both languages', () => {
    expect(new Set(pages.map((page) => page.path)).size).toBe(pages.length)
    for (const page of pages) {
      expect(page.path).toMatch(/^\/([a-z-]+|:[a-z]+)?(\/([a-z-]+|:[a-z]+))*$/)
      expect(page.words.zh).toMatch(/\p{Script=Han}/u)
      expect(page.words.en).toMatch(/^[A-Z][a-z -]+$/)
      expect(sections).toHaveProperty(page.section)
    }
  })
})

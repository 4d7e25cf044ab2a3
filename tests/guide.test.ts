import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const project = path.resolve(import.meta.dirname, '..')
const guide = path.join(project, 'docs/guide')
const locales = ['zh', 'en'] as const

/** Sections that help buttons open, `<page>/<heading id>`, with the file that asks for each. */
const asked = readdirSync(path.join(project, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .flatMap((file) => {
    const source = readFileSync(path.join(project, 'src', file), 'utf8')
    return [...source.matchAll(/\bhelp="([a-z-]+)\/([\w-]+)"/g)].map(([, page = '', id = '']) => ({ file, page, id }))
  })

const pagesOf = (locale: string) => readdirSync(path.join(guide, locale)).sort()
const textOf = (locale: string, file: string) => readFileSync(path.join(guide, locale, file), 'utf8')
const idsOf = (text: string) => [...text.matchAll(/^#{1,6} .*\{#([\w-]+)\}$/gm)].map(([, id]) => id)
const picturesOf = (text: string) => [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, picture = '']) => picture)

test('help buttons are found, so that the next test tests something', () => {
  expect(asked.length).toBeGreaterThan(15)
})

test.each(locales)('every section that a help button opens is in the %s guide', (locale) => {
  const missing = asked.filter(
    ({ page, id }) => !pagesOf(locale).includes(`${page}.md`) || !idsOf(textOf(locale, `${page}.md`)).includes(id),
  )
  expect(missing).toEqual([])
})

test('both languages have the same pages, sections in the same order, and the same pictures', () => {
  const outline = (locale: (typeof locales)[number]) =>
    pagesOf(locale).map((file) => {
      const text = textOf(locale, file)
      const pictures = picturesOf(text).map((picture) => picture.replace('.en.png', '.png'))
      return { file, ids: idsOf(text), pictures }
    })
  expect(outline('en')).toEqual(outline('zh'))
})

describe.each(locales)('the %s guide', (locale) => {
  test.each(pagesOf(locale))('%s: ids are given once, pictures are there and speak its language', (file) => {
    const text = textOf(locale, file)
    const ids = idsOf(text)
    expect(new Set(ids).size).toBe(ids.length)
    for (const picture of picturesOf(text)) {
      expect(existsSync(path.join(guide, locale, picture)), picture).toBe(true)
      expect(picture.endsWith('.en.png')).toBe(locale === 'en')
    }
    for (const [, page = ''] of text.matchAll(/\]\(\.\/([^)#]+)[^)]*\)/g)) expect(pagesOf(locale)).toContain(page)
  })
})

test('the pictures of the README are there', () => {
  for (const readme of ['README.md', 'README.zh-CN.md']) {
    for (const picture of picturesOf(readFileSync(path.join(project, readme), 'utf8'))) {
      expect(existsSync(path.join(project, picture)), `${readme}: ${picture}`).toBe(true)
    }
  }
})

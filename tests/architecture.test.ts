import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parts } from '#parts/index.ts'

const root = path.resolve(import.meta.dirname, '..')
const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => `src/${name}`)
const order = parts.map((part) => part.name)

/** What a file imports, with relative paths and aliases told as `src/…`. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  const named = [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '')
  return named.map((name) => {
    if (name.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(file), name))
    return name.replace(/^#(kernel|parts|web)\//, 'src/$1/')
  })
}

const partOf = (file: string) => /^src\/parts\/([^/]+)\//.exec(file)?.[1]
const breaches = (rule: (file: string, imported: string) => boolean) =>
  files
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) =>
      importsOf(file)
        .filter((imported) => rule(file, imported))
        .map((imported) => `${file} imports ${imported}`),
    )

describe('the house', () => {
  test('the kernel knows no part and no page', () => {
    expect(
      breaches((file, imported) => file.startsWith('src/kernel/') && /^src\/(parts|web)\//.test(imported)),
    ).toEqual([])
  })

  test('a part imports only parts before it in the list', () => {
    const upward = breaches((file, imported) => {
      const from = partOf(file)
      const to = partOf(imported)
      if (!from || !to || from === to) return false
      return order.indexOf(to) > order.indexOf(from) || order.indexOf(to) === -1
    })
    expect(upward).toEqual([])
  })

  test('pages import their own part, the web kit and pure kernel modules only', () => {
    const pure =
      /^src\/kernel\/(decimal|units|period|calendar|place|refusal|i18n\/words|http\/endpoint|access\/actor)\.ts$/
    const astray = breaches((file, imported) => {
      if (!/^src\/parts\/[^/]+\/pages\//.test(file)) return false
      if (/^node:|^(drizzle-orm|pg|fastify)/.test(imported)) return true
      if (imported.startsWith('src/kernel/')) return !pure.test(imported)
      if (/\/(tables|routes|queries|jobs|part)\.ts$/.test(imported)) return true
      return (
        partOf(imported) !== undefined &&
        partOf(imported) !== partOf(file) &&
        !/\/(shapes|rules|pages\/)/.test(imported)
      )
    })
    expect(astray).toEqual([])
  })

  test('rules read no clock and do no input or output', () => {
    const rules = files.filter((file) => /\/rules\.ts$|src\/kernel\/(decimal|period|units)\.ts$/.test(file))
    for (const file of rules) {
      const text = readFileSync(path.join(root, file), 'utf8')
      expect(text, file).not.toMatch(/new Date\(\)|Date\.now\(|from ['"](node:|pg|drizzle-orm|fastify)/)
    }
  })

  test('no file climbs two folders, and no drawer has a name without a subject', () => {
    expect(breaches((file) => readFileSync(path.join(root, file), 'utf8').includes("'../../"))).toEqual([])
    expect(
      files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|services?|managers?)(\.tsx?$|\/)/.test(file)),
    ).toEqual([])
  })

  test('every part folder is in the list, once', () => {
    const folders = readdirSync(path.join(root, 'src/parts'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    expect([...order].sort()).toEqual(folders.sort())
  })

  test('no source file is longer than 300 lines', () => {
    const long = files.filter((file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > 301)
    expect(long).toEqual([])
  })
})

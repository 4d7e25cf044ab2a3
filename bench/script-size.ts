import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { programFolder } from '../src/house.ts'
import type { Amount } from './report.ts'
import type { Subject } from './subject.ts'

/** What Vite says of one built module; `imports` are other names of the manifest. */
interface Built {
  file: string
  imports?: string[]
  css?: string[]
}

type Manifest = Record<string, Built>

const pages = path.join(programFolder, 'dist', 'web')
const subject = 'script'
const firstPage = /\/CockpitPage\.tsx$/

/** Compressed script that the first screen needs: the entry, the cockpit's page and all they import before anything shows. */
export const scriptSize: Subject = async () => {
  const file = path.join(pages, '.vite', 'manifest.json')
  if (!existsSync(file)) return { lines: [], missing: [{ subject, what: 'it', why: 'the pages are not built' }] }
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  const page = Object.keys(manifest).find((name) => firstPage.test(name))
  if (!page) return { lines: [], missing: [{ subject, what: 'it', why: 'the built pages have no cockpit' }] }
  const aim = { value: 300, unit: 'KB' as const, kind: 'aim' as const, what: 'script of the first screen, gzip' }
  const entry = withImports(manifest, ['index.html'])
  const whole = withImports(manifest, ['index.html', page])
  return {
    lines: [
      { subject, what: 'first screen: entry and cockpit', measured: sizeOf(whole, scriptsOf), limit: aim },
      { subject, what: 'of that the entry alone', measured: sizeOf(entry, scriptsOf) },
      { subject, what: 'styles of the first screen', measured: sizeOf(whole, stylesOf) },
    ],
  }
}

function withImports(manifest: Manifest, names: readonly string[]): Built[] {
  const found = new Set<string>()
  const visit = (name: string) => {
    if (found.has(name)) return
    found.add(name)
    for (const imported of manifest[name]?.imports ?? []) visit(imported)
  }
  for (const name of names) visit(name)
  return [...found].map((name) => manifest[name]!)
}

const scriptsOf = ({ file }: Built) => [file]
const stylesOf = ({ css = [] }: Built) => css

/** Thousands of bytes as the server sends them to a browser that takes gzip. */
function sizeOf(built: readonly Built[], filesOf: (one: Built) => string[]): Amount {
  const files = new Set(built.flatMap(filesOf))
  const bytes = [...files].map((file) => gzipSync(readFileSync(path.join(pages, file)), { level: 9 }).length)
  return { value: bytes.reduce((sum, size) => sum + size, 0) / 1000, unit: 'KB' }
}

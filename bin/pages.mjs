import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { environment, ROOT, run } from './node.mjs'
import { say } from './say.mjs'

const BUILT = path.join(ROOT, 'dist', 'web', 'index.html')
const STAMP = path.join(ROOT, 'dist', 'web.stamp')
const SOURCES = ['src', 'vite.config.ts', 'package-lock.json']

/** Builds the pages into dist/web when their sources have changed since the last build; false when that failed. */
export async function ensurePages(node) {
  const now = fingerprint()
  if (existsSync(BUILT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return true
  say('正在生成页面…', 'Building the pages …')
  const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const code = await run(node, [vite, 'build', '--logLevel', 'warn'], { cwd: ROOT, env: environment() })
  if (code !== 0) {
    say('✗ 页面没有生成，原因见上。', '✗ The pages were not built; the reason stands above.')
    return false
  }
  mkdirSync(path.dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, now)
  return true
}

/** Changes when a source is added, removed or saved. Pages share shapes and words with the server's parts, so all of src counts. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => filesIn(path.join(ROOT, source)))) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${path.relative(ROOT, file)} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesIn(place) {
  if (!statSync(place).isDirectory()) return place.endsWith('.test.ts') ? [] : [place]
  return readdirSync(place)
    .sort()
    .flatMap((entry) => filesIn(path.join(place, entry)))
}

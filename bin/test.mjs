/** `npm test`: does its own set-up, runs every test, and ends with one line: `N passed, N failed`. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './dependencies.mjs'
import { environment, nodeOrGiveUp, ROOT, run } from './node.mjs'
import { ensurePages } from './pages.mjs'
import { countPlaywright, countUnrun, countVitest, tallyOf } from './tally.mjs'

const tallies = []
const reports = mkdtempSync(path.join(tmpdir(), 'jingkai-reports-'))
process.on('exit', conclude)

await ensureInstalled()
const node = nodeOrGiveUp()
const built = await ensurePages(node)
tallies.push(await unitTests())
if (!built) tallies.push({ passed: 0, failed: 1 })
else if (hasJourneys()) tallies.push(await journeys())

/** The last line, also when the set-up gave up before any test ran. */
function conclude() {
  rmSync(reports, { recursive: true, force: true })
  const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0)
  const [passed, failed] = tallies.length > 0 ? [sum('passed'), sum('failed')] : [0, 1]
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
  console.log(`${passed} passed, ${failed} failed`)
}

async function unitTests() {
  const report = path.join(reports, 'vitest.json')
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runOurs(['vitest', 'vitest.mjs'], words)
  return tallyOf(countVitest, report, code)
}

async function journeys() {
  const report = path.join(reports, 'playwright.json')
  const browser = await ensureChromium()
  const words = browser ? ['test', '--reporter=list,json'] : ['test', '--list', '--reporter=json']
  const code = await runOurs(['@playwright', 'test', 'cli.js'], words, {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    CHROMIUM: browser ?? '',
  })
  return tallyOf(browser ? countPlaywright : countUnrun, report, browser ? code : 1)
}

function hasJourneys() {
  const folder = path.join(ROOT, 'e2e')
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => /\.spec\.ts$/.test(file))
}

function runOurs(program, words, more = {}) {
  const file = path.join(ROOT, 'node_modules', ...program)
  return run(node, [file, ...words], { cwd: ROOT, env: environment(more) })
}

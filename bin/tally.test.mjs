import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { countPlaywright, countUnrun, countVitest, tallyOf } from './tally.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-tally-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const loaded = { status: 'passed', assertionResults: [{}] }
const unloaded = { status: 'failed', assertionResults: [] }
const spec = { title: 'a journey' }

describe('what a run counts for', () => {
  test.for([
    [
      'all well',
      countVitest,
      { numPassedTests: 3, numFailedTests: 0, testResults: [loaded] },
      0,
      { passed: 3, failed: 0 },
    ],
    [
      'a failed test',
      countVitest,
      { numPassedTests: 2, numFailedTests: 1, testResults: [loaded] },
      1,
      { passed: 2, failed: 1 },
    ],
    [
      'a file that does not load',
      countVitest,
      { numPassedTests: 2, numFailedTests: 0, testResults: [unloaded] },
      1,
      { passed: 2, failed: 1 },
    ],
    [
      'a bad end without a failed test',
      countVitest,
      { numPassedTests: 2, numFailedTests: 0, testResults: [] },
      1,
      { passed: 2, failed: 1 },
    ],
    ['a second try', countPlaywright, { stats: { expected: 4, unexpected: 1, flaky: 1 } }, 1, { passed: 4, failed: 2 }],
    [
      'no browser',
      countUnrun,
      { suites: [{ specs: [spec], suites: [{ specs: [spec, spec] }] }] },
      1,
      { passed: 0, failed: 3 },
    ],
    ['no browser and no journey', countUnrun, { suites: [] }, 1, { passed: 0, failed: 1 }],
  ])('%s', ([name, count, report, code, tally]) => {
    const file = path.join(folder, `${name}.json`)
    writeFileSync(file, JSON.stringify(report))
    expect(tallyOf(count, file, code)).toEqual(tally)
  })

  test('a run that wrote no report is one failure', () => {
    expect(tallyOf(countVitest, path.join(folder, 'nothing.json'), 139)).toEqual({ passed: 0, failed: 1 })
  })
})

import { existsSync, readFileSync } from 'node:fs'

/** Passed and failed tests of one run. A run that ended badly without naming a failed test counts as one failure. */
export function tallyOf(count, reportFile, exitCode) {
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : null
  const { passed, failed } = report ? count(report) : { passed: 0, failed: 0 }
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed }
}

/** Of Vitest's JSON report; a file that could not be loaded has no tests and counts as one failure. */
export function countVitest({ numPassedTests, numFailedTests, testResults }) {
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return { passed: numPassedTests, failed: numFailedTests + unloaded }
}

/** Of Playwright's JSON report; what passed only at a second try has failed once. */
export function countPlaywright({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}

/** Of Playwright's list of tests, when there is no browser to run them in. */
export function countUnrun({ suites }) {
  const specs = (suite) =>
    (suite.specs?.length ?? 0) + (suite.suites ?? []).reduce((sum, inner) => sum + specs(inner), 0)
  return { passed: 0, failed: suites.reduce((sum, suite) => sum + specs(suite), 0) }
}

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

/** Below the ports that systems hand out by themselves, and another one for each run; its workers find it in their environment. */
process.env['E2E_PORT'] ??= String(20_000 + (process.pid % 12_000))
const port = Number(process.env['E2E_PORT'])
const baseURL = `http://127.0.0.1:${port}`

/** Debian's Chromium, or the one named by CHROMIUM; Playwright's own where neither is. */
const chromium = process.env['CHROMIUM'] || '/usr/bin/chromium'

/** Journeys in a real browser against a fresh demonstration zone, on a data folder that lasts as long as the run. */
export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  // a figure follows its record at once; a machine of two cores that runs server and browsers may take a while to draw it
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // without a film of each step, which costs more than the steps
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(existsSync(chromium) ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-dev-shm-usage',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" src/cli/main.ts start`,
    url: `${baseURL}/readyz`,
    reuseExistingServer: false,
    timeout: 180_000,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: {
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      PORT: String(port),
      JINGKAI_DATA: dataFolder(),
      JINGKAI_URL: baseURL,
      // Never the database that the person's shell names.
      DATABASE_URL: '',
    },
  },
})

/** Made by the run itself; its workers, which read this file too, find it in their environment. */
function dataFolder(): string {
  const made = process.env['JINGKAI_E2E_DATA']
  if (made) return made
  const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-e2e-'))
  process.env['JINGKAI_E2E_DATA'] = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

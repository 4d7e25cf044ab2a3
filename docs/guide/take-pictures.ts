import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, expect, type Page } from '@playwright/test'
import { ensurePages } from '../../bin/pages.mjs'
import { asPalette } from './palette-png.ts'
import { type Locale, type Person, type Shot, shots } from './shots.ts'

/**
 * `npm run pictures`: the pictures of the guides, taken of a fresh demonstration zone by each role. Names after the command
 * (`npm run pictures -- cockpit`) keep only those; what the others did to the records is done all the same.
 */
const project = path.resolve(import.meta.dirname, '../..')
const album = path.join(import.meta.dirname, 'pictures')
const password = 'Jingkai-2018'
/** for a machine that has much else to do, ms */
const patience = 90_000
const wanted = new Set(process.argv.slice(2))

if (!(await ensurePages(process.execPath))) process.exit(1)
const data = mkdtempSync(path.join(tmpdir(), 'jingkai-pictures-'))
const port = await freePort()
const address = `http://127.0.0.1:${port}`
const server = startServer()
try {
  await ready(server)
  const browser = await openBrowser()
  await takeAll(browser)
  await browser.close()
} finally {
  server.kill('SIGTERM')
  if (server.exitCode === null) await once(server, 'exit')
  rmSync(data, { recursive: true, force: true })
}

async function takeAll(browser: Browser): Promise<void> {
  mkdirSync(album, { recursive: true })
  const rooms = new Map<string, BrowserContext>()
  for (const shot of shots) {
    const room = `${shot.person} ${shot.phone ?? false}`
    const context = rooms.get(room) ?? (await enter(browser, shot))
    rooms.set(room, context)
    const page = await context.newPage()
    await shot.deed?.(page, address)
    for (const locale of shot.at ? (['zh', 'en'] as const) : []) {
      if (wanted.size === 0 || wanted.has(shot.name)) await take(page, shot, locale)
    }
    await page.close()
  }
  const kept = new Set(shots.filter(({ at }) => at).flatMap(({ name }) => [fileOf(name, 'zh'), fileOf(name, 'en')]))
  for (const file of readdirSync(album)) if (!kept.has(file)) rmSync(path.join(album, file))
}

async function take(page: Page, { name, at = '/', prepare, part, height }: Shot, locale: Locale): Promise<void> {
  const { width, height: usual } = page.viewportSize() ?? { width: 1440, height: 900 }
  await page.setViewportSize({ width, height: height ?? usual })
  const there = new URL(at, address)
  there.searchParams.set('lang', locale)
  await page.goto(there.href)
  await settled(page)
  await prepare?.(page, ({ zh, en }) => (locale === 'zh' ? zh : en))
  await settled(page)
  await page.mouse.move(0, 0)
  const drawn = part ? page.locator(part) : page
  const picture = asPalette(await drawn.screenshot({ animations: 'disabled', caret: 'hide' }))
  writeFileSync(path.join(album, fileOf(name, locale)), picture)
  process.stdout.write(`› ${fileOf(name, locale)}  ${Math.round(picture.length / 1000)} KB\n`)
}

function fileOf(name: string, locale: Locale): string {
  return locale === 'zh' ? `${name}.png` : `${name}.${locale}.png`
}

/** The page has its heading, nothing on it is on its way any more, and its fonts are there. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await expect(page.locator('.loading, [aria-busy="true"], .ant-btn-loading')).toHaveCount(0, { timeout: patience })
  await page.waitForLoadState('networkidle')
  await page.evaluate('document.fonts.ready')
}

/** A browser of the person's own, signed in through the door as everybody is. */
async function enter(browser: Browser, { person, phone }: Shot): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    deviceScaleFactor: 1,
    hasTouch: phone ?? false,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(patience)
  if (person) await signIn(context, person)
  return context
}

async function signIn(context: BrowserContext, person: Person): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${address}/sign-in`)
  await page.getByLabel('用户名').fill(person)
  await page.getByLabel('口令').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await page.close()
}

function openBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM'] || '/usr/bin/chromium'
  return chromium.launch({
    ...(existsSync(own) ? { executablePath: own } : {}),
    // Native date fields are written as the browser's own language does, which is the system's.
    env: { ...process.env, LANGUAGE: 'zh_CN', LANG: 'zh_CN.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  })
}

function startServer(): ChildProcess {
  const own = { HOST: '127.0.0.1', PORT: String(port), JINGKAI_URL: address, JINGKAI_DATA: data, DATABASE_URL: '' }
  return spawn(process.execPath, ['src/cli/main.ts', 'start'], {
    cwd: project,
    env: { ...process.env, ...own, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** The zone is in, and the line about its first bulletin is told: the last thing a start says. */
async function ready(started: ChildProcess): Promise<void> {
  let told = ''
  await new Promise<void>((done, failed) => {
    started.stdout?.on('data', (words: Buffer) => {
      told += words
      process.stdout.write(words)
      if (told.includes('半年通报含')) done()
    })
    started.once('exit', (code) => failed(new Error(`the server ended with code ${code}`)))
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const found = (probe.address() as { port: number }).port
  probe.close()
  await once(probe, 'close')
  return found
}

import { existsSync } from 'node:fs'
import { environment, run } from './node.mjs'
import { say } from './say.mjs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where Chromium is, installing Debian's when it may; null, after saying what to do, when there is none. */
export async function ensureChromium() {
  const found = await findChromium()
  if (found) return found
  if (
    !process.env.CHROMIUM &&
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    (await installFromDebian())
  )
    return PLACES[0]
  say(
    '✗ 没有 Chromium，浏览器测试会记为失败。请由管理员运行 apt-get install chromium fonts-noto-cjk，或运行 npx playwright install chromium，或把 CHROMIUM 设为浏览器程序的路径。',
    '✗ There is no Chromium, so the journeys in the browser count as failed. Have an administrator run apt-get install chromium fonts-noto-cjk, or run npx playwright install chromium, or set CHROMIUM to the path of a browser.',
  )
  return null
}

async function findChromium() {
  const given = process.env.CHROMIUM
  if (given) return existsSync(given) ? given : null
  const { chromium } = await import('playwright-core')
  return [...PLACES, chromium.executablePath()].find((place) => existsSync(place)) ?? null
}

async function installFromDebian() {
  say('正在安装浏览器（只在第一次）…', 'Installing the browser (the first time only) …')
  const quiet = environment({ DEBIAN_FRONTEND: 'noninteractive' })
  const wanted = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']
  for (const args of [['update'], wanted]) {
    const code = await run('apt-get', args, { env: quiet, stdio: ['ignore', 2, 2] })
    if (code !== 0) return false
  }
  return existsSync(PLACES[0])
}

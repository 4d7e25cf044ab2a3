import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { findNode, ROOT } from './node.mjs'
import { giveUp, progressLine, say } from './say.mjs'

const LOCK = path.join(ROOT, 'package-lock.json')
const STAMP = path.join(ROOT, 'node_modules', '.jingkai-installed')
const OFFLINE = /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/

/** Installs what package-lock.json names, unless it is there already. */
export async function ensureInstalled() {
  if (isStamped()) return
  if (!isComplete()) await install()
  try {
    writeFileSync(STAMP, stamp())
  } catch {
    // A folder that is complete and closed to us serves as well; we only look closer the next time.
  }
}

function isStamped() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp()
}

function stamp() {
  return `${createHash('sha256').update(readFileSync(LOCK)).digest('hex')}\n${process.platform}-${process.arch}\n`
}

/** True when npm has installed every locked package by itself: `npm ci` typed by a person counts. */
function isComplete() {
  const noted = path.join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(noted) || !findNode()) return false
  const installed = JSON.parse(readFileSync(noted, 'utf8')).packages
  return Object.entries(wanted()).every(
    ([place, { version }]) => installed[place]?.version === version && existsSync(path.join(ROOT, place)),
  )
}

/** The locked packages that belong on this machine, by their place. */
function wanted() {
  const { packages } = JSON.parse(readFileSync(LOCK, 'utf8'))
  return Object.fromEntries(Object.entries(packages).filter(([place, entry]) => place !== '' && belongsHere(entry)))
}

/** Optional packages count when they are binaries for this machine; npm leaves the rest, and what only they need, away. */
function belongsHere({ optional, os, cpu, libc }) {
  if (!optional) return true
  return Boolean(os?.includes(process.platform) && (!cpu || cpu.includes(process.arch)) && !libc?.includes('musl'))
}

async function install() {
  say('正在安装依赖（只在第一次，约需一分钟）…', 'Installing dependencies (the first time only, about a minute) …')
  const places = Object.keys(wanted())
  const line = progressLine()
  const timer = setInterval(() => {
    const there = places.filter((place) => existsSync(path.join(ROOT, place, 'package.json'))).length
    line.show(`  ${there}/${places.length}`)
  }, 500)
  const { code, words } = await npmCi()
  clearInterval(timer)
  line.end()
  if (code !== 0) explain(code, words)
  say('依赖已装好。', 'Dependencies are installed.')
}

function npmCi() {
  const [program, ...before] = npm()
  const flags = [
    '--include=dev',
    '--include=optional',
    '--prefer-offline',
    '--fetch-retry-mintimeout=1000',
    '--loglevel=error',
  ]
  const child = spawn(program, [...before, 'ci', ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32' && before.length === 0,
    env: { ...process.env, NODE_ENV: '', npm_config_cache: cacheFolder() },
  })
  let words = ''
  child.stderr.on('data', (chunk) => {
    words += chunk
  })
  return new Promise((done) => {
    child.once('error', (error) => done({ code: 127, words: error.message }))
    child.once('close', (code) => done({ code, words }))
  })
}

/** The npm that started us; its own Node, because ours lies in the folder that is about to be replaced. */
function npm() {
  const cli = process.env.npm_execpath
  if (!cli || !/npm-cli\.c?js$/.test(cli)) return ['npm']
  return [process.env.npm_node_execpath ?? process.execPath, cli]
}

/** npm's cache, or one of our own where the home folder is missing or closed. */
function cacheFolder() {
  const usual = process.env.npm_config_cache ?? path.join(homedir(), '.npm')
  try {
    mkdirSync(usual, { recursive: true })
    accessSync(usual, constants.W_OK)
    return usual
  } catch {
    return path.join(tmpdir(), `jingkai-npm-${process.getuid?.() ?? 'cache'}`)
  }
}

function explain(code, words) {
  process.stderr.write(`${words.trim()}\n`)
  if (code === 127)
    giveUp(
      '找不到 npm。请安装 Node 20 或更新版本（自带 npm）。',
      'npm was not found. Install Node 20 or newer; it brings npm.',
    )
  if (OFFLINE.test(words))
    giveUp(
      '连不上软件包仓库：请检查网络，或用 npm config set registry <镜像地址> 指向可用的镜像，然后重新运行。',
      'The package registry cannot be reached: check the network, or name a mirror with npm config set registry <address>, then run this again.',
    )
  giveUp('依赖没有装好，原因见上。', 'The dependencies were not installed; the reason stands above.')
}

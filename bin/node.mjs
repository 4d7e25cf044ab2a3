import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { giveUp } from './say.mjs'

/** The folder of the program. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const NEEDED = 24

/** The Node the program runs on: the one npm installed with it, else the running one when it is new enough; null when neither is. */
export function findNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const installed = path.join(ROOT, 'node_modules', `node-${system}-${process.arch}`, 'bin', program)
  if (existsSync(installed)) return installed
  return Number.parseInt(process.versions.node, 10) >= NEEDED ? process.execPath : null
}

export function nodeOrGiveUp() {
  return (
    findNode() ??
    giveUp(
      `需要 Node ${NEEDED}，当前是 ${process.versions.node}。请先在 ${ROOT} 运行 npm ci（它会带上 Node ${NEEDED}），或安装 Node ${NEEDED}。`,
      `Node ${NEEDED} is needed, this is ${process.versions.node}. Run npm ci in ${ROOT} (it brings Node ${NEEDED}), or install Node ${NEEDED}.`,
    )
  )
}

/** The environment in which `node`, and the programs of our packages, are the ones npm installed. */
export function environment(more = {}) {
  const own = path.join(ROOT, 'node_modules', '.bin')
  const rest = (process.env.PATH ?? '').split(path.delimiter).filter((entry) => entry !== own)
  // Half of a start is reading and compiling our modules: what was compiled is kept beside the packages.
  const compiled = { NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules', '.cache', 'jingkai'), ...process.env }
  return { ...compiled, PATH: [own, ...rest].join(path.delimiter), ...more }
}

/** Runs a program on our terminal, passes signals on, and answers with its exit code (128 + n when signal n ended it). */
export function run(program, args, options = {}) {
  const child = spawn(program, args, { stdio: 'inherit', ...options })
  const stopPassing = passSignals(child)
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('close', (code, signal) => {
      stopPassing()
      done(code ?? 128 + constants.signals[signal])
    })
  })
}

function passSignals(child) {
  const pass = (signal) => {
    // A terminal gives Ctrl-C to the whole group already; twice would mean "at once" to the server.
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  const watch = setInterval(stopWithNpm, 500, child, process.ppid)
  return () => {
    clearInterval(watch)
    for (const signal of signals) process.off(signal, pass)
  }
}

/** npm gives a signal to the shell between us, which dies of it without a word: its going is the signal. */
function stopWithNpm(child, parent) {
  if (process.env.npm_lifecycle_event && process.ppid !== parent) child.kill('SIGTERM')
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { programFolder } from '../src/house.ts'
import { median } from './measure.ts'
import type { Subject } from './subject.ts'
import { freePort } from './world.ts'

const patienceMs = 120_000

/** Seconds from `jingkai start` until the server says that it is ready: on an empty data folder, and on a filled one. */
export const starts: Subject = async ({ world, repetitions }) => {
  const data = path.join(world.folder, 'start')
  const first = await startOnce(data)
  const later: Started[] = []
  for (let repetition = 0; repetition < repetitions.long; repetition++) later.push(await startOnce(data))
  rmSync(data, { recursive: true, force: true })
  const subject = 'start'
  const seconds = (ms: number) => ({ value: ms / 1000, unit: 's' as const })
  const aim = (value: number) => ({
    value,
    unit: 's' as const,
    kind: 'aim' as const,
    what: 'with dependencies installed',
  })
  const ready = median(later.map((one) => one.ready))
  const greeted = median(later.map((one) => one.greeted))
  return {
    lines: [
      { subject, what: 'first start, until it is ready', measured: seconds(first.ready), limit: aim(60) },
      { subject, what: 'first start, until it has greeted', measured: seconds(first.greeted), limit: aim(60) },
      { subject, what: 'second start, until it is ready', measured: seconds(ready), limit: aim(5) },
      { subject, what: 'second start, until it has greeted', measured: seconds(greeted), limit: aim(5) },
    ],
  }
}

/** Milliseconds until `/readyz` answers, and until the last line of the greeting, with bulletin and pace, is printed. */
interface Started {
  ready: number
  greeted: number
}

async function startOnce(data: string): Promise<Started> {
  const port = await freePort()
  const env = {
    ...process.env,
    ...{ JINGKAI_DATA: data, PORT: port, HOST: '127.0.0.1', LOG_LEVEL: 'silent', LANG: 'en_US.UTF-8', LC_ALL: '' },
  }
  const began = performance.now()
  const child = spawn(process.execPath, [path.join(programFolder, 'src/cli/main.ts'), 'start'], { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      (reply) => reply.ok,
      () => false,
    )
  const ready = await until(child, isUp)
  const greeted = ready && (await until(child, async () => /targets of the year|个全年目标/.test(said)))
  if (!ready || !greeted) throw new Error(`the start ended: ${said.trim().slice(-600)}`)
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
  return { ready: ready - began, greeted: greeted - began }
}

/** The moment something has come true, or nothing when the process ended before. */
async function until(child: ChildProcess, comeTrue: () => Promise<boolean>): Promise<number | undefined> {
  const deadline = performance.now() + patienceMs
  while (child.exitCode === null && performance.now() < deadline) {
    if (await comeTrue()) return performance.now()
    await pause(10)
  }
  child.kill('SIGTERM')
  return undefined
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { findNode } from './node.mjs'

/** A launcher around a program of ours, in a process of its own so that it can be sent signals. */
function launch(program) {
  const code = launcherOf(program)
  return spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

function launcherOf(program) {
  return `import { run } from ${JSON.stringify(new URL('./node.mjs', import.meta.url).href)}
    process.exitCode = await run(process.execPath, ['-e', ${JSON.stringify(program)}])`
}

describe('a launched program', () => {
  test.for([
    ['its exit code', 'process.exit(3)', 3],
    ['128 and the signal that ended it', `process.kill(process.pid, 'SIGKILL')`, 137],
  ])('gives back %s', async ([, program, expected]) => {
    expect((await once(launch(program), 'close'))[0]).toBe(expected)
  })

  test.for(['SIGTERM', 'SIGINT', 'SIGHUP'])('is told of %s and ends in its own way', async (signal) => {
    const launcher = launch(
      `process.on('${signal}', () => process.exit(7)); setInterval(() => {}, 1000); console.log('here')`,
    )
    await once(launcher.stdout, 'data')
    launcher.kill(signal)
    expect((await once(launcher, 'close'))[0]).toBe(7)
  })
})

test('a program that npm runs ends with npm, although the shell between them passes nothing on', async () => {
  const words = `console.log('here'); process.on('SIGTERM', () => { console.log('ended'); process.exit() }); setInterval(() => {}, 1000)`
  const shell = spawn('sh', ['-c', '"$0" --input-type=module -e "$1"; true', process.execPath, launcherOf(words)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, npm_lifecycle_event: 'start' },
  })
  await once(shell.stdout, 'data')
  shell.kill('SIGTERM')
  const [said] = await once(shell.stdout, 'data')
  expect(String(said)).toBe('ended\n')
})

test('the Node that runs the program is the installed one', () => {
  expect(findNode()).toMatch(/node_modules.node-/)
})

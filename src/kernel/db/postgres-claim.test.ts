import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claim, whoServes } from './postgres-claim.ts'

const server = { address: 'http://127.0.0.1:4310', startedAt: new Date('2018-06-28T01:02:03Z') }

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'jingkai-claim-'))
})

afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

test('the second server is told who holds the folder, and may have it after the first let go', () => {
  const first = claim(dataDir, server)
  expect(() => claim(dataDir, { ...server, address: 'http://127.0.0.1:9' })).toThrow(
    expect.objectContaining({
      code: 'kernel/already-serving',
      details: expect.objectContaining({
        pid: process.pid,
        address: server.address,
        startedAt: '2018-06-28T01:02:03.000Z',
      }),
    }),
  )
  first.release()
  expect(whoServes(dataDir)).toBeNull()
  claim(dataDir, server).release()
  expect(readdirSync(dataDir)).toEqual([])
})

test('a holder that was killed holds nothing', async () => {
  const url = JSON.stringify(new URL('./postgres-claim.ts', import.meta.url).href)
  const code = `const { claim } = await import(${url})
    claim(${JSON.stringify(dataDir)}, { address: 'http://127.0.0.1:1', startedAt: new Date(0) })
    console.log('claimed'); setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(holder.stdout, 'data')
  expect(whoServes(dataDir)).toMatchObject({ pid: holder.pid, address: 'http://127.0.0.1:1' })
  expect(() => claim(dataDir, server)).toThrow(expect.objectContaining({ code: 'kernel/already-serving' }))
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  claim(dataDir, server)
  expect(whoServes(dataDir)).toMatchObject({ pid: process.pid })
})

test.for([
  [
    'the number of another program',
    JSON.stringify({ pid: process.ppid, address: 'x', startedAt: 'x', mark: 'another' }),
  ],
  ['half a note', '{"pid": 12'],
])('%s holds nothing', ([, note]) => {
  writeFileSync(path.join(dataDir, 'serving.json'), note ?? '')
  expect(whoServes(dataDir)).toBeNull()
  claim(dataDir, server)
  expect(whoServes(dataDir)).toMatchObject({ pid: process.pid, address: server.address })
})

test('a claim that lost its folder to another does not release the other', () => {
  const first = claim(dataDir, server)
  const other = JSON.stringify({ pid: process.ppid, address: 'x', startedAt: 'x', mark: 'another' })
  writeFileSync(path.join(dataDir, 'serving.json'), other)
  first.release()
  expect(readdirSync(dataDir)).toEqual(['serving.json'])
})

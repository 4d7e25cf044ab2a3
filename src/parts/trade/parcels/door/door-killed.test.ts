import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { createAccount } from '#kernel/access/accounts.ts'
import { grantRole } from '#kernel/access/grants.ts'
import { makeProgramKey } from '#kernel/access/program-keys.ts'
import { write } from '#kernel/db/work.ts'
import { openZone } from '#kernel/zone.ts'
import { keepZone } from '#kernel/zone-record.ts'
import { addUnit } from '#parts/org/org.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'

const { pool, connectionString } = await testDatabase()
const data = mkdtempSync(path.join(tmpdir(), 'jingkai-door-'))
const root = path.resolve(import.meta.dirname, '..', '..', '..', '..', '..')
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(data, { recursive: true, force: true })
})

const key = await write(workOn(pool), async (tx) => {
  // Without the rows of the demonstration, which a start on an empty database would load.
  await keepZone(tx, openZone(path.join(root, 'zones', 'zhengzhou-2018')))
  const unit = { code: 'ZONE', parent: null, nameZh: '管委会', nameEn: 'Committee', kind: 'committee' } as const
  await addUnit(tx, { ...unit, openedOn: '1993-04-01' })
  const { id } = await createAccount(tx, {
    username: 'sender',
    name: '报送',
    password: 'a long password of the test world',
  })
  await grantRole(tx, { user: id, role: 'clerk', unit: 'ZONE' })
  const made = await makeProgramKey(tx, {
    userId: id,
    name: '平台',
    unit: 'ZONE',
    root: 'ZONE',
    permissions: ['trade/declare'],
  })
  return made.key
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  await new Promise((done) => probe.close(done))
  return port
}

/** The product as it is started, on the test's database. */
async function started(): Promise<{ child: ChildProcess; url: string }> {
  const port = await freePort()
  const env = {
    ...process.env,
    DATABASE_URL: connectionString,
    JINGKAI_DATA: data,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
  }
  const child = spawn(process.execPath, [path.join(root, 'src/cli/main.ts'), 'start'], { env, stdio: 'ignore' })
  children.push(child)
  const url = `http://127.0.0.1:${port}`
  for (let ready = false; !ready; ) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    ready = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (!ready) await pause(100)
  }
  return { child, url }
}

const one = (serial: number) => ({
  declaration: `46042018I${String(serial).padStart(9, '0')}`,
  declaredAt: '2018-06-28 10:00:00',
  direction: 'import',
  mode: '1210',
  country: 'JP',
  hs: '3304990099',
  enterprise: '91410100170033534A',
  value: '158.20',
  weight: '0.96',
  state: 'declared',
})

/** Sends until the server no longer answers; what was acknowledged, by number. */
async function sendUntilGone(url: string, from: number, acknowledged: Set<string>): Promise<void> {
  const lane = async (place: number) => {
    for (let serial = from + place; ; serial += 20) {
      const reply = await fetch(`${url}/api/trade/declarations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(one(serial)),
      }).catch(() => null)
      if (!reply) return
      if (reply.status === 200) acknowledged.add(one(serial).declaration)
      else if (reply.status !== 503) throw new Error(`${reply.status}: ${await reply.text()}`)
      else return
    }
  }
  await Promise.all(Array.from({ length: 20 }, (_, place) => lane(place)))
}

test.each(['SIGKILL', 'SIGTERM'] as const)(
  'what was acknowledged is there after %s, once, and counted',
  async (signal) => {
    const { child, url } = await started()
    const acknowledged = new Set<string>()
    const sending = sendUntilGone(url, signal === 'SIGKILL' ? 0 : 500_000, acknowledged)
    while (acknowledged.size < 200) await pause(10)
    child.kill(signal)
    const killed = performance.now()
    await sending
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    // Connections that programs keep would otherwise hold a stop for 72 seconds.
    expect(performance.now() - killed).toBeLessThan(40_000)
    const { rows } = await pool.query<{ declaration: string }>('select declaration from ledger_trade_parcels')
    const kept = new Set(rows.map(({ declaration }) => declaration))
    expect([...acknowledged].filter((declaration) => !kept.has(declaration))).toEqual([])
    expect(kept.size).toBe(rows.length)
    const sums = await pool.query(
      `select (select count(*) from ledger_trade_parcels)::int as rows, (select sum(rows) from rollup_trade_parcels where level = 'd')::int as rolled,
         (select sum(accepted) from batches where ledger = 'trade/parcels')::int as accepted`,
    )
    expect(sums.rows).toEqual([{ rows: rows.length, rolled: rows.length, accepted: rows.length }])
  },
  120_000,
)

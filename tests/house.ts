import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll } from 'vitest'
import { createAccount } from '#kernel/access/accounts.ts'
import type { Role } from '#kernel/access/actor.ts'
import { grantRole } from '#kernel/access/grants.ts'
import { readConfig } from '#kernel/config.ts'
import { write } from '#kernel/db/work.ts'
import { loadZone } from '../src/cli/load.ts'
import { type House, houseOn, programFolder } from '../src/house.ts'
import { buildServer } from '../src/server.ts'
import { testDatabase } from './database.ts'
import { everybody } from './world/work.ts'

export interface TestHouse {
  house: House
  app: FastifyInstance
  /** the cookie of somebody who holds these roles at a unit; no role at all is possible */
  signedIn(roles: readonly Role[], unit?: string): Promise<string>
  ask(
    options: InjectOptions & { cookie?: string },
  ): Promise<{ status: number; body: Record<string, unknown>; text: string }>
}

const password = 'a long password of the test world'

/** The whole product on a database of its own, with every reply held against its shape; the demonstration zone when asked. */
export async function testHouse({ zone }: { zone?: 'zhengzhou-2018' } = {}): Promise<TestHouse> {
  const { pool, connectionString } = await testDatabase()
  const data = mkdtempSync(path.join(tmpdir(), 'jingkai-test-'))
  const config = readConfig({ JINGKAI_DATA: data, LOG_LEVEL: 'silent' })
  const house = houseOn({ config, pool, connectionString, close: async () => {} })
  const work = house.workAs(everybody)
  if (zone) await loadZone(work, path.join(programFolder, 'zones', zone), () => {})
  const { app } = await buildServer(house, { quiet: true, checkReplies: true, requestsPerMinute: 1e6 })
  await app.ready()
  afterAll(async () => {
    await app.close()
    rmSync(data, { recursive: true, force: true })
  })
  const ask: TestHouse['ask'] = async ({ cookie, ...options }) => {
    const reply = await app.inject({ ...options, headers: { ...options.headers, ...(cookie ? { cookie } : {}) } })
    return { status: reply.statusCode, body: bodyOf(reply.body), text: reply.body }
  }
  let count = 0
  const signedIn: TestHouse['signedIn'] = async (roles, unit = 'ZONE') => {
    const username = `tester${++count}`
    await write(work, async (tx) => {
      const { id } = await createAccount(tx, { username, name: username, password })
      for (const role of roles) await grantRole(tx, { user: id, role, unit })
    })
    const reply = await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username, password },
    })
    return reply.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  }
  return { house, app, signedIn, ask }
}

function bodyOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

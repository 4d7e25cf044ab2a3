import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { type Actor, roles } from '#kernel/access/actor.ts'
import { type Config, readConfig } from '#kernel/config.ts'
import { type RunningPostgres, startPostgres } from '#kernel/db/postgres.ts'
import { loadZone } from '../src/cli/load.ts'
import { type House, openHouse, programFolder } from '../src/house.ts'

/** A throw-away embedded PostgreSQL with the demonstration zone in it, for the length of one run. */
export interface World {
  /** for files of the run; goes with it */
  folder: string
  postgresVersion: string
  /** a house of its own on a fresh copy of the demonstration zone; `close` drops the copy */
  copy(): Promise<House>
  close(): Promise<void>
}

export const zoneFolder = path.join(programFolder, 'zones', 'zhengzhou-2018')

/** Somebody who may do everything in the zone. */
export const everybody: Actor = {
  id: 'bench',
  name: 'bench',
  via: 'cli',
  grants: roles.map((role) => ({ role, unit: 'ZONE' })),
}

/** Starts the database as the product does and loads the demonstration zone once; copies of it are made from there. */
export async function openWorld(): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-bench-'))
  const config = readConfig({ JINGKAI_DATA: path.join(folder, 'data'), LOG_LEVEL: 'silent', PORT: await freePort() })
  const server = await startPostgres({ dataDir: config.dataFolder })
  const close = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const zone = await openHouse({ ...config, databaseUrl: server.connectionString })
    await loadZone(zone.workAs(everybody), zoneFolder, () => {})
    await zone.close()
    const [row] = await ask<{ server_version: string }>(server, 'show server_version')
    let copies = 0
    return { folder, postgresVersion: row!.server_version, copy: () => copyOf(server, config, ++copies), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** A port nobody listens on. */
export async function freePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  await new Promise((done) => probe.close(done))
  return String(port)
}

async function copyOf(server: RunningPostgres, config: Config, number: number): Promise<House> {
  const name = `copy_${number}`
  await ask(server, `create database ${name} template ${server.address.database} strategy file_copy`)
  const url = new URL(server.connectionString)
  url.pathname = `/${name}`
  const house = await openHouse({ ...config, databaseUrl: url.href })
  const close = async () => {
    await house.close()
    // Not by force: that may not end an autovacuum at work in the copy, and a plain drop does.
    await ask(server, `drop database ${name}`)
  }
  return { ...house, close }
}

async function ask<Row>(server: RunningPostgres, sql: string): Promise<Row[]> {
  const client = new pg.Client({ ...server.address, database: 'postgres' })
  await client.connect()
  try {
    return (await client.query(sql)).rows as Row[]
  } finally {
    await client.end()
  }
}

import { createWriteStream, existsSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { outageOf } from './outages.ts'

const { pool } = await testDatabase()

test('a connection that the server ends is a database that went away', async () => {
  const client = await pool.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const waiting = client.query('select pg_sleep(60)').catch((error: unknown) => error)
  await pool.query('select pg_terminate_backend($1)', [rows[0]!.pid])
  expect(outageOf(await waiting)).toMatchObject({ code: 'kernel/database-lost', status: 503 })
  const later = await client.query('select 1').catch((error: unknown) => error)
  expect(outageOf(later)).toMatchObject({ code: 'kernel/database-lost' })
  client.release(true)
})

test.runIf(existsSync('/dev/full'))('a disk without room is named', async () => {
  const error = await pipeline([Buffer.from('x')], createWriteStream('/dev/full')).catch((failure: unknown) => failure)
  expect(outageOf(error)).toMatchObject({ code: 'kernel/disk-full', status: 507 })
})

test.each([
  [{ code: '53100', message: 'could not extend file' }, 'kernel/database-disk-full'],
  [{ code: '57P02' }, 'kernel/database-lost'],
  [{ code: 'ECONNREFUSED' }, 'kernel/database-away'],
  [new Error('Connection terminated unexpectedly'), 'kernel/database-lost'],
  [new Error('Client has encountered a connection error and is not queryable'), 'kernel/database-lost'],
])('%j is %s', (error, code) => {
  expect(outageOf(error)?.code).toBe(code)
})

test('a fault of the program stays one', () => {
  expect(outageOf(new TypeError('x is not a function'))).toBeUndefined()
  expect(outageOf({ code: '23505' })).toBeUndefined()
  expect(outageOf(null)).toBeUndefined()
})

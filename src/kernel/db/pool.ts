import pg from 'pg'

/** Days come as 'YYYY-MM-DD', moments without a zone as they are stored, and numerics as strings: neither a time zone nor binary floats may touch them. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMP, (text) => text)

export type Connection = string | pg.PoolConfig

/** A pool that survives a restart of its server: a lost idle connection is dropped, not thrown. */
export function createPool(connection: Connection, max = 12): pg.Pool {
  const config = typeof connection === 'string' ? { connectionString: connection } : connection
  const pool = new pg.Pool({ application_name: 'jingkai', max, connectionTimeoutMillis: 15_000, ...config })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

import pg from 'pg'

/** How to reach a database; fits `new pg.Pool(…)`. */
export interface Address {
  host: string
  port: number
  user: string
  password: string
  database: string
}

/** A hold on a running server: while anybody has one, nobody stops it. It ends with the process, however that dies. */
export interface Lease {
  /** True when nobody else holds the server; no new lease is given from then on. */
  isLast(): Promise<boolean>
  release(): Promise<void>
}

/** Any number that nothing else in the database `postgres` uses. */
const LOCK = 20_180_628

/** Takes a lease on the server, or null when it is stopping. */
export async function leaseOn(address: Address): Promise<Lease | null> {
  const client = await connect(address)
  if (!client) return null
  if (!(await holds(client, 'select pg_try_advisory_lock_shared($1) as held'))) {
    await client.end()
    return null
  }
  // The lease alone must not keep a finished program from ending.
  const socket = client as unknown as { ref(): void; unref(): void }
  socket.unref()
  const isLast = () => {
    socket.ref()
    return isLastHolder(client, address)
  }
  const release = () => {
    socket.ref()
    return client.end()
  }
  return { isLast, release }
}

async function connect(address: Address): Promise<pg.Client | null> {
  const client = new pg.Client({ ...address, database: 'postgres', application_name: `jingkai lease ${process.pid}` })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    if (isGoing(error as Error & { code?: string })) return null
    throw error
  }
}

/** 57P0x: the server shuts down, has crashed, or starts; the socket codes: it has gone meanwhile. */
function isGoing(error: Error & { code?: string }): boolean {
  return /^57P0|^ECONN|^EPIPE/.test(error.code ?? '') || error.message.includes('terminated unexpectedly')
}

async function isLastHolder(client: pg.Client, address: Address): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [LOCK])
    return await holds(client, 'select pg_try_advisory_lock($1) as held')
  } catch {
    // Our connection broke; the server may have come back without us.
    const fresh = await connect(address)
    return fresh !== null && (await holds(fresh, 'select pg_try_advisory_lock($1) as held'))
  }
}

async function holds(client: pg.Client, sql: string): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(sql, [LOCK])
  return rows[0]?.held ?? false
}

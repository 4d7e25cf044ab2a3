import type { Tx } from '#kernel/db/work.ts'

// Answers that hold as long as nothing they stand on changed. The key carries every version, so an entry is never wrong, only unused.
const kept = new Map<string, Promise<unknown>>()
const KEPT = 128

/** What holds for everybody who reads the same; null inside a transaction that writes, where nothing may be kept. */
export type Versions = string | null

const versionsRead = new WeakMap<object, Versions>()

/** The versions of ledgers, reports, catalogue, targets, peers, units and zone, by one short query a transaction. */
export async function versionsKey(tx: Pick<Tx, 'client'>): Promise<Versions> {
  const known = versionsRead.get(tx)
  if (known !== undefined) return known
  const { rows } = await tx.client.query<{ key: string; writes: boolean }>({ name: 'indicators-versions', text: QUERY })
  const { key, writes } = rows[0]!
  if (writes) return null
  versionsRead.set(tx, key)
  return key
}

/** The kept answer to a question asked at those versions, or a new one. A failure is not kept. */
export async function answered<T>(
  versions: Versions,
  question: readonly (string | number | undefined)[],
  compute: () => Promise<T>,
): Promise<T> {
  if (versions === null) return compute()
  const key = JSON.stringify([versions, ...question.map((part) => part ?? null)])
  const known = kept.get(key) as Promise<T> | undefined
  if (known) return known
  const answer = await compute()
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, Promise.resolve(answer))
  return answer
}

const QUERY = `
  select current_setting('transaction_read_only') = 'off' as writes,
    concat_ws('/', (select oid from pg_database where datname = current_database()), pg_postmaster_start_time(),
    (select sum(version) from ledger_versions), (select version from economy_versions),
    (select max(id) from indicator_versions), (select max(id) from target_versions), (select max(id) from peer_values),
    (select count(*) || '-' || max(loaded_at) from forms), (select loaded_at from zone_settings),
    (select count(*) || '-' || count(to_on) || '-' || max(from_on) || '-' || max(to_on) from unit_places)) as key`

import type { Tx } from '#kernel/db/work.ts'

// Answers that hold as long as nothing they stand on changed. The key carries every version, so an entry is never wrong, only unused.
const kept = new Map<string, Promise<unknown>>()
const KEPT = 64

/**
 * One short query: the versions of ledgers, reports, catalogue, targets, peers, units and zone, with what was asked. Two askers with
 * the same key would compute the same.
 */
export async function versionsKey(
  tx: Pick<Tx, 'client'>,
  asked: readonly (string | number | undefined)[],
): Promise<string> {
  const { rows } = await tx.client.query<{ key: string }>(
    `select concat_ws('/', (select oid from pg_database where datname = current_database()), pg_postmaster_start_time(),
       (select sum(version) from ledger_versions), (select version from economy_versions),
       (select max(id) from indicator_versions), (select max(id) from target_versions), (select max(id) from peer_values),
       (select count(*) || '-' || max(loaded_at) from forms), (select loaded_at from zone_settings),
       (select count(*) || '-' || count(to_on) || '-' || max(from_on) || '-' || max(to_on) from unit_places)) as key`,
  )
  return JSON.stringify([rows[0]!.key, ...asked.map((part) => part ?? null)])
}

/** The kept answer of a key, or a new one. A failure is not kept. */
export async function answered<T>(key: string, compute: () => Promise<T>): Promise<T> {
  const known = kept.get(key) as Promise<T> | undefined
  if (known) return known
  const answer = await compute()
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, Promise.resolve(answer))
  return answer
}

import { createHash } from 'node:crypto'
import type { Tx } from './db/work.ts'
import type { ZonePackage, ZoneSettings } from './zone.ts'
import { daysBehind } from './zone-clock.ts'

/** The settings of the zone that this database belongs to, or null before the first load. */
export async function zoneOf(tx: Pick<Tx, 'client'>): Promise<ZoneSettings | null> {
  const { rows } = await tx.client.query<{ settings: ZoneSettings }>('select settings from zone_settings')
  return rows[0]?.settings ?? null
}

/** Keeps the settings of a package; the last load wins, but the clock of a demonstration stays as its first load set it. */
export async function keepZone(tx: Tx, zone: ZonePackage): Promise<void> {
  const sha256 = createHash('sha256').update(zone.text('zone.yaml')).digest('hex')
  await tx.client.query(
    `insert into zone_settings (code, settings, folder_sha256, loaded_at, clock_behind_days) values ($1, $2, $3, $4, $5)
     on conflict (single) do update set code = excluded.code, settings = excluded.settings,
       folder_sha256 = excluded.folder_sha256, loaded_at = excluded.loaded_at`,
    [zone.settings.code, JSON.stringify(zone.settings), sha256, tx.now, daysBehind(zone.settings, tx.now)],
  )
}

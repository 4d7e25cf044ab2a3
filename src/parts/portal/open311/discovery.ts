import type { Tx } from '#kernel/db/work.ts'
import { setInForce } from '#parts/matters/engine/engine.ts'
import type { Reader } from './requests.ts'
import { open311Settings } from './settings.ts'
import { mediaTypes, type Value } from './spark.ts'

/** Where the service is, what it speaks and when its list of services last changed. */
export async function discoveryOf(tx: Tx, { locale, base }: Reader): Promise<Value> {
  const settings = await open311Settings(tx)
  const { rows } = await tx.client.query<{ at: Date }>('select at from matter_standard_sets where id = $1', [
    await setInForce(tx),
  ])
  const changed = Math.max(rows[0]?.at.getTime() ?? 0, settings.at.getTime())
  const changeset = `${new Date(changed).toISOString().slice(0, 19)}Z`
  return {
    changeset,
    contact: settings.contact[locale],
    key_service: settings.keyService[locale],
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${base}/open311/v2`,
        changeset,
        type: 'production',
        formats: [mediaTypes.xml, mediaTypes.json].map((type) => type.split(';')[0]!),
      },
    ],
  }
}

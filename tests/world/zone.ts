import path from 'node:path'
import { type Work, write } from '#kernel/db/work.ts'
import { openZone } from '#kernel/zone.ts'
import { keepZone } from '#kernel/zone-record.ts'
import { parts } from '#parts/index.ts'

/** Loads the demonstration zone whole, part by part, as `jingkai load` does. */
export async function loadDemonstration(work: Work): Promise<void> {
  const zone = openZone(path.join(import.meta.dirname, '../../zones/zhengzhou-2018'))
  await write(work, (tx) => keepZone(tx, zone))
  for (const part of parts) await part.load?.(work, zone, () => {})
}

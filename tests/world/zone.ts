import path from 'node:path'
import type { Work } from '#kernel/db/work.ts'
import { write } from '#kernel/db/work.ts'
import { openZone } from '#kernel/zone.ts'
import { keepZone } from '#kernel/zone-record.ts'
import { economyPart } from '#parts/economy/part.ts'
import { indicatorsPart } from '#parts/indicators/part.ts'
import { importFile } from '#parts/ledgers/import.ts'
import { orgPart } from '#parts/org/part.ts'

const folder = path.join(import.meta.dirname, '../../zones/zhengzhou-2018')

/** Loads the demonstration zone as far as figures need it: units, records, reports, indicators, targets. */
export async function loadDemonstration(work: Work): Promise<void> {
  const zone = openZone(folder)
  await write(work, (tx) => keepZone(tx, zone))
  await orgPart.load?.(work, zone, () => {})
  for (const file of zone.files('records', '.csv')) {
    const [, part, name] = /^records\/([^/]+)\/([a-z-]+?)(?:-\d+)?\.csv$/.exec(file)!
    const ledger = `${part}/${name}`
    const unit = zone.settings.keepers[ledger]
    await importFile(work, {
      ledger,
      file: { name: path.basename(file), path: path.join(folder, file) },
      origin: 'zone',
      ...(unit === undefined ? {} : { unit }),
    })
  }
  await economyPart.load?.(work, zone, () => {})
  await indicatorsPart.load?.(work, zone, () => {})
}

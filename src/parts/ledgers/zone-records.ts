import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { rootsFor } from '#kernel/access/actor.ts'
import type { Work } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { exportRows } from './export.ts'
import { importFile } from './import.ts'
import type { Ledger } from './ledger.ts'
import { ledgerPermissions } from './permissions.ts'
import { ledgers } from './registry.ts'

/**
 * Imports the record files of a zone package in file-name order: `records/<part>/<name>.csv`, or `<name>-anything.csv`. A package is to go in
 * whole: a rejected row refuses `ledgers/zone-rows-rejected` with the file and the first reason.
 */
export async function loadRecords(work: Work, zone: ZonePackage, tell: (words: Words) => void): Promise<void> {
  const files = zone.files('records', '.csv')
  for (const ledger of inOrder([...(await ledgers()).values()])) {
    const [part, name] = ledger.name.split('/') as [string, string]
    const own = files.filter((file) => isOf(file, part, name))
    let rows = 0
    for (const file of own) {
      const unit = zone.settings.keepers[ledger.name] ?? zone.settings.rootUnit
      const result = await importFile(work, {
        ledger: ledger.name,
        unit,
        origin: 'zone',
        file: { name: file, path: path.join(zone.folder, file) },
      })
      if (result.rejected > 0)
        refuse('ledgers/zone-rows-rejected', {
          file,
          rejected: result.rejected,
          line: result.findings[0]?.line,
          check: result.findings[0]?.faults[0]?.check,
        })
      rows += result.rows
    }
    if (own.length > 0)
      tell({
        zh: `${ledger.words.zh}：${own.length} 个文件，${rows} 行`,
        en: `${ledger.words.en}: ${rows} rows in ${own.length} files`,
      })
  }
}

/** Ledgers by name, except that what another follows comes before it. */
function inOrder(all: readonly Ledger[]): Ledger[] {
  const order = new Set<Ledger>()
  const place = (ledger: Ledger): void => {
    for (const name of ledger.follows ?? []) for (const other of all) if (other.name === name) place(other)
    order.add(ledger)
  }
  for (const ledger of all) place(ledger)
  return [...order]
}

/** Writes every ledger's rows back as the record files of a zone package. */
export async function exportRecords(work: Work, folder: string): Promise<void> {
  const roots = rootsFor(work.actor, ledgerPermissions['ledgers/read'])
  for (const ledger of (await ledgers()).values()) {
    const file = path.join(folder, 'records', `${ledger.name}.csv`)
    mkdirSync(path.dirname(file), { recursive: true })
    const rows = exportRows(work, ledger, { filters: [], sort: ledger.day, roots, format: 'csv', locale: 'zh' })
    await pipeline(rows, createWriteStream(file))
  }
}

/** A file is of the ledger with the longest name that begins its own. */
function isOf(file: string, part: string, name: string): boolean {
  const base = path.basename(file, '.csv')
  return path.dirname(file) === path.join('records', part) && (base === name || new RegExp(`^${name}-\\d`).test(base))
}

import { parse } from 'yaml'
import { z } from 'zod'
import { audit } from '#kernel/audit/chain.ts'
import { type Tx, type Work, write } from '#kernel/db/work.ts'
import { CsvScanner } from '#kernel/files/csv-scanner.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { keepStandards } from './keep-standards.ts'
import { readStandards } from './sheet.ts'

const DesksFile = z.object({ supervision: z.string(), command: z.string() })
export const desksFile = 'matters/desks.yaml'
export const standardsFile = 'matters/standards.csv'

/** Reads matters/desks.yaml and matters/standards.csv; the same files twice change nothing. */
export async function loadStandards(work: Work, zone: ZonePackage, tell: (words: Words) => void): Promise<void> {
  if (zone.has(desksFile)) {
    const parsed = DesksFile.safeParse(parse(zone.text(desksFile)))
    if (!parsed.success) return refuse('matters/desks-unreadable', { problem: z.prettifyError(parsed.error) })
    await write(work, (tx) => keepDesks(tx, parsed.data))
  }
  if (!zone.has(standardsFile)) return
  const text = zone.text(standardsFile)
  const { standards, faults } = readStandards([sheetOf(text)])
  if (faults.length > 0)
    refuse('matters/standards-faulty', { faults: faults.map(({ words }) => words.zh), count: faults.length })
  const file = { title: zone.settings.name.zh, name: standardsFile, reason: 'zone-package' }
  await write(work, (tx) => keepStandards(tx, standards, file))
  tell({ zh: `立结案标准 ${standards.length} 条`, en: `Standards of matters: ${standards.length}` })
}

function sheetOf(text: string) {
  const scanner = new CsvScanner(',')
  const rows = [...scanner.push(text), ...scanner.end()]
  return {
    ...{ name: standardsFile, hidden: false, merges: [] },
    rows: rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()), formulas: [], merged: [] })),
  }
}

async function keepDesks(tx: Tx, desks: z.output<typeof DesksFile>): Promise<void> {
  const { rowCount } = await tx.client.query(
    `insert into matter_desks (desk, unit_code) values ('supervision', $1), ('command', $2)
     on conflict (desk) do update set unit_code = excluded.unit_code where matter_desks.unit_code <> excluded.unit_code`,
    [desks.supervision, desks.command],
  )
  if (rowCount) audit(tx, { action: 'matters/keep-desks', subject: 'desks:all', after: desks })
}

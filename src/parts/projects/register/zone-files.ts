import { parse } from 'yaml'
import { z } from 'zod'
import { audit } from '#kernel/audit/chain.ts'
import { type Tx, type Work, write } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { personByCode } from '#parts/org/org.ts'
import { type Line, linesOf } from '#parts/org/zone-csv.ts'
import { keepLights } from './keep-lights.ts'
import { LightRulesFile } from './light-rule-shape.ts'
import { type ZoneTable, zoneTables } from './zone-tables.ts'

/** Versions of the rule of the lights; the file says which, a version that is known is brought up to it. */
export const rulesFile = 'projects/light-rules.yaml'

/**
 * Reads projects/light-rules.yaml, and what is kept beside the ledgers (frozen plans, expected days, judgements, reasons, codes, contacts) into a zone
 * that has none of it yet; a zone in use keeps its own.
 */
export async function loadProjectRecords(work: Work, zone: ZonePackage, tell: (words: Words) => void): Promise<void> {
  if (!zone.has(rulesFile)) return
  const rows = await write(work, async (tx) => {
    await keepRules(tx, zone)
    let rows = 0
    for (const table of zoneTables) rows += await loadTable(tx, zone, table)
    await freezeMonths(tx)
    if (rows > 0) audit(tx, { action: 'projects/load-records', subject: 'projects:records', after: { rows } })
    await keepLights(tx)
    return rows
  })
  if (rows > 0)
    tell({
      zh: `项目基线、研判等记录 ${rows} 条`,
      en: `${rows} records of baselines, judgements and codes of projects`,
    })
}

async function keepRules(tx: Tx, zone: ZonePackage): Promise<void> {
  const parsed = LightRulesFile.safeParse(parse(zone.text(rulesFile)))
  if (!parsed.success) refuse('projects/zone-file', { file: rulesFile, problem: z.prettifyError(parsed.error) })
  const { rowCount } = await tx.client.query(
    `insert into project_light_rules (version, from_on, rule)
     select r ->> 'version', (r ->> 'from')::date, r from jsonb_array_elements($1::jsonb) as given (r)
     on conflict (version) do update set from_on = excluded.from_on, rule = excluded.rule
       where project_light_rules.rule is distinct from excluded.rule`,
    [JSON.stringify(parsed.data.rules)],
  )
  if (rowCount)
    audit(tx, { action: 'projects/keep-light-rules', subject: 'projects:light-rules', after: { versions: rowCount } })
}

async function loadTable(tx: Tx, zone: ZonePackage, table: ZoneTable): Promise<number> {
  const lines = linesOf(zone, table.file)
  const known = await tx.client.query(`select from ${table.table} limit 1`)
  if (lines.length === 0 || known.rows.length > 0) return 0
  for (const line of lines) await table.keep(tx, line, await handOf(tx, line, table.file))
  return lines.length
}

/** The person that a line names by the code of the people's file, or whoever it names without one. */
async function handOf(tx: Tx, { line, cell }: Line, file: string): Promise<[string, string, Date]> {
  const code = cell('by')
  const person = await personByCode(tx, code)
  if (!person && (code === '' || /^P\d+$/.test(code)))
    refuse('org/zone-file-unreadable', { file, line, column: 'by', value: code })
  return [person ? `person:${code}` : `named:${code}`, person?.name ?? code, tx.now]
}

/** The curve of a plan is frozen with it: for plans that came without, the curve as the ledger has it. */
async function freezeMonths(tx: Tx): Promise<void> {
  await tx.client.query(
    `insert into project_baseline_months (project_code, version, month, planned_percent, planned)
     select b.project_code, b.version, m.month, m.planned_percent, m.planned
     from project_baselines b join ledger_projects_project_months m on m.project = b.project_code
     where (m.planned_percent is not null or m.planned is not null)
       and not exists (select from project_baseline_months known where known.project_code = b.project_code)`,
  )
}

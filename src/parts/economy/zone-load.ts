import { Decimal } from 'decimal.js'
import { audit } from '#kernel/audit/chain.ts'
import { type Tx, type Work, write } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import type { Period } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { unitCodes } from '#parts/org/org.ts'
import { type Line, linesOf } from '#parts/org/zone-csv.ts'
import { type FormDeclaration, readForm } from './declaration.ts'
import { type CurrentForm, currentForm, itemCatalogue, keepForm } from './forms.ts'
import { periodFor, spanOf } from './periods.ts'
import type { Step } from './rules.ts'
import { submissionSteps, submissions, submissionValues } from './tables.ts'
import { raiseVersion } from './version.ts'

/**
 * Reads forms/*.yaml and submissions/<form>.csv (`period,unit,item,value,base,growth`). A submission that is on record stays as it
 * is, so that loading twice changes nothing and work done since is kept. What is loaded counts as handed in and accepted; all but
 * the newest period of a form is locked.
 */
export async function loadEconomy(work: Work, zone: ZonePackage, tell: (words: Words) => void): Promise<void> {
  const kept = await write(work, (tx) => loadForms(tx, zone))
  tell({ zh: `报表：更新 ${kept} 张`, en: `Forms: ${kept} new or changed` })
  let added = 0
  for (const file of zone.files('submissions', '.csv'))
    added += await write(work, (tx) => loadSubmissions(tx, zone, file))
  tell({ zh: `填报：新增 ${added} 份`, en: `Submissions: ${added} added` })
}

async function loadForms(tx: Tx, zone: ZonePackage): Promise<number> {
  const known = new Set(await unitCodes(tx))
  let kept = 0
  for (const file of zone.files('forms', '.yaml')) {
    const form = readForm(zone.text(file), file)
    const stranger = form.units.find((unit) => !known.has(unit))
    if (stranger) refuse('economy/form-unreadable', { file, problem: `units: ${stranger}` })
    const taken = [...(await itemCatalogue(tx)).values()].find(
      (item) => item.form !== form.code && form.items.some(({ code }) => code === item.code),
    )
    if (taken) refuse('economy/form-unreadable', { file, problem: `${taken.code}: ${taken.form}` })
    if (!(await keepForm(tx, form))) continue
    kept += 1
    audit(tx, { action: 'economy/keep-form', subject: `form:${form.code}`, after: form })
  }
  if (kept > 0) await raiseVersion(tx)
  return kept
}

interface Filed {
  unit: string
  period: Period
  cells: Map<string, { value: string | null; base: string | null; growth: string | null }>
}

async function loadSubmissions(tx: Tx, zone: ZonePackage, file: string): Promise<number> {
  const form = await currentForm(tx, file.replace(/^.*[\\/]/, '').replace(/\.csv$/, ''))
  const { rows: known } = await tx.client.query<{ key: string }>(
    `select unit_code || ' ' || period as key from submissions where form_code = $1`,
    [form.declaration.code],
  )
  const onRecord = new Set(known.map(({ key }) => key))
  const filed = [...filedIn(form.declaration, linesOf(zone, file), file).entries()].filter(
    ([key]) => !onRecord.has(key),
  )
  if (filed.length === 0) return 0
  await keepFiled(
    tx,
    form,
    filed.map(([, one]) => one),
  )
  await raiseVersion(tx)
  audit(tx, {
    action: 'economy/load-submissions',
    subject: `form:${form.declaration.code}`,
    after: filed.map(([key]) => key),
  })
  return filed.length
}

function filedIn(form: FormDeclaration, lines: readonly Line[], file: string): Map<string, Filed> {
  const found = new Map<string, Filed>()
  for (const row of lines) {
    const [unit, item] = [row.cell('unit'), row.cell('item')]
    const unreadable = (column: string) =>
      refuse('economy/zone-file-unreadable', { file, line: row.line, column, value: row.cell(column).slice(0, 40) })
    if (!form.units.includes(unit)) unreadable('unit')
    if (!form.items.some(({ code }) => code === item)) unreadable('item')
    const period = periodFor(form, row.cell('period'), 'history')
    const key = `${unit} ${period.text}`
    const digits = (column: string) => digitsOf(row.cell(column)) ?? unreadable(column)
    const cell = { value: digits('value') || null, base: digits('base') || null, growth: digits('growth') || null }
    const one = found.get(key) ?? { unit, period, cells: new Map() }
    one.cells.set(item, cell)
    found.set(key, one)
  }
  return found
}

/** Plain digits, empty for an empty cell, null for anything that is no number. */
function digitsOf(text: string): string | null {
  if (text === '') return ''
  return /^-?\d+(\.\d+)?$/.test(text) ? new Decimal(text).toFixed() : null
}

async function keepFiled(tx: Tx, form: CurrentForm, filed: readonly Filed[]): Promise<void> {
  const { code } = form.declaration
  const opened = filed.map(({ unit, period }) => {
    const { start, end } = spanOf(form.declaration, period)
    const version = { formCode: code, formVersion: form.version, openedAt: tx.now }
    return { ...version, unitCode: unit, period: period.text, startOn: start, endOn: end }
  })
  const ids = await tx.db.insert(submissions).values(opened).returning({ id: submissions.id })
  const cells = filed.flatMap(({ cells }, place) =>
    [...cells].map(([item, cell]) => ({
      ...{ submissionId: ids[place]!.id, item, ...cell },
      ...{ recordedAt: tx.now, recordedBy: tx.actor.id, reportedAt: tx.now },
    })),
  )
  await tx.db.insert(submissionValues).values(cells)
  const newest = filed
    .map(({ period }) => period.end)
    .toSorted()
    .at(-1)
  const taken = filed.flatMap(({ period }, place) => {
    const steps: Step[] = period.end === newest ? ['submitted', 'accepted'] : ['submitted', 'accepted', 'locked']
    const by = { at: tx.now, byId: 'zone-package', byName: '' }
    return steps.map((step) => ({ submissionId: ids[place]!.id, step, ...by }))
  })
  await tx.db.insert(submissionSteps).values(taken)
}

import { bigint, customType, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { CheckReport, Verdict } from '../checking/report.ts'
import type { DraftFormat } from '../drafts/draft.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const id = () => bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity()
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Words of texts that a person bound to an indicator; withdrawn once, never rewritten. */
export const claimAliases = pgTable('claim_aliases', {
  id: id(),
  phrase: text('phrase').notNull(),
  indicator: text('indicator').notNull(),
  unit: text('unit').notNull(),
  example: text('example').notNull().default(''),
  chosenAt: moment('chosen_at').notNull(),
  chosenById: text('chosen_by_id').notNull(),
  chosenBy: text('chosen_by').notNull(),
  withdrawnAt: moment('withdrawn_at'),
  withdrawnById: text('withdrawn_by_id'),
  withdrawnBy: text('withdrawn_by'),
})

/** Checks that were signed off; what the rows say is never changed. */
export const checkRecords = pgTable('check_records', {
  id: id(),
  name: text('name').notNull(),
  format: text('format').$type<DraftFormat>().notNull(),
  area: text('area').notNull(),
  period: text('period').notNull(),
  asOf: moment('as_of'),
  text: text('text').notNull(),
  textSha256: text('text_sha256').notNull(),
  report: jsonb('report').$type<Omit<CheckReport, 'text'>>().notNull(),
  counts: jsonb('counts').$type<Record<Verdict, number>>().notNull(),
  sha256: text('sha256').notNull(),
  recordedAt: moment('recorded_at').notNull(),
  recordedById: text('recorded_by_id').notNull(),
  recordedBy: text('recorded_by').notNull(),
})

export const checkFiles = pgTable('check_files', {
  checkId: bigint('check_id', { mode: 'number' }).primaryKey(),
  bytes: bytes('bytes').notNull(),
  sha256: text('sha256').notNull(),
})

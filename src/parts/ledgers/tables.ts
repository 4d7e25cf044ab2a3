import { bigint, jsonb, numeric, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { Mapping } from './headings.ts'
import type { Fault } from './row-checker.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const count = (name: string) => bigint(name, { mode: 'number' })

/** One import: a file, a row mended on a page, a file of the zone package, or what one account sent singly within an hour. */
export const batches = pgTable('batches', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  ledger: text('ledger').notNull(),
  unitCode: text('unit_code').notNull(),
  origin: text('origin', { enum: ['file', 'page', 'zone', 'door'] }).notNull(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256'),
  bytes: count('bytes'),
  format: text('format'),
  encoding: text('encoding'),
  headings: jsonb('headings').$type<string[]>().notNull().default([]),
  mapping: jsonb('mapping').$type<Mapping>().notNull().default({}),
  ignored: jsonb('ignored').$type<string[]>().notNull().default([]),
  /** why a row was mended by hand */
  reason: text('reason'),
  rows: count('rows').notNull().default(0),
  accepted: count('accepted').notNull().default(0),
  corrected: count('corrected').notNull().default(0),
  unchanged: count('unchanged').notNull().default(0),
  rejected: count('rejected').notNull().default(0),
  warned: count('warned').notNull().default(0),
  seconds: numeric('seconds', { precision: 12, scale: 3 }).notNull().default('0'),
  enteredAt: moment('entered_at').notNull(),
  enteredBy: text('entered_by').notNull(),
  enteredByName: text('entered_by_name').notNull(),
  withdrawnAt: moment('withdrawn_at'),
  withdrawnBy: text('withdrawn_by'),
  withdrawnByName: text('withdrawn_by_name'),
  withdrawnReason: text('withdrawn_reason'),
  /** rows it had brought first, gone with it */
  withdrawnRemoved: count('withdrawn_removed'),
  /** rows it had corrected, back at their earlier version */
  withdrawnRestored: count('withdrawn_restored'),
})

/** Rows a batch did not take, and the first it took with a warning, as the file had them. */
export const importFindings = pgTable('import_findings', {
  batchId: count('batch_id').notNull(),
  line: count('line').notNull(),
  severity: text('severity', { enum: ['reject', 'warn'] }).notNull(),
  faults: jsonb('faults').$type<Fault[]>().notNull(),
  cells: jsonb('cells').$type<string[]>().notNull(),
})

/** What each ledger's tables were made from. */
export const ledgerShapes = pgTable('ledger_shapes', {
  ledger: text('ledger').primaryKey(),
  shape: jsonb('shape').notNull(),
  appliedAt: moment('applied_at').notNull().defaultNow(),
})

/** Counts the changes of each ledger and keeps its moments in order. */
export const ledgerVersions = pgTable('ledger_versions', {
  ledger: text('ledger').primaryKey(),
  version: count('version').notNull().default(0),
  changedAt: moment('changed_at'),
})

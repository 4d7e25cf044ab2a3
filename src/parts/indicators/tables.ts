import { bigint, integer, jsonb, numeric, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { IndicatorDeclaration } from './declaration.ts'
import type { TargetOperator } from './target-operator.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const id = () => bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity()

/** Declarations as they were loaded; never edited. */
export const indicatorVersions = pgTable('indicator_versions', {
  id: id(),
  code: text('code').notNull(),
  version: integer('version').notNull(),
  ordinal: integer('ordinal').notNull(),
  declaration: jsonb('declaration').$type<IndicatorDeclaration>().notNull(),
  sha256: text('sha256').notNull(),
  loadedAt: moment('loaded_at').notNull(),
  loadedBy: text('loaded_by').notNull(),
})

/** Aims for a period; the highest version is in force. */
export const targetVersions = pgTable('target_versions', {
  id: id(),
  indicator: text('indicator').notNull(),
  period: text('period').notNull(),
  version: integer('version').notNull(),
  operator: text('operator').$type<TargetOperator>().notNull(),
  value: numeric('value').notNull(),
  unit: text('unit').notNull(),
  reason: text('reason').notNull(),
  origin: text('origin', { enum: ['zone', 'page'] }).notNull(),
  setAt: moment('set_at').notNull(),
  setBy: text('set_by').notNull(),
  setByName: text('set_by_name').notNull(),
})

/** Values of other districts and zones, for ranks. */
export const peerValues = pgTable('peer_values', {
  id: id(),
  indicator: text('indicator').notNull(),
  period: text('period').notNull(),
  peer: text('peer').notNull(),
  value: numeric('value').notNull(),
  suppliedAt: moment('supplied_at').notNull(),
  suppliedBy: text('supplied_by').notNull(),
})

import { bigint, date, integer, jsonb, numeric, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { Words } from '#kernel/i18n/words.ts'
import type { FindingClass, FormDeclaration } from './declaration.ts'
import type { Step } from './rules.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const id = (name: string) => bigint(name, { mode: 'number' })

/** Versions of a form's declaration; never edited. */
export const forms = pgTable(
  'forms',
  {
    code: text('code').notNull(),
    version: integer('version').notNull(),
    declaration: jsonb('declaration').$type<FormDeclaration>().notNull(),
    loadedAt: moment('loaded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.version] })],
)

/** What one unit reports for one period. */
export const submissions = pgTable('submissions', {
  id: id('id').primaryKey().generatedAlwaysAsIdentity(),
  formCode: text('form_code').notNull(),
  formVersion: integer('form_version').notNull(),
  unitCode: text('unit_code').notNull(),
  period: text('period').notNull(),
  startOn: date('start_on', { mode: 'string' }).notNull(),
  endOn: date('end_on', { mode: 'string' }).notNull(),
  openedAt: moment('opened_at').notNull(),
})

/** Every state of every cell: `replacedAt` null is what stands in the form, `reportedAt` set is what was told. */
export const submissionValues = pgTable('submission_values', {
  id: id('id').primaryKey().generatedAlwaysAsIdentity(),
  submissionId: id('submission_id').notNull(),
  item: text('item').notNull(),
  value: numeric('value'),
  base: numeric('base'),
  growth: numeric('growth'),
  recordedAt: moment('recorded_at').notNull(),
  recordedBy: text('recorded_by').notNull(),
  replacedAt: moment('replaced_at'),
  reportedAt: moment('reported_at'),
  supersededAt: moment('superseded_at'),
})

/** What happened to a submission; its state follows from them (rules.ts). */
export const submissionSteps = pgTable('submission_steps', {
  id: id('id').primaryKey().generatedAlwaysAsIdentity(),
  submissionId: id('submission_id').notNull(),
  step: text('step').$type<Step>().notNull(),
  words: text('words'),
  at: moment('at').notNull(),
  byId: text('by_id').notNull(),
  byName: text('by_name').notNull(),
})

/** What the audit found when a submission was handed in. */
export const auditFindings = pgTable(
  'audit_findings',
  {
    submissionId: id('submission_id').notNull(),
    stepId: id('step_id').notNull(),
    finding: text('finding').notNull(),
    class: text('class').$type<FindingClass>().notNull(),
    item: text('item').notNull(),
    words: jsonb('words').$type<Words>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.stepId, table.finding] })],
)

/** Reasons given for findings. */
export const explanations = pgTable('explanations', {
  id: id('id').primaryKey().generatedAlwaysAsIdentity(),
  submissionId: id('submission_id').notNull(),
  finding: text('finding').notNull(),
  words: text('words').notNull(),
  at: moment('at').notNull(),
  byId: text('by_id').notNull(),
  byName: text('by_name').notNull(),
})

export const submissionReminders = pgTable('submission_reminders', {
  id: id('id').primaryKey().generatedAlwaysAsIdentity(),
  formCode: text('form_code').notNull(),
  unitCode: text('unit_code').notNull(),
  period: text('period').notNull(),
  dueOn: date('due_on', { mode: 'string' }).notNull(),
  remindedOn: date('reminded_on', { mode: 'string' }).notNull(),
  at: moment('at').notNull(),
})

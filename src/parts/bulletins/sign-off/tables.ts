import { bigint, date, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { Locale } from '#kernel/i18n/words.ts'
import type { Verdict } from '../checking/report.ts'
import type { FigureKind } from '../figure-kinds.ts'

const draft = () => bigint('draft_id', { mode: 'number' }).notNull()

/** Bulletins while people work on them. */
export const bulletinDrafts = pgTable('bulletin_drafts', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  template: text('template').notNull(),
  period: text('period').notNull(),
  area: text('area').notNull(),
})

/** Each save of a draft; the highest version is the draft as it stands. */
export const draftVersions = pgTable(
  'draft_versions',
  { draftId: draft(), version: integer('version').notNull(), dated: date('dated', { mode: 'string' }).notNull() },
  (table) => [primaryKey({ columns: [table.draftId, table.version] })],
)

export const draftTexts = pgTable(
  'draft_texts',
  {
    draftId: draft(),
    version: integer('version').notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    templateVersion: integer('template_version').notNull(),
    body: text('body').notNull(),
    sha256: text('sha256').notNull(),
  },
  (table) => [primaryKey({ columns: [table.draftId, table.version, table.locale] })],
)

export const draftDeeds = ['drafted', 'edited', 'checked', 'returned', 'reviewed', 'issued', 'dropped'] as const
export type DraftDeed = (typeof draftDeeds)[number]

/** A figure as it read when the draft was checked. */
export interface FigureRead {
  locale: Locale
  kind: FigureKind
  key: string
  text: string
}

export const draftSteps = pgTable('draft_steps', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  draftId: draft(),
  step: text('step', { enum: draftDeeds }).notNull(),
  version: integer('version').notNull(),
  sha256: text('sha256').notNull(),
  at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull(),
  byId: text('by_id').notNull(),
  byName: text('by_name').notNull(),
  words: text('words').notNull().default(''),
  checkId: bigint('check_id', { mode: 'number' }),
  counts: jsonb('counts').$type<Record<Verdict, number>>(),
  printed: jsonb('printed').$type<FigureRead[]>(),
  bulletinId: bigint('bulletin_id', { mode: 'number' }),
})

import { bigint, boolean, date, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { Locale } from '#kernel/i18n/words.ts'
import type { FigureKind, Source } from './figure-kinds.ts'
import type { Print } from './prose.ts'
import type { Tree } from './tree.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const bulletin = () => bigint('bulletin_id', { mode: 'number' }).notNull()

/** Templates as they were loaded and edited; the highest version that is not kept aside is in use. */
export const bulletinTemplates = pgTable(
  'bulletin_templates',
  {
    code: text('code').notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    version: integer('version').notNull(),
    body: text('body').notNull(),
    sha256: text('sha256').notNull(),
    loadedAt: moment('loaded_at').notNull(),
    loadedBy: text('loaded_by').notNull(),
    /** a file of the zone package, or the editor's page */
    origin: text('origin', { enum: ['zone', 'page'] })
      .notNull()
      .default('zone'),
    reason: text('reason').notNull().default(''),
    /** came with the package after somebody's edit: readable, not in use */
    keptAside: boolean('kept_aside').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.code, table.locale, table.version] })],
)

/** Issued bulletins; what the rows say is never changed. */
export const bulletins = pgTable('bulletins', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  template: text('template').notNull(),
  period: text('period').notNull(),
  startsOn: date('starts_on', { mode: 'string' }).notNull(),
  endsOn: date('ends_on', { mode: 'string' }).notNull(),
  area: text('area').notNull(),
  asOf: moment('as_of').notNull(),
  dated: date('dated', { mode: 'string' }).notNull(),
  sha256: text('sha256').notNull(),
})

export const bulletinTexts = pgTable(
  'bulletin_texts',
  {
    bulletinId: bulletin(),
    locale: text('locale').$type<Locale>().notNull(),
    templateVersion: integer('template_version').notNull(),
    title: text('title').notNull(),
    tree: jsonb('tree').$type<Tree>().notNull(),
    sha256: text('sha256').notNull(),
  },
  (table) => [primaryKey({ columns: [table.bulletinId, table.locale] })],
)

export const bulletinFacts = pgTable(
  'bulletin_facts',
  {
    bulletinId: bulletin(),
    key: text('key').notNull(),
    indicator: text('indicator'),
    source: jsonb('source').$type<Source>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.bulletinId, table.key] })],
)

export const bulletinFigures = pgTable(
  'bulletin_figures',
  {
    bulletinId: bulletin(),
    locale: text('locale').$type<Locale>().notNull(),
    place: integer('place').notNull(),
    kind: text('kind').$type<FigureKind>().notNull(),
    key: text('key').notNull(),
    print: jsonb('print').$type<Print>().notNull(),
    printed: text('printed').notNull(),
    missing: boolean('missing').notNull(),
  },
  (table) => [primaryKey({ columns: [table.bulletinId, table.locale, table.place] })],
)

export const bulletinSteps = pgTable(
  'bulletin_steps',
  {
    bulletinId: bulletin(),
    step: text('step', { enum: ['issued', 'withdrawn'] }).notNull(),
    at: moment('at').notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    reason: text('reason').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.bulletinId, table.step] })],
)

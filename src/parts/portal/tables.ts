import { bigint, boolean, date, integer, numeric, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const id = () => bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity()

/** What the zone chose to show to anybody, and each end of such a choice; never edited. */
export const openChoices = pgTable('open_choices', {
  id: id(),
  kind: text('kind', { enum: ['indicator', 'bulletin', 'template'] }).notNull(),
  subject: text('subject').notNull(),
  open: boolean('open').notNull(),
  since: date('since', { mode: 'string' }),
  release: text('release', { enum: ['ended', 'issued'] }),
  delayDays: integer('delay_days'),
  reason: text('reason').notNull(),
  origin: text('origin', { enum: ['zone', 'page'] }).notNull(),
  at: moment('at').notNull(),
  byId: text('by_id').notNull(),
  byName: text('by_name').notNull(),
})

/** Figures as they were let out; a change is a further row. */
export const openObservations = pgTable('open_observations', {
  id: id(),
  indicator: text('indicator').notNull(),
  freq: text('freq', { enum: ['A', 'S', 'Q', 'M'] }).notNull(),
  period: text('period').notNull(),
  startsOn: date('starts_on', { mode: 'string' }).notNull(),
  endsOn: date('ends_on', { mode: 'string' }).notNull(),
  measure: text('measure', { enum: ['LEVEL', 'GROWTH', 'LEVEL_YTD', 'GROWTH_YTD'] }).notNull(),
  value: numeric('value'),
  unit: text('unit').notNull(),
  places: integer('places').notNull(),
  status: text('status', { enum: ['computed', 'provisional', 'accepted', 'locked'] }).notNull(),
  basis: text('basis').notNull(),
  validFrom: moment('valid_from').notNull(),
})

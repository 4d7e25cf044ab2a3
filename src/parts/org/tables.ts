import { customType, date, doublePrecision, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Polygons } from '#kernel/place.ts'
import { boundaryKinds } from './boundary-rows.ts'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A node of the zone's tree; its names and places over time are rows of the two tables below. */
export const units = pgTable('units', {
  code: text('code').primaryKey(),
  /** the name it has now, or had last */
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  kind: text('kind').notNull(),
  /** where it stands among its siblings */
  ordinal: integer('ordinal').notNull(),
  openedOn: date('opened_on', { mode: 'string' }).notNull(),
  /** the first day it is no more */
  closedOn: date('closed_on', { mode: 'string' }),
  searchText: text('search_text').notNull(),
})

/** What a unit was called from a day until the day before another. */
export const unitNames = pgTable(
  'unit_names',
  {
    unitCode: text('unit_code').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }),
  },
  (table) => [primaryKey({ columns: [table.unitCode, table.fromOn] })],
)

/** What a unit stood below, from a day until the day before another; only the root has no parent. */
export const unitPlaces = pgTable(
  'unit_places',
  {
    unitCode: text('unit_code').notNull(),
    parentCode: text('parent_code'),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }),
  },
  (table) => [primaryKey({ columns: [table.unitCode, table.fromOn] })],
)

export const people = pgTable('people', {
  id: uuid('id').primaryKey().defaultRandom(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  /** syllables with a space between */
  pinyin: text('pinyin').notNull(),
  initials: text('initials').notNull(),
  /** the unit and title they have now, or had last */
  unitCode: text('unit_code').notNull(),
  title: text('title').notNull().default(''),
  phoneEncrypted: bytea('phone_encrypted'),
  phoneMasked: text('phone_masked'),
  joinedOn: date('joined_on', { mode: 'string' }).notNull(),
  /** the first day they are no longer here */
  leftOn: date('left_on', { mode: 'string' }),
  searchText: text('search_text').notNull(),
})

/** Where a person worked, as what, from a day until the day before another. */
export const personPlaces = pgTable(
  'person_places',
  {
    personId: uuid('person_id').notNull(),
    unitCode: text('unit_code').notNull(),
    title: text('title').notNull().default(''),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }),
  },
  (table) => [primaryKey({ columns: [table.personId, table.fromOn] })],
)

/** Accounts that a demonstration zone brought with it; a real zone has none. */
export const demonstrationAccounts = pgTable('demonstration_accounts', {
  userId: uuid('user_id').primaryKey(),
  personCode: text('person_code').notNull(),
})

/** Where the zone, its units and its grid cells lie, from a day until the day before another; degrees of WGS-84. */
export const boundaries = pgTable(
  'boundaries',
  {
    kind: text('kind', { enum: boundaryKinds }).notNull(),
    /** of a cell its grid number, of others the code of the unit or area */
    code: text('code').notNull(),
    unitCode: text('unit_code').notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }),
    west: doublePrecision('west').notNull(),
    south: doublePrecision('south').notNull(),
    east: doublePrecision('east').notNull(),
    north: doublePrecision('north').notNull(),
    /** coordinates of a GeoJSON MultiPolygon */
    polygons: jsonb('polygons').$type<Polygons>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.code, table.fromOn] })],
)

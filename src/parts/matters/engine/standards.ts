import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ClockKind, Limit, Reading } from './clock.ts'

export interface Category {
  code: string
  major: Words
  name: Words
  keywords: string
}

export interface StandardRow {
  id: number
  ordinal: number
  condition: string
  closeCondition: string
  limit: Limit
  /** who handles it as a rule, where the file named a unit of the zone */
  unit: string | null
  unitSaid: string
  competentSaid: string
}

export type CategoryWithStandards = Category & { standards: StandardRow[] }

/** The version of the standards in force. Refuses `matters/standards-missing` where none was imported. */
export async function setInForce(tx: Pick<Tx, 'client'>): Promise<number> {
  const { rows } = await tx.client.query<{ id: number }>('select id from matter_standard_sets order by id desc limit 1')
  return rows[0]?.id ?? refuse('matters/standards-missing')
}

/** A category of a version; refuses `matters/category-unknown`. */
export async function categoryIn(tx: Pick<Tx, 'client'>, set: number, code: string): Promise<Category> {
  const { rows } = await tx.client.query<Record<string, string>>(
    'select * from matter_categories where set_id = $1 and code = $2',
    [set, code],
  )
  return rows[0] ? categoryFrom(rows[0]) : refuse('matters/category-unknown', { category: code }, 400)
}

/** Categories of a version (the one in force unless told) with their standards, in the order of their codes. */
export async function standardsOf(tx: Pick<Tx, 'client'>, set?: number): Promise<CategoryWithStandards[]> {
  const id = set ?? (await setInForce(tx))
  const categories = await tx.client.query<Record<string, string>>(
    'select * from matter_categories where set_id = $1 order by code',
    [id],
  )
  const standards = await tx.client.query<Record<string, string | number | null>>(
    'select * from matter_standards where set_id = $1 order by category, ordinal',
    [id],
  )
  const by = Map.groupBy(standards.rows, ({ category }) => category as string)
  return categories.rows.map((row) => ({
    ...categoryFrom(row),
    standards: (by.get(row['code']!) ?? []).map(standardFrom),
  }))
}

function categoryFrom(row: Record<string, string>): Category {
  return {
    code: row['code']!,
    major: { zh: row['major_zh']!, en: row['major_en']! },
    name: { zh: row['name_zh']!, en: row['name_en']! },
    keywords: row['keywords']!,
  }
}

function standardFrom(row: Record<string, string | number | null>): StandardRow {
  return {
    ...{ id: Number(row['id']), ordinal: Number(row['ordinal']), condition: row['condition'] as string },
    closeCondition: row['close_condition'] as string,
    limit: { amount: Number(row['amount']), kind: row['kind'] as ClockKind, reading: row['reading'] as Reading },
    ...{ unit: row['unit_code'] as string | null, unitSaid: row['unit_said'] as string },
    competentSaid: row['competent_said'] as string,
  }
}

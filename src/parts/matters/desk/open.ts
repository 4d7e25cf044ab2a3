import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Matter } from '../engine/engine.ts'
import { matterOf, readReporters, standardsOf } from '../engine/engine.ts'
import { limitWords } from '../standards/limit-words.ts'
import type { matterCategories, openOne, showReporters } from './open-shapes.ts'
import { readScope } from './scope.ts'

export async function categoriesShown(tx: Tx): Promise<Answer<typeof matterCategories>> {
  const categories = await standardsOf(tx)
  return categories.map(({ code, major, name, keywords, standards }) => ({
    ...{ code, major, name, keywords },
    standards: standards.map(({ id, condition, closeCondition, limit, unit }) => ({
      ...{ id, condition, closeCondition, unit, limit: limitWords(limit) },
    })),
  }))
}

/** A matter that the reader may see; refuses `matters/unknown` (404) for any other, so that numbers tell nothing. */
export async function visibleMatter(tx: Tx, number: string, roots: readonly string[]): Promise<Matter> {
  const matter = (await matterOf(tx, number)) ?? refuse('matters/unknown', { number }, 404)
  const scope = await readScope(tx, roots)
  const theirs = [matter.liesWith, matter.dutyUnit, matter.office, matter.community]
  if (scope !== 'all' && !theirs.some((unit) => unit !== null && scope.includes(unit)))
    refuse('matters/unknown', { number }, 404)
  return matter
}

/** Which way it came in is said by the page that sends it: a patrol by a phone, all others by the office. */
export const sourceOf = ({ inflow }: Asked<typeof openOne>['body']): string => (inflow === 'patrol' ? 'phone' : 'page')

export async function reportersShown(
  tx: Tx,
  number: string,
  roots: readonly string[],
): Promise<Answer<typeof showReporters>> {
  const reporters = await readReporters(tx, await visibleMatter(tx, number, roots))
  return reporters.map(({ at, reported, name, phone, email }) => ({
    ...{ at: at.toISOString(), reported, name: name ?? null, phone: phone ?? null, email: email ?? null },
  }))
}

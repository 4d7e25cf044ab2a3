import { rootsFor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/db/work.ts'
import { likePattern } from '#kernel/i18n/spelling.ts'
import type { SearchHit } from '#kernel/part.ts'
import { readScope, scopeSql } from './desk/scope.ts'
import { mattersPermissions } from './engine/permissions.ts'
import { type State, stateWords } from './engine/states.ts'

/** Matters by their number or the one they have elsewhere, and open ones by title and address; at most eight. */
export async function searchMatters(tx: Tx, query: string): Promise<SearchHit[]> {
  const words = query.trim()
  const roots = rootsFor(tx.actor, mattersPermissions['matters/read'])
  if (words.length < 2 || roots.length === 0) return []
  if ((await tx.client.query('select from matter_desks limit 1')).rowCount === 0) return []
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const sought = /^[CE]\d{2,}$/i.test(words) ? `number like ${bind(`${words.toUpperCase()}%`)}` : inWords(words, bind)
  const where = [...scopeSql(await readScope(tx, roots), bind), sought].join(' and ')
  const { rows } = await tx.client.query<{ number: string; title: string; state: State }>(
    `select number, title, state from matters where ${where} order by id desc limit 8`,
    values,
  )
  return rows.map(({ number, title, state }) => ({
    kind: 'matter',
    title: { zh: `${title}（${number}）`, en: `${title} (${number})` },
    path: `/matters/${number}`,
    hint: stateWords[state],
  }))
}

function inWords(words: string, bind: (value: unknown) => string): string {
  const like = bind(likePattern(words))
  return `(external_reference = ${bind(words)} or (closed_at is null and (title ilike ${like} or address ilike ${like})))`
}

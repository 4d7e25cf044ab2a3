import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ClockKind, Limit, Reading } from '../engine/clock.ts'
import { standardsOf } from '../engine/standards.ts'
import type { ComparedStandard, StandardsDiff } from './diff.ts'
import { diffOf } from './diff.ts'
import { comparedInForce } from './import.ts'
import { limitWords } from './limit-words.ts'

/** Versions, newest first, and the standards of one of them (the newest unless told). Refuses `matters/set-unknown`. */
export async function shownStandards(tx: Tx, asked?: number) {
  const { rows } = await tx.client.query<Record<string, string | number | Date>>(
    `select s.*, (select count(*)::int from matter_standards t where t.set_id = s.id) as standards,
       (select count(*)::int from matters m where m.set_id = s.id and m.closed_at is null) as open
     from matter_standard_sets s order by s.id desc`,
  )
  const versions = rows.map((row) => ({
    ...{ id: Number(row['id']), title: String(row['title']), file: String(row['file_name']) },
    ...{ reason: String(row['reason']), at: (row['at'] as Date).toISOString(), by: String(row['by_name']) },
    ...{ standards: Number(row['standards']), open: Number(row['open']) },
  }))
  const set = asked ?? versions[0]?.id ?? null
  if (set === null) return { set, versions, categories: [] }
  keepKnown(versions, set)
  const categories = (await standardsOf(tx, set)).map(({ standards, ...category }) => ({
    ...category,
    standards: standards.map((one) => ({ ...one, limit: shownLimit(one.limit) })),
  }))
  return { set, versions, categories }
}

/** How a version differs from another. Refuses `matters/set-unknown`. */
export async function comparedStandards(tx: Tx, { from, to }: { from: number; to: number }) {
  const { rows } = await tx.client.query<{ id: number }>('select id from matter_standard_sets')
  for (const set of [from, to]) keepKnown(rows, set)
  return shownDiff(diffOf(await comparedInForce(tx, from), await comparedInForce(tx, to)))
}

export function shownDiff({ added, removed, changed, unchanged }: StandardsDiff) {
  const shown = (one: ComparedStandard) => ({ ...one, limit: shownLimit(one.limit) })
  return {
    ...{ added: added.map(shown), removed: removed.map(shown), unchanged },
    changed: changed.map(({ changes, ...one }) => ({
      ...one,
      changes: changes.map(({ field, was, is }) => ({
        field,
        was: field === 'limit' ? limitWordsOf(was) : { zh: was, en: was },
        is: field === 'limit' ? limitWordsOf(is) : { zh: is, en: is },
      })),
    })),
  }
}

const shownLimit = (limit: Limit) => ({ ...limit, words: limitWords(limit) })

function limitWordsOf(text: string): Words {
  const [amount, kind, reading] = text.split(' ')
  return limitWords({ amount: Number(amount), kind: kind as ClockKind, reading: reading as Reading })
}

function keepKnown(versions: readonly { id: number }[], set: number): void {
  if (!versions.some(({ id }) => id === set)) refuse('matters/set-unknown', { set }, 404)
}

import type { Tx } from '#kernel/db/work.ts'
import { isNamedBy } from '#kernel/i18n/spelling.ts'
import type { SearchHit } from '#kernel/part.ts'
import { ledgers } from './registry.ts'

/** Ledgers whose words, name or columns contain the query. */
export async function ledgersFound(_tx: Tx, query: string, roots: readonly string[]): Promise<SearchHit[]> {
  if (roots.length === 0) return []
  return [...(await ledgers()).values()].flatMap((ledger): SearchHit[] => {
    const columns = Object.values(ledger.columns).map((column) => column.words)
    const column = columns.find((words) => isNamedBy([words.zh, words.en], query))
    const own = isNamedBy([ledger.name, ledger.words.zh, ledger.words.en], query)
    if (!own && !column) return []
    return [
      {
        kind: 'ledger',
        title: ledger.words,
        path: `/ledgers/${ledger.name}`,
        hint: own || !column ? ledger.grain : column,
      },
    ]
  })
}

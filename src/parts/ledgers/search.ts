import type { Tx } from '#kernel/db/work.ts'
import type { SearchHit } from '#kernel/part.ts'
import { ledgers } from './registry.ts'

/** Ledgers whose words, name or columns contain the query. */
export async function ledgersFound(_tx: Tx, query: string, roots: readonly string[]): Promise<SearchHit[]> {
  const wanted = query.trim().toLowerCase()
  if (wanted === '' || roots.length === 0) return []
  return [...(await ledgers()).values()].flatMap((ledger): SearchHit[] => {
    const columns = Object.values(ledger.columns).map((column) => column.words)
    const column = columns.find((words) => contains([words.zh, words.en], wanted))
    const own = contains([ledger.name, ledger.words.zh, ledger.words.en], wanted)
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

function contains(texts: readonly string[], wanted: string): boolean {
  return texts.some((text) => text.toLowerCase().includes(wanted))
}

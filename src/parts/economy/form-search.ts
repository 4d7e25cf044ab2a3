import type { Tx } from '#kernel/db/work.ts'
import { isNamedBy } from '#kernel/i18n/spelling.ts'
import type { SearchHit } from '#kernel/part.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { formsDesk } from './desk.ts'
import { currentForms } from './forms.ts'

/** Forms of the caller's units whose name, code or item a query names; each leads to the submission its unit works on. */
export async function searchForms(tx: Tx, query: string, roots: readonly string[]): Promise<SearchHit[]> {
  const units = await unitsUnder(tx, roots)
  const hits = [...(await currentForms(tx)).values()].filter(({ declaration: { code, name, items } }) => {
    const words = [code, name.zh, name.en, ...items.flatMap((item) => [item.name.zh, item.name.en])]
    return isNamedBy(words, query)
  })
  if (hits.length === 0) return []
  const { rows } = await formsDesk(tx, units)
  return hits.slice(0, 8).flatMap(({ declaration: { code, name } }): SearchHit[] => {
    const row = rows.find(({ form }) => form === code)
    if (!row) return []
    const path = `/forms/${code}/${row.unit}/${encodeURIComponent(row.period.text)}`
    return [{ kind: 'form', title: name, path, hint: row.unitName }]
  })
}

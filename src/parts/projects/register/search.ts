import type { Tx } from '#kernel/db/work.ts'
import { isNamedBy } from '#kernel/i18n/spelling.ts'
import type { SearchHit } from '#kernel/part.ts'
import { projectRows } from './facts.ts'

/** Projects that the caller reaches whose name, code, national code or owner a query names. */
export async function searchProjects(tx: Tx, query: string, roots: readonly string[]): Promise<SearchHit[]> {
  const rows = await projectRows(tx, roots, null)
  return rows
    .filter((row) => isNamedBy([row.code, row.name, row.nationalCode ?? '', row.enterprise ?? ''], query))
    .slice(0, 8)
    .map(({ code, name, enterprise }) => ({
      ...{ kind: 'project', title: { zh: name, en: name }, path: `/projects/${encodeURIComponent(code)}` },
      hint: { zh: enterprise ?? code, en: enterprise ?? code },
    }))
}

import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { reads } from '#kernel/http/route.ts'
import type { Part } from '#kernel/part.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

export const searchEndpoint = endpoint({
  method: 'GET',
  path: '/api/search',
  permission: 'signed-in',
  summary: { zh: '全站搜索：指标、台账、单位、人员、通报', en: 'Search figures, ledgers, units, people and bulletins' },
  query: z.object({ q: z.string().trim().min(1).max(60) }),
  reply: z.object({
    hits: z.array(
      z.object({
        kind: z.enum(['figure', 'ledger', 'unit', 'person', 'bulletin', 'form', 'target', 'project', 'matter']),
        title: Words,
        path: z.string(),
        hint: Words.optional(),
      }),
    ),
  }),
})

/** Asks every part in its order; each answers within what the caller may see. */
export function searchRoutes(parts: readonly Part[]) {
  return [
    reads(searchEndpoint, async (tx, { query }, request) => {
      const hits = []
      for (const part of parts) hits.push(...((await part.search?.(tx, query.q, request.roots)) ?? []))
      return { hits: hits.slice(0, 30) }
    }),
  ]
}

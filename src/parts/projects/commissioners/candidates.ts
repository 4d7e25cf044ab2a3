import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import { searchPeople, unitCodes } from '#parts/org/org.ts'
import { servingNow } from './queries.ts'
import type { candidatesShape } from './shapes.ts'

/** Anybody of the zone by name, pinyin or code; people with the post of a commissioner first, then whoever serves least. */
export async function candidates(tx: Tx, query: string): Promise<Answer<typeof candidatesShape>> {
  const serving = Map.groupBy(await servingNow(tx), ({ person }) => person)
  const { people } = await searchPeople(tx, { query, units: await unitCodes(tx), page: 1, size: query ? 30 : 400 })
  const rank = (title: string) => (title === '服务专员' ? 0 : title === '科长' ? 1 : 2)
  return {
    people: people
      .map(({ code, name, title, unit }) => ({
        ...{ code, name, title, unit: { code: unit.code, name: { zh: unit.nameZh, en: unit.nameEn } } },
        projects: serving.get(code)?.length ?? 0,
      }))
      .sort((a, b) => rank(a.title) - rank(b.title) || a.projects - b.projects)
      .slice(0, 20),
  }
}

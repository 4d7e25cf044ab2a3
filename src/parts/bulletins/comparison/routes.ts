import type { Tx } from '#kernel/db/work.ts'
import { type Request, type Route, reads } from '#kernel/http/route.ts'
import type { Locale } from '#kernel/i18n/words.ts'
import { isUnder } from '#parts/org/org.ts'
import type { FrozenBulletin } from '../queries.ts'
import { bulletinSeen } from '../routes.ts'
import { type Comparison, compareBulletins } from './compare.ts'
import { comparisonCsv } from './csv.ts'
import { comparisonFileShape, comparisonShape } from './shapes.ts'

interface Asked {
  from: number
  to: number
  language?: Locale | undefined
}

export const comparisonRoutes: readonly Route[] = [
  reads(comparisonShape, async (tx, { query }, request) => {
    const { from, to, inside, comparison } = await compared(tx, query, request)
    return { from: headOf(from), to: headOf(to), inside, ...comparison }
  }),
  reads(comparisonFileShape, async (tx, { query }, request) => {
    const { from, to, comparison } = await compared(tx, query, request)
    const content = comparisonCsv(comparison, query.language ?? request.locale)
    const name = `${from.template} ${from.period} ${from.id} ${to.period} ${to.id}.csv`.replaceAll('/', '-')
    return { name, type: 'text/csv; charset=utf-8', content }
  }),
]

async function compared(
  tx: Tx,
  { from, to, language }: Asked,
  { roots, locale }: Request,
): Promise<{ from: FrozenBulletin; to: FrozenBulletin; inside: boolean; comparison: Comparison }> {
  const seen = (id: number) => bulletinSeen(tx, id, language ?? locale, roots)
  const two = { from: await seen(from), to: await seen(to) }
  const inside = await isUnder(tx, two.from.area, roots)
  return { ...two, inside, comparison: await compareBulletins(tx, { ...two, inside }) }
}

function headOf({ id, title, period, state, issuedAt, asOf }: FrozenBulletin) {
  return { id, title, period, state, issuedAt, asOf: asOf.toISOString() }
}

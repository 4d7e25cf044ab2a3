import { type Route, reads } from '#kernel/http/route.ts'
import { trainBalance } from './balance-queries.ts'
import { balanceShape } from './balance-shapes.ts'
import { corridors } from './corridor-queries.ts'
import { corridorsShape } from './corridor-shapes.ts'

export const corridorRoutes: readonly Route[] = [
  reads(balanceShape, async (tx, { query }, { roots }) => trainBalance(tx, query, roots)),
  reads(corridorsShape, async (tx, { query }, { roots }) => corridors(tx, query, roots)),
]

import { type Route, reads } from '#kernel/http/route.ts'
import { board } from './board-queries.ts'
import { boardShape, boardYearShape } from './board-shapes.ts'
import { boardYear } from './board-year.ts'

export const boardRoutes: readonly Route[] = [
  reads(boardShape, async (tx, { query }, { roots }) => board(tx, query, roots)),
  reads(boardYearShape, async (tx, _asked, { roots }) => boardYear(tx, roots)),
]

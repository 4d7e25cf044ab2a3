import { type Route, reads } from '#kernel/http/route.ts'
import { publishedGrowth, trainHistory } from './history-queries.ts'
import { publishedGrowthShape, trainHistoryShape } from './history-shapes.ts'
import { trainsDay } from './trains-day.ts'

export const historyRoutes: readonly Route[] = [
  reads(trainHistoryShape, async (tx, _asked, { roots }) => trainHistory(tx, { today: await trainsDay(tx), roots })),
  reads(publishedGrowthShape, async (tx, { query }) => publishedGrowth(tx, query)),
]

import type { Route } from '#kernel/http/route.ts'
import { boardRoutes } from './board-routes.ts'
import { corridorRoutes } from './corridor-routes.ts'
import { historyRoutes } from './history-routes.ts'
import { oneTrainRoutes } from './train-routes.ts'

export const trainRoutes: readonly Route[] = [...historyRoutes, ...boardRoutes, ...corridorRoutes, ...oneTrainRoutes]

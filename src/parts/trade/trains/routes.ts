import type { Route } from '#kernel/http/route.ts'
import { historyRoutes } from './history-routes.ts'

export const trainRoutes: readonly Route[] = [...historyRoutes]

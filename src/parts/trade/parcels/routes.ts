import type { Route } from '#kernel/http/route.ts'
import { doorRoutes } from './door/door-routes.ts'
import { keyRoutes } from './key-routes.ts'
import { reconciliationRoutes } from './parcel-routes.ts'

export const parcelRoutes: readonly Route[] = [...doorRoutes, ...keyRoutes, ...reconciliationRoutes]

import type { Route } from '#kernel/http/route.ts'
import { doorRoutes } from './door/door-routes.ts'

export const parcelRoutes: readonly Route[] = [...doorRoutes]

import type { Route } from '#kernel/http/route.ts'

export const freeTradeRoutes: readonly Route[] = []

import type { Route } from '#kernel/http/route.ts'

export const customsRoutes: readonly Route[] = []

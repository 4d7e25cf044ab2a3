import type { Route } from '#kernel/http/route.ts'

export const engineRoutes: readonly Route[] = []

import type { Route } from '#kernel/http/route.ts'

export const openRoutes: readonly Route[] = []

import type { Route } from '#kernel/http/route.ts'

export const reportRoutes: readonly Route[] = []

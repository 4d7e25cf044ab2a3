import type { Route } from '#kernel/http/route.ts'

export const trainRoutes: readonly Route[] = []

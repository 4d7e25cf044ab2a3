import type { Route } from '#kernel/http/route.ts'

export const sightRoutes: readonly Route[] = []

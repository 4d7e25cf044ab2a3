import type { Route } from '#kernel/http/route.ts'

export const inspectionRoutes: readonly Route[] = []

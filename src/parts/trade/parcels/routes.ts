import type { Route } from '#kernel/http/route.ts'

export const parcelRoutes: readonly Route[] = []

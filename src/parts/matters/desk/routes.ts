import type { Route } from '#kernel/http/route.ts'

export const deskRoutes: readonly Route[] = []

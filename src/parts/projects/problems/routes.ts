import type { Route } from '#kernel/http/route.ts'

export const problemRoutes: readonly Route[] = []

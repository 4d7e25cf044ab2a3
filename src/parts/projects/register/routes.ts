import type { Route } from '#kernel/http/route.ts'

export const registerRoutes: readonly Route[] = []

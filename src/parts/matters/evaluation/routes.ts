import type { Route } from '#kernel/http/route.ts'

export const evaluationRoutes: readonly Route[] = []

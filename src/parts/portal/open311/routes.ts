import type { Route } from '#kernel/http/route.ts'

export const open311Routes: readonly Route[] = []

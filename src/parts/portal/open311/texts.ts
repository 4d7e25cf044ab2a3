import type { RefusalTexts } from '#kernel/refusal.ts'

export const open311Texts: RefusalTexts = {}

import type { RefusalTexts } from '#kernel/refusal.ts'

export const commissionerTexts: RefusalTexts = {}

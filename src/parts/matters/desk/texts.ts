import type { RefusalTexts } from '#kernel/refusal.ts'

export const deskTexts: RefusalTexts = {}

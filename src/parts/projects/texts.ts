import type { RefusalTexts } from '#kernel/refusal.ts'
import { commissionerTexts } from './commissioners/texts.ts'
import { openTexts } from './open/texts.ts'
import { problemTexts } from './problems/texts.ts'
import { registerTexts } from './register/texts.ts'

export const refusals: RefusalTexts = { ...registerTexts, ...problemTexts, ...commissionerTexts, ...openTexts }

import type { RefusalTexts } from '#kernel/refusal.ts'
import { deskTexts } from './desk/texts.ts'
import { engineTexts } from './engine/texts.ts'
import { evaluationTexts } from './evaluation/texts.ts'
import { inspectionTexts } from './inspections/texts.ts'
import { recordTexts } from './records/texts.ts'
import { standardTexts } from './standards/texts.ts'

export const refusals: RefusalTexts = {
  ...engineTexts,
  ...standardTexts,
  ...deskTexts,
  ...evaluationTexts,
  ...inspectionTexts,
  ...recordTexts,
}

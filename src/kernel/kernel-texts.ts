import { accessRefusals } from './access/texts.ts'
import { auditRefusals } from './audit/texts.ts'
import { databaseRefusals } from './db/texts.ts'
import { httpRefusals } from './http/texts.ts'
import { jobRefusals } from './jobs/texts.ts'
import { photoRefusals } from './photos/texts.ts'
import type { RefusalTexts } from './refusal.ts'
import { kernelRefusals } from './texts.ts'

/** Everything the kernel may refuse, with its words. */
export const kernelTexts: RefusalTexts = {
  ...kernelRefusals,
  ...databaseRefusals,
  ...httpRefusals,
  ...accessRefusals,
  ...auditRefusals,
  ...jobRefusals,
  ...photoRefusals,
}

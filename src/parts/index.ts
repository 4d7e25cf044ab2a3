import type { Part } from '#kernel/part.ts'
import { bulletinsPart } from './bulletins/part.ts'
import { economyPart } from './economy/part.ts'
import { indicatorsPart } from './indicators/part.ts'
import { ledgersPart } from './ledgers/part.ts'
import { mattersPart } from './matters/part.ts'
import { orgPart } from './org/part.ts'
import { portalPart } from './portal/part.ts'
import { projectsPart } from './projects/part.ts'
import { tradePart } from './trade/part.ts'

/** The parts, lowest first. A part imports the kernel and parts before it; the architecture test holds this. */
export const parts: readonly Part[] = [
  orgPart,
  ledgersPart,
  economyPart,
  tradePart,
  projectsPart,
  mattersPart,
  indicatorsPart,
  bulletinsPart,
  portalPart,
]

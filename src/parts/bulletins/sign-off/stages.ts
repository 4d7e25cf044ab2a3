import type { DraftDeed } from './tables.ts'

/** How far a draft has come. A save begins it anew; a return leaves it with its writer. */
export const stages = ['drafting', 'checked', 'reviewed', 'issued', 'dropped'] as const
export type Stage = (typeof stages)[number]

const stageAfter: Record<DraftDeed, Stage> = {
  drafted: 'drafting',
  edited: 'drafting',
  returned: 'drafting',
  checked: 'checked',
  reviewed: 'reviewed',
  issued: 'issued',
  dropped: 'dropped',
}

/** The stage that the last step left the draft in. */
export function stageOf(steps: readonly { step: DraftDeed }[]): Stage {
  const last = steps.at(-1)
  return last ? stageAfter[last.step] : 'drafting'
}

/** The stages in which a deed may be done; out of the others the refusal says what comes first. */
export const stagesFor: Record<Exclude<DraftDeed, 'drafted'>, readonly Stage[]> = {
  edited: ['drafting', 'checked', 'reviewed'],
  checked: ['drafting', 'checked', 'reviewed'],
  returned: ['checked', 'reviewed'],
  reviewed: ['checked'],
  issued: ['reviewed'],
  dropped: ['drafting', 'checked', 'reviewed'],
}

import type { Words } from '#kernel/i18n/words.ts'

/** Where a consignment stands, in the order it comes by; held and returned stand beside that order. */
export const consignmentStates = {
  arrived: { zh: '到港', en: 'arrived' },
  declared: { zh: '已申报', en: 'declared' },
  'in-inspection': { zh: '查验中', en: 'in inspection' },
  passed: { zh: '查验合格', en: 'passed' },
  released: { zh: '放行', en: 'released' },
  held: { zh: '扣留', en: 'held' },
  returned: { zh: '退运', en: 'returned' },
} as const satisfies Record<string, Words>

export type ConsignmentState = keyof typeof consignmentStates

/** The days of a consignment, each the first of its state; null where it has not come to it. */
export interface ConsignmentDays {
  arrivedOn: string
  declaredOn: string | null
  inspectedOn: string | null
  passedOn: string | null
  releasedOn: string | null
  heldOn: string | null
  returnedOn: string | null
}

const course = ['arrivedOn', 'declaredOn', 'inspectedOn', 'passedOn', 'releasedOn'] as const

/**
 * The first two days of a consignment that contradict each other: a later state without the one before it or dated before it,
 * a hold or return before arrival, a release beside a return. Undefined when its days can be.
 */
export function contradictionOf(
  days: ConsignmentDays,
): { earlier: keyof ConsignmentDays; later: keyof ConsignmentDays } | undefined {
  for (const [place, later] of course.entries()) {
    const earlier = course[place - 1]
    if (!earlier || days[later] === null) continue
    if (days[earlier] === null || days[earlier] > days[later]) return { earlier, later }
  }
  if (days.heldOn !== null && days.heldOn < days.arrivedOn) return { earlier: 'arrivedOn', later: 'heldOn' }
  if (days.returnedOn === null) return undefined
  if (days.returnedOn < days.arrivedOn) return { earlier: 'arrivedOn', later: 'returnedOn' }
  return days.releasedOn === null ? undefined : { earlier: 'returnedOn', later: 'releasedOn' }
}

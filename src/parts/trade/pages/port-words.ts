import type { Reply } from '#web/client.ts'
import type { State } from '#web/kit/StateMark.tsx'
import type { Words } from '#web/locale.tsx'
import { type ConsignmentState, consignmentStates } from '../free-trade/consignment-states.ts'
import type { consignmentsShape, portsShape } from '../free-trade/port-shapes.ts'

export type PortOverview = Reply<typeof portsShape>['ports'][number]
export type Consignment = Reply<typeof consignmentsShape>['rows'][number]

export const stateWords: Record<ConsignmentState, Words> = consignmentStates

export const portWords: Record<PortOverview['port'], Words> = {
  automobiles: { zh: '汽车口岸', en: 'Automobile port' },
  grain: { zh: '粮食口岸', en: 'Grain port' },
}

export const carrierWords: Record<string, Words> = {
  train: { zh: '班列', en: 'train' },
  vessel: { zh: '船舶转运', en: 'vessel' },
  container: { zh: '集装箱', en: 'container' },
  truck: { zh: '公路', en: 'truck' },
}

/** What of a consignment's state a mark says: held is late, released is through, the rest is on its way. */
export function markOf(state: ConsignmentState): State {
  if (state === 'held') return 'behind'
  if (state === 'returned') return 'warning'
  return state === 'released' ? 'ahead' : 'none'
}

import type { FollowUp } from './follow-up.ts'

/** What customs says of a list, by the state codes of the specification (both editions); a negative code is an error. */
export const listStates = [
  'saved',
  'declaring',
  'sent',
  'send-failed',
  'rejected',
  'stored',
  'manual',
  'closed',
  'inspection',
  'detained',
  'transferred',
  'suspended',
  'sent-back',
  'released',
  'cleared',
  'error',
  'cancelled',
  'returned',
  'other',
] as const

export type ListState = (typeof listStates)[number]

const byStatus: Record<string, ListState> = {
  ...{ '1': 'saved', '2': 'declaring', '3': 'sent', '4': 'send-failed', '100': 'rejected', '120': 'stored' },
  ...{ '300': 'manual', '399': 'closed', '500': 'inspection', '501': 'detained', '502': 'detained', '503': 'detained' },
  ...{ '505': 'transferred', '599': 'detained', '600': 'suspended', '700': 'sent-back', '800': 'released' },
  '899': 'cleared',
}

/** Customs closed the application with a yes. */
const granted = new Set(['399', '800', '899'])

/**
 * The state in which a follow-up leaves its list: a declaration's own receipt (622, 604) by its code; the receipt of a cancellation (624, 606) or a
 * return (626, 214) only when it was granted; nothing else any. Null: the list stays as it was.
 */
export function listStateOf({ kind, about, status }: Pick<FollowUp, 'kind' | 'about' | 'status'>): ListState | null {
  if (kind !== 'receipt') return null
  if (about === 'cancellation') return granted.has(status) ? 'cancelled' : null
  if (about === 'return') return granted.has(status) ? 'returned' : null
  if (about !== 'list') return null
  if (status.startsWith('-')) return 'error'
  return byStatus[status] ?? 'other'
}

/** States after which nothing that is said of the declaration changes it. */
export const endedStates: readonly ListState[] = ['cancelled', 'returned']

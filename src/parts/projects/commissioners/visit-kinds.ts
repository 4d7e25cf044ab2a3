import type { Words } from '#kernel/i18n/words.ts'

export const visitKinds = ['site', 'meeting', 'call'] as const
export type VisitKind = (typeof visitKinds)[number]

export const visitKindWords: Record<VisitKind, Words> = {
  site: { zh: '现场走访', en: 'On site' },
  meeting: { zh: '会商', en: 'Meeting' },
  call: { zh: '电话', en: 'Call' },
}

import type { Words } from '#kernel/i18n/words.ts'

export const unitKinds = ['committee', 'department', 'office', 'community', 'park'] as const
export type UnitKind = (typeof unitKinds)[number]

export const kindWords: Record<UnitKind, Words> = {
  committee: { zh: '管委会', en: 'Committee' },
  department: { zh: '部门', en: 'Department' },
  office: { zh: '办事处', en: 'Office' },
  community: { zh: '社区', en: 'Community' },
  park: { zh: '产业园', en: 'Enterprise park' },
}

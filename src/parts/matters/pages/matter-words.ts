import type { Words } from '#web/locale.tsx'
import type { Light } from '../desk/light.ts'
import type { Lit } from '../desk/row-shapes.ts'
import type { DeedName } from '../engine/deed-shapes.ts'

export const lightWords: Record<Light, Words> = {
  on: { zh: '正常', en: 'In time' },
  warning: { zh: '将到时限', en: 'Near its limit' },
  behind: { zh: '超时', en: 'Overdue' },
  none: { zh: '不计时', en: 'No clock' },
}

export const photoWords: Record<string, Words> = {
  near: { zh: '近景', en: 'Near' },
  far: { zh: '远景', en: 'Far' },
  reference: { zh: '参照', en: 'Reference' },
  before: { zh: '处置前', en: 'Before' },
  after: { zh: '处置后', en: 'After' },
}

/** The picture a deed asks for. */
export const photoKindOf = (deed: DeedName): 'near' | 'before' | 'after' =>
  deed === 'hand-back' || deed === 'check' ? 'after' : deed === 'verify' ? 'before' : 'near'

export const litTotal = ({ on, warning, behind, none }: Lit): number => on + warning + behind + none

export const counted = (count: number): string => count.toLocaleString('en-US')

export const matterPath = ({ number }: { number: string }): string => `/matters/${number}`

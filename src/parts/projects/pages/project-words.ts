import { Decimal } from 'decimal.js'
import type { Reply } from '#web/client.ts'
import type { State } from '#web/kit/StateMark.tsx'
import type { Words } from '#web/locale.tsx'
import type { projectsShape } from '../sight/list-shapes.ts'
import { judgedNames, lightNames } from '../sight/sheet.ts'
import { trimmed } from '../sight/voice.ts'

export { slipWords } from '../sight/sheet.ts'

export type ProjectRow = Reply<typeof projectsShape>['rows'][number]
export type Light = ProjectRow['light']
export type Confidence = NonNullable<ProjectRow['judged']>
export type Milestone = NonNullable<ProjectRow['next']>

/** The mark of a light: the house's four states in the colours of a light. */
export const lightStates: Record<Light, State> = { green: 'ahead', yellow: 'warning', red: 'behind', none: 'none' }
export const lightWords: Record<Light, Words> = lightNames

export const confidenceStates: Record<Confidence, State> = { green: 'ahead', amber: 'warning', red: 'behind' }
export const confidenceWords: Record<Confidence, Words> = judgedNames

/** What each judgement says: the three written definitions of the delivery confidence assessment. */
export const confidenceMeaning: Record<Confidence, Words> = {
  green: {
    zh: '按期、按概算、按质量完成很有把握，没有明显威胁交付的突出问题。',
    en: 'On time, on budget and to quality appears highly likely; no outstanding issue threatens it significantly.',
  },
  amber: {
    zh: '看来可以完成，但已有较大问题需要负责人过问；及时处理就能解决。',
    en: 'Appears feasible, but significant issues already need attention; dealt with promptly, they can be resolved.',
  },
  red: {
    zh: '看来难以按计划完成，存在目前无法解决的重大问题；可能要调整内容或重新论证。',
    en: 'Appears unachievable as planned: major issues cannot be managed at this stage; scope or viability may need review.',
  },
}

/** Where the two curves have parted. */
export const alarmWords: Record<NonNullable<ProjectRow['alarm']>, Words> = {
  'paid-beyond-physical': { zh: '支付超前', en: 'paid ahead' },
  'entered-beyond-paid': { zh: '入库超前', en: 'entered ahead' },
}

export const projectPath = ({ code }: { code: string }) => `/projects/${encodeURIComponent(code)}`

/** 万元 as 亿元 with at most two decimals; null stays null. */
export function inYi(wan: string | null): string | null {
  return wan === null ? null : trimmed(new Decimal(wan).div(1e4), 2)
}

/** Percent or points with at most one decimal. */
export const oneDecimal = (value: string | null): string | null =>
  value === null ? null : trimmed(new Decimal(value), 1)

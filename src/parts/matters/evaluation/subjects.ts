import type { Words } from '#kernel/i18n/words.ts'
import type { MeasureName } from './measures.ts'
import type { RateName } from './rates.ts'

/** A count scored by steps: the first step whose `upTo` holds the monthly count gives the score; null is "more". */
export interface Bands {
  count: MeasureName
  words: Words
  steps: readonly { upTo: number | null; score: number }[]
}

/** One part of a score: its weight in the hundred, and the rate or the count that earns it. */
export type ScorePart = { weight: number } & ({ rate: RateName } | { bands: Bands })

export interface SubjectRow {
  words: Words
  /** whose work it is: a duty unit, a person, or everything inside an office's boundary */
  by: 'unit' | 'person' | 'area'
  parts: readonly ScorePart[]
}

/** 立案数 of a duty unit or an area: the fewer the better. */
const fewer: Bands = {
  count: 'load',
  words: { zh: '立案数（月均）', en: 'Matters registered, a month' },
  steps: [
    { upTo: 50, score: 100 },
    { upTo: 100, score: 90 },
    { upTo: 200, score: 75 },
    { upTo: 500, score: 60 },
    { upTo: 1000, score: 40 },
    { upTo: null, score: 0 },
  ],
}

/** 受理数 and 派遣数 of a desk: the more the better. */
const more = (count: MeasureName, words: Words): Bands => ({
  count,
  words,
  steps: [
    { upTo: 100, score: 0 },
    { upTo: 300, score: 40 },
    { upTo: 500, score: 60 },
    { upTo: 1200, score: 75 },
    { upTo: 2000, score: 90 },
    { upTo: null, score: 100 },
  ],
})

/** Who is evaluated and by what: the composites of GB/T 30428.4, each with weights that make one hundred. */
export const subjects = {
  unit: {
    ...{ words: { zh: '专业部门', en: 'Duty units' }, by: 'unit' },
    parts: [
      { weight: 10, bands: fewer },
      { weight: 30, rate: 'close' },
      { weight: 30, rate: 'handleInTime' },
      { weight: 30, rate: 'rework' },
    ],
  },
  area: {
    ...{ words: { zh: '区域', en: 'Areas' }, by: 'area' },
    parts: [
      { weight: 10, rate: 'publicShare' },
      { weight: 20, bands: fewer },
      { weight: 30, rate: 'close' },
      { weight: 40, rate: 'closeInTime' },
    ],
  },
  inspector: {
    ...{ words: { zh: '监督员', en: 'Inspectors' }, by: 'person' },
    parts: [
      { weight: 40, rate: 'validReports' },
      { weight: 20, rate: 'missed' },
      { weight: 20, rate: 'verifyInTime' },
      { weight: 20, rate: 'checkInTime' },
    ],
  },
  acceptor: {
    ...{ words: { zh: '受理员', en: 'Acceptors' }, by: 'person' },
    parts: [
      { weight: 25, bands: more('accepted', { zh: '受理数（月均）', en: 'Reports accepted, a month' }) },
      { weight: 40, rate: 'acceptInTime' },
      { weight: 35, rate: 'checkSentInTime' },
    ],
  },
  chief: {
    ...{ words: { zh: '值班长', en: 'Duty chiefs' }, by: 'person' },
    parts: [
      { weight: 25, rate: 'registerInTime' },
      { weight: 40, rate: 'registerAccurate' },
      { weight: 35, rate: 'closeStageInTime' },
    ],
  },
  dispatcher: {
    ...{ words: { zh: '派遣员', en: 'Dispatchers' }, by: 'person' },
    parts: [
      { weight: 20, bands: more('dispatched', { zh: '派遣数（月均）', en: 'Dispatches, a month' }) },
      { weight: 40, rate: 'dispatchInTime' },
      { weight: 40, rate: 'dispatchAccurate' },
    ],
  },
} as const satisfies Record<string, SubjectRow>

export type SubjectName = keyof typeof subjects
export const subjectNames = Object.keys(subjects) as SubjectName[]
export const subjectRow = (name: SubjectName): SubjectRow => subjects[name]

export const grades = [
  { grade: 'A', from: 90 },
  { grade: 'B', from: 75 },
  { grade: 'C', from: 60 },
  { grade: 'D', from: 40 },
  { grade: 'E', from: 0 },
] as const

export type Grade = (typeof grades)[number]['grade']

import type { Words } from '#kernel/i18n/words.ts'
import type { Day } from '#kernel/period.ts'
import { paymentLight, progressLight, startLight, statisticsLight } from './light-inputs.ts'

export type LightState = 'green' | 'yellow' | 'red' | 'none'
export type LightInputName = 'start' | 'progress' | 'payment' | 'statistics'

/** A version of the rule: its thresholds are data, the way of reading them is here. Decimals as strings. */
export interface LightRule {
  version: string
  /** in force from this day on; null for a rule that others are only compared with */
  from: Day | null
  title: Words
  source: Words
  /** red when the start is overdue by so many months; yellow from the first day on */
  start: { redAfterMonths: number }
  /** points that the work is behind the plan, or the work as a share of the plan */
  progress: { by: 'gap'; yellowFrom: string; redAbove: string } | { by: 'ratio'; yellowBelow: string; redBelow: string }
  /** the share of what was due that must be paid; less is red */
  payment: { requiredRate: string }
  /** months after the start without an entry in statistics */
  statistics: { yellowAfterMonths: number; redAfterMonths: number }
  /** points of the whole investment from which two curves have parted */
  alarms: { paidBeyondPhysical: string; enteredBeyondPaid: string }
}

export interface Excuse {
  reason: string
  untilOn: Day | null
  byName: string | null
}

/** What the rule looks at, as of `today`. `planned` is the plan of `month`, the last that has ended; `actual` the work as told last, in `told`. Money in 万元 up to then. */
export interface LightFacts {
  today: Day
  plannedStart: Day | null
  startedOn: Day | null
  month: string | null
  told: string | null
  planned: string | null
  actual: string | null
  paymentDue: string | null
  paid: string | null
  entered: string | null
  /** reasons given for an input that are in force today */
  excuses: readonly (Excuse & { input: LightInputName })[]
}

/** One input with what it saw, the limits it was held against, why it shines so and what would turn it green. */
export interface LitInput {
  input: LightInputName
  state: LightState
  facts: Record<string, string | null>
  thresholds: Record<string, string>
  reason: Words
  toGreen: Words | null
  excuse: Excuse | null
}

export interface ComputedLight {
  state: LightState
  ruleVersion: string
  inputs: LitInput[]
}

const severity: Record<LightState, number> = { none: 0, green: 1, yellow: 2, red: 3 }

/**
 * The computed light: the worst of start, progress, payment and statistics (Yinchuan 2025, digest A2); an input without data is left
 * out, and where none has any the light is `none`. A reason in force turns yellow green, never red: the rule excuses only the first step.
 */
export function lightOf(facts: LightFacts, rule: LightRule): ComputedLight {
  const inputs = [
    startLight(facts, rule),
    progressLight(facts, rule),
    paymentLight(facts, rule),
    statisticsLight(facts, rule),
  ].map((input) => excused(input, facts))
  const state = inputs.reduce<LightState>(
    (worst, one) => (severity[one.state] > severity[worst] ? one.state : worst),
    'none',
  )
  return { state, ruleVersion: rule.version, inputs }
}

function excused(input: Omit<LitInput, 'excuse'>, { excuses, today }: LightFacts): LitInput {
  const given = excuses.find((one) => one.input === input.input && (one.untilOn === null || one.untilOn >= today))
  if (!given) return { ...input, excuse: null }
  const { reason, untilOn, byName } = given
  const counts = input.state === 'yellow' && (input.input === 'start' || input.input === 'statistics')
  return { ...input, state: counts ? 'green' : input.state, excuse: { reason, untilOn, byName } }
}

/** The rule in force on a day: the newest that begins by then; null before the first. */
export function ruleOn(rules: readonly LightRule[], today: Day): LightRule | null {
  const begun = rules.filter(({ from }) => from !== null && from <= today)
  return begun.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1))[0] ?? null
}

const asLight = { green: 'green', amber: 'yellow', red: 'red' } as const

/** Whether a person judged otherwise than the rule reckons; not where one of the two is missing. */
export function disagrees(state: LightState, level: keyof typeof asLight | null): boolean {
  return level !== null && state !== 'none' && asLight[level] !== state
}

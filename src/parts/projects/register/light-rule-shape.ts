import { z } from 'zod'
import type { LightRule } from './light-rule.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Positive = z.string().regex(/^\d+(\.\d+)?$/)
const Months = z.int().min(0).max(60)

/** One version of the rule of the lights, as a zone's file and the database keep it. */
export const LightRuleShape = z.strictObject({
  version: z.string().min(1).max(60),
  from: z.iso.date().nullable(),
  title: Words,
  source: Words,
  start: z.strictObject({ redAfterMonths: Months }),
  progress: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('gap'), yellowFrom: Positive, redAbove: Positive }),
    z.strictObject({ by: z.literal('ratio'), yellowBelow: Positive, redBelow: Positive }),
  ]),
  payment: z.strictObject({ requiredRate: Positive }),
  statistics: z.strictObject({ yellowAfterMonths: Months, redAfterMonths: Months }),
  alarms: z.strictObject({ paidBeyondPhysical: Positive, enteredBeyondPaid: Positive }),
}) satisfies z.ZodType<LightRule>

/** projects/light-rules.yaml */
export const LightRulesFile = z.strictObject({ rules: z.array(LightRuleShape).min(1) })

import { parse } from 'yaml'
import { z } from 'zod'
import { refuse } from '#kernel/refusal.ts'
import { catalogue as unitCatalogue } from '#kernel/unit-catalogue.ts'
import { itemsOf, readRule } from './audit-rule.ts'

const Words = z.object({ zh: z.string().min(1), en: z.string().min(1) })

/** Findings by weight: A must be fixed, B needs a reason, C is confirmed with a reason of six characters, D is a hint. */
export const findingClasses = ['A', 'B', 'C', 'D'] as const
export type FindingClass = (typeof findingClasses)[number]

const Item = z.strictObject({
  /** the same code as the indicator that stands on it; one item belongs to one form */
  code: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
  name: Words,
  /** a unit of the kernel's catalogue */
  unit: z.string().refine((unit) => unitCatalogue.has(unit), 'not a unit of the catalogue'),
  /** digits after the point of level and base */
  places: z.int().min(0).max(6),
  /** whether the level itself is reported; `none`: only its growth */
  level: z.enum(['reported', 'none']).default('reported'),
  /** 同期数: supplied with the form, or not asked for */
  base: z.enum(['supplied', 'none']).default('none'),
  growth: z.enum(['published', 'none']).default('none'),
  growthUnit: z.enum(['%', '个百分点', '天']).default('%'),
  growthPlaces: z.int().min(0).max(4).default(1),
  /** whether growth must follow from value and base; no for rates at comparable prices (standards/figures 5.2) */
  growthFollows: z.boolean().default(true),
  /** whether the supplied base is last year's published level; `comparable-scope`: it is not expected to be */
  basis: z.enum(['as-published', 'comparable-scope']).default('as-published'),
  /** whether the levels of several units add up to the level of all */
  adds: z.boolean().default(true),
  /** a level below zero is possible */
  mayBeNegative: z.boolean().default(false),
  /** a cumulative count: below the last period's it must be fixed, where others only give a reason */
  counts: z.boolean().default(false),
  /** months in which it is reported; every month of the form unless told */
  months: z.array(z.int().min(1).max(12)).optional(),
  /** the form may be submitted without it */
  optional: z.boolean().default(false),
  /** outlier threshold in robust deviations, where the history's own does not fit */
  outlierAt: z.number().positive().optional(),
})

const Audit = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  class: z.enum(findingClasses),
  /** `item("revenue.fiscal") >= item("revenue.public-budget")`; items of other forms are looked up for the same period */
  rule: z.string(),
  /** where the finding is shown; the first item of the rule unless told */
  item: z.string().optional(),
  problem: Words,
  cure: Words,
})

const Form = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: Words,
  frequency: z.enum(['month', 'quarter', 'half', 'year', 'any']),
  /** `year`: a month stands for 1 January to its end; `opening`: for the state at its end, counted from an opening on */
  cumulative: z.enum(['year', 'opening', 'no']).default('no'),
  /** codes of the units that report */
  units: z.array(z.string()).min(1),
  /** due so many working days after the period's end; absent with frequency `any` */
  dueWorkdays: z.int().min(0).max(60).optional(),
  /** months the form leaves out, 1 for January */
  monthsLeftOut: z.array(z.int().min(1).max(12)).default([]),
  /** the first period it is asked for; earlier ones may be loaded as history */
  firstPeriod: z.string().optional(),
  source: Words,
  items: z.array(Item).min(1),
  audits: z.array(Audit).default([]),
})

export type FormItem = z.output<typeof Item>
export type FormAudit = z.output<typeof Audit>
export type FormDeclaration = z.output<typeof Form>

/**
 * Reads one form of the zone package. Refuses `economy/form-unreadable` with the file and what is wrong: an unknown field, a unit
 * outside the catalogue, an item twice, an audit rule that cannot be read or that names none of the form's items.
 */
export function readForm(text: string, file: string): FormDeclaration {
  const parsed = Form.safeParse(yamlOf(text, file))
  if (!parsed.success) return refuse('economy/form-unreadable', { file, problem: z.prettifyError(parsed.error) })
  const form = parsed.data
  const unreadable = (problem: string) => refuse('economy/form-unreadable', { file, problem })
  const codes = form.items.map((item) => item.code)
  const twice = codes.find((code, index) => codes.indexOf(code) !== index)
  if (twice) unreadable(`${twice} ×2`)
  if (form.frequency !== 'any' && form.dueWorkdays === undefined) unreadable('dueWorkdays')
  if (form.cumulative !== 'no' && form.frequency !== 'month') unreadable('cumulative: frequency month')
  for (const audit of form.audits) {
    const named = itemsOf(readRule(audit.rule, file))
    if (!codes.includes(audit.item ?? named[0] ?? '')) unreadable(`${audit.code}: ${audit.rule}`)
  }
  return form
}

function yamlOf(text: string, file: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    return refuse('economy/form-unreadable', { file, problem: error instanceof Error ? error.message : String(error) })
  }
}

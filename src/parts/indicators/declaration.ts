import { parse } from 'yaml'
import { z } from 'zod'
import { isDay } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { bases, sections } from './sections.ts'

const Text = z.object({ zh: z.string().min(1), en: z.string().min(1) })

const Indicator = z.strictObject({
  code: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
  name: Text,
  aliases: z.array(z.string().min(1)).default([]),
  unit: z.string().min(1),
  basis: z.enum(Object.keys(bases) as (keyof typeof bases)[]),
  betterWhen: z.enum(['higher', 'lower', 'neither']),
  rounding: z.strictObject({
    places: z.int().min(-6).max(6),
    mode: z.enum(['half-up', 'half-even']).default('half-up'),
  }),
  /** whether growth may be recomputed, and from what (standards/figures.md 5.2) */
  growth: z.enum(['published', 'supplied', 'computed', 'none']),
  /** what a change is told in; growth, or points for a percentage, unless told */
  changeKind: z.enum(['growth', 'points', 'difference']).optional(),
  /** false for a level that does not add up over time: a mean, a rank, a state counted from an opening */
  accumulates: z.boolean().default(true),
  /** what ranks among peers compare */
  ranked: z.enum(['value', 'change']).default('value'),
  section: z.enum(Object.keys(sections) as (keyof typeof sections)[]),
  /** on the cockpit */
  headline: z.boolean().default(false),
  source: Text,
  formulas: z
    .array(z.strictObject({ from: z.string().refine(isDay, 'not a day'), expression: z.string().min(1) }))
    .min(1)
    .refine((list) => new Set(list.map(({ from }) => from)).size === list.length, 'two formulas from one day'),
})

const File = z.strictObject({ indicators: z.array(Indicator) })

/** An indicator as a file of the zone package declares it. */
export type IndicatorDeclaration = z.output<typeof Indicator>

/** Reads one file of `indicators/`; refuses `indicators/file-unreadable` with the file and what is wrong. */
export function readIndicators(text: string, file: string): IndicatorDeclaration[] {
  const parsed = File.safeParse(yamlOf(text, file))
  if (parsed.success) return parsed.data.indicators
  return refuse('indicators/file-unreadable', { file, problem: z.prettifyError(parsed.error) })
}

function yamlOf(text: string, file: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    return refuse('indicators/file-unreadable', {
      file,
      problem: error instanceof Error ? error.message : String(error),
    })
  }
}

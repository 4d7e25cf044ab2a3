import { z } from 'zod'
import {
  Confidence,
  Day,
  KindShape,
  Light,
  PlaceShape,
  ProgrammeShape,
  StageShape,
  UnitShape,
  Words,
} from './plain-shapes.ts'

/** Days after the first frozen baseline, the current baseline and what was expected a month ago; negative is early, null has nothing to stand against. */
const Slips = z.object({ first: z.int().nullable(), current: z.int().nullable(), lastMonth: z.int().nullable() })

export const MilestoneShape = z.object({
  milestone: z.string(),
  title: z.string(),
  /** first baseline, current baseline, what was expected a month ago, what is expected now */
  first: Day.nullable(),
  baseline: Day.nullable(),
  lastMonth: Day.nullable(),
  expected: Day.nullable(),
  met: Day.nullable(),
  slip: Slips,
})

/** One project on the board, in the table, on the bars and on the map. Money in 万元. */
export const ProjectRow = z.object({
  code: z.string(),
  name: z.string(),
  kind: KindShape,
  programme: ProgrammeShape,
  department: UnitShape,
  enterprise: z.string().nullable(),
  stage: StageShape.nullable(),
  /** since when it stands there */
  stageOn: Day.nullable(),
  aside: z.enum(['lost', 'suspended']).nullable(),
  light: Light,
  /** what makes the light what it is; null of a green one */
  because: Words.nullable(),
  judged: Confidence.nullable(),
  disagrees: z.boolean(),
  /** percent of the work: what the plan asks for by now, what is done, and the plan less the done in points */
  planned: z.string().nullable(),
  actual: z.string().nullable(),
  gap: z.string().nullable(),
  /** where the money has run away from the work, or statistics from the money */
  alarm: z.enum(['paid-beyond-physical', 'entered-beyond-paid']).nullable(),
  investment: z.string().nullable(),
  invested: z.string().nullable(),
  /** the next milestone that is not met */
  next: MilestoneShape.nullable(),
  place: PlaceShape.nullable(),
})

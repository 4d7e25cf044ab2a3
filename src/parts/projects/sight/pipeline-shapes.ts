import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { Day, KindShape, LossShape, SourceShape, StageShape, UnitShape } from './plain-shapes.ts'

/** One project before signing. Money in 万元. */
const Lead = z.object({
  code: z.string(),
  name: z.string(),
  kind: KindShape,
  department: UnitShape,
  enterprise: z.string().nullable(),
  stage: StageShape.nullable(),
  stageOn: Day.nullable(),
  source: SourceShape.nullable(),
  introducer: z.string().nullable(),
  promised: z.string().nullable(),
  verified: z.string().nullable(),
  /** days since anything moved, the last day it did, and after how many the clock of this stage rings */
  still: z.int().nullable(),
  lastOn: Day.nullable(),
  limit: z.int().nullable(),
  stalled: z.boolean(),
  /** why it was lost */
  loss: LossShape.nullable(),
})

export const pipelineShape = endpoint({
  method: 'GET',
  path: '/api/projects/sight/pipeline',
  permission: 'projects/read',
  summary: {
    zh: '签约前的项目：阶段、来源、承诺与核实投资、停滞、流失原因',
    en: 'Projects before signing: stage, source, promised and verified investment, stalls and losses',
  },
  query: z.object({
    stage: StageShape.optional(),
    source: SourceShape.optional(),
    state: z.enum(['open', 'stalled', 'lost']).optional(),
    q: z.string().max(80).optional(),
    sort: z
      .enum(['name', '-name', 'stage', '-stage', 'promised', '-promised', 'verified', '-verified', 'still', '-still'])
      .optional(),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(500).default(50),
  }),
  reply: z.object({
    day: Day,
    rows: z.array(Lead),
    total: z.int(),
    /** the stages on the way to signing */
    steps: z.array(
      z.object({ stage: StageShape, projects: z.int(), stalled: z.int(), promised: z.string(), verified: z.string() }),
    ),
    /** signed since the year began, but for what the government plans itself */
    signed: z.object({ projects: z.int(), promised: z.string() }),
    /** the longest still first */
    stalled: z.array(Lead),
    losses: z.array(z.object({ reason: LossShape.nullable(), projects: z.int(), promised: z.string() })),
    sources: z.array(z.object({ value: SourceShape, projects: z.int() })),
  }),
})

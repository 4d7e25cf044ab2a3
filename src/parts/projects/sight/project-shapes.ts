import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import {
  Confidence,
  Day,
  EvidenceShape,
  Light,
  LossShape,
  Month,
  PlaceShape,
  SourceShape,
  StageShape,
  UnitShape,
  Words,
} from './plain-shapes.ts'
import { MilestoneShape, ProjectRow } from './row-shapes.ts'

/** One input of the rule: what it saw and why it shines so, and what would turn it green. */
const LightInput = z.object({
  input: z.enum(['start', 'progress', 'payment', 'statistics']),
  light: Light,
  reason: Words,
  toGreen: Words.nullable(),
  excuse: z.object({ reason: z.string(), by: z.string().nullable(), until: Day.nullable() }).nullable(),
})

/** A stage of the main line: passed with its evidence, the one it stands at, the ones ahead. */
const Step = z.object({
  stage: StageShape,
  on: Day.nullable(),
  state: z.enum(['passed', 'now', 'ahead', 'skipped']),
  evidenceKind: EvidenceShape.nullable(),
  evidence: z.string().nullable(),
})

/** Percent and 万元, both from the beginning to the month's end. */
const CurveMonth = z.object({
  month: Month,
  plannedPercent: z.string().nullable(),
  actualPercent: z.string().nullable(),
  baselinePercent: z.string().nullable(),
  plannedMoney: z.string().nullable(),
  investedMoney: z.string().nullable(),
  paidMoney: z.string().nullable(),
  enteredMoney: z.string().nullable(),
})

const Judgement = z.object({ level: Confidence, narrative: z.string(), by: z.string(), on: Day })

export const projectShape = endpoint({
  method: 'GET',
  path: '/api/projects/sight/:code',
  permission: 'projects/read',
  summary: {
    zh: '一个项目：阶段与凭据、节点偏差、两条曲线、两个灯、照片',
    en: 'One project: stages with evidence, slips, the two curves, both lights, photos',
  },
  params: z.object({ code: z.string().max(60) }),
  reply: z.object({
    day: Day,
    project: ProjectRow,
    facts: z.object({
      nationalCode: z.string().nullable(),
      source: SourceShape.nullable(),
      introducer: z.string().nullable(),
      promised: z.string().nullable(),
      verified: z.string().nullable(),
      area: z.string().nullable(),
      address: z.string().nullable(),
      plannedStart: Day.nullable(),
      plannedEnd: Day.nullable(),
      commandPost: z.string().nullable(),
      summary: z.string().nullable(),
      loss: LossShape.nullable(),
    }),
    /** before signing: days since anything moved, and the limit of its stage */
    stall: z
      .object({ days: z.int(), limit: z.int().nullable(), lastOn: Day.nullable(), stalled: z.boolean() })
      .nullable(),
    codes: z.array(
      z.object({ code: z.string(), scheme: z.string(), on: Day.nullable(), reason: z.string().nullable() }),
    ),
    steps: z.array(Step),
    /** where it may go from here, and which evidence the gate asks for */
    nextStages: z.array(z.object({ stage: StageShape, asks: z.array(EvidenceShape) })),
    milestones: z.array(MilestoneShape),
    baselineVersion: z.int().nullable(),
    curve: z.array(CurveMonth),
    alarms: z.array(Words),
    lastReport: Month.nullable(),
    light: z.object({ light: Light, rule: z.string(), inputs: z.array(LightInput) }),
    judgement: Judgement.nullable(),
    photos: z.array(
      z.object({
        id: z.string(),
        on: Day,
        takenAt: z.string().nullable(),
        place: PlaceShape.nullable(),
        words: z.string().nullable(),
        stage: StageShape.nullable(),
      }),
    ),
    commissioner: z.object({ name: z.string(), from: Day, lastVisit: Day.nullable() }).nullable(),
    /** problems not solved yet, the earliest due first */
    problems: z.array(
      z.object({
        state: z.enum(['raised', 'dispatched', 'replied']),
        number: z.string(),
        title: z.string(),
        unit: UnitShape.nullable(),
        dueOn: Day.nullable(),
        overdue: z.boolean(),
      }),
    ),
  }),
})

export const sheetShape = endpoint({
  method: 'GET',
  path: '/api/projects/sight/:code/sheet',
  permission: 'projects/read',
  summary: { zh: '项目调度单（一页，DOCX）', en: 'The dispatch sheet of a project: one page, DOCX' },
  params: z.object({ code: z.string().max(60) }),
  query: z.object({ language: z.enum(['zh', 'en']).default('zh') }),
  reply: 'file',
})

import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { Day, KindShape, Light, ProgrammeShape, StageShape, UnitShape } from './plain-shapes.ts'
import { MilestoneShape, ProjectRow } from './row-shapes.ts'

/** What narrows the list; the same of every view. */
const Narrowing = z.object({
  programme: ProgrammeShape.optional(),
  kind: KindShape.optional(),
  light: Light.optional(),
  stage: StageShape.optional(),
  department: z.string().max(60).optional(),
  q: z.string().max(80).optional(),
})

const counted = <Value extends z.ZodType>(value: Value) => z.array(z.object({ value, projects: z.int() }))

export const projectsShape = endpoint({
  method: 'GET',
  path: '/api/projects/sight',
  permission: 'projects/read',
  summary: {
    zh: '签约后的重大项目：灯、阶段、进度、节点偏差；另列计算与研判不一致的',
    en: 'Projects after signing with light, stage, progress and slip; those apart where rule and judgement disagree',
  },
  query: Narrowing.extend({
    sort: z
      .enum([
        'name',
        '-name',
        'light',
        '-light',
        'stage',
        '-stage',
        'gap',
        '-gap',
        'slip',
        '-slip',
        'investment',
        '-investment',
      ])
      .optional(),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(500).default(50),
  }),
  reply: z.object({
    day: Day,
    rows: z.array(ProjectRow),
    /** projects that fit, on all pages */
    total: z.int(),
    /** of all within reach, whatever narrows the list; money in 万元 */
    whole: z.object({
      projects: z.int(),
      /** with money that has run away from the work */
      alarms: z.int(),
      lights: z.record(Light, z.int()),
      investment: z.string(),
      invested: z.string(),
      programmes: counted(ProgrammeShape),
      kinds: counted(KindShape),
      stages: counted(StageShape),
      departments: counted(UnitShape),
    }),
    /** the widest apart first */
    disagreements: z.array(ProjectRow.extend({ narrative: z.string(), judgedBy: z.string(), judgedOn: Day })),
    /** the project that most needs somebody */
    worst: ProjectRow.nullable(),
  }),
})

const Stretch = z.object({ from: Day, to: Day }).nullable()

export const scheduleShape = endpoint({
  method: 'GET',
  path: '/api/projects/sight/schedule',
  permission: 'projects/read',
  summary: { zh: '重大项目的计划与实际：节点对基线', en: 'Schedules of projects: milestones against their baseline' },
  query: Narrowing,
  reply: z.object({
    day: Day,
    rows: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        light: Light,
        /** first and last days of the current baseline, and of what is met or expected */
        baseline: Stretch,
        expected: Stretch,
        /** of the next milestone against the current baseline, or of the last where all are met */
        slip: z.int().nullable(),
        milestones: z.array(MilestoneShape),
      }),
    ),
  }),
})

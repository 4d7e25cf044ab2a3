import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { evidenceKinds, leadSources, lineStages, lossReasons, programmes, projectKinds, stages } from './words.ts'

const Day = z.iso.date()
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const Code = z.object({ code: z.string().min(1).max(40) })
const Told = z.string().trim().min(1).max(1000)
const keys = <T extends object>(words: T) => z.enum(Object.keys(words) as [keyof T & string, ...(keyof T & string)[]])
/** a decimal as digits; pages and programs send no binary floats */
const Amount = z
  .string()
  .trim()
  .regex(/^-?\d{1,12}(\.\d{1,6})?$/)
const Done = z.object({ code: z.string() })

const described = {
  name: z.string().trim().min(1).max(120),
  kind: keys(projectKinds),
  programme: keys(programmes).default('none'),
  department: z.string().min(1).max(60),
  enterprise: z.string().trim().max(120).nullish(),
  uscc: z.string().trim().max(18).nullish(),
  nationalCode: z.string().trim().max(40).nullish(),
  source: keys(leadSources).nullish(),
  introducer: z.string().trim().max(120).nullish(),
  promised: Amount.nullish(),
  verified: Amount.nullish(),
  investment: Amount.nullish(),
  area: Amount.nullish(),
  address: z.string().trim().max(200).nullish(),
  longitude: Amount.nullish(),
  latitude: Amount.nullish(),
  plannedStart: Day.nullish(),
  plannedEnd: Day.nullish(),
  commandPost: z.string().trim().max(120).nullish(),
  summary: z.string().trim().max(1000).nullish(),
}

const ProjectBody = z.object({
  ...{ code: z.string().trim().min(1).max(40), ...described },
  stage: z.enum(['lead', 'contact', 'visit', 'negotiation']).default('lead'),
})
export type ProjectAsked = z.output<typeof ProjectBody>

export const registerShape = endpoint({
  method: 'POST',
  path: '/api/projects',
  permission: 'projects/write',
  summary: { zh: '登记项目', en: 'Register a project' },
  body: ProjectBody,
  reply: Done,
})

const ChangeBody = z
  .object({ ...described, programme: keys(programmes) })
  .omit({ nationalCode: true })
  .partial()
  .extend({ reason: Told })
export type ProjectChange = z.output<typeof ChangeBody>

export const changeShape = endpoint({
  method: 'PATCH',
  path: '/api/projects/:code',
  permission: 'projects/write',
  summary: { zh: '更正项目资料', en: 'Correct what the register says of a project' },
  params: Code,
  body: ChangeBody,
  reply: Done,
})

const StageBody = z.object({
  stage: keys(stages),
  reachedOn: Day,
  evidenceKind: keys(evidenceKinds).nullish(),
  evidence: z.string().trim().max(200).nullish(),
  photo: z.uuid().nullish(),
  lossReason: keys(lossReasons).nullish(),
  /** where the person saw it stand: a stage, `lost` or `suspended`, null when nowhere */
  seen: keys(stages).nullable(),
})
export type StageAsked = z.output<typeof StageBody>

export const stageShape = endpoint({
  method: 'POST',
  path: '/api/projects/:code/stages',
  permission: 'projects/write',
  summary: { zh: '记录项目到达的阶段', en: 'Record the stage a project reached' },
  params: Code,
  body: StageBody,
  reply: Done.extend({ stage: keys(stages) }),
})

const MonthBody = z.object({
  month: Month,
  actualPercent: Amount.optional(),
  invested: Amount.optional(),
  paid: Amount.optional(),
  paymentDue: Amount.optional(),
  entered: Amount.optional(),
  note: z.string().trim().max(1000).optional(),
  milestones: z
    .array(z.object({ milestone: z.string().min(1).max(20), expectedOn: Day.nullish(), metOn: Day.nullish() }))
    .max(50)
    .default([]),
  photos: z.array(z.uuid()).max(12).default([]),
})
export type MonthAsked = z.output<typeof MonthBody>

export const monthShape = endpoint({
  method: 'POST',
  path: '/api/projects/:code/months',
  permission: 'projects/write',
  summary: { zh: '报送项目月度进展', en: 'Report a month of a project' },
  params: Code,
  body: MonthBody,
  reply: Done.extend({ month: Month }),
})

const MilestoneBody = z.object({
  milestone: z.string().trim().min(1).max(20),
  title: z.string().trim().min(1).max(120),
  dueOn: Day,
  stage: keys(lineStages).nullish(),
})
export type MilestoneAsked = z.output<typeof MilestoneBody>

export const milestoneShape = endpoint({
  method: 'POST',
  path: '/api/projects/:code/milestones',
  permission: 'projects/write',
  summary: { zh: '增加或调整节点', en: 'Add a milestone or give it another day' },
  params: Code,
  body: MilestoneBody,
  reply: Done.extend({ milestone: z.string() }),
})

export const baselineShape = endpoint({
  method: 'POST',
  path: '/api/projects/:code/baselines',
  permission: 'projects/judge',
  summary: { zh: '冻结基线', en: 'Freeze the plan as a baseline' },
  params: Code,
  body: z.object({ reason: Told }),
  reply: Done.extend({ version: z.int() }),
})

const JudgementBody = z.object({
  level: z.enum(['green', 'amber', 'red']),
  narrative: z.string().trim().min(10).max(2000),
})
export type JudgementAsked = z.output<typeof JudgementBody>

export const judgementShape = endpoint({
  method: 'POST',
  path: '/api/projects/:code/judgements',
  permission: 'projects/judge',
  summary: { zh: '研判项目', en: 'Judge a project' },
  params: Code,
  body: JudgementBody,
  reply: Done.extend({ level: z.enum(['green', 'amber', 'red']) }),
})

const inputs = z.enum(['start', 'progress', 'payment', 'statistics'])
const ExcuseBody = z.object({ input: inputs, reason: Told, untilOn: Day.nullish() })
export type ExcuseAsked = z.output<typeof ExcuseBody>

export const excuseShape = endpoint({
  method: 'POST',
  path: '/api/projects/:code/excuses',
  permission: 'projects/judge',
  summary: { zh: '说明某项亮灯的正当理由', en: 'Give a valid reason for an input of the light' },
  params: Code,
  body: ExcuseBody,
  reply: Done.extend({ input: inputs }),
})

const schemes = z.enum(['national', 'plan', 'former', 'other'])
const CodeBody = z.object({ scheme: schemes, value: z.string().trim().min(1).max(40), reason: Told })
export type CodeAsked = z.output<typeof CodeBody>

export const codeShape = endpoint({
  method: 'POST',
  path: '/api/projects/:code/codes',
  permission: 'projects/write',
  summary: { zh: '登记项目代码（保留原代码）', en: 'Give a project another code; the one it had is kept' },
  params: Code,
  body: CodeBody,
  reply: Done.extend({ value: z.string() }),
})

const ContactBody = z.object({ onDay: Day, kind: z.enum(['call', 'visit', 'meeting', 'document']), words: Told })
export type ContactAsked = z.output<typeof ContactBody>

export const contactShape = endpoint({
  method: 'POST',
  path: '/api/projects/:code/contacts',
  permission: 'projects/write',
  summary: { zh: '记录招商对接', en: 'Note a contact with a project that is sought' },
  params: Code,
  body: ContactBody,
  reply: Done,
})

const PhotosBody = z.object({ photos: z.array(z.uuid()).min(1).max(12), words: z.string().trim().max(200).default('') })
export type PhotosAsked = z.output<typeof PhotosBody>

export const photosShape = endpoint({
  method: 'POST',
  path: '/api/projects/:code/photos',
  permission: 'projects/write',
  summary: { zh: '添加项目照片', en: 'Add photos of a project' },
  params: Code,
  body: PhotosBody,
  reply: Done,
})

const Hand = { by: z.string(), at: z.iso.datetime() }

export const recordsShape = endpoint({
  method: 'GET',
  path: '/api/projects/:code/records',
  permission: 'projects/read',
  summary: {
    zh: '项目的基线、研判、亮灯变化、代码和对接记录',
    en: 'Baselines, judgements, changes of the light, codes and contacts of a project',
  },
  params: Code,
  reply: z.object({
    baselines: z.array(z.object({ version: z.int(), frozenOn: Day, reason: z.string(), milestones: z.int(), ...Hand })),
    judgements: z.array(
      z.object({ level: z.enum(['green', 'amber', 'red']), narrative: z.string(), onDay: Day, ...Hand }),
    ),
    lights: z.array(
      z.object({
        state: z.enum(['green', 'yellow', 'red', 'none']),
        ruleVersion: z.string(),
        onDay: Day,
        inputs: z.unknown(),
      }),
    ),
    excuses: z.array(z.object({ input: inputs, reason: z.string(), fromOn: Day, untilOn: Day.nullable(), ...Hand })),
    codes: z.array(
      z.object({
        scheme: schemes,
        code: z.string(),
        fromOn: Day,
        untilOn: Day.nullable(),
        reason: z.string(),
        ...Hand,
      }),
    ),
    contacts: z.array(z.object({ onDay: Day, kind: z.string(), words: z.string(), ...Hand })),
  }),
})

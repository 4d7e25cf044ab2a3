import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { Drawing, FigureShown, Step, TreeShape, Words } from '../document-shapes.ts'

const Id = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) })
const Language = z.enum(['zh', 'en'])
const Reason = z.object({ words: z.string().trim().min(6).max(400) })
const Day = z.iso.date()

const StageShape = z.enum(['drafting', 'checked', 'reviewed', 'issued', 'dropped'])

const DraftRow = z.object({
  id: z.int(),
  template: z.string(),
  name: Words,
  period: z.string(),
  area: z.string(),
  stage: StageShape,
  /** the last step */
  at: z.string(),
  by: z.string(),
})

export const draftsShape = endpoint({
  method: 'GET',
  path: '/api/drafts',
  permission: 'bulletins/read',
  summary: { zh: '在办的通报草稿', en: 'Drafts of bulletins in hand' },
  reply: z.object({ drafts: z.array(DraftRow) }),
})

export const drawUpShape = endpoint({
  method: 'POST',
  path: '/api/drafts',
  permission: 'bulletins/draft',
  summary: { zh: '按模板起草一份通报', en: 'Draw up a bulletin from its template' },
  body: z.object({
    template: z.string().min(1).max(80),
    period: z.string().min(4).max(25),
    /** unit code; the whole zone unless told */
    area: z.string().min(1).max(40).optional(),
    dated: Day.optional(),
  }),
  reply: z.object({ id: z.int() }),
})

export const draftOpenShape = endpoint({
  method: 'GET',
  path: '/api/drafts/:id',
  permission: 'bulletins/read',
  summary: { zh: '一份草稿：正文、实时数字、签署步骤', en: 'A draft: its text, its figures of now, its steps' },
  params: Id,
  query: z.object({ language: Language.optional() }),
  reply: DraftRow.extend({
    version: z.int(),
    dated: z.string(),
    languages: z.array(Language),
    bodies: z.object({ zh: z.string().optional(), en: z.string().optional() }),
    tree: TreeShape,
    printed: z.array(FigureShown),
    missing: z.int(),
    sha256: z.string(),
    steps: z.array(Step.extend({ version: z.int(), sha256: z.string() })),
    /** the last check of this save, null before there is one */
    check: z
      .object({
        ...{ id: z.int(), counts: z.record(z.string(), z.int()), blocking: z.int() },
        /** what stands against the text, the first of them, in the reader's language */
        wrong: z.array(z.object({ place: z.int(), verdict: z.string(), text: z.string(), said: z.string() })),
      })
      .nullable(),
    /** figures that read differently than at the check; the facts may differ with none of them */
    moved: z.array(z.object({ was: z.string(), now: z.string() })),
    asChecked: z.boolean(),
    /** the caller wrote it last, so somebody else reviews it */
    own: z.boolean(),
    bulletin: z.int().nullable(),
  }),
})

export const draftVersionShape = endpoint({
  method: 'GET',
  path: '/api/drafts/:id/versions/:version',
  permission: 'bulletins/read',
  summary: { zh: '草稿某一稿的原文', en: 'The text of one save of a draft' },
  params: Id.extend({ version: z.coerce.number().int().positive().max(1_000_000) }),
  reply: z.object({ bodies: z.object({ zh: z.string().optional(), en: z.string().optional() }) }),
})

const Body = z.string().min(1).max(200_000)

export const saveDraftShape = endpoint({
  method: 'PUT',
  path: '/api/drafts/:id',
  permission: 'bulletins/draft',
  summary: { zh: '保存草稿；保存后要重新核对', en: 'Save a draft; it is to be checked again' },
  params: Id,
  body: z.object({
    /** the save that the writer began from */
    from: z.int().positive(),
    dated: Day,
    bodies: z.object({ zh: Body.optional(), en: Body.optional() }),
    words: z.string().trim().max(400).default(''),
  }),
  reply: z.object({ version: z.int() }),
})

export const checkStepShape = endpoint({
  method: 'POST',
  path: '/api/drafts/:id/check',
  permission: 'bulletins/draft',
  summary: { zh: '核对草稿，附上核对记录', en: 'Check a draft and attach the record of the check' },
  params: Id,
  body: z.object({}),
  reply: z.object({ check: z.int(), blocking: z.int() }),
})

export const reviewStepShape = endpoint({
  method: 'POST',
  path: '/api/drafts/:id/review',
  permission: 'bulletins/review',
  summary: {
    zh: '审核通过；核对有问题时须写明理由',
    en: 'Pass a draft as reviewed; with a reason where the check found faults',
  },
  params: Id,
  body: z.object({ words: z.string().trim().max(400).default('') }),
  reply: z.object({ reviewed: z.boolean() }),
})

export const returnStepShape = endpoint({
  method: 'POST',
  path: '/api/drafts/:id/return',
  permission: 'bulletins/review',
  summary: { zh: '退回草稿并说明', en: 'Return a draft with words' },
  params: Id,
  body: Reason,
  reply: z.object({ returned: z.boolean() }),
})

export const issueStepShape = endpoint({
  method: 'POST',
  path: '/api/drafts/:id/issue',
  permission: 'bulletins/issue',
  summary: { zh: '印发审核过的草稿，固定其中的数字', en: 'Issue a reviewed draft and freeze its figures' },
  params: Id,
  body: z.object({ evenIfMissing: z.boolean().optional() }),
  reply: z.object({ id: z.int(), figures: z.int(), sha256: z.string() }),
})

export const dropStepShape = endpoint({
  method: 'POST',
  path: '/api/drafts/:id/drop',
  permission: 'bulletins/draft',
  summary: { zh: '作废草稿并说明', en: 'Drop a draft with words' },
  params: Id,
  body: Reason,
  reply: z.object({ dropped: z.boolean() }),
})

export const draftDocumentShape = endpoint({
  method: 'GET',
  path: '/api/drafts/:id/document',
  permission: 'bulletins/read',
  summary: { zh: '下载草稿：Word、网页或 Markdown', en: 'Download a draft as Word, HTML or Markdown' },
  params: Id,
  query: z.object({ format: Drawing.default('docx'), language: Language.optional() }),
  reply: 'file',
})

export const evidenceShape = endpoint({
  method: 'GET',
  path: '/api/bulletins/:id/evidence',
  permission: 'bulletins/read',
  summary: {
    zh: '下载证据包：文件、数据、记录摘录、核对记录和校验值',
    en: 'Download the evidence pack: documents, facts, rows, check, hashes',
  },
  params: Id,
  reply: 'file',
})

export type DraftRowShown = z.output<typeof DraftRow>

import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { Change, Drawing, FigureShown, Step, TreeShape, Words } from './document-shapes.ts'

export type { CauseShown, ChangeShown, FigureInfo, StepShown, TreeShown } from './document-shapes.ts'

const Id = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) })
const Language = z.enum(['zh', 'en'])
const Which = z.object({
  template: z.string().min(1).max(80),
  period: z.string().min(4).max(25),
  /** unit code; the whole zone unless told */
  area: z.string().min(1).max(40).optional(),
})

export const BulletinRow = z.object({
  id: z.int(),
  template: z.string(),
  title: Words,
  period: z.string(),
  area: z.string(),
  dated: z.string(),
  figures: z.int(),
  state: z.enum(['issued', 'withdrawn']),
  issuedAt: z.string(),
  issuedBy: z.string(),
})

export const bulletinsShape = endpoint({
  method: 'GET',
  path: '/api/bulletins',
  permission: 'bulletins/read',
  summary: { zh: '印发的通报和可用的模板', en: 'Bulletins issued, and the templates there are' },
  query: z.object({
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  reply: z.object({
    total: z.int(),
    bulletins: z.array(BulletinRow),
    templates: z.array(
      z.object({
        code: z.string(),
        name: Words,
        period: z.enum(['year', 'half', 'quarter', 'month', 'any']),
        languages: z.array(Language),
      }),
    ),
  }),
})

export const bulletinShape = endpoint({
  method: 'GET',
  path: '/api/bulletins/:id',
  permission: 'bulletins/read',
  summary: {
    zh: '一份通报：正文、数字、印发后的变动',
    en: 'A bulletin: its text, its figures, and what changed since the issue',
  },
  params: Id,
  query: z.object({ language: Language.optional() }),
  reply: BulletinRow.extend({
    asOf: z.string(),
    sha256: z.string(),
    languages: z.array(Language),
    tree: TreeShape,
    printed: z.array(FigureShown),
    steps: z.array(Step),
    /** null where the reader may not see the area's figures of today */
    changes: z.array(Change).nullable(),
  }),
})

export const documentShape = endpoint({
  method: 'GET',
  path: '/api/bulletins/:id/document',
  permission: 'bulletins/read',
  summary: { zh: '下载通报：Word、网页或 Markdown', en: 'Download a bulletin as Word, HTML or Markdown' },
  params: Id,
  query: z.object({ format: Drawing.default('docx'), language: Language.optional() }),
  reply: 'file',
})

export const draftShape = endpoint({
  method: 'POST',
  path: '/api/bulletins/drafts',
  permission: 'bulletins/draft',
  summary: { zh: '按模板试写一份通报，不保存', en: 'Write a bulletin from its template without keeping it' },
  body: Which.extend({ language: Language.optional(), asOf: z.iso.datetime({ offset: true }).optional() }),
  reply: z.object({
    template: z.string(),
    period: z.string(),
    area: z.string(),
    tree: TreeShape,
    printed: z.array(FigureShown),
    missing: z.int(),
  }),
})

export const withdrawalShape = endpoint({
  method: 'POST',
  path: '/api/bulletins/:id/withdrawal',
  permission: 'bulletins/issue',
  summary: { zh: '撤回通报并说明原因；原文仍可查阅', en: 'Withdraw a bulletin with a reason; it stays readable' },
  params: Id,
  body: z.object({ reason: z.string().trim().min(6).max(400) }),
  reply: z.object({ withdrawn: z.boolean() }),
})

import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { FigureShown, TreeShape, Words } from './document-shapes.ts'

const Language = z.enum(['zh', 'en'])
const Code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const PeriodKind = z.enum(['year', 'half', 'quarter', 'month', 'any'])

const Version = z.object({
  locale: Language,
  version: z.int(),
  at: z.string(),
  by: z.string(),
  /** a file of the zone package, or this page */
  origin: z.enum(['zone', 'page']),
  reason: z.string(),
  inUse: z.boolean(),
  /** came with the package after somebody's edit, and is not in use */
  keptAside: z.boolean(),
})

export const templatesShape = endpoint({
  method: 'GET',
  path: '/api/templates',
  permission: 'bulletins/draft',
  summary: { zh: '通报模板', en: 'Templates of bulletins' },
  reply: z.object({
    templates: z.array(
      z.object({
        code: z.string(),
        name: Words,
        period: PeriodKind,
        /** in use, one a language */
        languages: z.array(Version),
        /** versions kept, of all languages, and how many of them the package brought after an edit */
        versions: z.int(),
        keptAside: z.int(),
      }),
    ),
  }),
})

export const templateShape = endpoint({
  method: 'GET',
  path: '/api/templates/:code',
  permission: 'bulletins/draft',
  summary: { zh: '一个模板：原文和历次版本', en: 'A template: its text and its versions' },
  params: z.object({ code: Code }),
  reply: z.object({
    code: z.string(),
    name: Words,
    period: PeriodKind,
    bodies: z.array(z.object({ locale: Language, version: z.int(), body: z.string() })),
    versions: z.array(Version),
  }),
})

export const templateVersionShape = endpoint({
  method: 'GET',
  path: '/api/templates/:code/:locale/:version',
  permission: 'bulletins/draft',
  summary: { zh: '模板某一版的原文', en: 'The text of one version of a template' },
  params: z.object({ code: Code, locale: Language, version: z.coerce.number().int().positive().max(1_000_000) }),
  reply: Version.extend({ body: z.string() }),
})

export const saveTemplateShape = endpoint({
  method: 'PUT',
  path: '/api/templates/:code/:locale',
  permission: 'bulletins/review',
  summary: { zh: '把模板保存为新版本并说明', en: 'Save a template as a new version with a reason' },
  params: z.object({ code: Code, locale: Language }),
  body: z.object({
    body: z.string().min(1).max(200_000),
    reason: z.string().trim().min(2).max(400),
    /** the version the editor began with; 0 for a new template */
    from: z.int().min(0),
  }),
  reply: z.object({ version: z.int() }),
})

/** What is wrong with a text that was previewed, and where. */
const Fault = z.object({ code: z.string(), line: z.int(), problem: z.string(), cure: z.string() })

export const previewShape = endpoint({
  method: 'POST',
  path: '/api/templates/:code/preview',
  permission: 'bulletins/draft',
  summary: { zh: '预览模板原文，不保存', en: 'Preview the text of a template without keeping it' },
  params: z.object({ code: Code }),
  body: z.object({
    locale: Language,
    body: z.string().max(200_000),
    period: z.string().min(4).max(25),
    area: z.string().min(1).max(40).optional(),
    dated: z.iso.date().optional(),
  }),
  reply: z.object({
    fault: Fault.nullable(),
    /** null where there is a fault */
    written: z.object({ tree: TreeShape, printed: z.array(FigureShown), missing: z.int() }).nullable(),
  }),
})

export type FaultShown = z.output<typeof Fault>
export type VersionShown = z.output<typeof Version>

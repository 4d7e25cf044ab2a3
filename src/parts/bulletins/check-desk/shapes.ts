import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { BlockShape, CountsShape, Formats, NotesShape, ReportShape } from './report-shapes.ts'

/** UTF-16 units of a text that is sent in one piece. */
export const textLimit = 400_000

const Id = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) })
const Words = z.string().trim().min(1).max(200)
const Area = z.string().min(1).max(40)
const AsOf = z.iso.datetime({ offset: true })

/** What the figures are held against; the checker reads the period from the text unless told. */
const Against = z.object({ period: z.string().min(4).max(25).optional(), area: Area.optional(), asOf: AsOf.optional() })

const TextSent = Against.extend({
  text: z.string(),
  name: z.string().max(200).default(''),
  format: Formats.default('txt'),
  /** of a file that was read before and is sent again as changed text; absent: one paragraph a line */
  blocks: z.array(BlockShape).max(60_000).optional(),
  /** what the file's reader noted */
  notes: NotesShape.default([]),
})

const Downloads = z.enum(['docx', 'json'])

export const checkTextShape = endpoint({
  method: 'POST',
  path: '/api/bulletins/checks/text',
  permission: 'bulletins/draft',
  summary: { zh: '核对一段文字里的数字，不保存', en: 'Check the figures of a text; nothing is kept' },
  body: TextSent,
  reply: ReportShape,
})

export const checkFileShape = endpoint({
  method: 'POST',
  path: '/api/bulletins/checks/file',
  permission: 'bulletins/draft',
  summary: {
    zh: '核对一份文件里的数字，不保存：docx、html、md、txt',
    en: 'Check the figures of a file, keeping nothing: docx, html, md, txt',
  },
  query: Against,
  body: 'file',
  reply: ReportShape,
})

export const textReportShape = endpoint({
  method: 'POST',
  path: '/api/bulletins/checks/text/document',
  permission: 'bulletins/draft',
  summary: { zh: '文字的核对报告：Word（批注）或 JSON', en: 'The report on a text: Word with comments, or JSON' },
  query: z.object({ format: Downloads.default('docx') }),
  body: TextSent,
  reply: 'file',
})

export const fileReportShape = endpoint({
  method: 'POST',
  path: '/api/bulletins/checks/file/document',
  permission: 'bulletins/draft',
  summary: {
    zh: '文件的核对报告：在原 Word 文件里加批注，或 JSON',
    en: 'The report on a file: comments inside the original Word file, or JSON',
  },
  query: Against.extend({ format: Downloads.default('docx') }),
  body: 'file',
  reply: 'file',
})

const Recorded = z.object({ id: z.int(), sha256: z.string() })

export const recordTextShape = endpoint({
  method: 'POST',
  path: '/api/bulletins/checks',
  permission: 'bulletins/draft',
  summary: { zh: '签存一次核对：文字和报告不再改变', en: 'Sign a check off: its text and report never change' },
  body: TextSent,
  reply: Recorded,
})

export const recordFileShape = endpoint({
  method: 'POST',
  path: '/api/bulletins/checks/file/record',
  permission: 'bulletins/draft',
  summary: { zh: '签存一份文件的核对，连同原文件', en: 'Sign off the check of a file, together with the file' },
  query: Against,
  body: 'file',
  reply: Recorded,
})

const Row = z.object({
  ...{ id: z.int(), name: z.string(), format: Formats, area: z.string(), period: z.string() },
  ...{ asOf: z.string().nullable(), counts: CountsShape, textSha256: z.string(), sha256: z.string() },
  ...{ recordedAt: z.string(), recordedBy: z.string() },
})

export const checksShape = endpoint({
  method: 'GET',
  path: '/api/bulletins/checks',
  permission: 'bulletins/read',
  summary: { zh: '签存的核对记录', en: 'Checks that were signed off' },
  query: z.object({
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(10),
  }),
  reply: z.object({ total: z.int(), checks: z.array(Row) }),
})

export const checkShape = endpoint({
  method: 'GET',
  path: '/api/bulletins/checks/:id',
  permission: 'bulletins/read',
  summary: { zh: '一次签存的核对：文字、报告、校验值', en: 'One check as it was signed off: text, report, checksums' },
  params: Id,
  reply: Row.extend({ hasFile: z.boolean(), report: ReportShape }),
})

export const checkReportShape = endpoint({
  method: 'GET',
  path: '/api/bulletins/checks/:id/document',
  permission: 'bulletins/read',
  summary: {
    zh: '签存的核对报告：Word（批注）、JSON 或原文件',
    en: 'A signed-off report: Word with comments, JSON, or the original file',
  },
  params: Id,
  query: z.object({ format: z.enum(['docx', 'json', 'original']).default('docx') }),
  reply: 'file',
})

export const aliasesShape = endpoint({
  method: 'GET',
  path: '/api/bulletins/aliases',
  permission: 'bulletins/draft',
  summary: { zh: '表述与指标的对应，由谁何时选定', en: 'Words bound to indicators, by whom and when' },
  query: z.object({ area: Area.optional() }),
  reply: z.object({
    aliases: z.array(
      z.object({
        ...{ id: z.int(), phrase: z.string(), indicator: z.string(), unit: z.string(), example: z.string() },
        ...{ chosenAt: z.string(), chosenBy: z.string(), mine: z.boolean() },
      }),
    ),
  }),
})

export const chooseShape = endpoint({
  method: 'POST',
  path: '/api/bulletins/aliases',
  permission: 'bulletins/draft',
  summary: { zh: '为一种表述选定指标，以后的核对照用', en: 'Bind words to an indicator, for this and later checks' },
  body: z.object({
    phrase: Words,
    indicator: z.string().min(1).max(80),
    area: Area.optional(),
    example: z.string().max(400).optional(),
  }),
  reply: z.object({ id: z.int() }),
})

export const withdrawAliasShape = endpoint({
  method: 'DELETE',
  path: '/api/bulletins/aliases/:id',
  permission: 'bulletins/draft',
  summary: { zh: '撤回一种对应；以前的核对记录不变', en: 'Withdraw an alias; records of past checks stay' },
  params: Id,
  reply: z.object({ withdrawn: z.boolean() }),
})

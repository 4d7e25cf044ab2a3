import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import {
  BatchDetail,
  BatchLine,
  ImportReply,
  LedgerColumn,
  LedgerDetail,
  LedgerLine,
  named,
  Preview,
  Row,
  RowPast,
} from './reply-shapes.ts'

const byName = z.object({
  part: z.string().regex(/^[a-z]{1,40}$/),
  name: z.string().regex(/^[a-z][a-z-]{0,60}$/),
})
const byId = z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) })
const byRow = byName.extend({ row: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) })
const given = z.record(z.string().max(60), z.string().max(4000).nullable())
const flag = z.enum(['true', 'false']).default('false')

export const ledgersShape = endpoint({
  method: 'GET',
  path: '/api/ledgers',
  permission: 'ledgers/read',
  summary: { zh: '所有台账：行数、数据到哪一天、最近的批次', en: 'All ledgers: rows, last day, last batch' },
  reply: z.object({ ledgers: z.array(LedgerLine) }),
})

export const ledgerShape = endpoint({
  method: 'GET',
  path: '/api/ledgers/:part/:name',
  permission: 'ledgers/read',
  summary: { zh: '一本台账的列、主键、校验与度量', en: 'Columns, key, checks and measures of a ledger' },
  params: byName,
  reply: LedgerDetail,
})

/** What narrows a reading; every `filter` is `column:how:value`, how being is, has, from, to or empty. */
const narrowed = {
  filter: z.union([z.string().max(500), z.array(z.string().max(500)).max(30)]).optional(),
  /** text in any text column */
  q: z.string().trim().max(100).optional(),
  /** a column, `-` before it for the last first; the newest day first unless told */
  sort: z.string().max(61).optional(),
}

export const rowsShape = endpoint({
  method: 'GET',
  path: '/api/ledgers/:part/:name/rows',
  permission: 'ledgers/read',
  summary: { zh: '台账的行：筛选、排序、分页', en: "A ledger's rows, filtered, sorted and paged" },
  params: byName,
  query: z.object({
    ...narrowed,
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    size: z.coerce.number().int().min(1).max(500).default(50),
  }),
  reply: z.object({
    rows: z.array(Row),
    total: z.number().int(),
    /** whether there are more than `total` says: counting stops at a limit */
    more: z.boolean(),
    /** names of the units on this page */
    units: z.array(named),
  }),
})

export const rowShape = endpoint({
  method: 'GET',
  path: '/api/ledgers/:part/:name/rows/:row',
  permission: 'ledgers/read',
  summary: { zh: '一行及其历次版本', en: 'A row with every version it had' },
  params: byRow,
  reply: z.object({
    rowId: z.number().int(),
    /** null when its batch was withdrawn */
    current: Row.nullable(),
    /** newest first */
    versions: z.array(RowPast),
    units: z.array(named),
  }),
})

const reason = z.string().trim().min(4).max(200)

export const correctRowShape = endpoint({
  method: 'PATCH',
  path: '/api/ledgers/:part/:name/rows/:row',
  permission: 'ledgers/import',
  summary: { zh: '更正一行并写明原因，旧值保留', en: 'Correct a row and say why; the old version stays' },
  params: byRow,
  /** `version` is the one the person saw; values not given stay */
  body: z.object({ values: given, version: z.number().int().min(1), reason }),
  reply: ImportReply,
})

export const recordRowShape = endpoint({
  method: 'POST',
  path: '/api/ledgers/:part/:name/rows',
  permission: 'ledgers/import',
  summary: { zh: '登记一行', en: 'Record one row' },
  params: byName,
  body: z.object({ values: given, unit: z.string().max(30).optional() }),
  reply: ImportReply,
})

export const exportShape = endpoint({
  method: 'GET',
  path: '/api/ledgers/:part/:name/export',
  permission: 'ledgers/read',
  summary: { zh: '导出筛选后的行（CSV 或 xlsx）', en: 'Export the filtered rows as CSV or xlsx' },
  params: byName,
  query: z.object({ ...narrowed, format: z.enum(['csv', 'xlsx']).default('csv') }),
  reply: 'file',
})

export const templateShape = endpoint({
  method: 'GET',
  path: '/api/ledgers/:part/:name/template',
  permission: 'ledgers/read',
  summary: { zh: '导入模板（xlsx，含说明和下拉）', en: 'Template workbook with notes and drop-downs' },
  params: byName,
  reply: 'file',
})

export const previewShape = endpoint({
  method: 'POST',
  path: '/api/ledgers/:part/:name/preview',
  permission: 'ledgers/import',
  summary: { zh: '看文件的表头和前几行，不做任何改动', en: 'Read headings and first rows of a file; changes nothing' },
  params: byName,
  body: 'file',
  reply: Preview,
})

export const importShape = endpoint({
  method: 'POST',
  path: '/api/ledgers/:part/:name/imports',
  permission: 'ledgers/import',
  summary: {
    zh: '导入文件（表单字段：mapping 为 JSON，unit，progress）；试运行不改动数据',
    en: 'Import a file (form fields: mapping as JSON, unit, progress); a dry run changes nothing',
  },
  params: byName,
  query: z.object({ dryRun: flag }),
  body: 'file',
  reply: ImportReply,
})

export const batchesShape = endpoint({
  method: 'GET',
  path: '/api/batches',
  permission: 'ledgers/read',
  summary: { zh: '批次，最近的在前', en: 'Batches, newest first' },
  query: z.object({
    ledger: z.string().max(101).optional(),
    state: z.enum(['standing', 'withdrawn']).optional(),
    origin: z.enum(['file', 'page', 'zone']).optional(),
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    size: z.coerce.number().int().min(1).max(500).default(50),
  }),
  reply: z.object({ batches: z.array(BatchLine), total: z.number().int() }),
})

export const batchShape = endpoint({
  method: 'GET',
  path: '/api/batches/:id',
  permission: 'ledgers/read',
  summary: {
    zh: '一个批次：文件、计数、问题、撤回的后果',
    en: 'A batch: file, counts, findings, what a withdrawal does',
  },
  params: byId,
  reply: BatchDetail,
})

export const changesShape = endpoint({
  method: 'GET',
  path: '/api/batches/:id/changes',
  permission: 'ledgers/read',
  summary: { zh: '批次改动的行：原值与新值', en: 'Rows a batch changed, old and new' },
  params: byId,
  /** `after` is the last row's number of the page above */
  query: z.object({
    kind: z.enum(['corrected', 'entered']).default('corrected'),
    after: z.coerce.number().int().min(0).default(0),
    size: z.coerce.number().int().min(1).max(500).default(50),
  }),
  reply: z.object({
    /** the columns' declaration, for headings and units */
    columns: z.array(LedgerColumn),
    key: z.array(z.string()),
    changes: z.array(z.object({ before: Row.nullable(), after: Row })),
    /** what to send as `after` for the rows below; null at the end */
    next: z.number().int().nullable(),
  }),
})

export const rejectedShape = endpoint({
  method: 'GET',
  path: '/api/batches/:id/rejected',
  permission: 'ledgers/read',
  summary: {
    zh: '退回的行（xlsx，附原因和处理办法，改好可再导入）',
    en: 'Rejected rows as a workbook with reason and cure',
  },
  params: byId,
  reply: 'file',
})

export const withdrawShape = endpoint({
  method: 'POST',
  path: '/api/batches/:id/withdrawal',
  permission: 'ledgers/withdraw',
  summary: { zh: '撤回批次', en: 'Withdraw a batch' },
  params: byId,
  body: z.object({ reason }),
  reply: z.object({ batch: z.number().int(), removed: z.number().int(), restored: z.number().int() }),
})

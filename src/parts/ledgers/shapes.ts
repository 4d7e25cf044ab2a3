import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

export const words = z.object({ zh: z.string(), en: z.string() })
export const id = z.coerce.number().int().positive()
const many = z.union([z.string(), z.array(z.string())]).optional()
export const ledgerName = z.object({ part: z.string(), name: z.string() })
export const moment = z.string()

const ColumnShape = z.object({
  name: z.string(),
  kind: z.enum(['text', 'choice', 'day', 'month', 'moment', 'whole', 'decimal', 'uscc', 'unit']),
  words,
  heading: z.string(),
  headings: z.array(z.string()),
  optional: z.boolean(),
  unit: z.string().nullable(),
  choices: z.array(z.object({ code: z.string(), words })).nullable(),
  places: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** most characters of a text */
  longest: z.number().nullable(),
  note: words.nullable(),
})

const LedgerShape = z.object({
  ledger: z.string(),
  words,
  grain: words,
  source: words,
  grainOfTime: z.enum(['day', 'month']),
  day: z.string(),
  /** what a search of its rows looks at: any text, or the beginning of the key */
  searches: z.enum(['texts', 'key']),
  key: z.array(z.string()),
  /** where a row has a page of its own: an address with columns in braces */
  page: z.string().nullable(),
  columns: z.array(ColumnShape),
  checks: z.array(z.object({ name: z.string(), severity: z.enum(['reject', 'warn']), meaning: words, cure: words })),
  measures: z.array(z.object({ name: z.string(), words, unit: z.string() })),
  dimensions: z.array(z.string()),
})
export type LedgerShown = z.output<typeof LedgerShape>

const LedgerSummary = z.object({
  ledger: z.string(),
  words,
  grain: words,
  source: words,
  grainOfTime: z.enum(['day', 'month']),
  rows: z.number(),
  latestDay: z.string().nullable(),
  changedAt: moment.nullable(),
  /** the last that stands among the caller's units */
  lastBatch: z
    .object({
      id: z.number(),
      origin: z.enum(['file', 'page', 'zone', 'door']),
      fileName: z.string(),
      unit: z.string(),
      enteredAt: moment,
      enteredByName: z.string(),
    })
    .nullable(),
})
export type LedgerSummary = z.output<typeof LedgerSummary>

export const RowShape = z.object({
  rowId: z.number(),
  version: z.number(),
  unit: z.string(),
  batch: z.number(),
  recordedAt: moment,
  values: z.record(z.string(), z.string().nullable()),
})
export type RowShown = z.output<typeof RowShape>

const RowPastShape = RowShape.extend({
  /** the batch that brought it */
  broughtBy: z.object({
    origin: z.enum(['file', 'page', 'zone', 'door']),
    fileName: z.string(),
    byName: z.string(),
    reason: z.string().nullable(),
  }),
  /** what ended it: the batch that corrected it, or the one it went with */
  replaced: z
    .object({
      at: moment,
      by: z.number(),
      byName: z.string(),
      why: z.enum(['corrected', 'withdrawn']),
      reason: z.string().nullable(),
    })
    .nullable(),
})
export type RowPastShown = z.output<typeof RowPastShape>

/** Conditions as `column:how:value` (how: is, has, from, to, empty), repeated; values of `is` parted by `|`. */
const reading = z.object({
  filter: many,
  /** text that any text column has */
  q: z.string().trim().max(100).optional(),
  sort: z.string().optional(),
})

export const listLedgers = endpoint({
  method: 'GET',
  path: '/api/ledgers',
  permission: 'ledgers/read',
  summary: { zh: '台账目录', en: 'The ledgers' },
  reply: z.object({ ledgers: z.array(LedgerSummary) }),
})

export const showLedger = endpoint({
  method: 'GET',
  path: '/api/ledgers/:part/:name',
  permission: 'ledgers/read',
  summary: { zh: '台账的声明：列、校验、度量', en: "A ledger's declaration" },
  params: ledgerName,
  reply: LedgerShape,
})

export const listRows = endpoint({
  method: 'GET',
  path: '/api/ledgers/:part/:name/rows',
  permission: 'ledgers/read',
  summary: { zh: '浏览台账的行', en: 'Rows of a ledger' },
  params: ledgerName,
  query: reading.extend({
    page: z.coerce.number().int().min(1).default(1),
    size: z.coerce.number().int().min(1).max(500).default(50),
  }),
  /** `more`: there are more than `total`; counting stops at 100,000 when filtered */
  reply: z.object({ rows: z.array(RowShape), total: z.number(), more: z.boolean() }),
})

export const showRow = endpoint({
  method: 'GET',
  path: '/api/ledgers/:part/:name/rows/:id',
  permission: 'ledgers/read',
  summary: { zh: '一行和它的各个版本', en: 'A row with its versions' },
  params: ledgerName.extend({ id }),
  reply: z.object({
    current: RowShape.nullable(),
    /** newest first */
    versions: z.array(RowPastShape),
  }),
})

export const exportLedger = endpoint({
  method: 'GET',
  path: '/api/ledgers/:part/:name/export',
  permission: 'ledgers/read',
  summary: { zh: '导出台账', en: 'Export a ledger' },
  params: ledgerName,
  query: reading.extend({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
  reply: 'file',
})

export const ledgerTemplate = endpoint({
  method: 'GET',
  path: '/api/ledgers/:part/:name/template',
  permission: 'ledgers/read',
  summary: { zh: '填报模板', en: 'The template workbook' },
  params: ledgerName,
  reply: 'file',
})

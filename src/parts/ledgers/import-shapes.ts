import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { id, ledgerName, moment, RowShape, words } from './shapes.ts'

const FaultShape = z.object({ check: z.string(), column: z.string().nullable(), reason: words, cure: words })
const FindingShape = z.object({
  line: z.number(),
  severity: z.enum(['reject', 'warn']),
  faults: z.array(FaultShape),
  cells: z.array(z.string()),
})
export type FindingShown = z.output<typeof FindingShape>

const GroupShape = z.object({
  check: z.string(),
  column: z.string().nullable(),
  severity: z.enum(['reject', 'warn']),
  rows: z.number(),
  /** whether there are more: of warned rows only the first are kept */
  more: z.boolean(),
  cure: words,
  /** the first of them, as the file has them */
  examples: z.array(z.object({ line: z.number(), reason: words, cells: z.array(z.string()) })),
})
export type GroupShown = z.output<typeof GroupShape>

const ImportShape = z.object({
  batch: z.number().nullable(),
  ledger: z.string(),
  rows: z.number(),
  accepted: z.number(),
  corrected: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  warned: z.number(),
  seconds: z.number(),
  /** the batch that brought the same file before: nothing was changed now */
  sameAs: z.number().nullable(),
  ignored: z.array(z.string()),
  /** the first hundred rows that did not go in, or went in with a warning */
  findings: z.array(FindingShape),
  /** all of them by check and column: rows sent back first, then those with a warning */
  groups: z.array(GroupShape),
  /** of the file, in the order of a finding's cells */
  headings: z.array(z.string()),
})
export type ImportShown = z.output<typeof ImportShape>

const BatchShape = z.object({
  id: z.number(),
  ledger: z.string(),
  ledgerWords: words,
  unit: z.string(),
  origin: z.enum(['file', 'page', 'zone', 'door']),
  fileName: z.string(),
  sha256: z.string().nullable(),
  bytes: z.number().nullable(),
  format: z.string().nullable(),
  encoding: z.string().nullable(),
  ignored: z.array(z.string()),
  /** why a row was mended by hand */
  reason: z.string().nullable(),
  rows: z.number(),
  accepted: z.number(),
  corrected: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  warned: z.number(),
  seconds: z.string(),
  enteredAt: moment,
  enteredByName: z.string(),
  withdrawn: z
    .object({ at: moment, byName: z.string(), reason: z.string(), removed: z.number(), restored: z.number() })
    .nullable(),
})
export type BatchShown = z.output<typeof BatchShape>

const values = z.record(z.string(), z.string().nullable())
const reason = z.string().trim().min(4).max(200)

export const enterRow = endpoint({
  method: 'POST',
  path: '/api/ledgers/:part/:name/rows',
  permission: 'ledgers/import',
  summary: { zh: '登记一行', en: 'Enter one row' },
  params: ledgerName,
  body: z.object({ unit: z.string(), values }),
  reply: ImportShape,
})

export const mendRow = endpoint({
  method: 'PATCH',
  path: '/api/ledgers/:part/:name/rows/:id',
  permission: 'ledgers/import',
  summary: { zh: '更正一行', en: 'Correct one row' },
  params: ledgerName.extend({ id }),
  /** `version` is the one that was looked at; values not given stay */
  body: z.object({ values, version: z.number().int().optional(), reason }),
  reply: ImportShape,
})

export const previewImport = endpoint({
  method: 'POST',
  path: '/api/ledgers/:part/:name/preview',
  permission: 'ledgers/import',
  summary: {
    zh: '看一看文件的表头；表单可带 mapping（JSON）',
    en: "Look at a file's headings; the form may bring a mapping (JSON)",
  },
  params: ledgerName,
  body: 'file',
  reply: z.object({
    format: z.enum(['csv', 'xlsx']),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    headingLine: z.number(),
    headings: z.array(
      z.object({
        heading: z.string(),
        column: z.string().nullable(),
        how: z.enum(['known', 'mapped', 'left-out', 'ours', 'unknown']),
        guess: z.string().optional(),
      }),
    ),
    missing: z.array(z.string()),
    samples: z.array(z.array(z.string())),
  }),
})

export const startImport = endpoint({
  method: 'POST',
  path: '/api/ledgers/:part/:name/imports',
  permission: 'ledgers/import',
  summary: {
    zh: '导入文件；表单在文件前可带 unit、mapping（JSON）',
    en: 'Import a file; the form may bring unit and mapping (JSON) before it',
  },
  params: ledgerName,
  /** `progress`: an id under which `/api/progress/:id` tells how far it is */
  query: z.object({
    dryRun: z.enum(['true', 'false']).default('false'),
    unit: z.string().optional(),
    progress: z.string().max(80).optional(),
  }),
  body: 'file',
  reply: ImportShape,
})

export const listBatches = endpoint({
  method: 'GET',
  path: '/api/batches',
  permission: 'ledgers/read',
  summary: { zh: '批次，最近的在前', en: 'Batches, newest first' },
  query: z.object({
    ledger: z.string().optional(),
    state: z.enum(['standing', 'withdrawn']).optional(),
    origin: z.enum(['file', 'page', 'zone', 'door']).optional(),
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    size: z.coerce.number().int().min(1).max(500).default(50),
  }),
  reply: z.object({ batches: z.array(BatchShape), total: z.number() }),
})

export const showBatch = endpoint({
  method: 'GET',
  path: '/api/batches/:id',
  permission: 'ledgers/read',
  summary: { zh: '一个批次', en: 'A batch' },
  params: z.object({ id }),
  /** the first findings, and all of them by check; the workbook has all rejected rows */
  reply: z.object({
    batch: BatchShape,
    headings: z.array(z.string()),
    findings: z.array(FindingShape),
    groups: z.array(GroupShape),
  }),
})

export const batchChanges = endpoint({
  method: 'GET',
  path: '/api/batches/:id/changes',
  permission: 'ledgers/read',
  summary: { zh: '批次改动了哪些行', en: 'What a batch changed' },
  params: z.object({ id }),
  query: z.object({
    kind: z.enum(['corrected', 'entered']).default('corrected'),
    after: z.coerce.number().int().min(0).default(0),
    size: z.coerce.number().int().min(1).max(500).default(50),
  }),
  reply: z.object({ changes: z.array(z.object({ before: RowShape.nullable(), after: RowShape })) }),
})

export const rejectedRows = endpoint({
  method: 'GET',
  path: '/api/batches/:id/rejected',
  permission: 'ledgers/read',
  summary: { zh: '被退回的行（xlsx），改好可再导入', en: 'The rejected rows (xlsx), to mend and import again' },
  params: z.object({ id }),
  reply: 'file',
})

export const withdrawal = endpoint({
  method: 'POST',
  path: '/api/batches/:id/withdrawal',
  permission: 'ledgers/withdraw',
  summary: { zh: '撤回批次', en: 'Withdraw a batch' },
  params: z.object({ id }),
  body: z.object({ reason }),
  reply: z.object({ batch: z.number(), removed: z.number(), restored: z.number() }),
})

export const foreseenWithdrawal = endpoint({
  method: 'GET',
  path: '/api/batches/:id/withdrawal',
  permission: 'ledgers/withdraw',
  summary: { zh: '撤回批次会改动多少行', en: 'What the withdrawal of a batch would change' },
  params: z.object({ id }),
  reply: z.object({
    /** rows that would go */
    removed: z.number(),
    /** rows that would return to their earlier values */
    restored: z.number(),
    /** rows a later batch corrected: they keep the later values */
    kept: z.number(),
  }),
})

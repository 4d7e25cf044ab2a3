import { read, type Tx, type Work, write } from '#kernel/db/work.ts'
import { type Request, type Route, reads, works, writes } from '#kernel/http/route.ts'
import { refuse } from '#kernel/refusal.ts'
import { areaWithin } from '#parts/indicators/areas.ts'
import { keepInside, unitsUnder } from '#parts/org/org.ts'
import { checkDraft } from '../checking/check-draft.ts'
import type { Draft } from '../drafts/draft.ts'
import { readDraft } from '../drafts/read-draft.ts'
import { areasSeen } from '../queries.ts'
import { aliasesOf, aliasNumbered, chooseIndicator, withdrawAlias } from './aliases.ts'
import { type CheckRecord, checkOf, checksOf, fileOfCheck, recordCheck } from './records.ts'
import { reportFile } from './report-files.ts'
import { sentDraft } from './sent-draft.ts'
import * as shapes from './shapes.ts'
import { uploadedBytes } from './uploaded-bytes.ts'

interface Against {
  period?: string | undefined
  area?: string | undefined
  asOf?: string | undefined
}

const textRoutes: Route[] = [
  reads(shapes.checkTextShape, async (tx, { body }, { roots }) => checked(tx, sentDraft(body), body, roots)),
  reads(shapes.textReportShape, async (tx, { body, query }, { roots, locale }) => {
    const report = await checked(tx, sentDraft(body), body, roots)
    return reportFile(tx, { report, at: tx.now }, query.format, locale)
  }),
  writes(shapes.recordTextShape, async (tx, { body }, { roots }) => {
    return recordCheck(tx, { report: await checked(tx, sentDraft(body), body, roots) })
  }),
]

const fileRoutes: Route[] = [
  works(shapes.checkFileShape, async (work, { query }, request) => {
    const { draft } = await uploaded(request)
    return read(work, (tx) => checked(tx, draft, query, request.roots))
  }),
  works(shapes.fileReportShape, async (work, { query }, request) => {
    const { draft, bytes } = await uploaded(request)
    return read(work, async (tx) => {
      const report = await checked(tx, draft, query, request.roots)
      const original = draft.format === 'docx' ? { bytes, draft } : undefined
      return reportFile(tx, { report, original, at: tx.now }, query.format, request.locale)
    })
  }),
  works(shapes.recordFileShape, async (work, { query }, request) => {
    const { draft, bytes } = await uploaded(request)
    return write(work, async (tx) => {
      return recordCheck(tx, { report: await checked(tx, draft, query, request.roots), file: { bytes } })
    })
  }),
]

const recordRoutes: Route[] = [
  reads(shapes.checksShape, async (tx, { query }, { roots }) => {
    return checksOf(tx, { ...query, areas: await areasSeen(tx, roots) })
  }),
  reads(shapes.checkShape, async (tx, { params }, { roots }) => checkSeen(tx, params.id, roots)),
  works(shapes.checkReportShape, async (work, { params, query }, { roots, locale }) => {
    const { record, bytes } = await recorded(work, params.id, roots)
    const { report, recordedAt, recordedBy: by } = record
    if (query.format === 'original') {
      const content = bytes ?? refuse('bulletins/check-no-original', { id: params.id }, 404)
      return { name: report.name, type: 'application/octet-stream', content }
    }
    const original = bytes ? { bytes, draft: await readDraft(bytes, report.name) } : undefined
    const reported = { report, original, at: new Date(recordedAt), by }
    return read(work, (tx) => reportFile(tx, reported, query.format as 'docx' | 'json', locale))
  }),
]

const aliasRoutes: Route[] = [
  reads(shapes.aliasesShape, async (tx, { query }, { roots }) => {
    const area = await areaWithin(tx, query.area, roots)
    const inside = new Set(await unitsUnder(tx, roots))
    const aliases = await aliasesOf(tx, area)
    return { aliases: aliases.map((alias) => ({ ...alias, mine: inside.has(alias.unit) })) }
  }),
  writes(shapes.chooseShape, async (tx, { body }, { roots }) => {
    const { area, ...choice } = body
    return chooseIndicator(tx, { ...choice, unit: await areaWithin(tx, area, roots) })
  }),
  writes(shapes.withdrawAliasShape, async (tx, { params }, { roots }) => {
    const { unit } = await aliasNumbered(tx, params.id)
    await keepInside(tx, unit, roots)
    await withdrawAlias(tx, params.id)
    return { withdrawn: true }
  }),
]

/** The doors of the check desk. */
export const deskRoutes: readonly Route[] = [...textRoutes, ...fileRoutes, ...recordRoutes, ...aliasRoutes]

async function checked(tx: Tx, draft: Draft, { period, area, asOf }: Against, roots: readonly string[]) {
  return checkDraft(tx, {
    ...{ draft, area: await areaWithin(tx, area, roots) },
    ...(period === undefined ? {} : { period }),
    ...(asOf === undefined ? {} : { asOf: new Date(asOf) }),
  })
}

async function uploaded({ file }: Request): Promise<{ draft: Draft; bytes: Uint8Array }> {
  const { name, stream } = file!
  const bytes = await uploadedBytes(stream)
  const draft = await readDraft(bytes, name)
  // A page shows all of it, and others wait while it is checked; the command line takes longer texts.
  if (draft.text.length > shapes.textLimit) refuse('bulletins/check-text-long', { limit: shapes.textLimit }, 413)
  return { bytes, draft }
}

async function checkSeen(tx: Tx, id: number, roots: readonly string[]): Promise<CheckRecord> {
  const record = await checkOf(tx, id)
  if (!(await areasSeen(tx, roots)).includes(record.area)) refuse('org/outside-scope', { unit: record.area }, 403)
  return record
}

async function recorded(work: Work, id: number, roots: readonly string[]) {
  return read(work, async (tx) => ({ record: await checkSeen(tx, id, roots), bytes: await fileOfCheck(tx, id) }))
}

import { read, type Tx } from '#kernel/db/work.ts'
import { expectBreaks } from '#kernel/files/spool.ts'
import { type Request, type Route, reads, works, writes } from '#kernel/http/route.ts'
import { tellProgress } from '#kernel/jobs/progress.ts'
import { dayOf } from '#parts/org/org.ts'
import { batchesNumbered, batchList } from './batch-list.ts'
import { type Batch, batchOf, changesOf } from './batches.ts'
import { exportRows } from './export.ts'
import { findingGroupsOf } from './finding-groups.ts'
import { findingsOf } from './findings.ts'
import { type ImportProgress, importFile } from './import.ts'
import * as imports from './import-shapes.ts'
import type { Ledger } from './ledger.ts'
import { ledgerSummaries } from './ledger-summaries.ts'
import { mappingOf } from './mapping-text.ts'
import { previewFile } from './preview.ts'
import { ledgerOf } from './registry.ts'
import { rejectedWorkbook } from './rejected-workbook.ts'
import { readFilter } from './row-filters.ts'
import { rowsOf, rowWithVersions } from './rows.ts'
import * as shapes from './shapes.ts'
import { shownBatch, shownFindings, shownGroups, shownImport, shownLedger, shownPast, shownRow } from './shown.ts'
import { correctRow, recordRow } from './single-row.ts'
import { templateOf } from './template.ts'
import { withdrawBatch } from './withdraw.ts'
import { withdrawalForeseen } from './withdrawal-foreseen.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const ledgerRoutes: Route[] = [
  reads(shapes.listLedgers, async (tx, _asked, { roots }) => ({ ledgers: await ledgerSummaries(tx, roots) })),
  reads(shapes.showLedger, async (_tx, { params }) => shownLedger(await named(params))),
  reads(shapes.listRows, async (tx, { params, query }, { roots }) => {
    const ledger = await named(params)
    const { rows, total, more } = await rowsOf(tx, ledger, {
      ...readingOf(ledger, query),
      roots,
      page: query.page,
      size: query.size,
    })
    return { rows: rows.map(shownRow), total, more }
  }),
  reads(shapes.showRow, async (tx, { params }, { roots }) => {
    const { current, versions } = await rowWithVersions(tx, await named(params), params.id, roots)
    const ids = versions.flatMap((version) => [version.batch, ...(version.replaced ? [version.replaced.by] : [])])
    const past = shownPast(versions, await batchesNumbered(tx, ids))
    return { current: current && shownRow(current), versions: past }
  }),
  works(imports.enterRow, async (work, { params, body }, { roots }) => {
    const ledger = await named(params)
    return shownImport(ledger, await recordRow(work, { ledger: ledger.name, ...body, roots }))
  }),
  works(imports.mendRow, async (work, { params, body }, { roots }) => {
    const ledger = await named(params)
    const { values, reason, version } = body
    const seen = version === undefined ? {} : { version }
    const asked = { ledger: ledger.name, rowId: params.id, values, reason, roots, ...seen }
    return shownImport(ledger, await correctRow(work, asked))
  }),
]

const fileRoutes: Route[] = [
  works(shapes.exportLedger, async (work, { params, query }, { roots, locale }) => {
    const ledger = await named(params)
    const { format } = query
    const content = exportRows(work, ledger, { ...readingOf(ledger, query), roots, format, locale })
    return {
      name: `${ledger.words[locale]}.${format}`,
      type: format === 'csv' ? 'text/csv; charset=utf-8' : xlsx,
      content,
    }
  }),
  reads(shapes.ledgerTemplate, async (tx, { params }) => {
    const ledger = await named(params)
    return { name: `${ledger.words.zh}模板.xlsx`, type: xlsx, content: await templateOf(tx, ledger, dayOf(tx.now)) }
  }),
  works(imports.previewImport, async (_work, { params }, { file }) => {
    const { name, stream, fields } = file!
    return previewFile({ ledger: nameOf(params), file: { name, stream }, mapping: mappingOf(fields['mapping']) })
  }),
  works(imports.startImport, async (work, { params, query }, request) => {
    expectBreaks(request.file!.stream)
    const ledger = await named(params)
    const { name, stream, fields } = request.file!
    const unit = query.unit ?? fields['unit']
    const told = progressTold(request, query.progress)
    const gone = new AbortController()
    // The whole file may be here when the person stops it: only the answer's connection tells.
    request.reply.raw.once('close', () => request.reply.raw.writableFinished || gone.abort())
    try {
      const result = await importFile(work, {
        ...{ ledger: ledger.name, file: { name, stream }, mapping: mappingOf(fields['mapping']) },
        ...{ dryRun: query.dryRun === 'true', roots: request.roots, signal: gone.signal, onProgress: told.step },
        ...(unit ? { unit } : {}),
      })
      return shownImport(ledger, result)
    } finally {
      await told.end()
    }
  }),
]

const batchRoutes: Route[] = [
  reads(imports.listBatches, async (tx, { query }, { roots }) => {
    const { found, total } = await batchList(tx, { ...query, roots })
    const shown = found.map(async (batch) => shownBatch(await ledgerOf(batch.ledger), batch))
    return { batches: await Promise.all(shown), total }
  }),
  reads(imports.showBatch, async (tx, { params }, { roots }) => {
    const { batch, ledger } = await opened(tx, params.id, roots)
    const findings = await findingsOf(tx, batch.id, { limit: 100 })
    const groups = await findingGroupsOf(tx, batch.id, batch.warned)
    return {
      batch: shownBatch(ledger, batch),
      headings: batch.headings,
      findings: shownFindings(ledger, findings),
      groups: shownGroups(ledger, groups),
    }
  }),
  reads(imports.batchChanges, async (tx, { params, query }, { roots }) => {
    const { batch } = await opened(tx, params.id, roots)
    const changes = await changesOf(tx, batch, { kind: query.kind, after: query.after, limit: query.size })
    return {
      changes: changes.map(({ before, after }) => ({ before: before && shownRow(before), after: shownRow(after) })),
    }
  }),
  works(imports.rejectedRows, async (work, { params }, { roots, locale }) => {
    const { batch } = await read(work, (tx) => opened(tx, params.id, roots))
    return { name: `${batch.fileName}.rejected.xlsx`, type: xlsx, content: await rejectedWorkbook(work, batch, locale) }
  }),
  reads(imports.foreseenWithdrawal, async (tx, { params }, { roots }) =>
    withdrawalForeseen(tx, await batchOf(tx, params.id, roots)),
  ),
  writes(imports.withdrawal, (tx, { params, body }, { roots }) =>
    withdrawBatch(tx, { batch: params.id, reason: body.reason, roots }),
  ),
]

export const routes: Route[] = [...ledgerRoutes, ...fileRoutes, ...batchRoutes]

function nameOf(params: { part: string; name: string }): string {
  return `${params.part}/${params.name}`
}

function named(params: { part: string; name: string }): Promise<Ledger> {
  return ledgerOf(nameOf(params))
}

async function opened(tx: Tx, id: number, roots: readonly string[]): Promise<{ batch: Batch; ledger: Ledger }> {
  const batch = await batchOf(tx, id, roots)
  return { batch, ledger: await ledgerOf(batch.ledger) }
}

interface ReadingAsked {
  filter?: string | string[] | undefined
  q?: string | undefined
  sort?: string | undefined
}

function readingOf(ledger: Ledger, query: ReadingAsked) {
  const filters = [query.filter ?? []].flat().map((text) => readFilter(ledger, text))
  return { filters, ...(query.q ? { text: query.q } : {}), ...(query.sort ? { sort: query.sort } : {}) }
}

/** Tells how many rows are through, four times a second at most. */
function progressTold(request: Request, id: string | undefined) {
  let last = 0
  let rows = 0
  let share = 0
  const tell = (ended: boolean) =>
    id
      ? tellProgress(request.work, {
          id,
          done: Math.round(share * 100),
          total: 100,
          words: { zh: `已读 ${rows} 行`, en: `${rows} rows read` },
          ended,
        }).catch(() => {})
      : undefined
  return {
    step: (progress: ImportProgress) => {
      rows = progress.rows
      share = progress.share
      if (Date.now() - last < 250) return
      last = Date.now()
      void tell(false)
    },
    end: async () => void (await tell(true)),
  }
}

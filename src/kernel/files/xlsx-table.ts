import { Worker } from 'node:worker_threads'
import { Refusal, refuse } from '../refusal.ts'
import type { SpooledFile } from './spool.ts'
import type { SheetRow, Table } from './table.ts'
import { guardWorkbook } from './xlsx-guard.ts'

/** What the reading thread says. */
export type XlsxMessage = { rows: SheetRow[] } | { done: true } | { failure: string }

/**
 * Opens the first sheet of a workbook. It is looked into first, and read in a thread of its own with bounded memory, so that no workbook can
 * stall or end the server.
 */
export async function openXlsx(file: SpooledFile, rowLimit: number): Promise<Table> {
  const { formulaRows, rows: all } = await guardWorkbook(file, rowLimit)
  let read = 0
  const rows = async function* () {
    read = 0
    for await (const group of rowsOf(file, formulaRows)) {
      read += group.length
      yield group
    }
  }
  return { format: 'xlsx', rows, share: () => Math.min(1, read / all) }
}

async function* rowsOf(file: SpooledFile, formulaRows: ReadonlySet<number>): AsyncGenerator<SheetRow[]> {
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
    workerData: { path: file.path },
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  })
  const next = messagesOf(worker)
  try {
    for (;;) {
      worker.postMessage('next')
      const message = await next()
      if ('failure' in message) refuse('ledgers/workbook-unreadable', { reason: message.failure })
      if ('done' in message) return
      for (const row of message.rows) if (formulaRows.has(row.line)) row.formula = true
      yield message.rows
    }
  } finally {
    await worker.terminate()
  }
}

function messagesOf(worker: Worker): () => Promise<XlsxMessage> {
  let broken: Error | undefined
  let waiting: { done: (message: XlsxMessage) => void; fail: (error: Error) => void } | undefined
  const fail = (error: Error & { code?: string }) => {
    broken =
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new Refusal('ledgers/workbook-unreadable', { reason: 'memory' })
        : error
    waiting?.fail(broken)
  }
  worker.on('error', fail)
  worker.on('message', (message: XlsxMessage) => waiting?.done(message))
  return () =>
    new Promise((done, reject) => {
      if (broken) reject(broken)
      waiting = { done, fail: reject }
    })
}

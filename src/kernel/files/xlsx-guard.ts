import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { refuse } from '../refusal.ts'
import type { SpooledFile } from './spool.ts'

/** What was learnt of a workbook before its reader sees it. */
export interface GuardedWorkbook {
  /** rows of its first sheet, by their number, that hold a formula */
  formulaRows: Set<number>
  /** how many rows the sheet has */
  rows: number
}

const megabyte = 1 << 20
const mostUnpacked = 500 * megabyte
const mostRatio = 200

/**
 * Looks into a workbook without opening it: the directory for sizes, then every part unpacked once, in a stream, against what the directory
 * promised. Refuses `ledgers/zip-bomb`, `ledgers/file-cut`, `ledgers/too-many-rows` and, for a zip that is no workbook, `ledgers/not-a-table`.
 */
export async function guardWorkbook(file: SpooledFile, rowLimit: number): Promise<GuardedWorkbook> {
  const zip = await opened(file)
  try {
    const entries = await directoryOf(zip)
    const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
    const ratio = Math.round(
      Math.max(
        ...entries
          .filter((entry) => entry.uncompressedSize > megabyte)
          .map((entry) => entry.uncompressedSize / Math.max(1, entry.compressedSize)),
        0,
      ),
    )
    const bomb = () => refuse('ledgers/zip-bomb', { size: Math.round(unpacked / megabyte), ratio })
    if (ratio > mostRatio || unpacked > 8 * mostUnpacked || entries.length > 10_000) bomb()
    const sheet = await firstSheet(zip, entries)
    const guarded = await readSheet(zip, sheet, rowLimit)
    if (unpacked > mostUnpacked) bomb()
    for (const entry of entries) if (entry !== sheet) await drain(zip, entry)
    return guarded
  } catch (error) {
    return broken(error)
  } finally {
    zip.close()
  }
}

function opened(file: SpooledFile): Promise<yauzl.ZipFile> {
  return new Promise((done) => {
    yauzl.open(file.path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (zip) done(zip)
      else done(Promise.reject(error))
    })
  }).catch(broken) as Promise<yauzl.ZipFile>
}

/** What the zip reader says of damage, in our words; refusals go on. */
function broken(error: unknown): never {
  if (error instanceof Error && error.name === 'Refusal') throw error
  refuse('ledgers/file-cut', { line: '—' })
}

function directoryOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((done, fail) => {
    const entries: yauzl.Entry[] = []
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.once('end', () => done(entries))
    zip.once('error', fail)
    zip.readEntry()
  })
}

function streamOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((done, fail) =>
    zip.openReadStream(entry, (error, stream) => (stream ? done(stream) : fail(error))),
  )
}

async function drain(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<void> {
  for await (const chunk of await streamOf(zip, entry)) void chunk
}

async function textOf(zip: yauzl.ZipFile, entries: yauzl.Entry[], name: string): Promise<string> {
  const entry = entries.find((candidate) => candidate.fileName === name)
  if (!entry || entry.uncompressedSize > 4 * megabyte) refuse('ledgers/not-a-table', { looks: 'zip' })
  const chunks: Buffer[] = []
  for await (const chunk of await streamOf(zip, entry)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** The part of the first sheet, as the workbook and its relations name it (ECMA-376 part 1, 18.2.20). */
async function firstSheet(zip: yauzl.ZipFile, entries: yauzl.Entry[]): Promise<yauzl.Entry> {
  const workbook = await textOf(zip, entries, 'xl/workbook.xml')
  const relations = await textOf(zip, entries, 'xl/_rels/workbook.xml.rels')
  const id = /<(?:\w+:)?sheet\b[^>]*\b\w+:id="([^"]+)"/.exec(workbook)?.[1]
  const relation = relations.match(/<(?:\w+:)?Relationship\b[^>]*>/g)?.find((text) => text.includes(`Id="${id}"`))
  const target = /Target="([^"]+)"/.exec(relation ?? '')?.[1]?.replace(/^\/?(?:xl\/)?/, 'xl/')
  return entries.find((entry) => entry.fileName === target) ?? refuse('ledgers/not-a-table', { looks: 'zip' })
}

/** Counts the sheet's rows and notes those with formulas, reading the text of its XML in a stream. */
async function readSheet(zip: yauzl.ZipFile, entry: yauzl.Entry, rowLimit: number): Promise<GuardedWorkbook> {
  const formulaRows = new Set<number>()
  const decoder = new TextDecoder()
  let rest = ''
  let row = 0
  let rows = 0
  for await (const chunk of await streamOf(zip, entry)) {
    const text = rest + decoder.decode(chunk as Buffer, { stream: true })
    const whole = text.lastIndexOf('>') + 1
    for (const tag of text.slice(0, whole).matchAll(/<(?:\w+:)?(?:row\b([^>]*)|f[\s>/])/g)) {
      if (tag[1] === undefined) {
        formulaRows.add(row)
        continue
      }
      row = Number(/\br="(\d+)"/.exec(tag[1])?.[1] ?? row + 1)
      rows += 1
      // One row more than the limit is the headings.
      if (rows > rowLimit + 1) refuse('ledgers/too-many-rows', { limit: rowLimit })
    }
    rest = text.slice(whole)
  }
  return { formulaRows, rows }
}

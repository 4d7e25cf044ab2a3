import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import { readConfig } from '#kernel/config.ts'
import type { Tx } from '#kernel/db/work.ts'
import type { FileAnswer } from '#kernel/http/endpoint.ts'
import { documentOf, formats } from '../documents.ts'
import { recordsOf } from '../origins.ts'
import { bulletinOf } from '../queries.ts'
import { figuresCsv } from './figures-csv.ts'
import { type FrozenWhole, frozenWhole } from './frozen.ts'
import { packReadme } from './pack-readme.ts'
import { rowExtracts } from './row-extracts.ts'

/** Files of a pack by name. */
export type PackFiles = Map<string, Uint8Array>

/** One zip with all that a bulletin stands on; the same bulletin gives the same bytes. Refuses `bulletins/unknown` (404). */
export async function evidencePack(tx: Tx, id: number): Promise<FileAnswer> {
  const whole = await frozenWhole(tx, id)
  const files = await packFiles(tx, whole)
  const name = `${whole.texts[0]?.tree.title ?? id} 证据包.zip`
  return { name, type: 'application/zip', content: zipped(files) }
}

/** Every file of the pack but its zip: documents, whose figures link to the server at `base`, facts, rows, check, steps, sums. */
export async function packFiles(tx: Tx, whole: FrozenWhole, base = readConfig(process.env).url): Promise<PackFiles> {
  const files: PackFiles = new Map()
  const put = (name: string, content: string | Uint8Array) =>
    files.set(name, typeof content === 'string' ? Buffer.from(content, 'utf8') : content)
  for (const { locale } of whole.texts) {
    const bulletin = await bulletinOf(tx, whole.id, locale)
    const records = await recordsOf(tx, bulletin)
    for (const format of formats) {
      const drawing = { ...bulletin, records, state: 'issued' as const }
      const { content } = await documentOf(drawing, format, base)
      put(`documents/${locale}.${format}`, Buffer.from(content as string | Uint8Array))
    }
  }
  for (const { locale, tree } of whole.texts) put(`texts/${locale}.json`, json(tree))
  put('bulletin.json', json({ ...headOf(whole), base }))
  put('facts.json', json(Object.fromEntries(whole.sources)))
  put('figures.json', json(whole.figures))
  put('figures.csv', figuresCsv(whole))
  put('steps.json', json(whole.steps))
  if (whole.check) put('check.json', json(whole.check))
  for (const [name, text] of await rowExtracts(tx, whole)) put(`rows/${name}`, text)
  put('README.txt', packReadme(whole))
  put('SHA256SUMS', sumsOf(files))
  return files
}

/** What the pack says of the bulletin beside its texts and facts. */
function headOf({ id, template, period, area, dated, asOf, sha256, texts }: FrozenWhole) {
  const of = texts.map(({ locale, templateVersion, sha256: hash }) => ({ locale, templateVersion, sha256: hash }))
  return { id, template, period, area, dated, asOf, sha256, texts: of }
}

/** As `sha256sum` writes and reads it. */
export function sumsOf(files: PackFiles): string {
  const names = [...files.keys()].filter((name) => name !== 'SHA256SUMS').sort()
  return names.map((name) => `${createHash('sha256').update(files.get(name)!).digest('hex')}  ${name}\n`).join('')
}

/** The same files in the same order with the same date, so that the zip is the same to the byte. */
function zipped(files: PackFiles): Uint8Array {
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  // fflate writes the clock's local fields: a local date reads alike in every zone.
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(1980, 0, 1), os: 3 })
}

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`

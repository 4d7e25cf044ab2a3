import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { refuse } from '#kernel/refusal.ts'

/** The parts of an Office file, by their names without the first slash, in the order of the file. */
export interface Package {
  names: string[]
  /** the name as the file writes it, whatever the case asked for; undefined when there is no such part */
  nameOf(name: string): string | undefined
  /** a part unpacked; null when there is none */
  read(name: string): Promise<Buffer | null>
}

const megabyte = 1 << 20
const mostEntries = 10_000
const mostUnpacked = 200 * megabyte
const mostOfAPart = 48 * megabyte
const mostRatio = 200

/**
 * Opens a zip by its directory only; a part is unpacked when it is read, under limits, and held against what the directory promised.
 * Refuses `bulletins/draft-damaged`, `draft-zip-bomb` and `draft-locked`.
 */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const zip = await opened(bytes).catch(broken)
  const entries = await directoryOf(zip).catch(broken)
  refuseBombs(entries)
  const byName = new Map<string, yauzl.Entry>()
  for (const entry of entries) {
    const name = entry.fileName.toLowerCase()
    if (name.endsWith('/')) continue
    // Two parts of one name are read differently by different readers: what a person saw could not be known.
    if (byName.has(name)) refuse('bulletins/draft-damaged')
    byName.set(name, entry)
  }
  return {
    names: [...byName.values()].map(({ fileName }) => fileName),
    nameOf: (name) => byName.get(name.toLowerCase())?.fileName,
    read: async (name) => {
      const entry = byName.get(name.toLowerCase())
      return entry ? unpacked(zip, entry).catch(broken) : null
    },
  }
}

function opened(bytes: Uint8Array): Promise<yauzl.ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return new Promise((done, fail) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true }, (error, zip) => (zip ? done(zip) : fail(error)))
  })
}

function directoryOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((done, fail) => {
    const entries: yauzl.Entry[] = []
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry)
      if (entries.length > mostEntries) fail(new Error('entries'))
      else zip.readEntry()
    })
    zip.once('end', () => done(entries))
    zip.once('error', fail)
    zip.readEntry()
  })
}

function refuseBombs(entries: readonly yauzl.Entry[]): void {
  const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const bomb = entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > megabyte && uncompressedSize > mostRatio * Math.max(1, compressedSize),
  )
  if (bomb || size > mostUnpacked) refuse('bulletins/draft-zip-bomb', { size: Math.round(size / megabyte) })
}

async function unpacked(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  if ((entry.generalPurposeBitFlag & 1) === 1) refuse('bulletins/draft-locked')
  const { uncompressedSize: size } = entry
  if (/\.(xml|rels)$/i.test(entry.fileName) && size > mostOfAPart)
    refuse('bulletins/draft-zip-bomb', { size: Math.round(size / megabyte) })
  const stream = await new Promise<Readable>((done, fail) =>
    zip.openReadStream(entry, (error, found) => (found ? done(found) : fail(error))),
  )
  const chunks: Buffer[] = []
  // The reader itself ends a part that grows past what the directory promised.
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** What the zip reader says of damage, in our words; refusals go on. */
function broken(error: unknown): never {
  if (error instanceof Error && error.name === 'Refusal') throw error
  return refuse('bulletins/draft-damaged')
}

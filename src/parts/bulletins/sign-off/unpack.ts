import yauzl from 'yauzl'
import { refuse } from '#kernel/refusal.ts'

const mostFiles = 2000
const mostBytes = 300 * 2 ** 20

/**
 * The files of a zip by name, read against its directory with limits. Refuses `bulletins/pack-unreadable` for what is no zip, is cut,
 * names files outside it, or would unpack to more than 300 MB.
 */
export async function unpacked(bytes: Buffer, name: string): Promise<Map<string, Buffer>> {
  const broken = (reason: string): never => refuse('bulletins/pack-unreadable', { file: name, reason })
  const zip = await opened(bytes).catch((error: Error) => broken(error.message))
  try {
    const entries = await directoryOf(zip)
    const size = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
    if (entries.length > mostFiles || size > mostBytes) broken(`${entries.length}, ${Math.round(size / 2 ** 20)} MB`)
    const files = new Map<string, Buffer>()
    for (const entry of entries) {
      if (!entry.fileName.endsWith('/')) files.set(entry.fileName, await contentOf(zip, entry))
    }
    return files
  } catch (error) {
    if ((error as Error).name === 'Refusal') throw error
    return broken((error as Error).message)
  } finally {
    zip.close()
  }
}

function opened(bytes: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((done, fail) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      zip ? done(zip) : fail(error),
    )
  })
}

function directoryOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((done, fail) => {
    const entries: yauzl.Entry[] = []
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry)
      if (entries.length > mostFiles) done(entries)
      else zip.readEntry()
    })
    zip.once('end', () => done(entries))
    zip.once('error', fail)
    zip.readEntry()
  })
}

async function contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  const stream = await new Promise<NodeJS.ReadableStream>((done, fail) =>
    zip.openReadStream(entry, (error, opened) => (opened ? done(opened) : fail(error))),
  )
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { TextDecoder } from 'node:util'
import yauzl from 'yauzl'
import { refuse } from '#kernel/refusal.ts'
import { decoderOf } from './encoding.ts'
import { MessageReader, type MessageReading, type ReadOptions } from './message-reader.ts'

/** One message of a file, and what was read of it. */
export interface MessageRead {
  /** `orders.zip/CEB311Message.xml` */
  name: string
  reading: MessageReading
}

const megabyte = 1 << 20
const limits = { entries: 200_000, unpacked: 20_000 * megabyte, message: 200 * megabyte, ratio: 200 }

/**
 * Reads a customs message, or every one of a zip, each in a stream. `taker` is asked for a new hand before each message.
 * Refuses `trade/archive-cut`, `trade/archive-bomb`, `trade/message-missing`.
 */
export async function* readMessages(
  file: { path: string; name: string },
  taker: (name: string) => ReadOptions,
): AsyncGenerator<MessageRead> {
  if (!(await isArchive(file.path))) {
    yield { name: file.name, reading: await readStream(createReadStream(file.path), taker(file.name)) }
    return
  }
  const zip = await opened(file)
  try {
    let entries = 0
    let unpacked = 0
    for await (const entry of entriesOf(zip, file.name)) {
      entries += 1
      unpacked += entry.uncompressedSize
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
      if (entries > limits.entries || unpacked > limits.unpacked || entry.uncompressedSize > limits.message)
        refuse('trade/archive-bomb', { file: file.name, entry: entry.fileName })
      if (ratio > limits.ratio && entry.uncompressedSize > megabyte)
        refuse('trade/archive-bomb', { file: file.name, entry: entry.fileName })
      const name = `${file.name}/${entry.fileName}`
      if (/\.(?:zip|rar|7z|gz)\s*$/i.test(entry.fileName)) yield { name, reading: nestedArchive(entry.fileName) }
      if (!/\.xml\s*$/i.test(entry.fileName)) continue
      yield { name, reading: await readEntry(zip, entry, { file: file.name, options: taker(name) }) }
    }
  } finally {
    zip.close()
  }
}

async function readEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  { file, options }: { file: string; options: ReadOptions },
): Promise<MessageReading> {
  const cut = () => refuse('trade/archive-cut', { file, entry: entry.fileName })
  const stream = await streamOf(zip, entry).catch(cut)
  let failed = false
  stream.once('error', () => {
    failed = true
  })
  return readStream(stream, options).catch((error) => {
    if (failed) cut()
    throw error
  })
}

/** An archive in the archive is named and not opened. */
function nestedArchive(entry: string): MessageReading {
  const reader = new MessageReader()
  reader.breakOff('nested-archive', entry)
  return reader.end()
}

/** Reads one message from a stream of bytes, in the encoding that it declares. */
export async function readStream(
  stream: Readable | AsyncIterable<Uint8Array>,
  options: ReadOptions,
): Promise<MessageReading> {
  const reader = new MessageReader(options)
  let decoder: TextDecoder | null = null
  const decoded = (bytes?: Uint8Array) => {
    try {
      reader.write(bytes ? decoder!.decode(bytes, { stream: true }) : decoder!.decode())
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      reader.breakOff('encoding', decoder!.encoding)
    }
  }
  for await (const chunk of stream) {
    decoder ??= decoderOf(chunk as Uint8Array)
    decoded(chunk as Uint8Array)
    if (!reader.going) break
  }
  if (decoder && reader.going) decoded()
  return reader.end()
}

async function isArchive(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => refuse('trade/message-missing', { file: path.basename(file) }, 404))
  try {
    if (!(await handle.stat()).isFile()) refuse('trade/message-missing', { file: path.basename(file) }, 404)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50
  } finally {
    await handle.close()
  }
}

function opened({ path: file, name }: { path: string; name: string }): Promise<yauzl.ZipFile> {
  const zip = new Promise<yauzl.ZipFile>((done, fail) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false }, (error, found) => (found ? done(found) : fail(error)))
  })
  return zip.catch(() => refuse('trade/archive-cut', { file: name }))
}

async function* entriesOf(zip: yauzl.ZipFile, name: string): AsyncGenerator<yauzl.Entry> {
  for (;;) {
    const entry = await new Promise<yauzl.Entry | null>((done, fail) => {
      zip.once('entry', done)
      zip.once('end', () => done(null))
      zip.once('error', fail)
      zip.readEntry()
    }).catch(() => refuse('trade/archive-cut', { file: name }))
    zip.removeAllListeners()
    if (!entry) return
    yield entry
  }
}

function streamOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((done, fail) =>
    zip.openReadStream(entry, (error, stream) => (stream ? done(stream) : fail(error))),
  )
}

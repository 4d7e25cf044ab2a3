import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { refuse } from '../refusal.ts'
import { photoLimits, refuseTooLarge } from './examine.ts'

// A form around a photo is small; whoever says more than this sends more than a photo.
const FORM = 1024 * 1024
// Long enough for a slow line to read the answer, too short to send three hundred megabytes into.
const LINGER = 2_000

/**
 * An uploaded photo in memory. Reads up to the limit and no further: refuses `photos/too-large` (413) as soon as the length that was told or
 * the bytes that came pass it, and ends the connection soon after the answer. Refuses `photos/cut` when the upload breaks.
 */
export async function photoBytes(stream: Readable, request?: IncomingMessage): Promise<Buffer> {
  if (Number(request?.headers['content-length'] ?? 0) > photoLimits.bytes + FORM) tooLarge(stream, request)
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      chunks.push(chunk as Buffer)
      length += (chunk as Buffer).length
      if (length > photoLimits.bytes) break
    }
  } catch {
    refuse('photos/cut', {}, 400)
  }
  if (length > photoLimits.bytes) tooLarge(stream, request)
  return Buffer.concat(chunks)
}

/** The rest is let go unread for a moment, so that the answer reaches a sender who is still sending; then the line is cut. */
function tooLarge(stream: Readable, request: IncomingMessage | undefined): never {
  stream.resume()
  const { socket } = request ?? {}
  const cut = socket && setTimeout(() => socket.destroy(), LINGER)
  cut?.unref()
  request?.once('end', () => clearTimeout(cut))
  refuseTooLarge()
}

import type { Readable } from 'node:stream'
import { refuse } from '#kernel/refusal.ts'
import { keptFileLimit } from './records.ts'

/**
 * An uploaded draft in memory. The rest of a file that is too large is read and let go, so that the answer reaches the sender.
 * Refuses `bulletins/check-file-large` (413) and `bulletins/check-upload-cut`.
 */
export async function uploadedBytes(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of stream) {
      length += (chunk as Buffer).length
      if (length <= keptFileLimit) chunks.push(chunk as Buffer)
      else chunks.length = 0
    }
  } catch {
    refuse('bulletins/check-upload-cut', {}, 400)
  }
  if (length > keptFileLimit) refuse('bulletins/check-file-large', { limit: keptFileLimit / 2 ** 20 }, 413)
  return Buffer.concat(chunks)
}

import { TextDecoder } from 'node:util'

/** The decoder of the encoding that a message declares: UTF-8 unless its declaration or a mark says otherwise. It throws on bytes that are no text. */
export function decoderOf(bytes: Uint8Array): TextDecoder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true })
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true })
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const declared = /encoding\s*=\s*["']([\w-]+)["']/i.exec(head)?.[1]?.toLowerCase() ?? 'utf-8'
  return new TextDecoder(/^gb(?:k|2312|18030)$/.test(declared) ? 'gb18030' : 'utf-8', { fatal: true })
}

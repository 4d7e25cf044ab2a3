import { refuse } from '#kernel/refusal.ts'
import { decodeDraft } from '../claims/decode.ts'
import type { DraftBlock } from './draft.ts'
import { holdTo } from './lay-out.ts'

/**
 * The words of a text file, exactly as it holds them (its byte order mark aside). Refuses `bulletins/draft-unreadable` when it is none of
 * UTF-8, UTF-16 with a mark or GB18030: text that is mostly UTF-8 is not guessed to be something else.
 */
export function textOfFile(bytes: Uint8Array): string {
  const text = decodeDraft(bytes)
  if (text === null || text.includes('\u0000') || mostlyUtf8(bytes) || controls(text))
    refuse('bulletins/draft-unreadable')
  return text
}

/** Broken UTF-8: it does not decode, but nearly all of it does. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 1 << 20)
  if ((sample[0] ?? 0) >= 0xfe) return false
  const text = new TextDecoder('utf-8').decode(sample)
  let broken = 0
  let read = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) broken += 1
    else if (code > 0x7f) read += 1
  }
  return broken > 1 && read > broken * 10 && !isUtf8(bytes)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** More than one character in two hundred is a control: no text, whatever it decodes to. */
function controls(text: string): boolean {
  let found = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) found += 1
  }
  return found * 200 > text.length
}

/** A line is a paragraph; lines that a page broke are joined by the extractor, which keeps the offsets. */
export function blocksOfText(text: string): DraftBlock[] {
  const blocks: DraftBlock[] = []
  for (let line = lineAt(text, 0); line; line = lineAt(text, line.next)) {
    const { start, end } = line
    if (blankLine(text, start, end)) continue
    holdTo(blocks.length + 1)
    blocks.push({ kind: 'paragraph', start, end })
  }
  return blocks
}

export interface Line {
  start: number
  end: number
}

/** The line that begins at an offset, without its end (`\n`, `\r\n` or `\r`), and where the next begins; undefined behind the last. */
export function lineAt(text: string, start: number): (Line & { next: number }) | undefined {
  if (start >= text.length) return undefined
  let end = start
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end += 1
  return { start, end, next: end + (text.startsWith('\r\n', end) ? 2 : 1) }
}

function blankLine(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!/\s/.test(text.charAt(i))) return false
  return true
}

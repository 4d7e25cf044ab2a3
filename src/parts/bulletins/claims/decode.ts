/**
 * The text of a file in UTF-8 (with or without mark), UTF-16 with a mark, or GB18030; null when it is none of them or
 * holds a NUL, as pictures and Word files do.
 */
export function decodeDraft(bytes: Uint8Array): string | null {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return strict(bytes, a === 0xff ? 'utf-16le' : 'utf-16be')
  const text = strict(bytes, 'utf-8') ?? strict(bytes, 'gb18030')
  return text?.includes('\u0000') ? null : text
}

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

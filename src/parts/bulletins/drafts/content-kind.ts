import { refuse } from '#kernel/refusal.ts'

export type ContentKind = 'zip' | 'text'

/**
 * What a draft's first bytes say it is, whatever its name. Refuses `bulletins/draft-empty`, `draft-pdf`, `draft-locked`,
 * `draft-old-word` and, for anything else that is no draft, `draft-format` with what it looks like.
 */
export function contentKindOf(bytes: Uint8Array): ContentKind {
  if (bytes.length === 0) refuse('bulletins/draft-empty')
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'zip'
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) refuseCompound(bytes)
  if (/^[^%]{0,900}%PDF-/.test(head)) refuse('bulletins/draft-pdf')
  if (/MIME-Version:/i.test(head) && /Content-Type:\s*multipart\//i.test(head))
    refuse('bulletins/draft-format', { looks: 'MHT' })
  const known = signatures.find(([start]) => head.startsWith(start))
  if (known) refuse('bulletins/draft-format', { looks: known[1] })
  return 'text'
}

const signatures: [string, string][] = [
  ['\u0089PNG', 'PNG'],
  ['\u00ff\u00d8\u00ff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['II*\u0000', 'TIFF'],
  ['MM\u0000*', 'TIFF'],
  ['RIFF', 'RIFF'],
  ['\u001f\u008b', 'gzip'],
  ['Rar!', 'RAR'],
  ['7z\u00bc\u00af', '7z'],
  ['\u007fELF', 'ELF'],
  ['MZ\u0090', 'EXE'],
  ['{\\rtf', 'RTF'],
  ['%!PS', 'PostScript'],
]

/** A compound file (MS-CFB): its directory names its streams in UTF-16. Locked OOXML is one (MS-OFFCRYPTO 2.3.4). */
function refuseCompound(bytes: Uint8Array): never {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const has = (stream: string) => file.includes(Buffer.from(`${stream}\u0000`, 'utf16le'))
  if (has('EncryptedPackage') || has('EncryptionInfo')) refuse('bulletins/draft-locked')
  if (has('Workbook') || has('Book')) refuse('bulletins/draft-format', { looks: 'XLS' })
  if (has('PowerPoint Document')) refuse('bulletins/draft-format', { looks: 'PPT' })
  return refuse('bulletins/draft-old-word')
}

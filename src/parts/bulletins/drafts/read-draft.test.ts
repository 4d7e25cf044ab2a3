import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { p, r, wordFile } from '#tests/world/word-file.ts'
import { draftNotes } from './draft.ts'
import { draftNoteWords } from './note-words.ts'
import { pasteDraft, readDraft } from './read-draft.ts'
import { draftRefusals } from './texts.ts'

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))
const compound = (stream: string) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(`${stream}\u0000`, 'utf16le'),
    ]),
  )
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
const picture = '<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>'
const entity = (use: string) =>
  `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "lol">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>${use}</w:t></w:r></w:p></w:document>`

/** Every file that cannot be read, and what is said of it. */
const refused: [string, string, Uint8Array, Record<string, unknown>?][] = [
  ['an empty file', 'draft-empty', new Uint8Array()],
  ['blanks only', 'draft-empty', bytesOf(' \n\t\u3000\r\n')],
  ['a Word file without a word', 'draft-empty', wordFile({ body: '<w:p/>' })],
  ['a page without a word', 'draft-empty', bytesOf('<html><script>331</script></html>')],
  ['pictures only', 'draft-no-text', wordFile({ body: picture + picture }), { pictures: 2 }],
  [
    'a page of pictures',
    'draft-no-text',
    bytesOf('<!doctype html><img src="http://a.invalid/1.png">'),
    { pictures: 1 },
  ],
  ['a locked Word file', 'draft-locked', compound('EncryptedPackage')],
  ['old Word', 'draft-old-word', compound('WordDocument')],
  ['an old workbook', 'draft-format', compound('Workbook'), { looks: 'XLS' }],
  ['a PDF', 'draft-pdf', bytesOf('%PDF-1.7\n331')],
  ['a picture', 'draft-format', Buffer.from('89504e470d0a1a0a0000', 'hex'), { looks: 'PNG' }],
  [
    'a web archive',
    'draft-format',
    bytesOf('From: <WPS>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n331'),
    { looks: 'MHT' },
  ],
  ['rich text', 'draft-format', bytesOf('{\\rtf1 331}'), { looks: 'RTF' }],
  [
    'a workbook',
    'draft-format',
    zip({
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<a/>',
    }),
    { looks: 'XLSX' },
  ],
  ['an OFD', 'draft-format', zip({ 'OFD.xml': '<a/>' }), { looks: 'OFD' }],
  ['an ODT', 'draft-format', zip({ mimetype: 'application/vnd.oasis.opendocument.text' }), { looks: 'ODT' }],
  ['a zip of anything', 'draft-format', zip({ 'a.txt': '331' }), { looks: 'ZIP' }],
  ['XML', 'draft-format', bytesOf('<?xml version="1.0"?><a>331</a>'), { looks: 'XML' }],
  ['a cut zip', 'draft-damaged', wordFile({ body: p('331') }).slice(0, 400)],
  ['broken XML', 'draft-damaged', wordFile({ body: '<w:p><w:r></w:p>' })],
  ['an entity from outside', 'draft-doctype', wordFile({ body: entity('&x;') })],
  ['an entity from inside', 'draft-doctype', wordFile({ body: entity('&y;') })],
  ['an unknown entity', 'draft-damaged', wordFile({ body: p('<w:r><w:t>&y;</w:t></w:r>') })],
  ['a bomb', 'draft-zip-bomb', wordFile({ body: p(' '.repeat(4 << 20)) })],
  ['a nest', 'draft-too-deep', wordFile({ body: '<w:sdt>'.repeat(2000) + '</w:sdt>'.repeat(2000) }), { limit: 1000 }],
  ['a nest of a page', 'draft-too-deep', bytesOf(`<html>${'<b>'.repeat(2000)}`), { limit: 1000 }],
  ['a file over the limit', 'draft-too-large', new Uint8Array(20 * 2 ** 20 + 1), { limit: 20 }],
  ['a file of too many lines', 'draft-too-long', bytesOf('1\n'.repeat(300_001)), { limit: 300_000 }],
  [
    'broken UTF-8',
    'draft-unreadable',
    Buffer.concat([bytesOf('产值331亿元'.repeat(99)), Buffer.from([0xe4, 0xba, 0xe4, 0xba])]),
  ],
  ['half a UTF-16', 'draft-unreadable', Buffer.from([0xff, 0xfe, 0x00])],
  ['a binary', 'draft-unreadable', Buffer.from('0102030405060708', 'hex')],
]

describe('a file that cannot be read', () => {
  test.each(refused)('%s is refused: %s', async (_, code, bytes, details = {}) => {
    const refusal = await readDraft(bytes, '通报').catch((error: unknown) => error)
    expect(refusal).toMatchObject({ name: 'Refusal', code: `bulletins/${code}`, details: { file: '通报', ...details } })
    const { problem, cure } = draftRefusals[`bulletins/${code}` as keyof typeof draftRefusals]
    const named = [...`${problem.zh}${cure.zh}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
    expect(Object.keys((refusal as { details: object }).details)).toEqual(expect.arrayContaining(named))
  })
})

describe('what a file is', () => {
  const word = wordFile({ body: p('产值331亿元') })
  test.each<[string, Uint8Array, string, string, boolean]>([
    ['a Word file under its name', word, '通报.DOCX', 'docx', false],
    ['a Word file under another name', word, '通报.txt', 'docx', true],
    ['a page saved as Word', bytesOf('<html><body>产值331亿元'), '通报.doc', 'html', true],
    ['text as text', bytesOf('产值331亿元'), '通报.txt', 'txt', false],
    ['text without an ending', bytesOf('产值331亿元'), '通报', 'txt', false],
    ['Markdown by its name', bytesOf('产值331亿元'), '通报.markdown', 'md', false],
    ['a fragment of a page by its name', bytesOf('<p>产值331亿元'), '通报.htm', 'html', false],
    ['UTF-8 with a mark', bytesOf('\ufeff产值331亿元'), 'a.txt', 'txt', false],
    ['UTF-16', bytesOf('\ufeff产值331亿元', 'utf16le'), 'a.txt', 'txt', false],
    ['GB18030', Buffer.from('b2fad6b5333331d2dad4aa', 'hex'), 'a.txt', 'txt', false],
  ])('%s', async (_, bytes, name, format, wrong) => {
    const draft = await readDraft(bytes, name)
    expect(draft).toMatchObject({ name, format, text: '产值331亿元' })
    expect(draft.notes).toEqual(wrong ? [{ code: 'other-kind', count: 1 }] : [])
  })

  test('macros and content from outside are said and left alone', async () => {
    const relations =
      '<Relationship Id="t" Type="x/attachedTemplate" Target="http://a.invalid/t.dotm" TargetMode="External"/><Relationship Id="l" Type="x/hyperlink" Target="http://a.invalid" TargetMode="External"/>'
    const { notes } = await readDraft(
      wordFile({ body: p('331') + picture, relations, parts: { 'word/vbaProject.bin': 'x' } }),
      'a.docm',
    )
    expect(notes).toEqual([
      { code: 'pictures', count: 1 },
      { code: 'macros', count: 1 },
      { code: 'external-links', count: 1 },
    ])
  })

  test('a text without figures is a draft', async () => {
    expect((await readDraft(wordFile({ body: p(r('持续向好')) }), 'a.docx')).text).toBe('持续向好')
  })

  test('every note has words', () => {
    expect(Object.keys(draftNoteWords)).toEqual(expect.arrayContaining([...draftNotes]))
  })
})

describe('pasted text', () => {
  test('is itself, a paragraph a line', () => {
    expect(pasteDraft('产值331亿元\r\n\r\n税收25亿元')).toEqual({
      ...{ name: '', format: 'txt', text: '产值331亿元\r\n\r\n税收25亿元', notes: [] },
      blocks: [
        { kind: 'paragraph', start: 0, end: 7 },
        { kind: 'paragraph', start: 11, end: 17 },
      ],
    })
  })

  test('is Markdown under such a name, and refused when it is nothing', () => {
    expect(pasteDraft('# 标题', '稿.md').blocks[0]?.kind).toBe('heading')
    const table = pasteDraft('| 指标 | 全年目标 |\n| --- | ---: |\n| 班列 | 650列以上 |\n')
    expect(table.blocks.at(-1)).toMatchObject({ kind: 'cell', cell: { above: '全年目标', beside: '班列' } })
    expect(pasteDraft('甲 | 乙\n— — —\n331亿元 | 10%').format).toBe('txt')
    expect(() => pasteDraft(' \n')).toThrow('bulletins/draft-empty')
  })
})

test('the article reads as its own text', async () => {
  const file = new URL('../../../../README.zh-CN.md', import.meta.url)
  const draft = await readDraft(readFileSync(file), 'README.md')
  expect(draft.text).toBe(readFileSync(file, 'utf8'))
})

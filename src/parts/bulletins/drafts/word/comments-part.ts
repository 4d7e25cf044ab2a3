import path from 'node:path'
import { relationsName } from './relations.ts'
import { type By, dateOf, escaped, isStrict, wordSpaces } from './rewrite.ts'
import type { WordFile } from './word-draft.ts'
import { readXml, xmlText } from './xml.ts'

const packageSpace = 'http://schemas.openxmlformats.org/package/2006'
const relationTypes = {
  transitional: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments',
  strict: 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments',
}
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/**
 * The parts that hold comments, by name, as XML: the comments themselves, and when the file had none the relation and the content type that
 * make them known (ISO/IEC 29500-1, 11.3.2). `firstId` is beyond every id of the file.
 */
export async function commentParts(
  word: WordFile,
  comments: readonly string[],
  by: By,
): Promise<{ parts: Map<string, string>; firstId: number }> {
  const { xml } = word.parts.document!
  const edition = isStrict(xml) ? 'strict' : 'transitional'
  const known = word.relations.find(({ type, external }) => type === 'comments' && !external)?.target
  const name = known === undefined ? undefined : word.file.nameOf(known)
  const before = name === undefined ? undefined : xmlText((await word.file.read(name))!)
  const firstId = Math.max(lastId(xml), lastId(before ?? '')) + 1
  const written = comments.map((words, at) => commentOf(words, firstId + at, wordSpaces[edition], by)).join('')
  const parts = new Map<string, string>()
  if (name !== undefined && before !== undefined) parts.set(name, await appended(before, written))
  else {
    const made = freeName(word)
    parts.set(made, `${declaration}<w:comments xmlns:w="${wordSpaces[edition]}">${written}</w:comments>`)
    parts.set(...(await relation(word, made, relationTypes[edition])))
    parts.set(...(await typed(word, made)))
  }
  return { parts, firstId }
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

function lastId(xml: string): number {
  let last = -1
  for (const [, id] of xml.matchAll(/:id=["'](\d{1,9})["']/g)) last = Math.max(last, Number(id))
  return last
}

function commentOf(words: string, id: number, space: string, { author, at }: By): string {
  const paragraphs = words
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
  return `<w:comment xmlns:w="${space}" w:id="${id}" w:author="${escaped(author)}" w:date="${dateOf(at)}" w:initials="${escaped(author.slice(0, 4))}">${paragraphs.join('')}</w:comment>`
}

function freeName({ file, main }: WordFile): string {
  const folder = path.posix.dirname(main)
  for (let at = 0; ; at++) {
    const name = path.posix.join(folder, `comments${at === 0 ? '' : at}.xml`)
    if (file.nameOf(name) === undefined) return name
  }
}

async function relation({ file, main, relations }: WordFile, target: string, type: string): Promise<[string, string]> {
  const ids = new Set(relations.map(({ id }) => id))
  let id = 'rIdComments'
  while (ids.has(id)) id += '1'
  const name = relationsName(main)
  const bytes = await file.read(name)
  const xml = bytes ? xmlText(bytes) : `${declaration}<Relationships xmlns="${packageSpace}/relationships"/>`
  const child = `<Relationship xmlns="${packageSpace}/relationships" Id="${id}" Type="${type}" Target="/${target}"/>`
  return [file.nameOf(name) ?? name, await appended(xml, child)]
}

async function typed({ file }: WordFile, part: string): Promise<[string, string]> {
  const name = file.nameOf('[Content_Types].xml') ?? '[Content_Types].xml'
  const bytes = await file.read(name)
  const xml = bytes ? xmlText(bytes) : `${declaration}<Types xmlns="${packageSpace}/content-types"/>`
  const child = `<Override xmlns="${packageSpace}/content-types" PartName="/${part}" ContentType="${contentType}"/>`
  return [name, await appended(xml, child)]
}

/** XML with one more child at the end of its root. */
async function appended(xml: string, child: string): Promise<string> {
  let root = { from: 0, opened: 0, to: 0 }
  await readXml(xml, {
    open: () => undefined,
    close: ({ from, opened }, to) => {
      root = { from, opened, to }
    },
  })
  const { from, opened, to } = root
  if (opened < to) {
    const end = xml.lastIndexOf('</', to - 1)
    return xml.slice(0, end) + child + xml.slice(end)
  }
  const name = /^<([^\s/>]+)/.exec(xml.slice(from, opened))?.[1] ?? ''
  return `${xml.slice(0, opened - 2)}>${child}</${name}>${xml.slice(to)}`
}

import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { p, r, row, tc, type WordFileParts, wordFile } from '#tests/world/word-file.ts'
import { readDraft } from './read-draft.ts'
import { type DraftComment, withComments } from './with-comments.ts'

const by = { author: '经开核对', at: new Date('2018-06-30T01:02:03.004Z') }

async function commented(
  parts: WordFileParts | string,
  wanted: (Omit<DraftComment, 'start' | 'end'> & { on: string })[],
) {
  const bytes = wordFile(typeof parts === 'string' ? { body: parts } : parts)
  const draft = await readDraft(bytes, '通报.docx')
  const comments = wanted.map(({ on, ...rest }) => {
    const start = draft.text.indexOf(on)
    return { start, end: start + on.length, ...rest }
  })
  const made = await withComments(bytes, draft, comments, by)
  const files = Object.fromEntries(Object.entries(unzipSync(made)).map(([name, content]) => [name, strFromU8(content)]))
  const read = await readDraft(made, '通报.docx')
  return { draft, read, files, body: /<w:body>(.*)<w:sectPr\/>/s.exec(files['word/document.xml']!)?.[1] }
}

const reference = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`

describe('a comment', () => {
  test('splits its run, keeps its properties, and makes its part known', async () => {
    const { read, files, body } = await commented(p(r('产值331亿元，增长', '<w:b/>')), [
      { on: '331亿元', words: '与数据不符\n应为 <330>' },
    ])
    const bold = (words: string) => r(words, '<w:b/>')
    expect(body).toBe(
      `<w:p>${bold('产值')}<w:commentRangeStart w:id="0"/>${bold('331亿元')}${reference(0)}${bold('，增长')}</w:p>`,
    )
    expect(files['word/comments.xml']).toContain(
      '<w:p><w:r><w:t xml:space="preserve">与数据不符</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">应为 &lt;330&gt;</w:t></w:r></w:p>',
    )
    expect(files['word/comments.xml']).toContain('w:author="经开核对" w:date="2018-06-30T01:02:03Z"')
    expect(files['[Content_Types].xml']).toContain('PartName="/word/comments.xml"')
    expect(files['word/_rels/document.xml.rels']).toContain('Target="/word/comments.xml"')
    expect(read.notes).toEqual([{ code: 'comments', count: 1 }])
  })

  test('goes on where the file has comments already', async () => {
    const old = '<w:comment w:id="7" w:author="甲"><w:p/></w:comment>'
    const { files, body } = await commented({ body: p(r('产值331')), comments: old }, [{ on: '331', words: '查' }])
    expect(files['word/comments.xml']).toMatch(/w:id="7".*w:id="8".*<\/w:comments>$/s)
    expect(body).toContain(reference(8))
    expect(files['word/_rels/document.xml.rels']?.match(/comments/g)).toHaveLength(2)
  })

  test('spans runs, tabs and links', async () => {
    const link = '<w:hyperlink r:id="x"><w:r><w:t>331</w:t><w:tab/><w:t>亿</w:t></w:r></w:hyperlink>'
    const { read, draft, body } = await commented(p(r('产值') + link + r('元。')), [{ on: '31\t亿元', words: '查' }])
    expect(body).toContain(
      '<w:t xml:space="preserve">3</w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve">31</w:t><w:tab/><w:t>亿</w:t></w:r></w:hyperlink>',
    )
    expect(body).toContain(`${r('元')}${reference(0)}${r('。')}`)
    expect(read.text).toBe(draft.text)
  })

  test('on a note, a text box or a formula stands at the run that holds it', async () => {
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${p('框内331')}</w:txbxContent></v:textbox></w:pict></w:r>`
    const formula = '<m:oMath><m:r><m:t>0.2</m:t></m:r></m:oMath>'
    const refer = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    const { read, draft, body, files } = await commented(
      { body: p(r('产值') + box + formula + refer), footnotes: `<w:footnote w:id="1">${p('快报300')}</w:footnote>` },
      [
        { on: '331', words: '甲' },
        { on: '0.2', words: '乙' },
        { on: '300', words: '丙', correction: '301' },
      ],
    )
    expect(read.text).toBe(draft.text)
    expect(body).toContain(`<w:commentRangeStart w:id="3"/>${box}`)
    expect(body).toMatch(/<w:commentRangeStart xmlns:w="[^"]+" w:id="2"\/><m:oMath>/)
    expect(body).toContain(`<w:commentRangeStart w:id="4"/>${refer}`)
    expect(files['word/comments.xml']).toContain('→ 301')
  })

  test('in a strict file is strict', async () => {
    const { files } = await commented({ body: p('产值331'), strict: true }, [{ on: '331', words: '查' }])
    expect(files['word/comments.xml']).toContain('xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"')
    expect(files['word/_rels/document.xml.rels']).toContain(
      'http://purl.oclc.org/ooxml/officeDocument/relationships/comments',
    )
  })

  test('is refused on another file', async () => {
    const bytes = wordFile({ body: p('产值331') })
    const other = { name: '通报.docx', text: '产值332' }
    await expect(withComments(bytes, other, [], by)).rejects.toMatchObject({ code: 'bulletins/draft-changed' })
  })
})

describe('a correction', () => {
  test('is a tracked change of the figure, dressed as it was', async () => {
    const { read, body } = await commented(p(r('产值331亿元', '<w:b/>')), [
      { on: '331', words: '查', correction: '330' },
    ])
    const by = 'w:author="经开核对" w:date="2018-06-30T01:02:03Z"'
    expect(body).toBe(
      `<w:p>${r('产值', '<w:b/>')}<w:commentRangeStart w:id="0"/><w:del w:id="1" ${by}>${r('331', '<w:b/>').replaceAll('w:t', 'w:delText')}</w:del>` +
        `<w:ins w:id="2" ${by}>${r('330', '<w:b/>')}</w:ins>${reference(0)}${r('亿元', '<w:b/>')}</w:p>`,
    )
    expect(read.text).toBe('产值330亿元')
  })

  test('within an insertion of somebody else stands beside it', async () => {
    const inserted = `<w:ins w:id="5" w:author="甲">${r('331亿元')}</w:ins>`
    const { read, body } = await commented(p(r('产值') + inserted), [{ on: '331', words: '查', correction: '330' }])
    expect(read.text).toBe('产值330亿元')
    expect(body).not.toMatch(/<w:ins [^>]*>(?:(?!<\/w:ins>).)*<w:ins /s)
  })

  test('of overlapping ones the first is written, the other said', async () => {
    const { read, files } = await commented(p('产值331亿元'), [
      { on: '331亿', words: '甲', correction: '330亿' },
      { on: '亿元', words: '乙', correction: '万元' },
    ])
    expect(read.text).toBe('产值330亿元')
    expect(files['word/comments.xml']).toContain('→ 万元')
  })
})

const words = fc.string({
  unit: fc.constantFrom('产', '值', '3', '1', '.', '%', ' ', '&', '<', '²', '𠮷', '\u{1F600}'),
  minLength: 1,
  maxLength: 6,
})
const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const run = fc
  .tuple(words, fc.constantFrom('', '<w:b/>', '<w:vertAlign w:val="superscript"/>', '<w:vanish/>'))
  .map(([text, as]) => r(xml(text), as))
const inline = fc.oneof(
  run,
  run.map((content) => `<w:ins w:id="3">${content}</w:ins>`),
  run.map((content) => `<w:hyperlink>${content}</w:hyperlink>`),
  words.map((text) => `<w:r><w:t>${xml(text)}</w:t><w:tab/><w:t xml:space="preserve">${xml(text)}</w:t></w:r>`),
  words.map((text) => `<w:del><w:r><w:delText>${xml(text)}</w:delText></w:r></w:del>`),
  words.map((text) => `<w:r><w:pict><w:txbxContent>${p(r(xml(text)))}</w:txbxContent></w:pict><w:t>尾</w:t></w:r>`),
)
const paragraph = fc.array(inline, { minLength: 1, maxLength: 4 }).map((inlines) => p(inlines.join('')))
const body = fc
  .array(
    fc.oneof(
      paragraph,
      fc
        .array(paragraph, { minLength: 1, maxLength: 3 })
        .map((cells) => `<w:tbl>${row(cells.map((cell) => tc(cell)))}</w:tbl>`),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((blocks) => p('首') + blocks.join(''))
const spots = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 6 })

/** A stretch that cuts no character of two units. */
function whole(text: string, { start, end, words: said }: DraftComment): DraftComment {
  const cuts = (at: number) => Number(/[\udc00-\udfff]/.test(text.charAt(at)))
  return { start: start - cuts(start), end: end + cuts(end), words: said }
}

test('comments never change the words; a correction changes its own only', async () => {
  await fc.assert(
    fc.asyncProperty(body, spots, fc.boolean(), async (content, places, corrects) => {
      const bytes = wordFile({ body: content })
      const draft = await readDraft(bytes, 'a.docx')
      const comments = places.map(([start, length]) => ({
        start,
        end: Math.min(start + length, draft.text.length),
        words: '查',
      }))
      const made = await readDraft(await withComments(bytes, draft, comments, by), 'a.docx')
      expect(made.text).toBe(draft.text)
      expect(made.blocks).toEqual(draft.blocks)
      if (!corrects) return
      const one = whole(draft.text, comments[0]!)
      const corrected = await withComments(bytes, draft, [{ ...one, correction: '〇' }], by)
      const { text } = await readDraft(corrected, 'a.docx')
      const expected = `${draft.text.slice(0, one.start)}〇${draft.text.slice(one.end)}`
      expect([draft.text, expected]).toContain(text)
    }),
    { numRuns: 150, seed: 4 },
  )
})

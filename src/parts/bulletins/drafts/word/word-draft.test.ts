import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { describe, expect, test } from 'vitest'
import { p, r, row, table, tc, type WordFileParts, wordFile } from '#tests/world/word-file.ts'
import { readDraft } from '../read-draft.ts'
import { withComments } from '../with-comments.ts'

const read = (parts: WordFileParts | string) =>
  readDraft(wordFile(typeof parts === 'string' ? { body: parts } : parts), '通报.docx')
const textOf = async (parts: WordFileParts | string) => (await read(parts)).text
const notesOf = async (parts: WordFileParts | string) =>
  Object.fromEntries((await read(parts)).notes.map(({ code, count }) => [code, count]))

describe('words of a Word file', () => {
  test.each<[string, string, string]>([
    ['runs make one paragraph', p(r('产值') + r('331') + r('亿元')), '产值331亿元'],
    [
      'tabs, breaks and hyphens',
      p('<w:r><w:t>产值</w:t><w:tab/><w:t>331</w:t><w:br/><w:t>1</w:t><w:noBreakHyphen/><w:t>6月</w:t></w:r>'),
      '产值\t331\n1\u20116月',
    ],
    ['a tab stop is no tab', p(r('产值331亿元'), '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'), '产值331亿元'],
    [
      'soft hyphens and page marks are nothing',
      p('<w:r><w:t>33</w:t><w:softHyphen/><w:lastRenderedPageBreak/><w:t>1亿元</w:t></w:r>'),
      '331亿元',
    ],
    ['links keep their words', p('<w:hyperlink r:id="rId9"><w:r><w:t>331亿元</w:t></w:r></w:hyperlink>'), '331亿元'],
    [
      'smart tags, content controls and directions',
      p(
        '<w:smartTag><w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent><w:bdo><w:r><w:t>331亿元</w:t></w:r></w:bdo></w:sdtContent></w:sdt></w:smartTag>',
      ),
      '331亿元',
    ],
    [
      'of ruby the base',
      p(
        '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>san</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>三成</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      ),
      '三成',
    ],
    ['blanks around unless preserved', p('<w:r><w:t>\n 331亿元 \n</w:t></w:r>'), '331亿元'],
    [
      'character data and entities',
      p('<w:r><w:t>&lt;A&amp;B&gt;<![CDATA[<331>]]>&#x4EBF;</w:t></w:r>'),
      '<A&B><331>亿',
    ],
    [
      'raised figures are no figures of the line',
      p(r('3.2×10') + r('4', '<w:vertAlign w:val="superscript"/>') + r('吨')),
      '3.2×10⁴吨',
    ],
    [
      'symbols',
      p(
        '<w:r><w:t>误差</w:t><w:sym w:font="Symbol" w:char="F0B1"/><w:sym w:font="Wingdings" w:char="F04A"/><w:t>3%</w:t></w:r>',
      ),
      '误差±3%',
    ],
    [
      'formulas',
      p('<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>'),
      '1/3',
    ],
  ])('%s', async (_, body, text) => {
    expect(await textOf(body)).toBe(text)
  })

  test('strict files and other prefixes read the same', async () => {
    const body = p('产值331亿元')
    expect(await textOf({ body, strict: true })).toBe('产值331亿元')
    const other = `<?xml version="1.0"?><x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body>${body.replaceAll('w:', 'x:')}</x:body></x:document>`
    expect(await textOf(other)).toBe('产值331亿元')
    const foreign =
      '<?xml version="1.0"?><w:document xmlns:w="urn:other"><w:p><w:r><w:t>331</w:t></w:r></w:p></w:document>'
    await expect(read(foreign)).rejects.toMatchObject({ code: 'bulletins/draft-empty' })
  })

  test('parts in UTF-16 read the same, and take comments', async () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p('产值331亿元')}</w:document>`
    const bytes = wordFile({ body: '', parts: { 'word/document.xml': Buffer.from(`\ufeff${xml}`, 'utf16le') } })
    const draft = await readDraft(bytes, 'a.docx')
    expect(draft.text).toBe('产值331亿元')
    const made = await withComments(bytes, draft, [{ start: 2, end: 5, words: '查' }], {
      author: '甲',
      at: new Date(0),
    })
    expect((await readDraft(made, 'a.docx')).text).toBe('产值331亿元')
  })

  test('fields show their result, not their code; one that never ends hides nothing', async () => {
    const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const code = '<w:r><w:instrText>REF 产值2017</w:instrText></w:r>'
    const inner = char('begin') + code + char('separate') + r('99') + char('end')
    expect(
      await textOf(p(r('产值') + char('begin') + code + inner + char('separate') + r('331') + char('end') + r('亿元'))),
    ).toBe('产值331亿元')
    expect(await textOf(p(r('产值') + char('begin') + r('331亿元')))).toBe('产值331亿元')
    expect(await textOf(p('<w:fldSimple w:instr="REF a"><w:r><w:t>331</w:t></w:r></w:fldSimple>'))).toBe('331')
  })

  test('hidden words are left out and said', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="h"><w:name w:val="密"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="k"><w:basedOn w:val="h"/></w:style>'
    const body = p(
      r('产值') +
        r('999', '<w:vanish/>') +
        r('888', '<w:rStyle w:val="k"/>') +
        r('33', '<w:rStyle w:val="k"/><w:vanish w:val="0"/>') +
        r('1', '<w:vanish w:val="false"/>'),
    )
    expect(await textOf({ body, styles })).toBe('产值331')
    expect(await notesOf({ body, styles })).toEqual({ 'hidden-text': 2 })
  })

  test('text boxes follow their paragraph, once', async () => {
    const box = (words: string) => `<w:txbxContent>${p(words)}</w:txbxContent>`
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('框内331亿元')}</mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框内331亿元')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const body = p(r('产值') + both + r('如图')) + p('完')
    expect(await textOf(body)).toBe('产值如图\n框内331亿元\n完')
    expect(await notesOf(body)).toEqual({ 'text-boxes': 1 })
  })
})

describe('tracked changes', () => {
  const ins = (content: string) => `<w:ins w:id="1" w:author="甲">${content}</w:ins>`
  const del = (words: string) => `<w:del w:id="2" w:author="甲"><w:r><w:delText>${words}</w:delText></w:r></w:del>`

  test.each<[string, string, string]>([
    ['inserted in, deleted out', p(r('增长') + del('9%') + ins(r('10%'))), '增长10%'],
    [
      'moved words stand where they went',
      p(`<w:moveFrom>${r('331')}</w:moveFrom>`) + p(`<w:moveTo>${r('331')}</w:moveTo>${r('亿元')}`),
      '331亿元',
    ],
    ['deleted within inserted', p(ins(r('10') + del('.5') + r('%'))), '10%'],
    ['a deleted end joins paragraphs', p(r('产值331'), '<w:rPr><w:del/></w:rPr>') + p('亿元'), '产值331亿元'],
    [
      'deleted rows are gone',
      `<w:tbl>${row(['甲', '1'])}${row(['乙', '2'], '<w:del/>')}${row(['丙', '3'], '<w:ins/>')}</w:tbl>`,
      '甲\n1\n丙\n3',
    ],
    [
      'earlier properties say nothing',
      p(
        r('331亿元', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
        '<w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:pPrChange>',
      ) + p('完'),
      '331亿元\n完',
    ],
  ])('%s', async (_, body, text) => {
    expect(await textOf(body)).toBe(text)
  })

  test('are counted', async () => {
    expect(await notesOf(p(r('增长') + del('9%') + ins(r('10%'))))).toEqual({ 'tracked-changes': 2 })
  })
})

describe('blocks', () => {
  const styles =
    '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="a9"><w:name w:val="章"/><w:basedOn w:val="1"/></w:style>' +
    '<w:style w:styleId="b"><w:name w:val="标题 2"/></w:style><w:style w:styleId="c"><w:name w:val="节"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>' +
    '<w:style w:styleId="d"><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style><w:style w:styleId="e"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:styleId="x"><w:basedOn w:val="y"/></w:style><w:style w:styleId="y"><w:basedOn w:val="x"/></w:style>'
  test.each([
    ['<w:pStyle w:val="1"/>', 'heading', 1],
    ['<w:pStyle w:val="a9"/>', 'heading', 1],
    ['<w:pStyle w:val="b"/>', 'heading', 2],
    ['<w:pStyle w:val="c"/>', 'heading', 3],
    ['<w:pStyle w:val="d"/>', 'paragraph', undefined],
    ['<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', 'paragraph', undefined],
    ['<w:outlineLvl w:val="3"/>', 'heading', 4],
    ['<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>', 'item', undefined],
    ['<w:pStyle w:val="e"/>', 'item', undefined],
    ['<w:pStyle w:val="e"/><w:numPr><w:numId w:val="0"/></w:numPr>', 'paragraph', undefined],
    ['<w:pStyle w:val="x"/>', 'paragraph', undefined],
  ])('%s is a %s', async (properties, kind, level) => {
    const { blocks } = await read({ body: p('一、主要指标', properties), styles })
    expect(blocks).toEqual([{ kind, ...(level === undefined ? {} : { level }), start: 0, end: 6 }])
  })

  test('cells know their headings, merged ones included', async () => {
    const body = `<w:tbl>${row([tc('指标', '<w:vMerge w:val="restart"/>'), tc('上半年', '<w:gridSpan w:val="2"/>')])}${row([tc('<w:p/>', '<w:vMerge/>'), '总量', '同比'])}${row(['地区生产总值', '331亿元', '10%'])}</w:tbl>`
    const { text, blocks } = await read(body)
    expect(text).toBe('指标\n上半年\n总量\n同比\n地区生产总值\n331亿元\n10%')
    expect(blocks.at(-1)).toEqual({
      ...{ kind: 'cell', start: text.length - 3, end: text.length },
      cell: { table: 0, row: 2, column: 2, above: '上半年 同比', beside: '地区生产总值' },
    })
  })

  test('a table in a cell comes after the table', async () => {
    expect(await textOf(table(['甲', p('外') + table(['乙', '2'])], ['丙', '3']))).toBe('甲\n外\n丙\n3\n乙\n2')
  })

  test('notes come after the text, those that the final text refers to', async () => {
    const note = (id: number, words: string) =>
      `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${r(words)}`)}</w:footnote>`
    const refer = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const body = p(`${r('产值331亿元') + refer(3)}<w:del>${refer(2)}</w:del>`) + p('完')
    const { text, blocks } = await read({ body, footnotes: note(2, '删去') + note(3, '快报数300亿元') })
    expect(text).toBe('产值331亿元\n完\n快报数300亿元')
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'footnote'])
    const broken = await read({
      body,
      parts: { 'word/footnotes.xml': '<w:footnotes>' },
      relations: '<Relationship Id="n" Type="x/footnotes" Target="/word/footnotes.xml"/>',
    })
    expect(broken.notes).toContainEqual({ code: 'unreadable-part', count: 1 })
  })
})

test('a file of another program reads the same', async () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('快报数')] } },
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('一、主要指标')] }),
          new Paragraph({ children: [new TextRun('产值331亿元'), new FootnoteReferenceRun(1)] }),
          new Table({
            rows: [
              new TableRow({ tableHeader: true, children: [cell('指标'), cell('完成')] }),
              new TableRow({ children: [cell('产值'), cell('331')] }),
            ],
          }),
        ],
      },
    ],
  })
  const { text, blocks } = await readDraft(new Uint8Array(await Packer.toBuffer(document)), '通报.docx')
  expect(text).toBe('一、主要指标\n产值331亿元\n指标\n完成\n产值\n331\n快报数')
  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'cell', 'cell', 'cell', 'cell', 'footnote'])
})

import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { Refusal } from '#kernel/refusal.ts'
import { p, r, row, wordFile } from '#tests/world/word-file.ts'
import { readDraft } from './read-draft.ts'
import { draftRefusals } from './texts.ts'
import { withComments } from './with-comments.ts'
import { readXml, xmlText } from './word/xml.ts'

const sound = wordFile({
  body: `${p(
    `${r('产值331亿元')}<w:ins>${r('10%')}</w:ins><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r>`,
    '<w:pStyle w:val="1"/>',
  )}<w:tbl>${row(['指标', '完成'])}${row(['税收', '25'])}</w:tbl>`,
  footnotes: `<w:footnote w:id="1">${p('快报300')}</w:footnote>`,
  styles: '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>',
})
const others = [
  '<table><tr><td rowspan=3>331<td>25</table><p>10%',
  '# 通报\n\n|a|b|\n|-|-|\n|331|25|\n',
  '产值331亿元\n增长10%',
].map((text) => strToU8(text))

/** Reads it, and comments on it when it is a Word file; nothing but a refusal that has words may be thrown. */
async function readOrRefused(bytes: Uint8Array, name: string): Promise<void> {
  try {
    const draft = await readDraft(bytes, name)
    for (const { start, end } of draft.blocks) expect(start < end && end <= draft.text.length).toBe(true)
    if (draft.format !== 'docx') return
    const made = await withComments(bytes, draft, [{ start: 0, end: 1, words: '查' }], {
      author: '甲',
      at: new Date(0),
    })
    expect((await readDraft(made, name)).text).toBe(draft.text)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(Object.keys(draftRefusals)).toContain(error.code)
  }
}

const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }), cut: fc.nat(3), kind: fc.nat(2) })
type Change = { at: number; byte: number; cut: number; kind: number }

/** A byte changed, some cut out, or one put in. */
function changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  const list = [...bytes]
  for (const { at, byte, cut, kind } of changes) {
    if (kind === 0) list[at % list.length] = byte
    else if (kind === 1) list.splice(at % list.length, cut)
    else list.splice(at % list.length, 0, byte)
  }
  return Uint8Array.from(list)
}

test('a file with bytes changed is read or refused', async () => {
  const files = fc.constantFrom(sound, ...others)
  const names = fc.constantFrom('a.docx', 'a.html', 'a.md', 'a.txt', '')
  await fc.assert(
    fc.asyncProperty(files, fc.array(change, { maxLength: 6 }), names, async (bytes, changes, name) => {
      await readOrRefused(changed(bytes, changes), name)
    }),
    { seed: 4, numRuns: 200 },
  )
})

test('a Word file with bytes of a part changed is read or refused', async () => {
  const parts = unzipSync(sound)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(parts)),
      fc.array(change, { maxLength: 4 }),
      async (name, changes) => {
        await readOrRefused(zipSync({ ...parts, [name]: changed(parts[name]!, changes) }), 'a.docx')
      },
    ),
    { seed: 4, numRuns: 200 },
  )
})

const tags = fc.constantFrom(
  ...[
    'p',
    'r',
    't',
    'tbl',
    'tr',
    'tc',
    'del',
    'ins',
    'pPr',
    'rPr',
    'vanish',
    'txbxContent',
    'footnote',
    'hyperlink',
    'vMerge',
    'tcPr',
    'trPr',
    'sdt',
  ].map((name) => `w:${name}`),
  ...['mc:AlternateContent', 'mc:Choice', 'mc:Fallback', 'm:oMath', 'm:den'],
)
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('331', '亿元', '&amp;', ' '),
    fc
      .tuple(tags, fc.array(tie('tree'), { maxLength: 4 }))
      .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
  ),
}))

test('elements in places that Word never puts them are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 6 }), async (trees) => {
      await readOrRefused(wordFile({ body: p('首') + trees.join('') }), 'a.docx')
    }),
    { seed: 4, numRuns: 200 },
  )
})

test('elements stand where the reader says, across the pieces it reads in', async () => {
  const xml = `<a>${'<b c="1">𠮷&lt;\r\n<d/></b>'.repeat(30_000)}</a>`
  let astray = 0
  await readXml(xmlText(strToU8(xml)), {
    open: ({ from, opened }) => {
      if (xml[from] !== '<' || xml[opened - 1] !== '>') astray += 1
    },
    close: ({ from }, to) => {
      if (to <= from || xml[to - 1] !== '>') astray += 1
    },
  })
  expect(astray).toBe(0)
})

test('a file that promises less than it holds is refused', async () => {
  const lying = wordFile({ body: p('331'.repeat(500)) })
  const view = new DataView(lying.buffer, lying.byteOffset, lying.length)
  for (let at = 0; at + 46 < lying.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
  await expect(readDraft(lying, 'a.docx')).rejects.toMatchObject({ code: 'bulletins/draft-damaged' })
})

test('two parts of one name are refused', async () => {
  const twice = zipSync({ 'word/document.xml': strToU8('<a/>'), 'WORD/document.xml': strToU8('<b/>') })
  await expect(readDraft(twice, 'a.docx')).rejects.toMatchObject({ code: 'bulletins/draft-damaged' })
})

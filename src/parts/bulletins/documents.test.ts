import { describe, expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import type { Fact } from '#parts/indicators/shapes.ts'
import { documentOf, type Format, type ToDraw } from './documents.ts'
import type { PrintedFigure, Source } from './figure-kinds.ts'
import type { Inline, Tree } from './tree.ts'

const words = (text: string): Inline => ({ kind: 'text', text })
const figure = (place: number, text: string): Inline => ({ kind: 'figure', figure: place, text })

const tree: Tree = {
  ...{ locale: 'zh', title: '通报 <一> & "二"', closing: { by: '某区管委会', on: '2018-06-30' } },
  blocks: [
    { kind: 'heading', level: 1, number: '一、', children: [words('经济')] },
    {
      kind: 'paragraph',
      children: [
        words('产值*'),
        figure(1, '331亿元'),
        { kind: 'strong', children: [figure(2, '同比增长10%')] },
        words('<b>。'),
      ],
    },
    { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', children: [words('项'), figure(3, '−3%')] }]] },
    {
      kind: 'table',
      align: ['left', 'right'],
      head: [[words('指标')], [words('数')]],
      rows: [[[words('a|b')], [figure(4, '331亿元')]]],
    },
  ],
}
const printed = [1, 2, 3, 4].map((place) => ({ place, key: 'fact gdp' }) as PrintedFigure)
const fact = { indicator: 'gdp', period: '2018-01-01/2018-06-28', area: 'ZONE' } as Fact
const sources = new Map<string, Source>([['fact gdp', { of: 'fact', fact }]])
const asOf = new Date('2018-07-02T01:30:00Z')
const toDraw: ToDraw = { tree, printed, sources, asOf, state: 'issued', sha256: 'abcdef0123456789abcdef' }
const drawn = async (format: Format) =>
  (await documentOf(toDraw, format, 'https://zone.example')).content as Buffer & string

const door =
  'https://zone.example/figures/gdp/lineage?period=2018-01-01%2F2018-06-28&area=ZONE&asOf=2018-07-02T01%3A30%3A00.000Z'

describe('one tree, three files', () => {
  test('Word: the page of the standard, and every figure a hyperlink to its lineage', async () => {
    const parts = await unzipped(await drawn('docx'))
    const document = parts.get('word/document.xml')!
    const relations = parts.get('word/_rels/document.xml.rels')!
    const links = [...document.matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"[^>]*>(.*?)<\/w:hyperlink>/g)]
    expect(links.map(([, , inner]) => inner!.replaceAll(/<[^>]+>/g, ''))).toEqual([
      '331亿元',
      '同比增长10%',
      '−3%',
      '331亿元',
    ])
    for (const [, id] of links) {
      const relation = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`).exec(relations)?.[0] ?? ''
      expect(relation.replaceAll('&amp;', '&')).toContain(`Target="${door}"`)
      expect(relation).toContain('TargetMode="External"')
    }
    expect(document).toMatch(/<w:pgSz w:w="119\d\d" w:h="168\d\d"/)
    expect(document).toMatch(/<w:pgMar w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(document).toContain('方正小标宋简体')
    expect(document).toContain('<w:tblHeader/>')
    expect([...parts.keys()].filter((name) => name.startsWith('word/footer'))).toHaveLength(2)
    for (const [name, text] of parts) if (/\.(xml|rels)$/.test(name)) expect(balanced(text), name).toBe(true)
  })

  test('HTML: words are words, whatever characters they have', async () => {
    const text = await drawn('html')
    expect(text).toContain('<h1>通报 &lt;一&gt; &amp; &quot;二&quot;</h1>')
    expect(text).toContain('&lt;b&gt;。')
    expect(text).toContain(`href="${door.replaceAll('&', '&amp;')}"`)
    expect(text.match(/class="figure"/g)).toHaveLength(4)
    expect(text).not.toMatch(/<script|<b>|https?:\/\/(?!zone\.example)/)
    expect(text).toContain('校验值 abcdef0123456789')
  })

  test('Markdown: figures are links, and nothing else is read as Markdown', async () => {
    const text = await drawn('md')
    expect(text).toContain(`产值\\*[331亿元](<${door}>)**[同比增长10%](<${door}>)**\\<b\\>。`)
    expect(text).toContain('| a\\|b |')
    expect(text).toContain('## 一、经济')
  })

  test('files are named by the title without what a file system would not take', async () => {
    const { name, type } = await documentOf(toDraw, 'docx', '')
    expect(name).toBe('通报 一 & 二.docx')
    expect(type).toContain('wordprocessingml')
  })
})

function unzipped(content: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(content, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      const parts = new Map<string, string>()
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as Parameters<typeof zip.openReadStream>[0], async (broken, stream) => {
          if (broken) return reject(broken)
          const pieces: Buffer[] = []
          for await (const piece of stream) pieces.push(piece as Buffer)
          parts.set(entry.fileName, Buffer.concat(pieces).toString('utf8'))
          zip.readEntry()
        })
      })
      zip.on('end', () => resolve(parts))
      zip.on('error', reject)
      zip.readEntry()
    })
  })
}

/** Whether every element that is opened is closed, in order. */
function balanced(xml: string): boolean {
  const open: string[] = []
  for (const [, closing, name, alone] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (alone) continue
    if (!closing) open.push(name!)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}

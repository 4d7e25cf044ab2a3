import { describe, expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import type { Fact } from '#parts/indicators/shapes.ts'
import { documentOf, drawnDocument, type Format, type ToDraw } from './documents.ts'
import type { PrintedFigure, Source } from './figure-kinds.ts'
import type { Picture, PicturePoint } from './pictures/picture.ts'
import type { Inline, Tree } from './tree.ts'

const words = (text: string): Inline => ({ kind: 'text', text })
const figure = (place: number, text: string): Inline => ({ kind: 'figure', figure: place, text })

const point = (value: string | null, place: number | null): PicturePoint => ({
  value,
  figure: place,
  text: value ?? '—',
})
const picture: Picture = {
  ...{ form: 'trend', number: '图1', title: '产值 <月> & 累计', unit: '亿元', heading: '截至', rows: ['1月', '2月'] },
  series: [{ name: '2018年', role: 'main', points: [point('57', 5), point(null, null)] }],
  target: { name: '全年目标超过1000亿元', value: '1000' },
}
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
    { kind: 'picture', picture },
  ],
}
const printed = [
  ...[1, 2, 3, 4].map((place) => ({
    place,
    key: 'fact gdp',
    text: ['331亿元', '同比增长10%', '−3%', '331亿元'][place - 1],
  })),
  { place: 5, key: 'fact gdp month', text: '57' },
] as PrintedFigure[]
const fact = {
  ...{ indicator: 'gdp', name: { zh: '地区生产总值', en: 'GDP' }, period: '2018-01-01/2018-06-28', area: 'ZONE' },
  ...{
    covers: '2018-01-01/2018-06-28',
    exact: '331.2043',
    unit: '亿元',
    basis: 'comparable-prices',
    status: 'accepted',
  },
  ...{ change: { value: '10', unit: '%', origin: 'published' }, vintage: '2018-07-02T01:30:00Z' },
  expression: 'item("headline.gdp") < 2 & 3',
} as Fact
const month = { ...fact, period: '2018-01/2018-01', covers: '2018-01' } as Fact
const sources = new Map<string, Source>([
  ['fact gdp', { of: 'fact', fact }],
  ['fact gdp month', { of: 'fact', fact: month }],
])
const records = new Map([['fact gdp', [{ title: '<上半年>.csv', path: '/batches/12', batch: 12, rows: 31 }]]])
const asOf = new Date('2018-07-02T01:30:00Z')
const toDraw: ToDraw = { tree, printed, sources, asOf, records, state: 'issued', sha256: 'abcdef0123456789abcdef' }
const drawn = async (format: Format) =>
  (await documentOf(toDraw, format, 'https://zone.example')).content as Buffer & string

const door =
  'https://zone.example/figures/gdp/lineage?period=2018-01-01%2F2018-06-28&area=ZONE&asOf=2018-07-02T01%3A30%3A00.000Z'
const wordsIn = (xml: string) => xml.replaceAll(/<[^>]+>/g, '')

const parts = await unzipped(await drawn('docx'))
const document = parts.get('word/document.xml')!
const addresses = new Map(
  [...parts.get('word/_rels/document.xml.rels')!.matchAll(/<Relationship Id="([^"]+)"[^>]*Target="([^"]+)"/g)].map(
    ([, id, target]) => [id!, target!.replaceAll('&amp;', '&')],
  ),
)

describe('the Word file', () => {
  test('has the page of the standard: margins, grid of lines, numbers on the outer sides', () => {
    expect(document).toMatch(/<w:pgSz w:w="119\d\d" w:h="168\d\d"/)
    expect(document).toMatch(/<w:pgMar w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(document).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>')
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    expect(parts.get('word/footer1.xml')).toContain('<w:jc w:val="right"/>')
    expect(parts.get('word/footer2.xml')).toContain('<w:jc w:val="left"/>')
    expect(wordsIn(parts.get('word/footer1.xml')!)).toContain('—  PAGE 1 —')
  })

  test('names the faces of the standard, and what to take where they are missing', () => {
    const styles = parts.get('word/styles.xml')!
    const of = (id: string) => new RegExp(`w:styleId="${id}">.*?</w:style>`).exec(styles)?.[0] ?? ''
    expect(of('Title')).toMatch(/方正小标宋简体.*<w:sz w:val="44"\/>/)
    expect(of('Text')).toMatch(
      /w:line="579" w:lineRule="exact".*firstLineChars="200".*仿宋_GB2312.*<w:sz w:val="32"\/>/,
    )
    expect(of('Heading1')).toMatch(/<w:outlineLvl w:val="0"\/>.*黑体/)
    expect(of('Heading2')).toContain('楷体_GB2312')
    expect(of('Heading3')).toContain('<w:b/>')
    expect(parts.get('word/fontTable.xml')).toMatch(/w:name="仿宋_GB2312"><w:altName w:val="[^"]*Noto Serif CJK SC"/)
  })

  test('every figure has a bookmark and leads to its entry, the entry leads back and to the page of its lineage', () => {
    const annex = document.slice(document.lastIndexOf('<w:pStyle w:val="Annex"/>'))
    const all = [
      ...document.matchAll(/w:name="(figure_\d+)"\/><w:hyperlink w:anchor="(source_\d+)"[^>]*>(.*?)<\/w:hyperlink>/g),
    ]
    expect(all.map(([, mark, to, inner]) => [mark, to, wordsIn(inner!)])).toEqual([
      ['figure_1', 'source_1', '331亿元'],
      ['figure_2', 'source_1', '同比增长10%'],
      ['figure_3', 'source_1', '−3%'],
      ['figure_4', 'source_1', '331亿元'],
    ])
    const marks = [...document.matchAll(/<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"/g)]
    expect(new Set(marks.map(([, id]) => id)).size).toBe(marks.length)
    expect(new Set(marks.map(([, , name]) => name)).size).toBe(marks.length)
    const anchors = [...document.matchAll(/w:anchor="([^"]+)"/g)].map(([, anchor]) => anchor)
    expect(marks.map(([, , name]) => name)).toEqual(expect.arrayContaining(anchors))
    expect(anchors).toEqual(expect.arrayContaining(['figure_1', 'figure_2', 'figure_3', 'figure_4', 'picture_1']))
    const out = [...annex.matchAll(/<w:hyperlink r:id="([^"]+)"[^>]*>(.*?)<\/w:hyperlink>/g)]
    expect(out.map(([, id, inner]) => [addresses.get(id!), wordsIn(inner!)])).toEqual([
      ['https://zone.example/batches/12', '批次 12：&lt;上半年&gt;.csv，31 行'],
      [door, '打开来历 →'],
      [expect.stringContaining('period=2018-01%2F2018-01'), '打开来历 →'],
    ])
    for (const said of [
      '确切值 331.2043亿元',
      '同比 +10%（公布数）',
      '版本 2018-07-02 09:30',
      '可比价',
      '&lt; 2 &amp; 3',
    ]) {
      expect(wordsIn(annex)).toContain(said)
    }
  })

  test('a chart is a drawing with a picture to fall back to, and says what it shows', () => {
    const [, raster, vector] = /<a:blip r:embed="([^"]+)">.*?svgBlip [^>]*r:embed="([^"]+)"/.exec(document)!
    expect([addresses.get(raster!), addresses.get(vector!)]).toEqual(['media/picture1.png', 'media/picture1.svg'])
    expect(parts.get('word/media/picture1.svg')).toContain(
      '<title id="picture-1-title">图1　产值 &lt;月&gt; &amp; 累计（亿元）</title>',
    )
    expect(document).toMatch(/descr="图1　产值 &lt;月&gt; &amp; 累计（亿元）；2018年：1月 57；全年目标超过1000亿元"/)
  })

  test('tables repeat their head and split no row', () => {
    const rows = document.match(/<w:trPr>/g)!.length
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(rows)
    expect(document.match(/<w:cantSplit\/><w:tblHeader\/>/g)).toHaveLength(2)
  })

  test('every part is whole XML and listed', () => {
    for (const [name, text] of parts) if (/\.(xml|rels|svg)$/.test(name)) expect(balanced(text), name).toBe(true)
    for (const name of parts.keys()) {
      const extension = name.split('.').at(-1)
      const types = parts.get('[Content_Types].xml')!
      expect(types.includes(`PartName="/${name}"`) || types.includes(`Extension="${extension}"`), name).toBe(true)
    }
  })

  test('whatever is referred to is there: relations, styles, lists, media', () => {
    const used = [...document.matchAll(/r:(?:id|embed)="([^"]+)"/g)].map(([, id]) => id!)
    expect(used.length).toBeGreaterThan(6)
    for (const id of used) expect(addresses.has(id), id).toBe(true)
    for (const target of addresses.values()) {
      if (!target.startsWith('http')) expect(parts.has(`word/${target}`), target).toBe(true)
    }
    const known = [...parts.get('word/styles.xml')!.matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id)
    for (const [, style] of document.matchAll(/<w:(?:pStyle|rStyle) w:val="([^"]+)"/g)) expect(known).toContain(style)
    const lists = [...parts.get('word/numbering.xml')!.matchAll(/<w:num w:numId="(\d+)"/g)].map(([, id]) => id)
    for (const [, list] of document.matchAll(/<w:numId w:val="(\d+)"/g)) expect(lists).toContain(list)
    const drawings = [...document.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(drawings).size).toBe(drawings.length)
  })

  test('the same bulletin is the same bytes', async () => {
    expect((await drawn('docx')).equals(await drawn('docx'))).toBe(true)
  })

  test('without an annex figures lead to their pages and no record is named', async () => {
    const bare = {
      tree,
      state: 'issued' as const,
      sha256: null,
      annex: null,
      doorOf: (place: number) => `https://open.example/${place}`,
    }
    const open = await unzipped((await drawnDocument(bare, 'docx')).content as Buffer)
    expect(open.get('word/_rels/document.xml.rels')).toContain('https://open.example/3')
    expect(open.get('word/document.xml')).not.toMatch(/附件|上半年|确切值/)
  })
})

describe('the other files', () => {
  test('HTML: words are words, whatever characters they have', async () => {
    const text = await drawn('html')
    expect(text).toContain('<h1>通报 &lt;一&gt; &amp; &quot;二&quot;</h1>')
    expect(text).toContain('&lt;b&gt;。')
    expect(text).toContain(`href="${door.replaceAll('&', '&amp;')}"`)
    expect(text.match(/class="figure"/g)).toHaveLength(5)
    expect(text).not.toMatch(/<script|<b>|https?:\/\/(?!zone\.example|www\.w3\.org)/)
    expect(text).toContain('校验值 abcdef0123456789')
    expect(text).toMatch(/<figure><svg [^>]*role="img"[^>]*><title /)
    expect(text).toBe(await drawn('html'))
  })

  test('Markdown: figures are links, a chart is its table, and nothing else is read as Markdown', async () => {
    const text = await drawn('md')
    expect(text).toContain(`产值\\*[331亿元](<${door}>)**[同比增长10%](<${door}>)**\\<b\\>。`)
    expect(text).toContain('| a\\|b |')
    expect(text).toContain('## 一、经济')
    expect(text).toContain('| 截至 | 2018年 |\n| :-- | --: |\n| 1月 | [57](<https://zone.example/figures/gdp/')
    expect(text).toContain('| 2月 | — |')
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

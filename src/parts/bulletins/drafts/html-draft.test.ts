import { describe, expect, test } from 'vitest'
import { readHtml } from './html-draft.ts'

const textOf = async (html: string) => (await readHtml(html)).text

describe('words of a page', () => {
  test.each<[string, string, string]>([
    [
      'blocks are paragraphs, blanks are one',
      '<p>产值 \n\t <b>331</b>亿元</p>\n<div>增长<br>10%</div>税收',
      '产值 331亿元\n增长\n10%\n税收',
    ],
    ['entities are characters', '&lt;331&gt;&nbsp;亿&#x5143; &amp;c', '<331>\u00a0亿元 &c'],
    [
      'what is not shown is left out',
      '<head><title>通报2018</title><style>a{width:331px}</style></head><script>331</script><template>9</template><p hidden>8</p><p style="display: none">7</p><!-- 6 -->税收<noscript>5</noscript>',
      '税收',
    ],
    ['deleted words are out, inserted in', '增长<del>9%</del><ins>10%</ins>', '增长10%'],
    ['raised figures are no figures of the line', '10<sup>4</sup>吨', '10⁴吨'],
    ['of ruby the base', '<ruby>三成<rp>(</rp><rt>sancheng</rt></ruby>', '三成'],
    ['preformatted blanks stay', '<pre>产值  331\n税收  25</pre>', '产值  331\n税收  25'],
    ['unclosed and misplaced tags', '<p>331<p>25</b></i><td>9', '331\n25\n9'],
    [
      'nothing is fetched',
      '<iframe src="http://a.invalid/"></iframe><link rel=stylesheet href="http://a.invalid/">331',
      '331',
    ],
  ])('%s', async (_, html, text) => {
    expect(await textOf(html)).toBe(text)
  })

  test('headings, items and notes', async () => {
    const { blocks, notes } = await readHtml(
      '<h2>工业</h2><ul><li>331<li><p>25</p></ul><p>完<img><ins>1</ins><iframe></iframe><i hidden>2</i>',
    )
    expect(blocks.map(({ kind, level }) => `${kind}${level ?? ''}`)).toEqual(['heading2', 'item', 'item', 'paragraph'])
    expect(notes.map(({ code }) => code)).toEqual(['tracked-changes', 'pictures', 'external-links', 'hidden-text'])
  })

  test('cells stand where spans leave room, and know their headings', async () => {
    const { text, blocks } = await readHtml(
      '<table><tr><th rowspan=2>指标<th colspan=2>上半年<tr><th>总量<th>同比<tr><td>产值<td>331亿元<td>10%<tr><td>税收<td>25亿元<td>5%</table>',
    )
    const cells = Object.fromEntries(blocks.map(({ start, end, cell }) => [text.slice(start, end), cell]))
    expect(cells['10%']).toEqual({ table: 0, row: 2, column: 2, above: '上半年 同比', beside: '产值' })
    expect(cells['25亿元']).toEqual({ table: 0, row: 3, column: 1, above: '上半年 总量', beside: '税收' })
    expect(cells['税收']).toEqual({ table: 0, row: 3, column: 0, above: '', beside: '' })
  })
})

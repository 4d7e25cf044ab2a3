import type { Locale } from '#kernel/i18n/words.ts'
import { namespaces } from './docx-sheet.ts'
import { declaration } from './docx-xml.ts'

interface Style {
  id: string
  /** Word's own name where it has one, so that its outline and its lists know the style */
  name: string
  east?: string
  /** half points: in Chinese, in English */
  size: readonly [number, number]
  bold?: boolean
  /** pPr after the style, in the order of the schema */
  shape: (locale: Locale) => string
}

const exact = (after = 0) => `<w:spacing w:after="${after}" w:line="579" w:lineRule="exact"/>`
const loose = (before = 0, after = 120) =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="340" w:lineRule="atLeast"/>`
// LibreOffice reads firstLine, Word prefers firstLineChars.
const indented = '<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>'
const flush = (side: 'left' | 'right' | 'center' | 'both') => `<w:jc w:val="${side}"/>`
const tight = (line: number) => `<w:snapToGrid w:val="0"/><w:spacing w:line="${line}" w:lineRule="atLeast"/>`

const text = (locale: Locale) => (locale === 'zh' ? `${exact()}${indented}` : loose())
const heading = (level: number) => (locale: Locale) =>
  `<w:keepNext/>${locale === 'zh' ? `${exact()}${indented}` : loose(240, 60)}<w:outlineLvl w:val="${level - 1}"/>`

/** The type of GB/T 9704-2012: 二号小标宋 for the title, 三号仿宋 for the text, 黑体, 楷体 and bold 仿宋 for its three headings. */
const styles: readonly Style[] = [
  { id: 'Text', name: 'Body Text', size: [32, 26], shape: text },
  {
    ...{ id: 'Title', name: 'Title', east: '方正小标宋简体', size: [44, 36], bold: true },
    shape: () => `<w:spacing w:after="579" w:line="640" w:lineRule="atLeast"/>${flush('center')}`,
  },
  { id: 'Heading1', name: 'heading 1', east: '黑体', size: [32, 28], bold: true, shape: heading(1) },
  { id: 'Heading2', name: 'heading 2', east: '楷体_GB2312', size: [32, 26], bold: true, shape: heading(2) },
  { id: 'Heading3', name: 'heading 3', size: [32, 26], bold: true, shape: heading(3) },
  {
    id: 'ListItem',
    name: 'List Paragraph',
    size: [32, 26],
    shape: (locale) => `${locale === 'zh' ? exact() : loose()}${flush(locale === 'zh' ? 'both' : 'left')}`,
  },
  { id: 'TableHead', name: 'Table Head', east: '黑体', size: [22, 22], bold: true, shape: () => tight(300) },
  { id: 'TableText', name: 'Table Text', size: [22, 22], shape: () => tight(300) },
  { id: 'Picture', name: 'Picture', size: [32, 26], shape: () => `<w:keepNext/>${tight(240)}${flush('center')}` },
  {
    ...{ id: 'Caption', name: 'caption', east: '黑体', size: [24, 22] },
    shape: () =>
      `${'<w:snapToGrid w:val="0"/>'}<w:spacing w:before="20" w:after="100" w:line="340" w:lineRule="atLeast"/>${flush('center')}`,
  },
  {
    ...{ id: 'Closing', name: 'Closing', size: [32, 26] },
    shape: (locale) => `${locale === 'zh' ? exact() : loose()}<w:ind w:right="1280"/>${flush('right')}`,
  },
  {
    ...{ id: 'Note', name: 'Note', size: [21, 20] },
    shape: () =>
      '<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="808080"/></w:pBdr><w:snapToGrid w:val="0"/><w:spacing w:before="579" w:line="340" w:lineRule="atLeast"/>',
  },
  {
    ...{ id: 'Annex', name: 'Annex', east: '黑体', size: [32, 26], bold: true },
    shape: (locale) => `<w:keepNext/><w:pageBreakBefore/>${locale === 'zh' ? exact() : loose()}`,
  },
  { id: 'Lineage', name: 'Lineage', size: [18, 18], shape: () => `${tight(230)}${flush('left')}` },
  { id: 'LineageHead', name: 'Lineage Head', east: '黑体', size: [18, 18], bold: true, shape: () => tight(230) },
  {
    id: 'Gap',
    name: 'Gap',
    size: [20, 20],
    shape: () => '<w:snapToGrid w:val="0"/><w:spacing w:line="140" w:lineRule="exact"/>',
  },
]

/** word/styles.xml */
export function stylesOf(locale: Locale): string {
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋_GB2312')}<w:sz w:val="${locale === 'zh' ? 32 : 26}"/><w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>`
  const normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
  const footer = `<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr>${'<w:snapToGrid w:val="0"/>'}</w:pPr><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体"/><w:sz w:val="28"/></w:rPr></w:style>`
  const formula = `<w:style w:type="character" w:styleId="Formula"><w:name w:val="Formula"/><w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:eastAsia="仿宋_GB2312" w:cs="Consolas"/><w:sz w:val="15"/></w:rPr></w:style>`
  const all = styles.map((style) => styleOf(style, locale)).join('')
  return `${declaration}<w:styles ${namespaces}>${defaults}${normal}${footer}${formula}${all}</w:styles>`
}

function styleOf({ id, name, east = '仿宋_GB2312', size, bold = false, shape }: Style, locale: Locale): string {
  const chinese = locale === 'zh'
  const half = size[chinese ? 0 : 1]
  // In Chinese the face tells a heading; only the third level, in the face of the text, is bold.
  const heavy = bold && (!chinese || id === 'Heading3')
  // A quarter point less between characters, so that 28 of them fill the line of 156 mm.
  const narrow = chinese && half === 32 ? '<w:spacing w:val="-4"/>' : ''
  const look = `${fonts(east)}${heavy ? '<w:b/>' : ''}${narrow}<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`
  return `<w:style w:type="paragraph" w:customStyle="${ownName(name) ? 1 : 0}" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${shape(locale)}</w:pPr><w:rPr>${look}</w:rPr></w:style>`
}

const ownName = (name: string) => /^(Table (Head|Text)|Picture|Note|Annex|Lineage.*|Gap)$/.test(name)

function fonts(east: string): string {
  return `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${east}" w:cs="Times New Roman"/>`
}

import type { Locale } from '#kernel/i18n/words.ts'
import { declaration, xml } from './docx-xml.ts'

/** Twips: 1/1440 of an inch. */
const millimetres = (length: number) => Math.floor((length / 25.4) * 1440)

/** Width of the text in twips: 156 mm. */
export const textWidth = millimetres(156)

/**
 * A4 with the margins of GB/T 9704-2012 5.2; Chinese stands on its grid of 22 lines of 28 characters. The page number stands 7 mm below
 * the text (7.5): with its own height, 26 mm above the edge.
 */
export function sectionOf(locale: Locale, footers: { odd: string; even: string }): string {
  const size = `<w:pgSz w:w="${millimetres(210)}" w:h="${millimetres(297)}"/>`
  const margin = `<w:pgMar w:top="${millimetres(37)}" w:right="${millimetres(26)}" w:bottom="${millimetres(35)}" w:left="${millimetres(28)}" w:header="851" w:footer="${millimetres(26)}" w:gutter="0"/>`
  // Lines and characters together would give LibreOffice 20 characters a line instead of 28.
  const grid = locale === 'zh' ? '<w:docGrid w:type="lines" w:linePitch="579"/>' : ''
  const reference = (type: string, id: string) => `<w:footerReference w:type="${type}" r:id="${id}"/>`
  return `<w:sectPr>${reference('default', footers.odd)}${reference('even', footers.even)}${size}${margin}${grid}</w:sectPr>`
}

/** — 1 — one character from the outer edge: right on odd pages, left on even ones (GB/T 9704-2012 7.5). */
export function footerOf(side: 'left' | 'right'): string {
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const dash = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
  const look = `<w:pPr><w:pStyle w:val="Footer"/><w:ind w:${side}="280"/><w:jc w:val="${side}"/></w:pPr>`
  return `${declaration}<w:ftr ${namespaces}><w:p>${look}${dash('— ')}${field}${dash(' —')}</w:p></w:ftr>`
}

export const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ')

/** The faces of the standard with the ones to take where a machine has not got them. */
const faces: readonly { name: string; instead: string; family: 'roman' | 'swiss' | 'script' }[] = [
  { name: '仿宋_GB2312', instead: 'FangSong_GB2312,仿宋,FangSong,STFangsong,Noto Serif CJK SC', family: 'roman' },
  {
    ...{ name: '方正小标宋简体', family: 'roman' },
    instead: 'FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC',
  },
  { name: '黑体', instead: 'SimHei,Heiti SC,Microsoft YaHei,Noto Sans CJK SC', family: 'swiss' },
  { name: '楷体_GB2312', instead: 'KaiTi_GB2312,楷体,KaiTi,STKaiti,LXGW WenKai', family: 'script' },
  { name: '宋体', instead: 'SimSun,Songti SC,Noto Serif CJK SC', family: 'roman' },
  { name: 'Times New Roman', instead: 'Liberation Serif', family: 'roman' },
]

/** word/fontTable.xml */
export function fontTable(): string {
  const fonts = faces.map(({ name, instead, family }) => {
    const charset = /^[\x20-\x7e]+$/.test(name) ? '00' : '86'
    return `<w:font w:name="${xml(name)}"><w:altName w:val="${xml(instead)}"/><w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`
  })
  return `${declaration}<w:fonts ${namespaces}>${fonts.join('')}</w:fonts>`
}

/** word/settings.xml: odd and even footers, and a grid that Word keeps for Chinese. */
export const settings = `${declaration}<w:settings ${namespaces}><w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

/** word/numbering.xml: a bullet, and numbers that begin anew with every list. */
export function numberingOf(lists: readonly boolean[]): string {
  const level = (format: string, text: string) =>
    `<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="1280" w:hanging="640"/></w:pPr></w:lvl>`
  const kinds = `<w:abstractNum w:abstractNumId="0">${level('bullet', '•')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level('decimal', '%1.')}</w:abstractNum>`
  const all = lists.map((ordered, place) => {
    const anew = ordered ? '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' : ''
    return `<w:num w:numId="${place + 1}"><w:abstractNumId w:val="${ordered ? 1 : 0}"/>${anew}</w:num>`
  })
  return `${declaration}<w:numbering ${namespaces}>${kinds}${all.join('')}</w:numbering>`
}

import {
  AlignmentType,
  convertMillimetersToTwip,
  DocumentGridType,
  Footer,
  type IParagraphOptions,
  type ISectionPropertiesOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Locale } from '#kernel/i18n/words.ts'

const millimetres = convertMillimetersToTwip

/** A4 with the margins of GB/T 9704-2012 5.2; Chinese stands on its grid of 22 lines of 28 characters. */
export function pageProperties(locale: Locale): ISectionPropertiesOptions {
  const page = {
    size: { width: millimetres(210), height: millimetres(297) },
    margin: {
      ...{ top: millimetres(37), bottom: millimetres(35), left: millimetres(28), right: millimetres(26) },
      footer: millimetres(28),
    },
  }
  // LINES_AND_CHARS gives LibreOffice 20 characters a line instead of 28.
  return locale === 'zh' ? { page, grid: { type: DocumentGridType.LINES, linePitch: 579 } } : { page }
}

/** Width of the text in twips: 156 mm. */
export const textWidth = millimetres(156)

const fonts = {
  title: { east: '方正小标宋简体', size: 44, bold: false },
  heading1: { east: '黑体', size: 32, bold: false },
  heading2: { east: '楷体_GB2312', size: 32, bold: false },
  heading3: { east: '仿宋_GB2312', size: 32, bold: true },
  body: { east: '仿宋_GB2312', size: 32, bold: false },
  tableHead: { east: '黑体', size: 22, bold: false },
  table: { east: '仿宋_GB2312', size: 22, bold: false },
  note: { east: '仿宋_GB2312', size: 21, bold: false },
} as const

const englishSizes: Partial<Record<keyof typeof fonts, number>> = { heading1: 26, heading2: 26, heading3: 26, body: 26 }

/** Words in the standard's type: 二号小标宋 for the title, 三号 for the rest. English stands smaller and in bold headings. */
export function runOf(text: string, style: keyof typeof fonts, locale: Locale, bold?: boolean): TextRun {
  const { east, size, bold: always } = fonts[style]
  const english = locale === 'en'
  return new TextRun({
    ...{ text, size: english ? (englishSizes[style] ?? size) : size },
    bold: bold || always || (english && /^(heading|title|tableHead)/.test(style)),
    font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: east },
    ...(english || size !== 32 ? {} : { characterSpacing: -4 }),
  })
}

interface Shape {
  keepNext?: boolean
  level?: 1 | 2 | 3
  numbering?: { reference: string; level: number }
  /** ends four characters before the right edge */
  closing?: boolean
}

/** A paragraph on the standard's grid of lines, indented by two characters. */
export function paragraphOf(locale: Locale, children: readonly ParagraphChild[], shape: Shape = {}): Paragraph {
  const { keepNext = false, level, numbering, closing } = shape
  const chinese = locale === 'zh'
  const spacing = chinese ? { line: 579, lineRule: LineRuleType.EXACT } : { line: 340, after: 120 }
  const plain = !numbering && !closing && chinese
  const options: IParagraphOptions = {
    ...{ children: [...children], spacing, keepNext },
    ...(closing ? { alignment: AlignmentType.RIGHT, indent: { right: 1280 } } : {}),
    ...(chinese && !closing ? { alignment: AlignmentType.BOTH } : {}),
    // LibreOffice reads firstLine, Word prefers firstLineChars.
    ...(plain ? { indent: { firstLineChars: 200, firstLine: 640 } } : {}),
    ...(level ? { outlineLevel: level - 1 } : {}),
    ...(numbering ? { numbering } : {}),
  }
  return new Paragraph(options)
}

/** — 1 — below the text, one character from the outer edge (GB/T 9704-2012 7.5). */
export const pageFooters = { default: numberAt('right'), even: numberAt('left') }

function numberAt(side: 'left' | 'right'): Footer {
  const run = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    ...{ size: 28, font: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' } },
  })
  const alignment = side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT
  return new Footer({ children: [new Paragraph({ alignment, indent: { [side]: 280 }, children: [run] })] })
}

import type { DoctorLine } from '#kernel/part.ts'
import { type ChineseFont, chineseFont } from './fonts.ts'

/**
 * Whether charts in Word files have letters for word processors that cannot draw SVG, for `jingkai doctor`. A machine without the font
 * is well: current ones draw the SVG, with fonts of their own.
 */
export async function chartFontFound(
  look: () => Promise<ChineseFont | undefined> = chineseFont,
): Promise<DoctorLine[]> {
  const font = await look()
  const words = font
    ? {
        zh: `Word 图表的后备图片用字体 ${font.family}`,
        en: `Charts for old word processors are lettered in ${font.family}`,
      }
    : {
        zh: '没有中文字体：旧版 Word 里的图表没有文字（新版不受影响）。可安装 fonts-noto-cjk',
        en: 'No Chinese font: in old word processors charts have no letters (current ones do). Install fonts-noto-cjk',
      }
  return [{ name: 'chart-font', well: true, words }]
}

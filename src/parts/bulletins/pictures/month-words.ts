import type { Locale } from '#kernel/i18n/words.ts'

const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `6月`, `Jun`, from 1 to 12. */
export function monthWords(month: number, locale: Locale): string {
  return locale === 'zh' ? `${month}月` : names[month - 1]!
}

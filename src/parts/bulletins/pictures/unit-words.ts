import type { Locale } from '#kernel/i18n/words.ts'
import { Refusal } from '#kernel/refusal.ts'
import { unitOf } from '#kernel/units.ts'

/** A unit for a caption: 亿元, `CNY 100 million`; one that the kernel does not know (万元/列) stands as it came. */
export function unitWordsOf(code: string, locale: Locale): string {
  try {
    return unitOf(code)[locale]
  } catch (refused) {
    if (refused instanceof Refusal) return code
    throw refused
  }
}

import { Refusal } from '#kernel/refusal.ts'
import { unitOf } from '#kernel/units.ts'
import type { Words } from '#web/locale.tsx'

/** A unit for a table's heading in both languages: 万元, `CNY 10,000`; one that the kernel does not know stands as it came. */
export function unitWords(code: string): Words {
  try {
    const { zh, en } = unitOf(code)
    return { zh, en }
  } catch (refused) {
    if (refused instanceof Refusal) return { zh: code, en: code }
    throw refused
  }
}

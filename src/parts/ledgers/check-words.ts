import type { Words } from '#kernel/i18n/words.ts'
import type { Ledger } from './ledger.ts'

/** All checks that a ledger declares, as a reader is told of them before any row failed: what a row would fill in is left open. */
export function checksInWords(ledger: Ledger) {
  return [...ledger.checks, ...(ledger.across ?? [])].map(({ name, severity, meaning, cure }) => ({
    ...{ name, severity },
    ...{ meaning: withoutDetails(meaning), cure: withoutDetails(cure) },
  }))
}

function withoutDetails({ zh, en }: Words): Words {
  return { zh: zh.replaceAll(/\{\w+\}/g, '…'), en: en.replaceAll(/\{\w+\}/g, '…') }
}

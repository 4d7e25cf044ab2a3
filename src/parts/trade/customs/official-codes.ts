import { readFileSync } from 'node:fs'
import type { Words } from '#kernel/i18n/words.ts'

/** An error that customs' system returns: its code as the specification of 2022-05 lists it (chapter 7), what it means and what to do, in our words. */
export interface OfficialCode {
  code: string
  words: Words
  cure: Words
}

/** Null for a code that the specification does not list; such codes do come. */
export function officialCode(code: string): OfficialCode | null {
  known ??= readCodes()
  return known.get(code) ?? null
}

export function officialCodes(): readonly OfficialCode[] {
  known ??= readCodes()
  return [...known.values()]
}

let known: Map<string, OfficialCode> | undefined

function readCodes(): Map<string, OfficialCode> {
  const text = readFileSync(new URL('./official-codes.csv', import.meta.url), 'utf8')
  const rows = text.trim().split('\n').slice(1)
  return new Map(
    rows.map((row) => {
      const [code, cure, zh, en] = row.split(',') as [string, keyof typeof cures, string, string]
      return [code, { code, words: { zh, en }, cure: cures[cure] }]
    }),
  )
}

const cures = {
  correct: { zh: '按回执里的说明改正该项，再重新申报', en: 'Correct what the receipt names and send it again' },
  number: {
    zh: '换一个新的编号；若要改已报的单证，企业报送类型填 2（变更）',
    en: 'Use a new number; to change what was sent, send it as a change (appType 2)',
  },
  find: { zh: '先报所引用的单证，或核对编号后重发', en: 'Send the document it refers to first, or check its number' },
  one: { zh: '删去多余的单证，一个编号只留一份', en: 'Delete the others: one document under one number' },
  wait: { zh: '查看最新回执，等状态允许再操作', en: 'See the latest receipt and wait until the state allows it' },
  newer: { zh: '把报送时间填为当前时间后重发', en: 'Send it again with the present time' },
  fewer: { zh: '拆成几个报文，每个不超过 100 份单证', en: 'Split it into messages of at most 100 documents' },
  empty: { zh: '补上内容后重发', en: 'Fill it in and send it again' },
  gnum: { zh: '商品序号从 1 起逐行编，不重复', en: 'Number the lines from 1 on, each once' },
  sign: {
    zh: '用企业自己的卡重新加签；2022 年 7 月后发的卡用 SM2/SM3 算法',
    en: "Sign again with the enterprise's own card; cards issued after July 2022 use SM2/SM3",
  },
  card: {
    zh: '换用申报企业自己的卡，或补办权限',
    en: "Use the declaring enterprise's own card, or obtain the permission",
  },
  party: {
    zh: '核对企业的海关注册编码、名称和类型',
    en: "Check the enterprise's customs registration code, name and kind",
  },
  again: {
    zh: '海关系统一侧的问题：稍后重发，仍不行请联系电子口岸',
    en: 'A fault on the side of customs: send it again later, then ask the port',
  },
  record: {
    zh: '先办商品备案，或改成备案里的编码和名称',
    en: 'Put the goods on record first, or use the code and name on record',
  },
  line: {
    zh: '按原清单的商品序号和编号填写退货商品',
    en: 'Name the goods by number and code as they stand in the list',
  },
  'limit-order': {
    zh: '不得拆单；单件商品超限的按货物全额征税申报，否则退款',
    en: 'Do not split the order; a single indivisible article is taxed in full, otherwise refund',
  },
  'limit-year': {
    zh: '告知购买人本年额度已用完；改按一般贸易或退款',
    en: 'Tell the buyer the allowance of the year is used up; declare as general trade or refund',
  },
} as const satisfies Record<string, Words>

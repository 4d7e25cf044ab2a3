import type { RefusalTexts } from '#kernel/refusal.ts'

export const generateRefusals: RefusalTexts = {
  'ledgers/number-expected': {
    problem: { zh: '--{option} 不能是“{value}”', en: '--{option} cannot be "{value}"' },
    cure: { zh: '请给一个不小于 {least} 的整数', en: 'Give a whole number of at least {least}' },
  },
  'ledgers/day-expected': {
    problem: { zh: '“{value}”不是一个存在的日期', en: '"{value}" is not a day that exists' },
    cure: { zh: '请写成 2018-06-30 的样子', en: 'Write it like 2018-06-30' },
  },
  'ledgers/range-backwards': {
    problem: { zh: '最后一天 {to} 早于第一天 {from}', en: 'The last day {to} is before the first, {from}' },
    cure: { zh: '请对调 --from 与 --to', en: 'Change --from and --to about' },
  },
  'ledgers/pattern-without-part': {
    problem: {
      zh: '名称 {pattern} 里没有 {part}，多个文件会互相覆盖',
      en: '{pattern} has no {part}, so that files would overwrite each other',
    },
    cure: {
      zh: '请在名称里加上 {part}，或给出以 / 结尾的文件夹',
      en: 'Put {part} into the name, or give a folder that ends with /',
    },
  },
  'ledgers/one-file-only': {
    problem: {
      zh: '台账 {ledger} 的合成行只写一个文件，不能写到 {out}',
      en: 'Synthetic rows of {ledger} go into one file, not {out}',
    },
    cure: { zh: '请给一个文件名', en: 'Give the name of one file' },
  },
}

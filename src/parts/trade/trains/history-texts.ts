import type { RefusalTexts } from '#kernel/refusal.ts'

/** Of the published history: files of the package, and why two figures do not make one series. */
export const historyRefusals = {
  'trade/history-unreadable': {
    problem: { zh: '{file} 第 {line} 行读不懂：{problem}', en: '{file}, line {line} cannot be read: {problem}' },
    cure: {
      zh: '请按 docs 中的列名和取值改正该行后重新加载；已有的公布数据没有改动',
      en: 'Correct that line and load again; the published figures on record are unchanged',
    },
  },
  'trade/history-twice': {
    problem: {
      zh: '{file} 第 {line} 行与第 {before} 行说的是同一个数（{figure}）',
      en: '{file}, line {line} speaks of the same figure as line {before} ({figure})',
    },
    cure: {
      zh: '同一范围、时期、项目只留一行；两个来源的数不同时，请改用各自的统计范围',
      en: 'Keep one line for a scope, period and item; where two sources differ, give each its own scope',
    },
  },
  'trade/figure-unknown': {
    problem: { zh: '没有公布数据“{figure}”', en: 'There is no published figure "{figure}"' },
    cure: { zh: '请从历年公布数据页上选取', en: 'Choose one on the page of published history' },
  },
  'trade/chain-scopes-differ': {
    problem: {
      zh: '{base} 和 {later} 的统计范围不同，数的不是同一批班列，不能算增速',
      en: '{base} and {later} are of different scopes and count different trains: there is no growth between them',
    },
    cure: {
      zh: '请选同一统计范围的两个数；范围变了，要等新范围有了上年数才能比',
      en: 'Choose two figures of one scope; after a break, wait for a base counted the new way',
    },
  },
  'trade/chain-things-differ': {
    problem: {
      zh: '{base} 和 {later} 说的不是同一件事，或其中一个本身就是增速',
      en: '{base} and {later} are not of the same thing, or one of them is a growth itself',
    },
    cure: { zh: '请选同一项目的两个总量', en: 'Choose two amounts of the same item' },
  },
  'trade/chain-units-differ': {
    problem: {
      zh: '{base} 按“{baseUnit}”计，{later} 按“{laterUnit}”计；列和班不是一回事',
      en: '{base} is counted in {baseUnit}, {later} in {laterUnit}; a train (列) is not a service (班)',
    },
    cure: { zh: '请选单位相同的两个数', en: 'Choose two figures in one unit' },
  },
  'trade/chain-kinds-differ': {
    problem: {
      zh: '{base} 和 {later} 一个是累计数、一个是时期数',
      en: 'Of {base} and {later} one counts from the first train, the other a period',
    },
    cure: { zh: '累计数和累计数比，时期数和时期数比', en: 'Hold sums against sums and periods against periods' },
  },
  'trade/chain-spans-differ': {
    problem: {
      zh: '{base} 和 {later} 不是两年里的同一段时间，或次序颠倒',
      en: '{base} and {later} are not the same stretch of two years, or stand the other way round',
    },
    cure: { zh: '请选同样长短的同期数，早的在前', en: 'Choose the same stretch of two years, the earlier first' },
  },
  'trade/chain-undated': {
    problem: {
      zh: '{base} 或 {later} 的来源没有印明年份',
      en: 'The source of {base} or {later} does not print the year',
    },
    cure: { zh: '查明年份前不能与别的数相比', en: 'Until the year is known it is compared with nothing' },
  },
  'trade/chain-base-not-positive': {
    problem: {
      zh: '{base} 的数为零或更小，算不出增速',
      en: 'The figure of {base} is nought or less: no growth follows',
    },
    cure: { zh: '请换一个基期', en: 'Choose another base' },
  },
} satisfies RefusalTexts

import type { RefusalTexts } from '#kernel/refusal.ts'

export const recordTexts: RefusalTexts = {
  'matters/record-unreadable': {
    problem: {
      zh: '{file} 第 {line} 行的“{column}”读不懂：“{value}”。',
      en: 'In {file}, row {line}, "{column}" cannot be read: "{value}".',
    },
    cure: {
      zh: '请改正这一格（人员和单位填代码，时间如 2018-06-29T17:30）后重新加载；整个文件尚未导入。',
      en: 'Correct that cell (people and units by their codes, times such as 2018-06-29T17:30) and load again; nothing of the file was taken in.',
    },
  },
}

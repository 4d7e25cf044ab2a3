import type { RefusalTexts } from '#kernel/refusal.ts'

export const standardTexts: RefusalTexts = {
  'matters/desks-unreadable': {
    problem: { zh: 'matters/desks.yaml 读不懂：{problem}', en: 'matters/desks.yaml cannot be read: {problem}' },
    cure: {
      zh: '写明 supervision 和 command 两个单位代码。',
      en: 'Name the codes of the units supervision and command.',
    },
  },
  'matters/standards-faulty': {
    problem: { zh: '标准表有 {count} 处问题：{faults}', en: 'The table of standards has {count} faults: {faults}' },
    cure: {
      zh: '按所列行号修改后重新导入；现行标准没有变。',
      en: 'Mend the rows named and import again; the standards in force have not changed.',
    },
  },
  'matters/standards-empty': {
    problem: { zh: '文件中没有一条标准。', en: 'The file holds no standard.' },
    cure: {
      zh: '表头应有：小类代码、小类名称、立案条件、结案条件、处置时限。',
      en: 'Its headings are 小类代码, 小类名称, 立案条件, 结案条件, 处置时限.',
    },
  },
  'matters/set-unknown': {
    problem: { zh: '没有第 {set} 版标准。', en: 'There is no version {set} of the standards.' },
    cure: { zh: '从版本列表中选择。', en: 'Choose one of the list.' },
  },
  'matters/standards-too-large': {
    problem: { zh: '标准表超过 {limit} MB。', en: 'The table of standards is larger than {limit} MB.' },
    cure: {
      zh: '删去图片和多余的工作表后再导入。',
      en: 'Take out pictures and sheets that are not needed, then import again.',
    },
  },
}

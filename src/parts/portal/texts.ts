import type { RefusalTexts } from '#kernel/refusal.ts'

/** What the part says when it refuses. Words of public routes name nothing that is inside. */
export const refusals: RefusalTexts = {
  'portal/not-open': {
    problem: { zh: '这里没有公开的数据。', en: 'Nothing open is found here.' },
    cure: {
      zh: '请从“公开数据”页选择；尚未公开的数据不在此列。',
      en: 'Choose from the page of open figures; what is not open is not listed there.',
    },
  },
  'portal/bulletin-withdrawn': {
    problem: { zh: '这份通报已撤回：{reason}', en: 'This bulletin was withdrawn: {reason}' },
    cure: { zh: '请看最近一期通报。', en: 'Read the latest bulletin.' },
  },
  'portal/open-file-unreadable': {
    problem: {
      zh: '数据包文件 {file} 第 {line} 行读不了：{problem}',
      en: 'Line {line} of {file} cannot be read: {problem}',
    },
    cure: {
      zh: '请写成 kind,subject,since,release,delay_days,reason；kind 为 indicator 或 template，release 为 ended 或 issued。',
      en: 'Write kind,subject,since,release,delay_days,reason; kind is indicator or template, release is ended or issued.',
    },
  },
  'portal/subject-unknown': {
    problem: { zh: '没有“{subject}”，不能公开。', en: 'There is no "{subject}" to open.' },
    cure: {
      zh: '请从目录里选择指标、通报或模板。',
      en: 'Choose an indicator, a bulletin or a template that there is.',
    },
  },
  'portal/terms-missing': {
    problem: {
      zh: '公开指标“{subject}”没有说从哪一期起、何时公开。',
      en: 'Opening "{subject}" lacks since when and on which terms.',
    },
    cure: { zh: '请填起始日期和公开时点。', en: 'Give the first day and the rule of release.' },
  },
}

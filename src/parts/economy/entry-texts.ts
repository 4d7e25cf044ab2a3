import type { RefusalTexts } from '#kernel/refusal.ts'

/** What entering, handing in and reviewing refuse. */
export const entryRefusals: RefusalTexts = {
  'economy/nothing-entered': {
    problem: { zh: '报表 {form} 的 {period} 还没有填过数。', en: 'Nothing was entered yet in {form} for {period}.' },
    cure: { zh: '请先填报。', en: 'Enter the figures first.' },
  },
  'economy/item-not-asked': {
    problem: { zh: '{period} 这一期不填“{item}”。', en: '"{item}" is not asked for in {period}.' },
    cure: { zh: '请只填本期表上的指标。', en: "Fill in only the items of this period's form." },
  },
  'economy/cell-unreadable': {
    problem: { zh: '“{item}”的“{text}”不是数。', en: '"{text}" of {item} is not a number.' },
    cure: {
      zh: '请只填数字，如 331 或 1,234.5；没有数的留空。',
      en: 'Write digits only, like 331 or 1,234.5; leave it empty when there is no figure.',
    },
  },
  'economy/not-open': {
    problem: {
      zh: '这份填报已经送出（{state}），现在不能改。',
      en: 'This submission is on its way ({state}) and cannot be changed now.',
    },
    cure: {
      zh: '请审核人退回，或请负责人说明原因后重开。',
      en: 'Ask the reviewer to return it, or the lead to reopen it with a reason.',
    },
  },
  'economy/step-not-now': {
    problem: {
      zh: '现在的状态（{state}）不能做这一步（{step}）。',
      en: 'This step ({step}) cannot be taken now ({state}).',
    },
    cure: {
      zh: '请刷新页面看最新状态；可能别人已经处理过。',
      en: 'Reload the page: somebody may have dealt with it already.',
    },
  },
  'economy/own-submission': {
    problem: { zh: '自己报的数不能自己审。', en: 'Nobody reviews what they submitted themselves.' },
    cure: { zh: '请另一位审核人处理。', en: 'Ask another reviewer.' },
  },
  'economy/words-missing': {
    problem: { zh: '退回或重开要写明原因（{step}）。', en: 'Returning and reopening need a reason ({step}).' },
    cure: { zh: '请写一句话，说明要改什么。', en: 'Say in a sentence what has to change.' },
  },
  'economy/must-fix': {
    problem: { zh: '还有 {count} 处必须改正。', en: '{count} findings must be fixed first.' },
    cure: { zh: '请改正标红（A 类）的格再报送。', en: 'Correct the cells marked A, then submit again.' },
  },
  'economy/reason-missing': {
    problem: { zh: '还有 {count} 处没有说明。', en: '{count} findings have no reason yet.' },
    cure: { zh: '请在每处 B、C 类提示旁写明原因。', en: 'Give the reason beside each finding of class B and C.' },
  },
  'economy/finding-gone': {
    problem: { zh: '这条提示已经不在了：数据改过。', en: 'This finding is gone: the figures were changed.' },
    cure: { zh: '请看最新的提示。', en: 'Look at the findings as they are now.' },
  },
  'economy/reason-short': {
    problem: { zh: '说明太短，至少 {least} 个字。', en: 'The reason is too short: at least {least} characters.' },
    cure: { zh: '请写清是什么原因造成的。', en: 'Say what caused it.' },
  },
  'economy/file-of-another': {
    problem: { zh: '这个文件是 {told} 的，不是 {wanted} 的。', en: 'This file is for {told}, not for {wanted}.' },
    cure: {
      zh: '请到对应的填报页上传，或重新下载本期的表。',
      en: 'Upload it on its own page, or download the form of this period again.',
    },
  },
  'economy/file-unlike': {
    problem: { zh: '文件里找不到填报表的表头。', en: 'The headings of the form are not in the file.' },
    cure: {
      zh: '请用下载的表填写；表头是 {headings}。',
      en: 'Fill in the downloaded workbook; its headings are {headings}.',
    },
  },
  'economy/file-formula': {
    problem: { zh: '第 {line} 行有公式。', en: 'Line {line} holds a formula.' },
    cure: { zh: '请把公式粘贴为数值再上传。', en: 'Paste the formulas as values, then upload again.' },
  },
  'economy/file-item-unknown': {
    problem: {
      zh: '第 {line} 行的“{item}”不是本期要填的指标。',
      en: 'Line {line}: "{item}" is not an item of this form and period.',
    },
    cure: { zh: '请删去该行，或改成表上的指标名称。', en: 'Remove the line, or use the name the form has.' },
  },
  'economy/file-unit': {
    problem: {
      zh: '第 {line} 行“{item}”的计量单位是{unit}，本表要求{asked}。',
      en: 'Line {line}: {item} is in {unit}, the form asks for {asked}.',
    },
    cure: { zh: '请换算成{asked}再上传。', en: 'Convert it to {asked}, then upload again.' },
  },
}

import type { RefusalTexts } from '#kernel/refusal.ts'

export const listTexts: RefusalTexts = {
  'matters/list-empty': {
    problem: { zh: '清单里没有一件问题。', en: 'The list holds no issue.' },
    cure: {
      zh: '下载模板，每件问题填一行；填好的工作表不要隐藏。',
      en: 'Load the template and fill in a row for each issue; do not hide the sheet.',
    },
  },
  'matters/list-too-large': {
    problem: { zh: '清单超过 {limit} MB。', en: 'The list is larger than {limit} MB.' },
    cure: {
      zh: '删去图片和多余的工作表后再上传。',
      en: 'Take out pictures and sheets that are not needed, then send it again.',
    },
  },
  'matters/list-too-long': {
    problem: { zh: '清单有 {rows} 件，一批最多 {most} 件。', en: 'The list has {rows} issues; a batch holds {most}.' },
    cure: { zh: '请分成几批接收。', en: 'Take it in as several batches.' },
  },
  'matters/batch-unnamed': {
    problem: { zh: '批次没有名称。', en: 'The batch has no name.' },
    cure: { zh: '请写批次名称，再接收。', en: 'Write the name of the batch, then take it in.' },
  },
  'matters/batch-name-known': {
    problem: { zh: '已有名为“{name}”的批次。', en: 'There is a batch named "{name}" already.' },
    cure: {
      zh: '确是另一批的，请改用能区分的名称，例如写明第几批。',
      en: 'If it is another one, give it a name that tells them apart, such as its number.',
    },
  },
  'matters/fine-of-nobody': {
    problem: { zh: '罚款 {yuan} 元，处罚家数却是 0。', en: 'A fine of {yuan} yuan, yet nobody is fined.' },
    cure: { zh: '请填处罚家数，或把罚款金额改为 0。', en: 'Say how many were fined, or set the fine to 0.' },
  },
}

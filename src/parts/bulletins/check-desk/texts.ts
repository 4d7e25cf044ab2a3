import type { RefusalTexts } from '#kernel/refusal.ts'

/** What the check desk says when it refuses. */
export const deskRefusals = {
  'bulletins/check-empty': {
    problem: { zh: '文稿里没有文字。', en: 'The draft has no text.' },
    cure: {
      zh: '请粘贴正文，或选择一份有文字的文件；扫描的图片读不出文字。',
      en: 'Paste the text, or choose a file that holds text; scanned pictures hold none.',
    },
  },
  'bulletins/check-text-long': {
    problem: { zh: '文稿超过 {limit} 字。', en: 'The draft is over {limit} characters.' },
    cure: {
      zh: '请按章节分几次核对；整份长文可用命令行 jingkai check 核对。',
      en: 'Check it chapter by chapter, or the whole with jingkai check on the command line.',
    },
  },
  'bulletins/check-file-large': {
    problem: { zh: '文件超过 {limit} MB。', en: 'The file is over {limit} MB.' },
    cure: {
      zh: '通常是图片太大：请压缩图片，或把正文另存为一个文件再核对。',
      en: 'Pictures are the usual reason: compress them, or save the text as a file of its own.',
    },
  },
  'bulletins/check-upload-cut': {
    problem: { zh: '上传中断，文件没有收全。', en: 'The upload was cut before its end.' },
    cure: { zh: '请检查网络后重新选择文件。', en: 'Check the connection and choose the file again.' },
  },
  'bulletins/check-blocks': {
    problem: { zh: '段落的位置与文稿对不上。', en: 'The places of the paragraphs do not fit the text.' },
    cure: { zh: '请重新打开文稿再核对。', en: 'Open the draft again and check it.' },
  },
  'bulletins/check-choices': {
    problem: { zh: '随文件送来的设置读不懂。', en: 'The choices sent with the file cannot be read.' },
    cure: { zh: '请刷新页面后再试。', en: 'Load the page again and retry.' },
  },
  'bulletins/check-unknown': {
    problem: { zh: '没有编号为 {id} 的核对记录。', en: 'There is no record of a check number {id}.' },
    cure: { zh: '请从“核对文稿”页的记录里打开。', en: 'Open it from the records on the page of checks.' },
  },
  'bulletins/check-no-original': {
    problem: { zh: '核对记录 {id} 没有留存原文件。', en: 'No original file was kept with check {id}.' },
    cure: {
      zh: '只有 Word 文稿会留存原文件；可下载 Word 报告。',
      en: 'Only Word drafts are kept as files; download the Word report.',
    },
  },
  'bulletins/alias-indicator': {
    problem: { zh: '指标目录里没有“{indicator}”。', en: 'The catalogue has no indicator "{indicator}".' },
    cure: { zh: '请从列表里重新选择指标。', en: 'Choose the indicator from the list again.' },
  },
  'bulletins/alias-unknown': {
    problem: { zh: '这个对应关系不在使用中。', en: 'This alias is not in use.' },
    cure: { zh: '它可能已被撤回；请刷新后再看。', en: 'It may have been withdrawn; load the page again.' },
  },
} satisfies RefusalTexts

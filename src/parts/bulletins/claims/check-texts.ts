import type { RefusalTexts } from '#kernel/refusal.ts'

/** What a reader is told when a draft cannot be read for its claims. */
export const checkRefusals = {
  'bulletins/draft-missing': {
    problem: { zh: '找不到文件 {file}。', en: 'There is no file {file}.' },
    cure: { zh: '检查路径和文件名。', en: 'Check the path and the name.' },
  },
  'bulletins/draft-format': {
    problem: { zh: '{file} 不是能核对的格式。', en: '{file} is of a kind that cannot be checked.' },
    cure: { zh: '另存为 .txt 或 .md 后再核对。', en: 'Save it as .txt or .md and check that.' },
  },
  'bulletins/draft-unreadable': {
    problem: {
      zh: '{file} 不是 UTF-8 或 GB18030 编码的文字。',
      en: '{file} is not text in UTF-8 or GB18030.',
    },
    cure: { zh: '用记事本或 WPS 另存为 UTF-8 文本。', en: 'Save it again as UTF-8 text.' },
  },
  'bulletins/draft-too-large': {
    problem: { zh: '{file} 超过 {limit} MB。', en: '{file} is over {limit} MB.' },
    cure: { zh: '分成几个文件核对。', en: 'Check it in several files.' },
  },
} satisfies RefusalTexts

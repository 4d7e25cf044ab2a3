import type { RefusalTexts } from '#kernel/refusal.ts'

/** What is said when a draft cannot be read. `{file}` is the name it came under. */
export const draftRefusals = {
  'bulletins/draft-missing': {
    problem: { zh: '找不到文件 {file}。', en: 'There is no file {file}.' },
    cure: { zh: '检查路径和文件名。', en: 'Check the path and the name.' },
  },
  'bulletins/draft-empty': {
    problem: { zh: '{file} 里没有文字。', en: 'There are no words in {file}.' },
    cure: {
      zh: '检查是否选错了文件，或文稿是否已保存。',
      en: 'Check that it is the right file, and that it was saved.',
    },
  },
  'bulletins/draft-no-text': {
    problem: {
      zh: '{file} 里只有图片（{pictures} 张），没有可核对的文字。',
      en: '{file} holds only pictures ({pictures}), no words that could be checked.',
    },
    cure: {
      zh: '请上传文字版文稿；扫描件先识别成文字，再核对识别结果。',
      en: 'Upload the draft as text; let a scan be recognised first, and check what came out.',
    },
  },
  'bulletins/draft-locked': {
    problem: { zh: '{file} 设了打开密码，读不出来。', en: '{file} is locked with a password.' },
    cure: {
      zh: '在 Word 或 WPS 里打开，取消密码后另存为 .docx。',
      en: 'Open it in Word or WPS, remove the password and save it as .docx.',
    },
  },
  'bulletins/draft-old-word': {
    problem: {
      zh: '{file} 是旧版 Word（.doc）或 WPS 文字（.wps）文件。',
      en: '{file} is a file of old Word (.doc) or of WPS (.wps).',
    },
    cure: { zh: '在 Word 或 WPS 里另存为 .docx 后再核对。', en: 'Save it as .docx in Word or WPS and check that.' },
  },
  'bulletins/draft-format': {
    problem: {
      zh: '{file} 不是能核对的文稿，内容看起来是：{looks}。',
      en: '{file} is no draft that can be checked; it looks like: {looks}.',
    },
    cure: {
      zh: '另存为 .docx、.html、.md 或 .txt 后再核对。',
      en: 'Save it as .docx, .html, .md or .txt and check that.',
    },
  },
  'bulletins/draft-pdf': {
    problem: { zh: '{file} 是 PDF 文件，不能直接核对。', en: '{file} is a PDF, which cannot be checked as it is.' },
    cure: {
      zh: '请用原来的 Word 文稿，或另存为 .docx 后再核对。',
      en: 'Use the Word file it was made from, or save it as .docx and check that.',
    },
  },
  'bulletins/draft-damaged': {
    problem: { zh: '{file} 已损坏，读不完整。', en: '{file} is damaged and cannot be read whole.' },
    cure: {
      zh: '在 Word 或 WPS 里打开并修复，另存为 .docx 后再核对；打不开就请对方重发。',
      en: 'Open it in Word or WPS, let it be repaired, save it as .docx; if it does not open, ask for it again.',
    },
  },
  'bulletins/draft-doctype': {
    problem: {
      zh: '{file} 内部带有外部实体声明，可能是恶意文件，没有读取。',
      en: '{file} declares entities inside, as hostile files do; it was not read.',
    },
    cure: {
      zh: '在 Word 或 WPS 里另存为新的 .docx 后再核对。',
      en: 'Save it as a new .docx in Word or WPS and check that.',
    },
  },
  'bulletins/draft-zip-bomb': {
    problem: {
      zh: '{file} 解开后大得不正常（{size} MB），没有读取。',
      en: '{file} unpacks to an abnormal size ({size} MB) and was not read.',
    },
    cure: {
      zh: '在 Word 或 WPS 里压缩图片并另存为新的 .docx 后再核对。',
      en: 'Compress its pictures in Word or WPS, save it as a new .docx and check that.',
    },
  },
  'bulletins/draft-too-large': {
    problem: { zh: '{file} 超过 {limit} MB。', en: '{file} is over {limit} MB.' },
    cure: { zh: '压缩图片，或分成几个文件核对。', en: 'Compress its pictures, or check it in several files.' },
  },
  'bulletins/draft-too-long': {
    problem: {
      zh: '{file} 太长：超过 {limit} 个段落、单元格或标记。',
      en: '{file} is too long: over {limit} paragraphs, cells or marks.',
    },
    cure: { zh: '分成几个文件核对。', en: 'Check it in several files.' },
  },
  'bulletins/draft-too-deep': {
    problem: { zh: '{file} 的结构嵌套超过 {limit} 层。', en: '{file} nests more than {limit} levels deep.' },
    cure: {
      zh: '把文字复制到新文稿里另存后再核对。',
      en: 'Copy its words into a new document, save that and check it.',
    },
  },
  'bulletins/draft-unreadable': {
    problem: {
      zh: '{file} 不是 UTF-8、UTF-16 或 GB18030 编码的文字，或有损坏的字符。',
      en: '{file} is not text in UTF-8, UTF-16 or GB18030, or has broken characters.',
    },
    cure: { zh: '用记事本或 WPS 另存为 UTF-8 文本。', en: 'Save it again as UTF-8 text.' },
  },
  'bulletins/draft-changed': {
    problem: {
      zh: '{file} 不是核对时的那份文件，批注无处可放。',
      en: '{file} is not the file that was checked; its comments have no place.',
    },
    cure: { zh: '重新核对这份文件。', en: 'Check this file again.' },
  },
} satisfies RefusalTexts

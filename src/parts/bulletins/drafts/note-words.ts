import type { Words } from '#kernel/i18n/words.ts'
import type { DraftNoteCode } from './draft.ts'

/** What is said of a draft beside its findings; `{count}` from the note. */
export const draftNoteWords: Record<DraftNoteCode, Words> = {
  'tracked-changes': {
    zh: '有 {count} 处修订痕迹，按全部接受后的文字核对',
    en: '{count} tracked changes, read as if all were accepted',
  },
  comments: { zh: '有 {count} 条批注，批注文字没有核对', en: '{count} comments, whose words were not checked' },
  pictures: { zh: '有 {count} 张图片，图片里的数字没有核对', en: '{count} pictures, whose figures were not checked' },
  'text-boxes': {
    zh: '有 {count} 个文本框，放在所在段落之后核对',
    en: '{count} text boxes, read after their paragraphs',
  },
  macros: { zh: '文件带宏，宏没有运行', en: 'The file carries macros; they were not run' },
  'external-links': {
    zh: '有 {count} 处引用外部内容，没有打开',
    en: '{count} references to outside content, not opened',
  },
  'embedded-objects': {
    zh: '有 {count} 个嵌入对象或图表，其中的数字没有核对',
    en: '{count} embedded objects or charts, whose figures were not checked',
  },
  'unreadable-part': {
    zh: '有 {count} 个部分读不出来，没有核对',
    en: '{count} parts could not be read and were not checked',
  },
  'hidden-text': { zh: '有 {count} 处隐藏文字，没有核对', en: '{count} stretches of hidden text, not checked' },
  'other-kind': {
    zh: '文件内容与扩展名不符，按内容的格式读取',
    en: 'The file is not what its name says; it was read as what it is',
  },
}

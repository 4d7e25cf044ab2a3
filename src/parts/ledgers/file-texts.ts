import type { RefusalTexts } from '#kernel/refusal.ts'

/** What is said of files that cannot be taken; nothing of them is in. */
export const fileRefusals: RefusalTexts = {
  'ledgers/file-missing': {
    problem: { zh: '找不到文件 {file}。', en: 'There is no file {file}.' },
    cure: { zh: '核对文件名和所在文件夹。', en: 'Check its name and folder.' },
  },
  'ledgers/file-empty': {
    problem: { zh: '文件是空的。', en: 'The file is empty.' },
    cure: { zh: '请检查文件是否保存完整，再重新选择。', en: 'See whether it was saved in full and choose it again.' },
  },
  'ledgers/file-too-large': {
    problem: { zh: '文件太大。', en: 'The file is too large.' },
    cure: {
      zh: '请按月份拆成几个 CSV 文件分别导入。',
      en: 'Split it into CSV files by month and import them one by one.',
    },
  },
  'ledgers/upload-cut': {
    problem: {
      zh: '上传中断，文件没有收全；没有数据被改动。',
      en: 'The upload was cut before its end; nothing was changed.',
    },
    cure: { zh: '请检查网络后重新上传。', en: 'Check the connection and upload it again.' },
  },
  'ledgers/not-a-table': {
    problem: { zh: '这个文件不是表格，它看起来是：{looks}。', en: 'This file is no table; it looks like {looks}.' },
    cure: {
      zh: '请选择 CSV 或 xlsx 文件。改文件名的后缀不会改变文件本身，请用原来的软件另存。',
      en: 'Choose a CSV or xlsx file. Renaming a file does not change what it is: save it anew from its program.',
    },
  },
  'ledgers/old-workbook': {
    problem: {
      zh: '这是旧版 Excel（.xls）或加了密码的文件。',
      en: 'This is an old Excel file (.xls) or one with a password.',
    },
    cure: {
      zh: '请在 Excel 或 WPS 中去掉密码，另存为 .xlsx 后再导入。',
      en: 'Remove the password and save it as .xlsx in Excel or WPS.',
    },
  },
  'ledgers/encoding-unreadable': {
    problem: {
      zh: '第 {line} 行有无法按 {encoding} 读取的字符；没有数据被改动。',
      en: 'Line {line} has characters that cannot be read as {encoding}; nothing was changed.',
    },
    cure: {
      zh: '请用 Excel 或 WPS 打开文件，另存为“CSV UTF-8”后再导入。',
      en: 'Open it in Excel or WPS and save it as "CSV UTF-8".',
    },
  },
  'ledgers/file-cut': {
    problem: {
      zh: '文件在第 {line} 行附近断开，不完整；没有数据被改动。',
      en: 'The file breaks off near line {line}; nothing was changed.',
    },
    cure: {
      zh: '请从来源处重新导出或复制整个文件；如果该行有未成对的英文引号，请补上。',
      en: 'Export or copy the whole file again; if that line has a quote that never closes, close it.',
    },
  },
  'ledgers/too-many-rows': {
    problem: { zh: '工作簿超过 {limit} 行。', en: 'The workbook has more than {limit} rows.' },
    cure: {
      zh: '请另存为“CSV UTF-8”再导入，CSV 没有行数限制。',
      en: 'Save it as "CSV UTF-8"; a CSV has no limit of rows.',
    },
  },
  'ledgers/zip-bomb': {
    problem: {
      zh: '工作簿解压后大得不合常理（{size} MB，压缩比 {ratio}），为安全起见没有打开。',
      en: 'The workbook would unpack to {size} MB (ratio {ratio}); for safety it was not opened.',
    },
    cure: { zh: '请在 Excel 或 WPS 中另存为“CSV UTF-8”再导入。', en: 'Save it as "CSV UTF-8" in Excel or WPS.' },
  },
  'ledgers/workbook-unreadable': {
    problem: { zh: '工作簿无法读取：{reason}。', en: 'The workbook cannot be read: {reason}.' },
    cure: {
      zh: '请用 Excel 或 WPS 打开并另存为 .xlsx，或另存为 CSV。',
      en: 'Open it in Excel or WPS and save it again as .xlsx, or as CSV.',
    },
  },
}

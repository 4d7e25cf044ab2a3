import type { RefusalTexts } from '#kernel/refusal.ts'

/** What is said to citizens whose report is not taken, or not found. */
export const reportTexts: RefusalTexts = {
  'portal/report-nowhere': {
    problem: { zh: '还不知道问题在哪里。', en: 'It is not known where the problem is.' },
    cure: {
      zh: '请在地图上点一下、用“我的位置”，或写明地址。',
      en: 'Press a point on the map, use your position, or write the address.',
    },
  },
  'portal/report-html': {
    problem: { zh: '文字里有网页代码：{tag}', en: 'There is markup in the words: {tag}' },
    cure: { zh: '请删去尖括号里的内容，只写文字。', en: 'Remove what stands in angle brackets and write plain words.' },
  },
  'portal/report-phone': {
    problem: { zh: '“{phone}”不是一个电话号码。', en: '"{phone}" is not a phone number.' },
    cure: {
      zh: '请写手机号或带区号的座机号；不想留电话可以空着。',
      en: 'Write a mobile number, or a fixed one with its area code; it may also stay empty.',
    },
  },
  'portal/too-many-reports': {
    problem: {
      zh: '一小时内从您的网络来的反映超过了 {limit} 件。',
      en: 'More than {limit} reports came from your network within an hour.',
    },
    cure: {
      zh: '您写的内容没有丢，请过一会儿再提交；急事请拨打电话。',
      en: 'What you wrote is kept on this page: send it a little later, or call when it cannot wait.',
    },
  },
  'portal/report-unknown': {
    problem: { zh: '没有这个查询码。', en: 'There is no report with this code.' },
    cure: {
      zh: '查询码有 12 个字母和数字，请核对后再查。',
      en: 'A code has twelve letters and digits; compare it and try again.',
    },
  },
  'portal/not-closed': {
    problem: { zh: '这件反映现在不能评价。', en: 'This report cannot be answered now.' },
    cure: {
      zh: '结案后的一段时间里可以确认一次；又出现问题请重新反映。',
      en: 'It can be answered once, for some time after it was closed. If the problem is there again, report it anew.',
    },
  },
  'portal/answer-words-missing': {
    problem: { zh: '请说一说哪里没有解决。', en: 'Please say what is not fixed.' },
    cure: { zh: '写一句话就行，最好再拍一张照片。', en: 'One sentence is enough, best with a photo.' },
  },
  'portal/report-ended': {
    problem: { zh: '这件反映已经办结，不能再补充。', en: 'This report has ended; nothing can be added.' },
    cure: {
      zh: '如没有解决请选“没有解决”，新问题请重新反映。',
      en: 'Say that it is not fixed, or report a new problem.',
    },
  },
  'portal/reports-file-unreadable': {
    problem: { zh: '数据包文件 {file} 读不了：{problem}', en: '{file} cannot be read: {problem}' },
    cure: {
      zh: '请写明 kinds、notPublic、urgent、limits 和 answer，参照示范数据包。',
      en: 'Write kinds, notPublic, urgent, limits and answer as the demonstration package does.',
    },
  },
}

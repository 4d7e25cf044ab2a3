import { refuse } from '#kernel/refusal.ts'

/** What anybody may read of words that anybody wrote: numbers of phones, identity cards and plates and mail addresses are masked. */
export function publicWords(text: string): string {
  return masks.reduce((words, [pattern, mask]) => words.replaceAll(pattern, mask), text)
}

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'

// Longer numbers first: an identity card holds what looks like a phone.
const masks: readonly (readonly [RegExp, string])[] = [
  [/(?<![\dA-Za-z])\d{6}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dXx](?![\dA-Za-z])/g, '【身份证号】'],
  [/(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g, '【电话】'],
  [/(?<!\d)0\d{2,3}[ -]?[2-9]\d{6,7}(?!\d)/g, '【电话】'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '【邮箱】'],
  [new RegExp(`[${provinces}][A-Z][·• ]?[A-Z0-9]{5,6}(?![A-Za-z0-9])`, 'g'), '【车牌】'],
]

/** Refuses `portal/report-html` (400): markup in words is somebody's program, or a paste that nobody can read. */
export function refuseHtml(text: string): void {
  const tag = /<\/?[a-z][a-z0-9-]*(?:\s+[!-~][^<>]*|\s*)\/?>|<!--/i.exec(text)?.[0]
  if (tag) refuse('portal/report-html', { tag: tag.slice(0, 40) }, 400)
}

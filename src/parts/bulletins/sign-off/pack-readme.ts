import type { FrozenWhole } from './frozen.ts'

/** How to verify the pack without this program, and with it, in both languages. */
export function packReadme({ id, texts, sha256, period, asOf }: FrozenWhole): string {
  const titleIn = (locale: string) => (texts.find((text) => text.locale === locale) ?? texts[0])?.tree.title ?? ''
  return `${titleIn('zh')}
证据包（通报编号 ${id}，时期 ${period}，数据截至 ${asOf}）

documents/   通报原文：Word、网页、Markdown
texts/       正文的结构，数字是其中单独的节点
facts.json   每个数字背后的数据：数值、单位、口径、版本、公式、来源
figures.csv  文中每一处数字及其数据
rows/        每个数字背后的原始记录；index.csv 列出各自行数，行数过多的未随包
check.json   印发前的核对记录
steps.json   起草、核对、审核、印发：何人、何时、说明、所签文本的校验值
SHA256SUMS   各文件的校验值

怎样校验
1. 不用本系统：在本文件夹运行  sha256sum -c SHA256SUMS   （macOS 用 shasum -a 256 -c SHA256SUMS；Windows 用 certutil -hashfile 文件 SHA256 逐个比对）
2. 用本系统：jingkai bulletin verify 证据包.zip   会重新计算正文、数据、数字的校验值，逐处指出不同；本机有这份通报时还与库中原件比对。
3. 印发的校验值是  ${sha256}
   它是正文和数据按键排序的 JSON 的 SHA-256，印在文件末尾的是前 16 位。

--------------------------------------------------------------------------------

${titleIn('en')}
Evidence pack (bulletin ${id}, period ${period}, figures as of ${asOf})

documents/   the bulletin as Word, HTML and Markdown
texts/       its text as a tree in which every figure is a node
facts.json   the fact behind every figure: value, unit, basis, vintage, expression, inputs
figures.csv  every printed figure with its fact
rows/        the records behind each figure; index.csv gives their number, and names those left out for their size
check.json   the record of the check it was issued on
steps.json   drafted, checked, reviewed, issued: who, when, words, and the hash of what was signed
SHA256SUMS   the hash of each file

How to verify
1. Without this program: run  sha256sum -c SHA256SUMS  in this folder (macOS: shasum -a 256 -c SHA256SUMS; Windows: certutil -hashfile FILE SHA256)
2. With it: jingkai bulletin verify PACK.zip  computes the hashes of texts, facts and figures anew and names what differs; where the
   bulletin is in the database the pack is held against it too.
3. The hash it was issued with is  ${sha256}
   the SHA-256 of texts and facts as JSON with keys in order; the document prints its first 16 digits.
`
}

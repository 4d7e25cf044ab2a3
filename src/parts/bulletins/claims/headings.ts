import type { Running } from './running.ts'
import { subjectOf } from './subject.ts'
import type { Token } from './tokens.ts'

const ahead = /(?:工作安排|重点工作|主要任务|下一步|目标任务|工作打算|工作思路|工作计划|总体要求|预期目标|奋斗目标)/
const behind = /(?:回顾|总结|完成情况|运行情况|存在|问题|成效|主要成绩)/
const numbering =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[0-9]{1,2}(?:\.[0-9]{1,2})*[.、．]?|第[一二三四五六七八九十]{1,3}[章节部分]{1,2})/
const praise =
  /(?:运行|发展|增长|恢复|回升|总体|持续|稳步|不断|明显|显著|基本|较快|快速|平稳|稳定|向好|强劲|稳健|良好|加快|推进|提升|改善|优化|扩大|增强|回暖|活跃|有力|有序|情况|势头|态势|水平|壮大|提高|上涨|下降|回落|低位|小幅|保持|实现|继续|质效|双提升|突破|新)+$/

/** A short line of its own without a figure and without a full stop. */
export function isHeading(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)
  return (
    last?.text === '\n' &&
    tokens.every(
      ({ tag, text }, at) => tag !== 'figure' && (tag !== 'mark' || at === tokens.length - 1 || text === '、'),
    )
  )
}

/** What a heading names is the subject of a paragraph that names none; 下一步工作安排 says that plans follow. */
export function takeHeading(tokens: readonly Token[], running: Running) {
  const line = tokens
    .map(({ text }) => text)
    .join('')
    .trim()
  if (ahead.test(line)) running.planned = 'plan'
  else if (behind.test(line) || /^[一二三四五六七八九十]{1,3}、/.test(line)) running.planned = null
  const { text } = subjectOf(tokens, 0, tokens.length)
  const bare = text.replace(numbering, '').replace(praise, '')
  running.heading = bare.length >= 2 && bare.length <= 16 && !/[、，：]/.test(bare) ? bare : null
}

import type { Modality } from './claim.ts'
import type { PeriodState } from './period-state.ts'
import type { Running } from './running.ts'
import type { Token } from './tokens.ts'

const verbal = new Set([
  'level',
  'change',
  'adverb',
  'each',
  'modal',
  'count',
  'verb',
  'new',
  'qualify',
  'period',
  'figure',
  'yoy',
  'compare',
])

/**
 * For every token, whether the text speaks there of a target, a plan or a forecast. A target holds to the end of the
 * sentence, a plan or a forecast to the next semicolon, 计划总投资 to the next comma.
 */
export function modalitiesOf(tokens: readonly Token[], running: Running): (Modality | null)[] {
  let held: Held | null = running.aimed && !saysDone(tokens) ? { modality: 'target', until: 'sentence' } : null
  return tokens.map((token, at) => {
    if (token.tag === 'mark' && held) {
      if (/[。！？\n]/.test(token.text)) held = null
      else if (token.text === '；' && held.until !== 'sentence') held = null
      else if (/[，；]/.test(token.text) && held.until === 'comma') held = null
    }
    if (/^(?:已|已经|其中已)$/.test(token.text) && held?.modality !== 'target') held = null
    if (token.text === '实际' && tokens[at + 1]?.tag === 'change') held = null
    const found = modalAt(tokens, at) ?? aimedAt(tokens, at, running.documentYear)
    if (found) held = found
    if (found && /目标$/.test(token.text)) running.aimed = true
    return held?.modality ?? null
  })
}

/** 上年完成, 同比, 已: the text has gone back to what was done. */
function saysDone(tokens: readonly Token[]): boolean {
  return tokens.some(({ text, tag }) => tag === 'yoy' || /^(?:已|已经|去年|上年|完成|比上年|累计)$/.test(text))
}

type Held = { modality: Modality; until: 'sentence' | 'semicolon' | 'comma' }

function modalAt(tokens: readonly Token[], at: number): Held | null {
  const token = tokens[at]
  if (/任务$/.test(token?.text ?? '') && tokens[at + 1]?.figure) return { modality: 'target', until: 'comma' }
  const modality = token?.words.find((word) => word.tag === 'modal')?.modality
  if (!token || !modality) return null
  const next = tokens[at + 1]
  const before = tokens[at - 1]
  if (token.text === '将' || token.text === '要')
    return next && verbal.has(next.tag) && next.tag !== 'figure' && next.tag !== 'period' && next.text !== '在'
      ? { modality, until: token.text === '要' ? 'sentence' : 'semicolon' }
      : null
  if (token.text === '努力' && !(next && (verbal.has(next.tag) || /^[使让到]/.test(next.text)))) return null
  if (/目标(?:任务)?$/.test(token.text))
    return statesTarget(tokens, at) ? { modality, until: next?.figure ? 'comma' : 'sentence' } : null
  if (token.text === '争取')
    return next && ['period', 'level', 'change', 'adverb', 'new'].includes(next.tag)
      ? { modality, until: 'sentence' }
      : null
  if (modality === 'plan') return planAt(token, before, next)
  if (token.text === '预期' && next?.tag === 'change') return { modality: 'target', until: 'semicolon' }
  if (token.text === '预期') return next && verbal.has(next.tag) ? { modality, until: 'semicolon' } : null
  return { modality, until: modality === 'target' ? 'sentence' : 'semicolon' }
}

/** 计划新开工 plans; 年度计划的47.6% and 行动计划 do not; 计划总投资 plans that figure only. */
function planAt(token: Token, before: Token | undefined, next: Token | undefined): Held | null {
  if (!next) return null
  if (/^总?投资/.test(next.text))
    return /^(?:占|完成|为)$/.test(before?.text ?? '') ? null : { modality: 'plan', until: 'comma' }
  const opens =
    !before ||
    ['mark', 'period', 'area', 'open', 'link', 'adverb'].includes(before.tag) ||
    /(?:年内|项目|政府|企业|我们|公司|集团)$/.test(before.text)
  if (/^(?:计划|规划)$/.test(token.text) && !opens) return null
  return verbal.has(next.tag) || next.tag === 'text' || next.tag === 'noun' || next.text === '到' || next.text === '按'
    ? { modality: 'plan', until: 'semicolon' }
    : null
}

/** 目标为增长6.5%, 增速目标从7%下调: a target; 完成年度目标的47.6%: none. */
function statesTarget(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (!next || next.text === '的' || /^任务/.test(next.text) || next.tag === 'mark') return next?.text === '：'
  const before = tokens[at - 1]
  if (before?.tag === 'level' && before.text === '完成') return false
  return (
    next.tag === 'level' ||
    next.tag === 'change' ||
    next.text === '从' ||
    next.text === '由' ||
    next.tag === 'to' ||
    next.tag === 'figure' ||
    next.tag === 'qualify'
  )
}

/** 到2027年, 到“十四五”末: what is reached by a day that has not come is a target. */
function aimedAt(tokens: readonly Token[], at: number, documentYear: number | null): Held | null {
  const token = tokens[at]
  const before = tokens[at - 1]
  const outset = tokens[at - 2]
  if (token?.tag !== 'period' || !before || !/^到$/.test(before.text) || (outset && outset.tag !== 'mark'))
    return tokenSaysFuture(token)
  const year = token.period?.year
  const past = typeof year === 'number' && documentYear !== null && year <= documentYear
  return past || (year === undefined && token.period?.label === undefined)
    ? null
    : { modality: 'target', until: 'sentence' }
}

function tokenSaysFuture(token: Token | undefined): Held | null {
  return token?.tag === 'period' && /^(?:未来|今后)/.test(token.text) ? { modality: 'target', until: 'sentence' } : null
}

/** What stands behind the figure may make it a target too: 增长7%的目标. A half-year that is not over is a plan. */
export function modalityBehind(behind: string, state: PeriodState, main: PeriodState | null): Modality | null {
  const aim =
    /^(?:左右|以上)?的?(?:年度|全年|预期|增长|发展|工作|总|投资)*(目标|任务|计划(?!生育)|预算)(?!单列|书)/.exec(
      behind,
    )?.[1]
  if (aim) return /目标|任务/.test(aim) ? 'target' : 'plan'
  return state.part === '下半年' && main?.part === '上半年' ? 'plan' : null
}

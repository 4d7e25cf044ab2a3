import type { Modality } from './claim.ts'
import { noPeriod, type PeriodState, periodAfter } from './period-state.ts'
import type { Finding, Memory } from './site.ts'
import { subjectOf } from './subject.ts'
import type { Token } from './tokens.ts'

/** What runs on from sentence to sentence: the time spoken of, what the last claim was about, what the paragraph is about. */
export interface Running {
  period: PeriodState
  /** The first period of the document: every paragraph starts from it. */
  main: PeriodState | null
  memory: Memory | null
  topic: string | null
  /** Whose figures the sentence gives (装备制造业 of 产值). */
  subject: string | null
  documentYear: number | null
  /** What the last heading names. */
  heading: string | null
  /** What follows a heading such as 主要任务 is planned. */
  planned: Modality | null
  /** The unit that a line above a table says (单位：亿元). */
  tableUnit: string | null
}

export function newRunning(documentYear: number | null): Running {
  return {
    period: noPeriod,
    main: null,
    memory: null,
    topic: null,
    subject: null,
    documentYear,
    heading: null,
    planned: null,
    tableUnit: null,
  }
}

export function newParagraph(running: Running) {
  if (running.main) running.period = running.main
  running.memory = null
  running.topic = null
  running.subject = null
}

export function memoryOf(finding: Finding): Memory {
  const base = finding.base ?? finding.indicator
  return {
    base,
    phrase: finding.phrase ?? base,
    kind: finding.kind,
    direction: finding.direction,
    whole: finding.whole ?? null,
  }
}

/** An increase does not change what is spoken of; neither does a move in the ranking. */
export function remember(running: Running, finding: Finding) {
  if (finding.delta && (running.memory || finding.kind === 'rank')) return
  running.memory = memoryOf(finding)
}

/** A period is what the text speaks of, unless it is only compared with (比2019年) or measures a pair (由去年的12%). */
export function takePeriod(tokens: readonly Token[], at: number, running: Running) {
  const read = tokens[at]?.period
  if (!read || (read.day && !read.until)) return
  if (isCompared(tokens, at)) return
  running.period = periodAfter(running.period, read)
  if (!running.main && !read.until) running.main = running.period
}

function isCompared(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  if (before?.words.some(({ tag }) => tag === 'than' || tag === 'compare')) return true
  if (after && /^(?:相比|对比)/.test(after.text)) return true
  const behind = tokens[at + 2]?.figure?.family
  if (after?.text === '的' && (behind === 'times' || behind === 'fold')) return true
  if (after?.text === '的' && /^(?:是|为|相当于)$/.test(before?.text ?? '')) return true
  return /^(?:完成|占|达到)$/.test(before?.text ?? '') && /^(?:目标|任务|计划|预算)/.test(after?.text ?? '')
}

const ends = new Set(['change', 'level', 'adverb', 'rankish', 'yoy'])

/** A clause without a figure may name what the next one is about: 外贸出口逆势上扬，完成67.9亿元. */
export function takeTopic(tokens: readonly Token[], from: number, to: number, running: Running, claimed: number) {
  if (claimed > 0 && running.memory) return
  let end = from
  while (end < to && end < from + 24) {
    const token = tokens[end]
    if (!token || (end > from && ends.has(token.tag) && token.text.length > 1)) break
    end += 1
  }
  if (end === from) return
  const { text, verbal } = subjectOf(tokens, from, end)
  if (text.length < 2 || text.length > 24 || verbal) return
  if (/[“”、]|^(?:方面|看|来看|总体)|(?:方面|来看|看)$/.test(text)) return
  const bare = text.replace(
    /(?:运行|发展势头|发展态势|势头|态势|增势|运营)?(?:良好|平稳|稳定|向好|强劲|稳健|发展|推进)?$/,
    '',
  )
  if (running.topic === null) running.subject = bare.length >= 2 ? bare : text
  running.topic = bare.length >= 2 ? bare : text
}

import type { Direction, Modality } from './claim.ts'
import type { PeriodRead } from './period-reading.ts'
import { noPeriod, type PeriodState, periodAfter } from './period-state.ts'
import { spanText } from './reading.ts'
import type { Finding, Memory } from './site.ts'
import { subjectOf } from './subject.ts'
import type { Token } from './tokens.ts'

/** What runs on from sentence to sentence: the time spoken of, what the last claim was about, what the paragraph is about. */
export interface Running {
  period: PeriodState
  /** The period to go back to behind a figure, a clause or a sentence that has its own. */
  lent: { period: PeriodState; until: 'figure' | 'clause' | 'sentence' } | null
  /** The first period of the document: every paragraph starts from it. */
  main: PeriodState | null
  memory: Memory | null
  topic: string | null
  /** Whose figures the sentence gives (装备制造业 of 产值). */
  subject: string | null
  documentYear: number | null
  /** Which way the topic has moved, where its clause gave no figure. */
  moved: Direction | null
  /** The last two things spoken of, for 前者 and 后者. */
  recent: string[]
  /** What the last share with 占 was of: 占总值的60%；…占24.6%. */
  whole: string | null
  /** What the last heading names. */
  heading: string | null
  /** What follows a heading such as 主要任务 is planned. */
  planned: Modality | null
  /** 主要预期目标是: what the rest of the paragraph lists are targets too. */
  aimed: boolean
  /** The unit that a line above a table says (单位：亿元). */
  tableUnit: string | null
}

export function newRunning(documentYear: number | null): Running {
  return {
    period: noPeriod,
    lent: null,
    main: null,
    memory: null,
    topic: null,
    subject: null,
    documentYear,
    moved: null,
    recent: [],
    whole: null,
    heading: null,
    planned: null,
    aimed: false,
    tableUnit: null,
  }
}

export function newParagraph(running: Running) {
  running.lent = null
  if (running.main) running.period = running.main
  running.memory = null
  running.topic = null
  running.moved = null
  running.aimed = false
  running.whole = null
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
    ...(finding.lead ? { lead: finding.lead } : {}),
  }
}

/** An increase does not change what is spoken of; neither does a move in the ranking. */
export function remember(running: Running, finding: Finding) {
  const same = running.memory?.base === (finding.base ?? finding.indicator)
  if (finding.delta && (same || finding.kind === 'rank')) return
  running.memory = memoryOf(finding)
  const { base } = running.memory
  if (base !== '' && !running.recent.includes(base)) running.recent = [...running.recent.slice(-1), base]
}

/**
 * A period is what the text speaks of, unless it is only compared with (比2019年), ends or begins something (自2002年9月以来最高)
 * or measures one figure alone (由2020年的12%, 较11月的21.3%, 上年同期为30亿元).
 */
export function takePeriod(tokens: readonly Token[], at: number, running: Running) {
  const read = tokens[at]?.period
  if (!read) return
  const lent = lentPeriod(tokens, at, running)
  if (lent) {
    running.lent ??= { period: running.period, until: lent }
    running.period = periodAfter(running.period, read)
    return
  }
  if ((read.day && !read.until) || isCompared(tokens, at) || isBound(tokens, at)) return
  running.lent = null
  if (since(tokens, at)) {
    running.period = { ...noPeriod, label: `${tokens[at]?.text ?? ''}以来` }
    return
  }
  running.period = periodAfter(running.period, lastYearOf(read, running))
  if (!running.main && !read.until) running.main = running.period
}

/** 自2018年揭牌以来, 2018年以来: from then until now. */
function since(tokens: readonly Token[], at: number): boolean {
  if (!/[0-9]{4}年/.test(tokens[at]?.text ?? '')) return false
  if (/^以来/.test(tokens[at + 1]?.text ?? '')) return true
  if (!/^(?:自|从)$/.test(tokens[at - 1]?.text ?? '')) return false
  for (let i = at + 1; i < Math.min(tokens.length, at + 8) && tokens[i]?.tag !== 'mark'; i++)
    if (/以来/.test(tokens[i]?.text ?? '')) return true
  return false
}

/** A text whose main period is a whole year was written in the next: its 去年 is that year. */
function lastYearOf(read: PeriodRead, { main }: Running): PeriodRead {
  const whole = typeof main?.year === 'number' && !main.label && /^(?:全年|末|底|)$/.test(main.part ?? '')
  return read.year === '去年' && whole && main?.year ? { ...read, year: main.year } : read
}

/** A lent period goes back behind its figure or its clause. */
export function returnPeriod(running: Running, passed: 'figure' | 'clause' | 'sentence') {
  if (!running.lent) return
  if (running.lent.until !== passed && passed !== 'sentence') return
  running.period = running.lent.period
  running.lent = null
}

/** How long the period at `at` holds when it is said of less than what follows. */
function lentPeriod(tokens: readonly Token[], at: number, running: Running): 'figure' | 'clause' | 'sentence' | null {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (/(?:同期|同月|同季)$/.test(token?.text ?? ''))
    return before?.words.some(({ tag }) => tag === 'than' || tag === 'compare') && !valued(tokens, at, false)
      ? null
      : tokens[at + 1]?.text === '，'
        ? 'sentence'
        : 'clause'
  if (/^(?:由|从|自)$/.test(before?.text ?? '') && valued(tokens, at, true)) return 'figure'
  if (before?.words.some(({ tag }) => tag === 'than' || tag === 'compare') && valued(tokens, at, false)) return 'figure'
  if (
    /^[0-9]{4}[年、—-]/.test(token?.text ?? '') &&
    token?.period?.label &&
    /^[两三四五]年(?:平均|年均)/.test(tokens[at + 1]?.text ?? '')
  )
    return 'clause'
  return token?.period?.day && !token.period.until && datesFigures(tokens, at, running) ? 'sentence' : null
}

/** 较11月的21.3%, 由一季度的下降3.4%: the figure is that of the period. */
function valued(tokens: readonly Token[], at: number, moved: boolean): boolean {
  if (tokens[at + 1]?.text !== '的' && !moved) return false
  let i = at + (tokens[at + 1]?.text === '的' ? 2 : 1)
  while (tokens[i]?.words.some(({ tag }) => tag === 'qualify' || (moved && tag === 'change'))) i += 1
  const family = tokens[i]?.figure?.family
  return family !== undefined && family !== 'times' && family !== 'fold'
}

const happens =
  /召开|举行|发布|公布|表示|开幕|介绍|获悉|了解|印发|消息|报道|指出|签约|启动|开工|出席|主持|宣布|审议|闭幕|揭牌|新闻|会议|电$|讯$|记者/

/** 1月12日，电煤库存超过1.62亿吨: a day on which something stood, not one on which something was said. */
function datesFigures(tokens: readonly Token[], at: number, running: Running): boolean {
  const before = tokens[at - 1]
  if (before && before.tag !== 'mark' && before.tag !== 'link') return false
  if (running.period.until) return false
  let clause = ''
  for (let i = at + 1; i < Math.min(tokens.length, at + 24); i++) {
    const token = tokens[i]
    if (!token || token.tag === 'period') return false
    if (token.figure) return !happens.test(clause)
    clause += token.text
  }
  return false
}

function isCompared(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  if (before?.words.some(({ tag }) => tag === 'than' || tag === 'compare')) return true
  if (
    /^(?:和|与|及|、|以及)$/.test(before?.text ?? '') &&
    tokens[at - 2]?.tag === 'period' &&
    isCompared(tokens, at - 2)
  )
    return true
  if (after && /^(?:相比|对比)/.test(after.text)) return true
  const behind = tokens[at + 2]?.figure?.family
  if (after?.text === '的' && (behind === 'times' || behind === 'fold')) return true
  if (after?.text === '的' && /^(?:是|为|相当于)$/.test(before?.text ?? '')) return true
  return /^(?:完成|占|达到)$/.test(before?.text ?? '') && /^(?:目标|任务|计划|预算)/.test(after?.text ?? '')
}

/** 20年来最高水平, 为2002年9月以来的新高, 成立于2011年, 提出到2020年的目标: a time that no figure is of. */
function isBound(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const after = `${tokens[at + 1]?.text ?? ''}${tokens[at + 2]?.text ?? ''}${tokens[at + 3]?.text ?? ''}`
  if (/^的?(?:不变价|可比价|价格)/.test(after)) return true
  if (/^(?:以?来)?的?(?:月度|季度|历史)?(?:同期)?(?:最[高低大小好快多少]|新高|新低|首次|峰值|次高)/.test(after))
    return true
  if (
    /(?:成立|建|始建|创建|落户|创立|注册|生|毕业|诞生|发表)(?:于|自)$/.test(
      `${tokens[at - 2]?.text ?? ''}${before?.text ?? ''}`,
    )
  )
    return true
  if (!/^(?:到|至|于)$/.test(before?.text ?? '')) return false
  const outset = tokens[at - 2]
  if (!outset || outset.tag === 'mark' || outset.tag === 'link' || outset.tag === 'period') return false
  for (let i = at + 1; i < Math.min(tokens.length, at + 24) && tokens[i]?.tag !== 'mark'; i++)
    if (tokens[i]?.figure) return false
  return true
}

/** 根据…，按美元计价，: what stands behind is spoken of, not this. */
const asides = /^(?:根据|依据|按照?|据|经|受|随着|通过|围绕|针对)$/
const reports = /发布|显示|表示|获悉|了解到|介绍|公布|消息|报道|举行|召开|印发|指出|会议|今天（|提到|据悉|透露/
const ends = new Set(['change', 'level', 'adverb', 'rankish', 'yoy'])

/** A clause without a figure may name what the next one is about: 外贸出口逆势上扬，完成67.9亿元. */
export function takeTopic(tokens: readonly Token[], from: number, to: number, running: Running, claimed: number) {
  if (claimed > 0 && running.memory) return
  let end = from
  while (end < to && end < from + 24) {
    const token = tokens[end]
    if (!token || (end > from && ((ends.has(token.tag) && token.text.length > 1) || /^[由从]$/.test(token.text)))) break
    end += 1
  }
  if (end === from) return
  const clause = spanText(tokens, from, to)
  if (reports.test(clause) || clause.endsWith('以来') || asides.test(tokens[from]?.text ?? '')) return
  const subject = subjectOf(tokens, from, end)
  const { verbal } = subject
  const whole = `${subject.text}${subject.ratio ?? ''}`
  const thought = whole.replace(/^.*(?:认为|预计|称)(?=.{2})/, '')
  const text = thought.length > 12 ? (/的([^的]{3,})$/.exec(thought)?.[1] ?? thought) : thought
  const listed = tokens.slice(to, to + 8).some(({ tag }) => tag === 'each')
  if (text.length < 2 || text.length > (listed ? 60 : 24) || verbal) return
  if (
    /^(?:我们|他们|我|各地|这|这里|目前|同时|当地|记者|大家|各级|政府|本次|此次|当天|今天|今年|全年|期间|下一步|近年来|一年来)$/.test(
      text,
    )
  )
    return
  if (!listed && /[“”、]/.test(text)) return
  if (/^(?:方面|看|来看|总体)|(?:方面|来看|看)$/.test(text)) return
  const bare = text.replace(
    /(?:全[国省市区县])?(?:(?:规模|数量)?最[大多高快强].*|(?:再|屡|双双|均|又)?创.{0,6}(?:新高|新低|纪录|最高)|表现.{2,6}|运行|发展势头|发展态势|势头|态势|增势|运营)?(?:良好|平稳|稳定|向好|强劲|稳健|发展|推进)?$/,
    '',
  )
  if (running.topic === null && !text.includes('、')) running.subject = bare.length >= 2 ? bare : text
  running.topic = bare.length >= 2 ? bare : text
  running.moved = movedIn(tokens, end, to)
}

function movedIn(tokens: readonly Token[], from: number, to: number): Direction | null {
  const last = tokens.slice(from, to).findLast(({ tag }) => tag === 'change' || tag === 'noun' || tag === 'text')
  return last?.tag === 'change' && /增长|下降/.test(last.text) ? (last.words[0]?.direction ?? null) : null
}

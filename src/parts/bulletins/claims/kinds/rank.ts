import { baseOf, ownSubject, type Recogniser, type Site, wordsBetween } from '../site.ts'
import { subjectOf, tidy } from '../subject.ts'

const moves =
  /^(?:前移|晋升|上升|提升|提高|前进|进位|后移|下降|后退|退步|下滑|跃升|上移|下移|攀升|回落|退后|进步|前进)$/
const wideAtEnd =
  /(?:全[国省市区县球州]|全世界|世界|国内|省内|市内|区内|中西部|中部地区|西部地区|(?:全省|全市|全国)?(?:各|同类)[^，。；、]{1,6})$/
const placeAtEnd = /(?<=[率度量值额数资入速平力])[^，。；、]{2,4}[省市区]$/

/** 居全省第3位, 全市排名第四, 跃居首位, 较上年前移5位. */
export const readRank: Recogniser = (site) => {
  const { figure, reading } = site
  if (figure.family === 'rank') return placed(site)
  const counted = figure.family === 'count' && /^(?:位|名|个位次|位次|个名次|名次|个)$/.test(figure.unit ?? '')
  if (!counted || !reading.change || !moves.test(reading.change.word) || reading.to) return null
  const ranking = site.memory?.kind === 'rank' && figure.unit === '名'
  if (!ranking && /^(?:名|个)$/.test(figure.unit ?? '') && !/^位次/.test(site.behind)) return null
  const places = /[位名]次/.test(figure.unit ?? '') || /^位次/.test(site.behind)
  if (!places && site.memory?.kind !== 'rank' && !/排名|位次|名次/.test(wordsBetween(site, reading.from, site.at)))
    return null
  const scoped = /^(.*?)在?(全[国省市区县])?(?:排名|位次|名次)?$/.exec(ownSubject(site).text)
  const own = scoped?.[1] ?? ''
  const base = own === '' && site.memory?.kind === 'rank' ? site.memory.phrase : baseOf(site, own)
  return {
    kind: 'rank',
    indicator: base,
    base,
    direction: reading.change.direction,
    scope: scoped?.[2] ?? null,
    versus: reading.versus,
    delta: true,
  }
}

function placed(site: Site) {
  const { reading, tokens } = site
  const cue = reading.rankish ?? moveCue(site)
  const end = cue ?? reading.subjectEnd
  const stop = Math.min(end, reading.source ?? end, reading.versusFrom ?? end)
  const own = ranked(site, stop)
  const behindCue = cue === null ? '' : wordsBetween(site, cue + 1, site.at).replace(/^(?:升|降|跃)?(?:至|到)/, '')
  const scope =
    groupOf(site) ??
    scopeOf(
      site.pair === 'to' ? '' : behindCue,
      wordsBetween(
        site,
        reading.from,
        reading.subjectEnd === reading.source ? stop : Math.max(stop, Math.min(reading.subjectEnd, site.at)),
      ),
    )
  const again =
    cue === null && tokens[reading.from - 1]?.text === '、' && tokens[reading.from - 2]?.figure?.family === 'rank'
  if (again && site.memory) return elsewhere(site, site.memory.phrase)
  const named = placeless.exec(own.text)
  const said = named?.[1] ?? own.text
  const text = said === scope || said === '' ? '' : tidy(without(said, scope))
  const rate = own.rate?.word ?? own.ratio ?? ''
  const position =
    rate === '' && (text === '' || text === scope)
      ? /(?:排名|位次|名次)(?=由|从|$)/.exec(wordsBetween(site, reading.from, stop + 1))?.[0]
      : undefined
  const base = position && !site.memory && !site.topic ? position : rankBase(site, text, rate)
  const direction = site.pair === 'to' ? (reading.change?.direction ?? directionOf(tokens, site)) : null
  return {
    kind: 'rank' as const,
    indicator: base,
    base: text !== '' ? text : (site.memory?.base ?? base),
    phrase: base,
    direction,
    scope: scope ?? named?.[2] ?? null,
  }
}

/** 全国县域第八、全省县域榜首: the same, among others. */
function elsewhere(site: Site, phrase: string) {
  const scope = wordsBetween(site, site.reading.from, site.at).replace(/[的中]$/, '')
  return { kind: 'rank' as const, indicator: phrase, base: phrase, phrase, direction: null, scope }
}

/** 发展水平全国排名: what is ranked, and among whom. */
const placeless = /^(.*?)(全[国省市区县]|世界|全球)?(?:综合)?(?:排名|位次|名次)$/

/** 在全市12个县区中排名第四位: the group is named with its number. */
function groupOf({ tokens, reading, at }: Site): string | null {
  const group = tokens[reading.from - 1]
  if (!group?.figure) return null
  const behind = /^(.{1,10}?)[中里](?:的|综合)?(?:排|位|居|列|名|稳|跃|$)/.exec(
    wordsFrom(tokens, reading.from, at),
  )?.[1]
  if (behind === undefined) return null
  let head = ''
  for (let i = reading.from - 2; i >= 0 && tokens[i]?.tag !== 'mark' && tokens[i]?.text !== '在'; i--)
    head = `${tokens[i]?.text ?? ''}${head}`
  return head.length <= 8 ? `${head}${group.text}${behind}` : `${group.text}${behind}`
}

const wordsFrom = (tokens: Site['tokens'], from: number, to: number) =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join('')

function without(text: string, scope: string | null): string {
  return scope && text.endsWith(scope) ? text.slice(0, -scope.length).replace(/在$/, '') : text
}

/** 升至全省第3位: the move is the cue. */
function moveCue({ reading, tokens, at }: Site): number | null {
  for (let i = at - 1; i >= reading.from; i--) if (tokens[i]?.words.some(({ tag }) => tag === 'change')) return i
  return null
}

const nothing = { text: '', rate: null, ratio: null }

function ranked(site: Site, stop: number) {
  const { reading, tokens } = site
  let end = stop
  for (let i = stop - 1; i >= reading.from; i--) if (tokens[i]?.text === '在') end = i
  const led = end < stop
  if (/[中里]$/.test(wordsBetween(site, reading.from, stop)) && tokens[reading.from - 1]?.figure) return nothing
  const before = subjectOf(tokens, reading.from, Math.max(end, reading.from))
  return led || before.text !== '' || before.rate || before.ratio ? before : subjectOf(tokens, reading.from, stop)
}

/** 增速居第3位 behind a figure of X is the rank of X增速; 总量 likewise. */
function rankBase(site: Site, own: string, rate: string): string {
  if (/^(?:总量|规模|增幅|增速|增量|人均|总额)$/.test(own) && site.memory) return `${site.memory.base}${own}`
  const base = own !== '' ? own : rate !== '' ? (site.memory?.base ?? '') : (site.topic ?? site.memory?.phrase ?? '')
  return base.endsWith(rate) ? base : `${base}${rate}`
}

function scopeOf(behindCue: string, before: string): string | null {
  const said = behindCue
    .replace(/^(?:在|至|到|于|第|升至|降至|升到)/, '')
    .replace(/(?:的|中|第|排名)$/, '')
    .replace(/^由|^从/, '')
  if (said !== '' && !/^[，。]|上升|下降|提升|前移|后移|跃|倒数/.test(said)) return said
  const within = /(?:在)([^，。；、在]{2,16}?)(?:中|里|内)?(?:的)?(?:综合)?(?:排名|位次|名次)?$/.exec(before)?.[1]
  if (within)
    return within.replace(/(?:中的|[的中])?(?:综合)?(?:排名|位次|名次)?(?:由|从)?$/, '').replace(/[的中]$/, '')
  return wideAtEnd.exec(before)?.[0] ?? placeAtEnd.exec(before)?.[0] ?? null
}

function directionOf(tokens: Site['tokens'], site: Site) {
  for (let i = site.at - 1; i >= Math.max(0, site.at - 6); i--) {
    const word = tokens[i]?.text ?? ''
    if (/上升|跃升|升至|提升|晋升|前移|跃居/.test(word)) return 'up' as const
    if (/下降|后移|下滑|退/.test(word)) return 'down' as const
  }
  return null
}

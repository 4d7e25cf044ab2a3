import type { Direction } from '../claim.ts'
import { baseOf, type Finding, ownSubject, type Recogniser, type Site, wordsBetween } from '../site.ts'
import { nounBehind } from '../subject.ts'

const pulling = /^(?:拉动|带动|推动|改善)$/
const verbOnly = /^(?:开行|新增|交付|交付使用|开工|竣工|投产|签约|生产|接待|发送|到账|入库|通车)$/
/** 近9亿元专项资金已投向…: nothing but 近 stands before the figure. */
function opensClause({ reading, tokens, at }: Site): boolean {
  for (let i = reading.from; i < at; i++) if (!tokens[i]?.words.some(({ tag }) => tag === 'qualify')) return false
  return reading.from === 0 || tokens[reading.from - 1]?.tag === 'mark'
}

/** 新增境内上市公司62家，总数186家. */
const totals = /^(?:总数|总量|数量)$/
/** 过江通道4座、在建8座. */
/** 建成充电桩320个 counts what is there now. */
const making = /^(?:建成|形成|获批|组织(?=.{3})|引进|实施|开行)(?=.{2})/
const staged = /^(?:启动|建设|新建|改扩建|改建|在建|续建|新开工|开工|建成|实施|推进|谋划)+(?=.{2})/
const stages = /^(?:在建|续建|完工|竣工|新开工|投产|签约|开工)$/
const placesOnly =
  /^(?:全[国省市区县球]|世界|国内|省内|市内|已|现|现有|这|全部|多|近|当年|目前|就|先后|共计|在|把|将|向|一次性|集中|年内|北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆)$/

/** Everything that is a quantity in itself: money and measures are levels, what is counted one by one is a count. */
export const readAmount: Recogniser = (site) => {
  const { figure, reading, tokens } = site
  const family = figure.family
  const inner = innerWhole(site)
  if (inner) return inner
  if (family === 'rank' || family === 'pace' || family === 'points' || family === 'times' || family === 'fold')
    return null
  const counted =
    family === 'count' ||
    family === 'duration' ||
    (family === 'bare' && figure.unit !== null && ownSubject(site).text === '' && site.memory?.kind === 'count') ||
    (family === 'bare' && /(?:人口|人次|人数|户数)$/.test(ownSubject(site).text))
  const changed =
    reading.change && !reading.to && !pulling.test(reading.change.word) && family !== 'percent' ? reading.change : null
  const direction: Direction | null =
    site.pair === 'from' ? null : reading.to || changed ? (reading.change?.direction ?? null) : inheritedDirection(site)
  const phrase = indicatorOf(site, counted)
  const said = counted ? phrase.replace(making, '') : phrase
  const joined = tokens[reading.from - 1]?.text === '、' ? site.memory?.lead : undefined
  const { indicator, lead = joined } = leadOff(said, changed !== null || family === 'percent', counted)
  const kind = counted && !isMeasure(site, indicator) && !perHead(site) ? 'count' : 'level'
  const finding: Finding = {
    kind,
    indicator,
    base: indicator,
    phrase: indicator,
    direction: lead ?? direction ?? pairDirection(site),
    versus: changed ? reading.versus : null,
  }
  return changed || lead ? { ...finding, delta: true, ...(lead ? { lead } : {}) } : finding
}

/** 由2010元调整为2180元: the numbers say which way. */
function pairDirection({ pair, tokens, at, figure }: Site): Direction | null {
  if (pair !== 'to') return null
  for (let i = at - 1; i > Math.max(0, at - 13); i--) {
    const first = tokens[i]?.figure
    if (!first) continue
    if (first.unit !== figure.unit || first.value === null || figure.value === null) return null
    const more = Number(figure.value) - Number(first.value)
    return more === 0 ? null : more > 0 ? 'up' : 'down'
  }
  return null
}

/** 占年初预算10065万元的43.2%, 完成预算数60999万元的40.4%: the amount that the share is of. */
function innerWhole(site: Site): Finding | null {
  const { tokens, at, reading } = site
  const share = tokens[at + 2]?.figure?.family ?? ''
  if (tokens[at + 1]?.text !== '的' || !/^(?:percent|part|fraction)$/.test(share)) return null
  const from = wholeStart(site)
  if (from === null) return null
  const indicator = wordsBetween(site, from + 1, reading.subjectEnd)
  return indicator === '' ? null : { kind: 'level', indicator, direction: null, inner: true }
}

function wholeStart({ reading, tokens }: Site): number | null {
  if (reading.share !== null) return reading.share
  for (let i = reading.subjectEnd - 1; i >= reading.from; i--)
    if (/^(?:完成|为|达|达到)$/.test(tokens[i]?.text ?? '')) return i
  return null
}

/** 减少二氧化碳排放约3.5万吨: the change stands before its noun. */
function leadOff(indicator: string, changed: boolean, counted: boolean): { indicator: string; lead?: Direction } {
  const behind = changed
    ? null
    : (counted ? /^(.{2,}?)(?:净增加?|增加)$/ : /^(.{2,}?)(?:新增|净增加?|增加)$/).exec(indicator)
  if (behind?.[1]) return { indicator: behind[1], lead: 'up' }
  const found = changed ? null : /^(减少|压减|削减|净减少|压降|减轻|增加|净增加?)(?=.{2})/.exec(indicator)
  if (!found?.[1]) return { indicator }
  return { indicator: indicator.slice(found[1].length), lead: /增/.test(found[1]) ? 'up' : 'down' }
}

/** 每千人口床位6.8张 is a density; so is what it grew by. */
function perHead(site: Site): boolean {
  const { reading, at, memory } = site
  const head = /每[0-9]*[十百千万]*(?:人口|人|平方公里|户|名|常住人口)/
  if (head.test(wordsBetween(site, reading.from, at))) return true
  return memory?.kind === 'level' && ownSubject(site).text === '' && reading.change !== null
}

/** 时限由15个工作日压缩至3个工作日 is a level in days; 优良天数176天 counts days. */
function isMeasure(site: Site, indicator: string): boolean {
  return (
    site.figure.family === 'duration' &&
    !/^[优良]$/.test(indicator) &&
    !/优良|达标天|污染天|开放|晴/.test(`${indicator}${site.memory?.base ?? ''}`)
  )
}

/** 贡献率上升3个百分点，达到51.2%: the level keeps the direction of the change before it. */
function inheritedDirection({ memory, reading, figure }: Site): Direction | null {
  return figure.family === 'percent' && memory?.kind === 'change_points' && reading.from === reading.predicateFrom
    ? memory.direction
    : null
}

function indicatorOf(site: Site, counted: boolean): string {
  const own = ownSubject(site)
  const before = placesOnly.test(own.text) ? '' : own.text
  if (counted && site.pair === null) {
    const behind = nounBehind(site.tokens, site.at)
    const listed = /、.*等$/.test(own.text)
    const preposed = site.tokens[site.at - 1]?.text === '为' && !/(?:数|量)$/.test(own.text)
    const fits = behind.text.length >= 2 && (!behind.beforeFigure || before === '' || own.verbal || listed || preposed)
    if (fits && site.place + 1 >= site.places) return behind.text
  }
  if (!counted && before === '' && site.topic === null && opensClause(site)) {
    const behind = nounBehind(site.tokens, site.at)
    if (behind.text.length >= 3 && !behind.beforeFigure) return behind.text
  }
  if (!counted && (own.verbal || (before === '' && site.topic === null && site.memory === null))) {
    const behind = nounBehind(site.tokens, site.at)
    if (behind.text.length >= 2 && !behind.beforeFigure) return behind.text
  }
  if (/^(?:新增|净增)$/.test(before) && !counted && site.memory) return `${site.memory.base}${before}`
  if (stages.test(before) && site.memory?.kind === 'count') return `${before}${site.memory.base.replace(staged, '')}`
  if (verbOnly.test(before) && site.topic !== null) return `${site.topic}${before}`
  const sector = /^第[一二三]产业(.+)$/.exec(site.memory?.base ?? '')?.[1]
  if (sector && /^第[一二三]产业$/.test(before)) return `${before}${sector}`
  if (totals.test(before) && site.memory && site.memory.kind === 'count') return `${site.memory.base}${before}`
  const rated = own.rate ? `${before}${own.rate.word}` : before
  return baseOf(site, own.ratio ? `${rated}${own.ratio}` : rated)
}

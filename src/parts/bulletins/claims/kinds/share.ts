import { baseOf, ownSubject, type Recogniser, type Site, wordsBetween } from '../site.ts'
import { nounBehind, subjectOf, tidy } from '../subject.ts'

/** 占X的31.7%, 比重为52.4%, 三分之一, 近六成, 半壁江山, 贡献率55.1%, 与X之比. */
export const readShare: Recogniser = (site) => {
  const { figure, reading } = site
  if (!['percent', 'part', 'fraction'].includes(figure.family)) return null
  const own = ownSubject(site)
  if (own.ratio === '贡献率' || own.ratio === '贡献度') return contribution(site, own.text)
  if (own.ratio === '之比') return quotient(site, own.text)
  if (reading.share !== null) return partOf(site, own.text)
  if (own.rate !== null) return null
  const spoken = own.text === '' && own.ratio === null ? sharedTopic(site) : null
  if (spoken) return spoken
  const again = repeated(site, own.text)
  if (again) return again
  if (own.ratio !== null) {
    const within = /^(.{2,20}?)在(.{2,20}?)中?的?$/.exec(own.text)
    const base = baseOf(site, within?.[1] ?? own.text)
    return {
      kind: 'share',
      indicator: base,
      base,
      phrase: `${own.text || base}${own.ratio}`,
      whole:
        within?.[2]?.replace(/中$/, '') ?? (own.ratio === '占比' && site.partial ? wholeBefore(site, own.text) : null),
      direction: toward(site),
    }
  }
  const moved = reading.change !== null && !reading.to
  const rate = /[\u4e00-\u9fff]率$/.test(own.text || (site.memory?.base ?? '')) && figure.family === 'part'
  if (rate) return null
  if (!moved && (figure.family === 'fraction' || figure.family === 'part')) return loose(site, own.text)
  if (moved) return null
  if (/(?:比例|比率|比值|构成|覆盖比|增长面|亏损面|盈利面|下降面)$/.test(own.text))
    return { kind: 'share', indicator: own.text, base: own.text, direction: toward(site) }
  const against = moved ? null : againstWhole(site, own.text)
  if (against) return against
  const head = ofThose(site)
  return head !== '' && !saysAmount(site) ? { kind: 'share', indicator: head, base: head, direction: null } : null
}

/** 仅为平原地区的70%, 相当于全国平均水平的九成: a share of what it is held against. */
function againstWhole(site: Site, own: string) {
  const { reading, tokens } = site
  if (!/的$/.test(wordsBetween(site, reading.from, reading.subjectEnd))) return null
  for (let i = reading.subjectEnd - 1; i >= reading.from; i--) {
    if (!againsts.test(tokens[i]?.text ?? '')) continue
    const whole = wordsBetween(site, i + 1, reading.subjectEnd).replace(/的$/, '')
    if (whole === '' || /[一-龥](?:率|目标|计划|任务|预算)$/.test(whole)) return null
    const before = subjectBefore(site, i).replace(/恢复$/, '')
    const base = baseOf(site, before || (own.includes(whole) ? '' : own))
    return { kind: 'share' as const, indicator: base, base, whole, direction: null }
  }
  return null
}

/** 恢复到2019年同期的93%. */
const againsts = /^(?:是|为|约为|相当于|达到|达|到|至)$/

const subjectBefore = (site: Site, end: number) => subjectOf(site.tokens, site.reading.from, end).text

/** 全国95%的建制村, 90%以上的研发机构: what is counted stands behind. */
function ofThose(site: Site): string {
  if (spent.test(site.behind)) return baseOf(site, subjectBefore(site, site.reading.subjectEnd)).replace(/中$/, '')
  const named =
    /^(?:左右|以上|以内)?的?(?![^，。；]{0,6}(?:增长|增速|增幅)|增长|增速|增幅|降幅|下降|涨幅|速度|比例|年均|目标|高速|中高速|同比|年增|跌幅|提升|上升|经济)/.test(
      site.behind,
    )
      ? nounBehind(site.tokens, site.at).text
      : ''
  return rates.test(named) ? '' : named
}

/** 74%以上用于民生: the share of what stands before. */
const spent =
  /^(?:左右|以上|以内|以下)?(?:用于|来自|集中在|集中于|投向|分布在|投入到|已|均|都|为|是|被|基本|依靠|依赖|使用|选择|认为|通过)/

/** 34%的关税, 89.6%的得票率 are rates in themselves. */
const rates = /(?:率|利息|关税|税|折扣|水平|首付|目标|速度|补贴|优惠)$/

/** 森林覆盖率达65%的县: the figure is of what stands before it. */
function saysAmount(site: Site): boolean {
  const { reading, tokens } = site
  for (let i = reading.predicateFrom; i < site.at; i++)
    if (/^(?:达到?|为|是|保持|保持在|控制在)$/.test(tokens[i]?.text ?? '')) return true
  return /(?:率|比例|比重|指数|强度|程度)$/.test(wordsBetween(site, reading.from, reading.subjectEnd))
}

/** 研发经费与GDP之比再创新高，达到2.4%: the clause before says that it is a share. */
function sharedTopic(site: Site) {
  const found = /^(.{2,}?)的?(之比|比重|占比|比例)$/.exec(site.topic ?? '')
  if (!found?.[1] || (site.reading.change && !site.reading.to)) return null
  if (found[2] === '之比') return quotient(site, found[1])
  return { kind: 'share' as const, indicator: found[1], base: found[1], phrase: site.topic ?? '', direction: null }
}

/** 贡献率上升3个百分点，达到51.2%: the share that just moved. */
function repeated(site: Site, own: string) {
  const { memory, reading, figure } = site
  if (own !== '' || figure.family !== 'percent' || !memory) return null
  if (reading.change !== null && !reading.to) return null
  if (memory.kind === 'share' && reading.ratio === null && reading.share === null && reading.predicateFrom < site.at)
    return {
      kind: 'share' as const,
      indicator: memory.base,
      base: memory.base,
      phrase: memory.phrase,
      whole: memory.whole,
      direction: toward(site),
    }
  if (memory.kind !== 'change_points') return null
  if (memory.phrase.endsWith('贡献率')) return contribution(site, '')
  if (!/(?:比重|占比)$/.test(memory.phrase)) return null
  return {
    kind: 'share' as const,
    indicator: memory.base,
    base: memory.base,
    phrase: memory.phrase,
    direction: memory.direction,
  }
}

const toward = ({ reading, memory, pair }: Site) =>
  pair === 'from'
    ? null
    : reading.to
      ? (reading.change?.direction ?? null)
      : memory?.kind === 'change_points' && reading.change === null && reading.from === reading.predicateFrom
        ? memory.direction
        : (reading.change?.direction ?? null)

/** 占全区工业总产值的八成: the part stands before 占, the whole behind it. */
function partOf(site: Site, own: string) {
  const { reading } = site
  const at = reading.share ?? reading.from
  const end = Math.min(
    reading.subjectEnd,
    reading.source !== null && reading.source > at ? reading.source : reading.subjectEnd,
  )
  const said = wordsBetween(site, at + 1, end)
  const whole =
    said
      .replace(/^(?:了|到|据)/, '')
      .replace(/(?:的)?(?:比重|比例|份额|占比|总量)?$/, '')
      .replace(/的$/, '') || null
  const subject = baseOf(site, own)
  const before = whole === null ? wholeBefore(site, own) : null
  const head =
    /^贡献|^撑起/.test(site.tokens[at]?.text ?? '') && /^的/.test(site.behind)
      ? nounBehind(site.tokens, site.at).text
      : ''
  const base = head !== '' ? head : subject
  return {
    kind: 'share' as const,
    indicator: base,
    base,
    phrase: `${base}占${said}`.replace(/的?$/, /(?:比重|比例|份额|占比)的?$/.test(said) ? '' : '的比重'),
    whole: whole ?? before,
    direction: toward(site),
  }
}

/** 接待观众200万人次，未成年人占比28%: a part of what was just counted. */
function wholeBefore({ memory, topic }: Site, own: string): string | null {
  if (own === '' || topic !== null || !memory || !/^(?:level|count)$/.test(memory.kind)) return null
  return memory.base === own || memory.base === '' || /率$/.test(memory.base) ? null : memory.base
}

/** 消费对经济增长的贡献率: part 消费, whole 经济增长（贡献率）. */
function contribution(site: Site, own: string) {
  const { reading } = site
  const raw = own === '' ? '' : wordsBetween(site, reading.from, Math.max(reading.from, reading.subjectEnd - 1))
  const spoken = raw.includes('对') ? raw.replace(/上半年|全年|[0-9]{1,2}月份?|前?[一二三四]季度/g, '') : own
  const found = /^(.{1,60}?)对(.{1,24}?)的?$/.exec(spoken)
  const part = tidy(found?.[1] ?? own).replace(/^.*[，；]/, '')
  const toWhat = found?.[2] ?? /^对(.{1,20}?)的?$/.exec(spoken)?.[1] ?? null
  const base = baseOf(site, toWhat !== null && !found ? '' : part)
  const fromMemory =
    site.memory?.phrase.endsWith('贡献率') && own === '' ? contributionMemory(site.memory.phrase) : null
  const indicator = fromMemory?.part ?? base
  const whole = toWhat ?? fromMemory?.whole ?? null
  return {
    kind: 'share' as const,
    indicator,
    base: indicator,
    phrase: `${indicator}${whole ? `对${whole}的` : ''}贡献率`,
    whole: whole === null ? null : `${whole}（贡献率）`,
    direction: toward(site),
  }
}

function contributionMemory(phrase: string): { part: string; whole: string } | null {
  const found = /^(.{1,20}?)对(.{1,20}?)的?贡献率$/.exec(phrase)
  return found?.[1] && found[2] ? { part: found[1], whole: found[2] } : null
}

/** 研发经费支出与地区生产总值之比. */
function quotient(site: Site, own: string) {
  const found = /^(.{2,30})[与和同](.{2,20})$/.exec(own)
  const base = tidy(found?.[1] ?? own)
  return {
    kind: 'share' as const,
    indicator: base,
    base,
    phrase: `${own}之比`,
    whole: found?.[2] ?? null,
    direction: toward(site),
  }
}

/** 近七成的企业, 全市三分之一的上市企业: what is counted stands behind. */
function loose(site: Site, own: string) {
  const behind = nounBehind(site.tokens, site.at)
  const whole = behind.text.length >= 2 || /^[县村镇乡人市省区]$/.test(behind.text)
  const head = whole && !behind.beforeFigure ? behind.text : ''
  const base = baseOf(site, head !== '' ? head : own)
  return { kind: 'share' as const, indicator: base, base, direction: head === '' ? toward(site) : null }
}

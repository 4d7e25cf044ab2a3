import type { Claim, Modality } from './claim.ts'
import { periodAfter, periodInWords } from './period-state.ts'
import type { Running } from './running.ts'
import type { Finding, Site } from './site.ts'

const plainQualifiers = /^(?:仅|只|最高|最低|约为)$/

/** The claim that a finding makes at its site, without its place in the text. */
export function claimOf(
  site: Site,
  finding: Finding,
  running: Running,
  modality: Modality | null,
  partial: boolean,
): Omit<Claim, 'text' | 'start'> {
  const { figure, pair } = site
  const amount = finding.kind === 'level' || finding.kind === 'count'
  const qualifier = qualifierOf(site)
  const subject = subjectFor(site, finding, running)
  const { indicator, scope } = scopedIndicator(finding)
  return {
    indicator,
    value: figure.value,
    ...(figure.upper === undefined ? {} : { upper: figure.upper }),
    unit: figure.unit,
    kind: finding.kind,
    direction: finding.direction,
    period:
      yearOfList(site, running) ?? periodOfList(site, running) ?? periodInWords(running.period, running.documentYear),
    of: amount && !finding.delta ? null : indicator,
    ...(qualifier ? { qualifier } : {}),
    ...(finding.versus ? { versus: finding.versus } : {}),
    ...(finding.whole ? { whole: finding.whole } : {}),
    ...(scope ? { scope } : {}),
    ...(modality ? { modality } : {}),
    ...(pair ? { role: pair } : {}),
    ...(finding.delta ? { delta: true as const } : {}),
    ...(subject ? { subject } : {}),
    ...(partial ? { partial: true as const } : {}),
  }
}

/** 全国重点城市PM2.5平均浓度: the cities are the scope. */
function scopedIndicator({ indicator, scope, kind }: Finding): { indicator: string; scope: string | null } {
  const found = kind === 'rank' ? null : /^(全国[^，。、]{0,10}城市)(?=[^，。]{4,}$)/.exec(indicator)
  const cities = found?.[1]
  return cities ? { indicator: indicator.slice(cities.length), scope: cities } : { indicator, scope: scope ?? null }
}

const generic = /^(?:货值|货重|面积|总投资|投资|投资额|产值|金额|重量|总面积|营业收入|销售收入|税收)$/

/** 进口3300万包、货值约46.8亿元: the value is that of the imports; 装备制造业…，完成产值: the output is that of the industry. */
function subjectFor({ reading, tokens, memory }: Site, { indicator }: Finding, running: Running): string | null {
  const joined = tokens[reading.from - 1]?.text === '、' && generic.test(indicator) ? (memory?.base ?? null) : null
  const subject = joined ?? running.subject
  return subject === null || subject === '' || indicator.includes(subject) || subject.includes(indicator)
    ? null
    : subject
}

/** 2016年至2018年，分别完成a、b、c: each figure has its year. */
function yearOfList({ reading, place, places }: Site, { period }: Running): string | null {
  const span = /^([0-9]{4})[—-]([0-9]{4})年$/.exec(period.label ?? '')
  if (!span || !reading.each || Number(span[2]) - Number(span[1]) + 1 !== places) return null
  return `${Number(span[1]) + place}年`
}

/** 一季度、二季度、三季度分别增长a、b、c: each figure has its period. */
function periodOfList({ reading, place, places, tokens }: Site, running: Running): string | null {
  if (!reading.each || places < 2) return null
  const reads = tokens.slice(reading.from, reading.subjectEnd).flatMap(({ period }) => (period ? [period] : []))
  const own = reads.length === places ? reads[place] : undefined
  return own ? periodInWords(periodAfter(running.period, own), running.documentYear) : null
}

/** 近 before the number, 余 in it, 左右 behind it. */
function qualifierOf({ reading, figure, behind, tokens }: Site): string | null {
  const ahead =
    reading.share === null
      ? null
      : (tokens[reading.share - 1]?.words.find(({ tag }) => tag === 'qualify')?.word ?? null)
  const front = reading.qualifier !== null && !plainQualifiers.test(reading.qualifier) ? reading.qualifier : null
  const inside =
    figure.family === 'fraction' ? (/^[逾过超](?=半)/.exec(tokens[reading.at]?.text ?? '')?.[0] ?? null) : null
  const loose = /^(?:part|fraction)$/.test(figure.family)
    ? (/^[多余强](?![^，。；、]{0,1}式)/.exec(behind)?.[0] ?? null)
    : null
  return (
    front ?? ahead ?? inside ?? figure.qualifier ?? loose ?? /^(?:左右|以上|以内|以下|上下)/.exec(behind)?.[0] ?? null
  )
}

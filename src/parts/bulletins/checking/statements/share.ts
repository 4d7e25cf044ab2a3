import { Decimal } from 'decimal.js'
import { add, exactly, type Interval, inUnit, share, sub } from '../interval.ts'
import { conversion } from '../written-unit.ts'
import { complementOf, namedApart } from './complements.ts'
import { holds, holdsExactly, named, type Said, said } from './judgement.ts'
import { plainName } from './plain-names.ts'
import { alike, isActual, isAmount, type Scene, type Seen } from './scene.ts'

const window = 12

/** Part and whole against the printed share; shares that make up one whole against a hundred; 优良率 against its days. */
export function sharesIn(scene: Scene): Said[] {
  const found: Said[] = []
  for (const sentence of scene.sentences) {
    for (const [at, one] of sentence.entries()) {
      const named = one.claim.unit === '%' ? shareOfNamed(sentence, at, one) : null
      if (named) found.push(named)
      else if (one.claim.kind === 'share' && one.claim.unit === '%' && isActual(one) && !one.claim.role)
        found.push(...(shareOfLevels(scene, sentence, at, one) ?? []))
      if (
        /优良/.test(one.claim.indicator) &&
        one.claim.unit === '%' &&
        !one.claim.role &&
        one.claim.kind !== 'change_pct'
      )
        found.push(...goodDays(sentence, at, one))
    }
    found.push(...hundredsIn(sentence))
  }
  return found
}

function shareOfLevels(scene: Scene, sentence: readonly Seen[], at: number, printed: Seen): Said[] | null {
  const part = partBefore(sentence, at, printed)
  if (!part || !printed.claim.whole) return null
  const wholes = scene.seen
    .slice(Math.max(0, part.place - window), part.place)
    .filter((one) => isWhole(one, part, printed))
  const tried = wholes.flatMap((whole) => tryShare(part, whole, printed) ?? [])
  return tried
    .filter(({ holds }) => holds !== 'no')
    .slice(-1)
    .concat(wholes.length === 1 ? tried.filter(({ holds }) => holds === 'no') : [])
}

/** The level that the share is of: the same name, nothing between but its own rates. */
function partBefore(sentence: readonly Seen[], at: number, printed: Seen): Seen | null {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const one = sentence[i]
    if (!one || one.claim.indicator !== printed.claim.indicator) return null
    if (isAmount(one)) return isActual(one) ? one : null
    if (!one.claim.kind.startsWith('change') && !one.claim.delta) return null
  }
  return null
}

/** 占工业总产值（200亿元）的50%: the whole stands right before the share. */
function shareOfNamed(sentence: readonly Seen[], at: number, printed: Seen): Said | null {
  const [part, whole] = [sentence[at - 2], sentence[at - 1]]
  if (!part || !whole || !/^[）]?的$/.test(printed.lead) || !/占[^，。；]{1,24}$/.test(whole.lead)) return null
  const plain = [part, whole].every((one) => isAmount(one) && isActual(one)) && alike(part, whole)
  return plain && !/目标|计划|任务|预算/.test(whole.lead) ? tryShare(part, whole, printed) : null
}

function isWhole(one: Seen, part: Seen, printed: Seen): boolean {
  return (
    isAmount(one) &&
    isActual(one) &&
    alike(one, part) &&
    one.paragraph === part.paragraph &&
    one.claim.period === part.claim.period &&
    wholeName(one.claim.indicator) === wholeName(printed.claim.whole ?? '')
  )
}

function wholeName(name: string): string {
  return plainName(name.replace(/(?:的)?(?:比重|比例|总量)$/, ''))
}

function tryShare(part: Seen, whole: Seen, printed: Seen): Said | null {
  const all = whole.interval && inUnit(whole.interval, whole.claim.unit, part.claim.unit)
  const ratio = conversion(whole.claim.unit ?? '', part.claim.unit ?? '')
  if (!part.interval || !all?.low.gt(0) || !ratio) return null
  const interval = share(part.interval, all)
  const point = part.point && whole.point ? part.point.div(whole.point.times(ratio)).times(100) : null
  return shareSaid(holds(printed, { interval, point }), [part, whole, printed], interval)
}

function shareSaid(verdict: Said['holds'], claims: readonly Seen[], allowed: Interval): Said {
  const code = ({ yes: 'share-holds', rounding: 'share-rounds', no: 'share-differs' } as const)[verdict]
  return said('share', verdict, claims, allowed, {
    code,
    details: { levels: named(claims.slice(0, -1)), share: claims.at(-1)?.claim.text ?? '' },
  })
}

/** 4.6:43.8:51.6, and pairs or triples of shares whose names make up one whole. */
function hundredsIn(sentence: readonly Seen[]): Said[] {
  const shares = sentence.filter(
    (one) => one.claim.kind === 'share' && one.claim.unit === '%' && one.interval && !one.claim.role,
  )
  const found: Said[] = []
  for (let i = 0; i < shares.length; ) {
    const parts = [3, 2].map((n) => shares.slice(i, i + n)).find((some) => some.length > 1 && oneHundred(some))
    const one = parts ? hundredOf(parts) : null
    if (one) found.push(one)
    i += one ? one.claims.length : 1
  }
  return found
}

/** The last share against what the others leave of a hundred. */
function hundredOf(parts: readonly Seen[]): Said | null {
  const [last, others] = [parts.at(-1), parts.slice(0, -1)]
  const sum = others.reduce((all, { interval }) => (interval ? add(all, interval) : all), exactly(0))
  const allowed = sub(exactly(100), sum)
  const point = others.reduce<Decimal | null>(
    (left, part) => (left && part.point ? left.minus(part.point) : null),
    new Decimal(100),
  )
  if (!last) return null
  const verdict = holdsExactly(last, { interval: allowed, point })
  const code = ({ yes: 'shares-hold', rounding: 'shares-round', no: 'shares-differ' } as const)[verdict]
  const values = parts.map(({ claim }) => new Decimal(claim.value ?? 0))
  return said('share', verdict, parts, allowed, {
    code,
    details: { shares: named(parts), sum: Decimal.sum(0, ...values).toFixed() },
  })
}

function oneHundred(parts: readonly Seen[]): boolean {
  const [first] = parts
  const joined = parts.slice(1).every((part) => /^(?::|：|∶|、|和|，)/.test(part.lead) && part.lead.length < 24)
  return (
    first !== undefined &&
    joined &&
    parts.every((part) => sameWhole(first, part)) &&
    parts.length > 1 &&
    makesWhole(parts)
  )
}

function makesWhole(parts: readonly Seen[]): boolean {
  if (parts.length === 3 && parts.every(({ claim }) => /三次产业|一二三产/.test(claim.indicator))) return true
  const names = parts.map(({ claim }) => claim.indicator.replace(/(?:增加值|占比|比重)$/, ''))
  const words = parts.map(({ lead }) => lead).join('')
  const complement = namedApart(names, words) ? complementOf(names) : null
  return complement?.whole.test(parts[0]?.claim.whole ?? '') ?? false
}

function sameWhole(one: Seen, other: Seen): boolean {
  return (
    one.claim.whole === other.claim.whole &&
    one.claim.period === other.claim.period &&
    one.claim.modality === other.claim.modality
  )
}

const measured = /有效[^0-9，。]{0,8}?([0-9]{1,3})天/

/** 有效监测91天，优良86天 (or 优51天、良35天)，优良率94.5%. */
function goodDays(sentence: readonly Seen[], at: number, rate: Seen): Said[] {
  const near = sentence.slice(Math.max(0, at - 5), at).filter(({ claim }) => claim.unit === '天' && !claim.delta)
  const days = measured.exec(
    sentence
      .slice(0, at + 1)
      .map(({ lead, claim }) => lead + claim.text)
      .join(''),
  )?.[1]
  const good = near.filter(({ claim }) => /优良/.test(claim.indicator))
  const counted = good.length > 0 ? good : near.filter(({ claim }) => /^[优良]/.test(claim.indicator))
  if (counted.length !== (good.length > 0 ? 1 : 2) || !days || Number(days) < 1) return []
  const sum = counted.reduce<Decimal>((all, { point }) => all.plus(point ?? Number.NaN), new Decimal(0))
  if (sum.isNaN()) return []
  const interval = share(exactly(sum), exactly(days))
  return [shareSaid(holds(rate, { interval, point: sum.div(days).times(100) }), [...counted, rate], interval)]
}

import { baseOf, ownSubject, type Recogniser, type Site } from '../site.ts'
import { subjectOf } from '../subject.ts'
import { endingVerb, leadingVerb } from './leading-verb.ts'

const behindChange =
  /^(?:左右|以上|以内)?(?:的[^，。；、的]{0,6}?|的?)(增长|增速|增幅|涨幅|增长率|增长速度|降幅|下降|跌幅|降速|经济增速|年增速|年增长)/

/** 增长7.3%, 增速为15.4%, 降幅为9.7%, 8%的增长, (+5.2%). */
export const readChangePct: Recogniser = (site) => {
  const { figure, reading, memory } = site
  if (figure.family !== 'percent' && figure.family !== 'part' && figure.family !== 'fraction') return null
  const own = ownSubject(site)
  const later = behindChange.exec(site.behind)?.[1]
  const negative = figure.value?.startsWith('-') ?? false
  const base = baseOf(site, own.text.replace(/^(?:带动|拉动|推动|促进|助力)(?=.{4,})/, ''))
  const found = (direction: 'up' | 'down') =>
    ({
      kind: 'change_pct',
      indicator: base,
      base,
      phrase: `${base}${own.rate?.word ?? '增速'}`,
      direction: negative ? flip(direction) : direction,
      versus: reading.versus,
    }) as const
  const verb = site.pair ? site.tokens[site.at - 1]?.words.find(({ tag }) => tag === 'change') : undefined
  if (own.rate) return found((reading.to ? undefined : verb?.direction) ?? own.rate.direction)
  if (reading.change && !reading.to) return found(reading.change.direction)
  const expected = /^(.{2,}?)(?:经济)?增长(?:预期|预测|预估|目标)?(?:值|中值)?$/.exec(own.text)
  if (expected?.[1] && figure.family === 'percent' && site.memory?.kind !== 'share')
    return {
      ...found('up'),
      ...named(own.text.includes('经济') ? `${expected[1].replace(/经济$/, '')}经济` : expected[1]),
    }
  const led = reading.to ? null : (leadingVerb(own.text) ?? endingVerb(own.text))
  if (led) return { ...found(led.direction), ...named(led.rest) }
  if (figure.family === 'fraction') return null
  if (later) return found(/降|跌/.test(later) ? 'down' : 'up')
  if (memory?.kind === 'change_pct' && sharesVerb(site, own.text)) return found(memory.direction ?? 'up')
  const grown = grownInBracket(site)
  if (grown) return { ...found(grown.direction), ...named(grown.text) }
  if (signedInBracket(site)) return { ...found('up'), indicator: memory?.base ?? base }
  if (own.text === '' && site.moved && site.topic !== null && figure.family === 'percent') return found(site.moved)
  return own.text === '' &&
    memory?.kind === 'change_pct' &&
    reading.predicateFrom === reading.from &&
    !reading.to &&
    !saysLevel(site)
    ? found(memory.direction ?? 'up')
    : null
}

const named = (indicator: string) => ({ indicator, base: indicator, phrase: `${indicator}增速` })

/** 第一产业增长3%、第二产业5%: the verb of the figure before. */
function sharesVerb(site: Site, own: string): boolean {
  const { reading, tokens } = site
  return (
    own !== '' &&
    tokens[reading.from - 1]?.text === '、' &&
    tokens[reading.from - 2]?.figure?.family === 'percent' &&
    reading.predicateFrom === site.at &&
    reading.ratio === null &&
    !/(?:率|比例|比重|占比|度|指数)$/.test(own)
  )
}

const flip = (direction: 'up' | 'down') => (direction === 'up' ? 'down' : direction)

/** 设备投资增长（21.7%）更快: the verb and its subject stand before the bracket. */
function grownInBracket({ tokens, reading }: Site): { direction: 'up' | 'down'; text: string } | null {
  const verb = tokens[reading.from - 2]
  const direction = verb?.words.find(({ tag }) => tag === 'change')?.direction
  if (tokens[reading.from - 1]?.tag !== 'open' || !direction || verb?.tag !== 'change') return null
  let from = reading.from - 2
  while (from > 0 && tokens[from - 1]?.tag !== 'mark' && !tokens[from - 1]?.figure) from -= 1
  const { text } = subjectOf(tokens, from, reading.from - 2)
  return text === '' ? null : { direction, text }
}

function signedInBracket(site: Site): boolean {
  return site.tokens[site.reading.from - 1]?.tag === 'open' && /^[-+]/.test(site.tokens[site.at]?.text ?? '')
}

/** 达到5.1% behind a growth says where something stands, not how it grew. */
function saysLevel(site: Site): boolean {
  for (let i = site.reading.predicateFrom; i < site.at; i++)
    if (/^(?:达到?|为|是)$/.test(site.tokens[i]?.text ?? '')) return true
  return false
}

import type { Direction } from '../claim.ts'
import { baseOf, ownSubject, type Recogniser, type Site, wordsBetween } from '../site.ts'
import { leadingVerb } from './leading-verb.ts'

const pulls: Record<string, Direction> = {
  拉动: 'up',
  带动: 'up',
  上拉: 'up',
  拉升: 'up',
  推动: 'up',
  贡献: 'up',
  贡献了: 'up',
  下拉: 'down',
  拉低: 'down',
  影响: 'down',
}

/** 提高1.3个百分点, 高于全国0.8个百分点, 拉动…增长2.8个百分点, 下降28个基点. */
export const readChangePoints: Recogniser = (site) => {
  if (site.figure.family !== 'points') return null
  const { reading } = site
  const pull = pullOf(site)
  if (pull) {
    const base = baseOf(site, ownSubject(site, pull.at).text)
    return { kind: 'change_points', indicator: base, base, direction: pull.direction, versus: null }
  }
  const direction = reading.compared ?? reading.change?.direction ?? reading.rate?.direction ?? null
  const phrase = pointsPhrase(site)
  const led = direction === null ? leadingVerb(phrase) : null
  if (led) return { kind: 'change_points', indicator: led.rest, base: led.rest, direction: led.direction }
  const own = ownSubject(site)
  const base = own.text !== '' ? own.text : (site.memory?.base ?? phrase)
  return { kind: 'change_points', indicator: phrase, base, phrase, direction, versus: reading.versus }
}

function pullOf(site: Site): { at: number; direction: Direction } | null {
  const { reading, tokens, at } = site
  for (let i = at - 1; i >= reading.from; i--) {
    const direction = pulls[tokens[i]?.text ?? '']
    if (direction)
      return { at: i, direction: tokens[i]?.text === '影响' ? (reading.change?.direction ?? direction) : direction }
  }
  return null
}

/** What moved by points is a rate or a share: X增速, X占Y的比重, X率. */
function pointsPhrase(site: Site): string {
  const { reading, memory } = site
  const own = ownSubject(site)
  const suffix = own.rate?.word ?? own.ratio ?? ''
  if (reading.share !== null) {
    const whole = wordsBetween(
      site,
      reading.share,
      Math.min(reading.versusFrom ?? reading.subjectEnd, reading.source ?? reading.subjectEnd),
    )
    return `${baseOf(site, own.text)}${whole}`.replace(/的$/, '')
  }
  if (own.text !== '') return `${own.text}${joiner(site, own.text, suffix)}${suffix}`
  if (suffix !== '') return `${site.topic ?? memory?.base ?? ''}${suffix}`
  if (site.topic !== null) return site.topic
  if (!memory) return ''
  return memory.kind === 'change_pct' ? `${memory.base}增速` : memory.phrase
}

/** 消费对经济增长的贡献率 keeps its 的. */
function joiner(site: Site, own: string, suffix: string): string {
  return suffix !== '' && wordsBetween(site, site.reading.from, site.reading.subjectEnd).includes(`${own}的${suffix}`)
    ? '的'
    : ''
}

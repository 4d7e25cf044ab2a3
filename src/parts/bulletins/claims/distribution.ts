import { subjectsOf } from './lists.ts'
import type { Finding, Memory, Site } from './site.ts'
import { ownSubject } from './site.ts'

/** 分别: each figure of the list takes its own subject, or its own thing compared with. */
export function distributed(finding: Finding, site: Site): Finding {
  const { places, place } = site
  if (places < 2) return finding
  const said = finding.base ?? finding.indicator
  const base = /^产销量?$/.test(said) && site.topic ? `${site.topic}${said}` : said
  const own = subjectsOf(base, places)
  if (own) {
    const tail = finding.indicator.startsWith(base) ? finding.indicator.slice(base.length) : ''
    return renamed(finding, own[place] ?? base, tail)
  }
  const versus = finding.versus ? versusOf(finding.versus, places) : null
  return versus ? { ...finding, versus: versus[place] ?? null } : finding
}

/**
 * What an empty subject stands for in a list with 分别: the members of the list before it, else the amounts said before it
 * in the sentence, in their order.
 */
export function memoryInList(site: Site, amounts: readonly Memory[], list: readonly Memory[]): Memory | null {
  const { places, place, reading } = site
  if (places < 2 || ownSubject(site).text !== '') return site.memory
  if (!reading.each) return list.length === places ? (list[place] ?? site.memory) : site.memory
  if (list.length === places) return list[place] ?? site.memory
  return amounts.length >= places ? (amounts.at(place - places) ?? site.memory) : site.memory
}

function renamed(finding: Finding, base: string, tail: string): Finding {
  const phrase = `${base}${finding.kind === 'change_pct' ? '增速' : tail}`
  return { ...finding, indicator: `${base}${tail}`, base, phrase }
}

function versusOf(versus: string, n: number): string[] | null {
  const verb = /^(?:比|较|与|高于|低于|快于|慢于|高出|好于)/.exec(versus)?.[0]
  const against = verb ? subjectsOf(versus.slice(verb.length), n) : null
  return against && verb ? against.map((name) => `${verb}${name}`) : null
}

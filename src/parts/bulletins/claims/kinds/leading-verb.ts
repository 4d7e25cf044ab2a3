import type { Direction } from '../claim.ts'

const verbs =
  /^(?:平均|累计|将|再)?(减(?=时间|材料|环节|跑动)|压减|减少|削减|缩减|压缩|压降|净减少|增加|净增加?|上调|下调|调高|调低|降低|提高|提升|缩短|节约|节省)(?=.{2})/

/** 压减政府性基金项目30%, 下调存款准备金率0.5个百分点: the change stands before its noun. */
export function leadingVerb(phrase: string): { direction: Direction; rest: string } | null {
  const found = verbs.exec(phrase)
  if (!found?.[1]) return null
  return { direction: /增|上调|调高|提/.test(found[1]) ? 'up' : 'down', rest: phrase.slice(found[0].length) }
}

const endings = /(降价|减排|节约|节省|降本|提价|提速)$/

/** 药品平均降价超50%, 成本可节约30%: a deed that is a change. */
export function endingVerb(phrase: string): { direction: Direction; rest: string } | null {
  const found = endings.exec(phrase)
  if (!found?.[1] || phrase.length < 4) return null
  const rest = phrase.slice(0, found.index).replace(/(?:平均|可|较传统.{0,4}可)$/, '')
  return { direction: /提/.test(found[1]) ? 'up' : 'down', rest }
}

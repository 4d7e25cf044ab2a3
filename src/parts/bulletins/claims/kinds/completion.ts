import { baseOf, ownSubject, type Recogniser, type Site, wordsBetween } from '../site.ts'
import { tidy } from '../subject.ts'

const rates =
  /(?:目标|任务|计划|投资)?(?:完成率|完成进度|完成比例|完工率|开工率|建成率|交付率|竣工率|投产率|达产率|支出进度|支付进度|预算执行率|任务完成率)$/
const plan =
  /^(?:了)?(.{0,14}?(?:目标任务|总任务量|任务总量|总任务|目标值|目标|计划|预算|任务|规划(?=总?投资))(?:数|任务|总投资|投资|量|额|总量|总额|总数)?(?:[0-9.,]+[^，。的]{0,5})?)(?:的?(?:比例|进度|比重))?的?$/
/** 专网整合完成50%, 主体工程完成过半. */
const works = /(?:项目|工程|整合|建设|改造|施工|征迁|拆迁|任务|工程量|进度|治理|整治)$/
const cuts = /^(?:完成|占|占到|为|达到|达|是|实现|相当于|已完成)$/

/** 完成年度计划的47.6%, 占全年目标的58.6%, 为预算的51.2%, 投资完成率118%. */
export const readCompletion: Recogniser = (site) => {
  const { figure, reading } = site
  if (figure.family !== 'percent' && figure.family !== 'part' && figure.family !== 'fraction') return null
  const whole = wholeOf(site)
  if (whole) {
    const own = ownSubject(site, whole.from)
    const planned = own.text === '' ? plannedThing(whole.text) : ''
    const base = planned !== '' ? planned : baseOf(site, own.text)
    return { kind: 'completion', indicator: base, base, direction: null, whole: whole.text }
  }
  const own = ownSubject(site)
  const rated = rates.exec(own.text)
  if (rated && reading.change === null && figure.family === 'percent') {
    const bare = tidy(own.text.slice(0, rated.index))
    const kept = /^投资/.test(rated[0]) ? `${bare}投资` : bare
    const base = baseOf(site, kept)
    return { kind: 'completion', indicator: base, base, phrase: own.text, direction: null }
  }
  const done =
    /完成$/.test(wordsBetween(site, reading.predicateFrom, site.at)) && /^(?:[，。；、）]|$)/.test(site.behind)
  if (done && own.text === '' && site.memory?.kind === 'level' && figure.family === 'percent')
    return { kind: 'completion', indicator: site.memory.base, base: site.memory.base, direction: null }
  if (
    works.test(own.text) &&
    site.tokens[reading.predicateFrom]?.text &&
    /完成/.test(wordsBetween(site, reading.predicateFrom, site.at))
  )
    return { kind: 'completion', indicator: own.text, base: own.text, direction: null }
  if (figure.family === 'fraction' && /目标|任务|计划/.test(own.text) && reading.share === null)
    return { kind: 'completion', indicator: own.text, direction: null }
  return null
}

/** 完成教育布局总任务的70% names what was planned; 完成全年目标的70% does not. */
function plannedThing(whole: string): string {
  const thing = whole
    .replace(/[0-9.,]+.*$/, '')
    .replace(/(?:总?目标|总?任务|任务量|总任务量|目标任务|目标值|计划|预算)(?:数|额|量|总量|总额)?$/, '')
    .replace(/^(?:全年|年度|年初|年|规划|既定|预期|下达的?|[0-9]{4}年|一年|市定|省定)+/, '')
  return thing.length > 3 && !/投资$/.test(thing) ? thing : ''
}

/** The plan that the share is of, and the token where saying so begins. */
function wholeOf(site: Site): { text: string; from: number } | null {
  const { reading, tokens } = site
  const { from, subjectEnd } = reading
  const behindAmount = wordsBetween(site, from, subjectEnd)
  if (tokens[from - 1]?.figure && /^(?:全年|年度|年)?(?:目标|任务|计划|预算)的$/.test(behindAmount))
    return { text: `${tokens[from - 1]?.text ?? ''}${behindAmount.slice(0, -1)}`, from }
  for (let i = subjectEnd - 1; i >= from; i--) {
    if (!cuts.test(tokens[i]?.text ?? '')) continue
    const found = plan.exec(wordsBetween(site, i + 1, subjectEnd))
    if (found?.[1]) return { text: found[1], from: i }
  }
  return null
}

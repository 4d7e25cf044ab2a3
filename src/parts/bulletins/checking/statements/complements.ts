/** Parts that by their names make up the whole, whatever its figure: imports and exports, the three industries. */
export interface Complement {
  parts: readonly RegExp[]
  /** the name of the whole must match, where the parts alone do not make it certain */
  whole: RegExp
  /** a text that speaks of this counts a further part */
  unless?: RegExp
  /** Complete only where the whole stands right before and nothing of the kind behind. */
  loose?: true
}

const any = /./
const loose = true

const complements: readonly Complement[] = [
  {
    parts: [/(?:^|[^出])进口(?!额?.*比|替代)/, /(?:^|[^进])出口(?!.*比)/],
    whole: /进出口|外贸|跨境|包裹|货值|贸易|总额|总值|单量|交易额|报关单|清单/,
  },
  { parts: [/去程/, /回程/], whole: any },
  { parts: [/出境/, /入境/], whole: /班列|出入境|进出境/ },
  {
    parts: [/^(?:第一产业|一产)/, /^(?:第二产业|二产)/, /^(?:第三产业|三产)/],
    whole: any,
    unless: /用电|电量|居民生活/,
  },
  { parts: [/城镇/, /(?:农村|乡村)/], whole: /消费品|零售|人口/, unless: /人均|新增|就业/ },
  { parts: [/餐饮收入/, /商品零售/], whole: /零售|消费品/, unless: /限额以上|限上/ },
  { parts: [/(?:^|[^非])税收(?:收入)?$/, /非税(?:收入)?$/], whole: /预算收入|财政收入|公共收入/ },
  { parts: [/^内资/, /^外资/], whole: /企业|主体|资本|资金/, unless: /港澳台|利用/, loose },
  {
    parts: [/(?:境内|国内|省内|市内|区内|线上)/, /(?:境外|国外|国际|省外|市外|区外|线下)/],
    whole: any,
    unless: /增速|人均/,
    loose,
  },
  { parts: [/轻工业/, /重工业/], whole: any },
  { parts: [/^优(?:级)?(?:天数)?$/, /^良(?:好)?(?:天数)?$/], whole: /优良/ },
  { parts: [/男性/, /女性/], whole: /人口|人$|人数/ },
  { parts: [/企业$/, /个体(?:工商)?户/, /合作社/], whole: /主体/, loose },
  { parts: [/铁路/, /公路/, /水路|水运/, /民航|航空/], whole: /旅客|客运|人员流动|货运|货物|发送|运量/, loose },
  { parts: [/内地居民/, /港澳台/, /外国人/], whole: /出入境|人员|入境/, loose },
  { parts: [/揽收/, /投递/], whole: /快递|包裹|邮件/, loose },
  { parts: [/中央/, /地方/], whole: /赤字|预算支出|预算收入|财政收入|财政支出/, unless: /转移/, loose },
  { parts: [/税务部门/, /财政部门/], whole: /收入/, loose },
  { parts: [/国税/, /地税/, /财政/], whole: /收入/, loose },
  { parts: [/一般债券/, /专项债券/], whole: /债券/, loose },
  { parts: [/地上/, /地下/], whole: /面积/, loose },
  { parts: [/新建|新开工/, /续建|结转/], whole: /项目|投资/, loose },
  { parts: [/批发/, /住宿|餐饮/], whole: /零售/, loose },
  { parts: [/夏粮/, /早稻/, /秋粮/], whole: /粮食/, loose },
  { parts: [/强制性/, /推荐性/], whole: /标准/, loose },
  { parts: [/预期性/, /约束性/], whole: /指标/, loose },
]

/** Whether the name can be that of a part at all: asked of every figure, so it must be cheap. */
export function mayBePart(name: string): boolean {
  return /[口程境产城村乡入售税业优良性资内外际线户社路运航居台人收递央方部政券建发地上下开结住餐批粮稻]/.test(name)
}

/** The longest list of parts. */
export const mostParts = Math.max(...complements.map(({ parts }) => parts.length))

/** The complement whose parts these names are, each once; null when there is none. */
export function complementOf(names: readonly string[]): Complement | null {
  return complements.find(({ parts }) => parts.length === names.length && eachOnce(parts, names)) ?? null
}

/** 分别进出口a、b speaks of two countries: imports and exports must be named apart from 进出口. */
export function namedApart(names: readonly string[], words: string): boolean {
  if (!names.some((name) => /[进出]口/.test(name))) return true
  const apart = words.replaceAll('进出口', '')
  return apart.includes('进口') && apart.includes('出口')
}

/** Whether the name is that of a part of the complement and so cannot be its whole. */
export function namesPart({ parts }: Complement, name: string): boolean {
  return parts.filter((part) => part.test(name)).length === 1
}

function eachOnce(parts: readonly RegExp[], names: readonly string[]): boolean {
  const taken = new Set<number>()
  for (const name of names) {
    const fits = parts.flatMap((part, at) => (part.test(name) && !taken.has(at) ? [at] : []))
    if (fits.length !== 1 || fits[0] === undefined) return false
    taken.add(fits[0])
  }
  return true
}

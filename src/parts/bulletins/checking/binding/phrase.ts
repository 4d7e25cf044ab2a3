/** `进出口` as one sign, so that neither 进口 nor 出口 is found inside it. */
export const bothWays = '⇄'

const asides = /[（(][^（）()]{0,40}[）)]/g
/** “甲”“乙”等案例: examples that the noun does not need. */
const examples = /(?:[“"][^”"]{1,24}[”"]、?)+等/g
const marks = /[“”"‘’'《》〈〉「」、，,。；;：:\s·]/g
/** 汽车及零部件产业产值 超过1000亿元: a row's heading with the figure that stands beside it. */
const besideFigures =
  /\s?(?:超过|突破|达到|不低于|至少)?[0-9.]+[百千万亿]*(?:美元|元|包|列|班|辆|台|套|吨|平方米|个|家|人|天|%)(?:以上|以内|左右)?/g
/** Marks of Markdown that nobody sees. */
const unseen = /[\u2060\u200b-\u200f\ufeff]/g
const filler =
  /(?:截至目前|预计|累计|共计|(?<!公)共|实现|完成|达到|现已|已经|目前|总计|合计|力争|确保|全年|上半年|下半年|郑州经开区|经开区|经济技术开发区|开发区|全区|我区|本区|区内|了|的|等)/g
const spellings: readonly (readonly [RegExp, string])[] = [
  [/进出口/g, bothWays],
  [/电子商务/g, '电商'],
  [/一般公共预算|公共财政预算/g, '公共预算'],
  [/跨境(?:电商|贸易)/g, '跨境'],
  [/自由贸易(?:试验)?区|自贸试验区/g, '自贸区'],
  [/规模以上/g, '规上'],
  [/(物流|制造|建筑|零售|餐饮|批发)业/g, '$1'],
  [/产业|行业/g, ''],
  [/(?:累计)?生产((?!总值|性|线|能力|基地).{1,12})$/, '$1产量'],
  [/平均浓度|年均浓度|均值浓度/g, '平均浓度'],
]

/** Words that say nothing of what is measured: they may be left over when a phrase is laid on a name. */
const soft =
  /(?:重点企业|企业|重点|贸易|项目|使用|工作|规模|水平|指标|总额|总值|总量|数量|数|情况|建设|新增|本地|主要|增速|增长率|增幅|比重|占比|占|其中|业务|方面|投入|资金|辖区|整体|及|和|与|年|月|个|业|量|额)/g

/** A phrase or a name as binding compares it: without brackets, quotes, the zone's own name and words of achievement. */
export function plainPhrase(words: string): string {
  const known = plainly.get(words)
  if (known !== undefined) return known
  const shown = words.toLowerCase().replace(unseen, '').replace(besideFigures, '')
  let plain = shown.replace(asides, '').replace(examples, '').replace(marks, '').replace(filler, '')
  for (const [pattern, by] of spellings) plain = plain.replace(pattern, by)
  if (plainly.size >= 4000) plainly.clear()
  plainly.set(words, plain)
  return plain
}

// The same words come again and again within a text, and a check is asked for again after every choice.
const plainly = new Map<string, string>()

/** What is left of a phrase when soft words are taken away; empty for a phrase that names nothing (项目, 总量). */
export function hardPart(plain: string): string {
  return plain.replace(soft, '')
}

const generic = new Set(
  '投资 产值 总产值 产量 货值 货重 面积 收入 营业收入 税收 企业 包裹 开行 进口 出口 注册资本 交付 销售收入 增加值 金额 重量 利润 整车 网签 竣工 新开工'.split(
    ' ',
  ),
)

/** Whether a plain phrase could be said of many things, so that only its surroundings tell of which. */
export function isGeneric(plain: string): boolean {
  return plain === '' || plain === bothWays || generic.has(plain)
}

const verbs =
  /(?:围绕|建设|推进|加快|启动|投用|建成|开展|提升|增强|实施|落实|保持|发展|位居|继续|强化|完善|深化|坚持|运行|扩大|取得|持续)/
const sectors =
  /(?:事业|工作|方面|领域|经济|市场|行业|平台|生产|民生|形势|需求|动能|外贸|消费|投资|财政|环境|生态|农业|工业|服务业|城市|社会)$/
const entities =
  /(?:公司|集团|股份|汽车|客车|企业|厂|园区|产业园|街道|办事处|社区|镇|乡|县|市|省|基地|速运|电器|空调|医院|学校|大学|银行|超市|商场|村|港|学院|局|委|中心)$/

/** 某某公司, 海马汽车: a subject with a figure of its own. */
export function isEntity(subject: string): boolean {
  return entities.test(subject) && !verbs.test(subject) && !sectors.test(subject)
}

/** 博览中心建成投用: what the paragraph spoke of, not whose figure it is. */
export function isClause(subject: string): boolean {
  return verbs.test(subject) || sectors.test(subject)
}

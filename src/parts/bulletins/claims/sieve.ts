import type { Figure } from './figure.ts'
import type { Token } from './tokens.ts'
import { bearers, persons } from './unit-words.ts'

/**
 * Decides which numbers with a unit are figures at all. What is left over is part of a name, a threshold, a duration or
 * an idiom, and stays in the text as a name. Looks a bounded number of tokens to either side.
 */
export function siftFigures(tokens: Token[]): Token[] {
  return tokens.map((token, at) => {
    if (!token.figure) return token
    const reason = whyNoFigure(tokens, at, token.figure)
    if (reason === null) return token
    const { figure: _dropped, ...rest } = token
    return { ...rest, tag: 'name' as const, reason }
  })
}

type Check = (tokens: Token[], at: number, figure: Figure) => string | null

const checks: readonly Check[] = [
  streakCheck,
  ordinalCheck,
  bareCheck,
  durationCheck,
  scoreCheck,
  thresholdCheck,
  projectNameCheck,
  chineseCheck,
  ageCheck,
  locationCheck,
  kindCheck,
]

function whyNoFigure(tokens: Token[], at: number, figure: Figure): string | null {
  for (const check of checks) {
    const reason = check(tokens, at, figure)
    if (reason !== null) return reason
  }
  return null
}

/** 连续4个监测期, 连续12年: how long something has lasted. */
function streakCheck(tokens: Token[], at: number, { family }: Figure): string | null {
  if (/每(?:提高|增加|上升|下降|降低|减少|上涨|提升)$/.test(backText(tokens, at, 4))) return 'unit of change'
  return (family === 'count' || family === 'duration') && backText(tokens, at, 2) === '连续' ? 'streak length' : null
}

/** 第二 is a rank only behind 排名, 居 or a place (全省第二). */
function ordinalCheck(tokens: Token[], at: number, { family, chinese }: Figure): string | null {
  if (family !== 'rank') return null
  const before = backText(tokens, at, 24)
  const ranked =
    /(?:居|列|排名?|排位|位次|跻身|进入|进位|名次|升至|升到|上升到|跃升至|前移|荣获|领跑|蝉联|位序|摘得|由|从)[^，。；]{0,14}$/.test(
      before,
    )
  if (!chinese) return ranked || /[全省市国区界]$/.test(before) ? null : 'ordinal'
  const next = tokens[at + 1]
  const closed =
    !next || next.tag === 'mark' || next.tag === 'close' || next.tag === 'link' || /^[的，]/.test(next.text)
  const placed = /(?:全[国省市区县球州]|世界|国内|[省市区]内?|中部|西部|东部|中西部|同类|[家个]|首|中)$/.test(before)
  const scored = /(?:力|项|增速|增幅|总量|指数|得分|规模|水平|质量|占比|收入|产值|投资|GDP)$/.test(before)
  const plainly = /(?:增速|增幅|总量|规模|指数|得分|占比|GDP)$/.test(before)
  if (closed && (plainly || (scored && /^第[0-9]/.test(tokens[at]?.text ?? '')))) return null
  if (!closed && !(ranked && /^(?:梯队|方阵)/.test(next.text) === false && next.tag === 'aside')) return 'ordinal'
  return ranked || placed ? null : 'ordinal'
}

/** A number without a unit says something only when a neighbour lends the unit, or an index or a score is named. */
function bareCheck(tokens: Token[], at: number, { family, unit, chinese, scaleOnly }: Figure): string | null {
  if (family !== 'bare') return null
  const before = backText(tokens, at, 20)
  if (unit !== null && !chinese && saysTotal(tokens, at)) return null
  if (unit !== null) {
    if (lendsUnit(tokens, at, true)) return null
    const after = forwardText(tokens, at, 14)
    if (!scaleOnly && (persons.test(after) || (!chinese && bearers.test(after)))) return null
    const closed = !tokens[at + 1] || /^(?:mark|close)$/.test(tokens[at + 1]?.tag ?? '')
    if (/^大关/.test(forwardText(tokens, at, 4))) return null
    if (chinese && scaleOnly && closed && /(?:突破|超|达到?|迈上|跨越|破)$/.test(before)) return null
    return /(?:突破|超过?|达到?|近|迈上|跨越|约|为)$/.test(before) &&
      !/^[级亿万元]/.test(forwardText(tokens, at, 2)) &&
      !chinese
      ? null
      : 'number without unit'
  }
  if (lendsUnit(tokens, at)) return null
  if (chinese) return 'word, not a number'
  if (/(?:指数|系数|性别比|抚养比|容积率|倍差|死亡率|得分|评分)$/.test(before)) return null
  return /(?:指数|得分|评分|系数|比值|收入比|性别比|抚养比|死亡率|倍差|均分|总分|PMI|CPI|PPI)[^，。；、]{0,14}(?:为|达|至|到|由|从|[：:])$/.test(
    before,
  )
    ? null
    : 'number without unit'
}

/** 减少6800多万, 由8300万增加到1亿3千多万, 人口1000万以上: a scale alone is a total when nothing is counted behind it. */
function saysTotal(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  const closed =
    !next ||
    next.tag === 'mark' ||
    next.tag === 'close' ||
    next.words.some(({ tag }) => tag === 'behind' || tag === 'change' || tag === 'to')
  const led =
    before?.words.some(({ tag }) => ['change', 'to', 'level', 'qualify', 'link', 'new'].includes(tag)) ?? false
  return (
    closed &&
    (led ||
      /(?:人口|人数|人次|户数|数量|总数|规模|[额值]|收入|支出|投资|产量|销量|贷款|存款)$/.test(before?.text ?? ''))
  )
}

/** 14.1和13.2个百分点: the first number takes the unit of the second. */
export function lendsUnit(tokens: readonly Token[], at: number, scaled = false): Token | null {
  for (let i = at + 1; i < Math.min(tokens.length, at + 12); i++) {
    const token = tokens[i]
    if (!token) return null
    if (token.figure) {
      const bare = token.figure.unit === null || (scaled && token.figure.family === 'bare')
      if (!bare) return token.figure.family === 'rank' ? null : token
      continue
    }
    if (token.text !== '、' && !/^(?:和|与|及|以及)$/.test(token.text)) return null
  }
  return null
}

const lasting =
  /天数|时限|时间|工期|寿命|周期|优良|时长|期限|年限|达标天|开放|等待|平均[^，。；]{0,6}(?:用时|办理)|环节/
/** 日照时数, 无霜期, 工期 measure a length of time; 同期 and 假期 are times. */
const outlasts = /(?:期|时数|工时|时长|年龄|机龄|账龄)(?:为|达到?|约|长达|平均)?$/
const passes = /(?:[同假学任长近前后定短时本分到按预春暑为旺淡中]期|期间)(?:为|达到?|约|长达|平均)?$/
const lastingDays = /天数|优良|达标天/
const lastingYears = /(?:寿命|期限|年限|周期|工龄|工期)[^，。；]{0,8}$/

function durationCheck(tokens: Token[], at: number, { family, unit }: Figure): string | null {
  if (family !== 'duration') return null
  if (unit === '日') return 'date'
  if (/时$/.test(unit ?? '') && /^[学课]/.test(unit ?? '')) return null
  if (changedAgain(tokens, at, unit)) return null
  if (/^[百千]?[万亿]/.test(unit ?? '')) return null
  if (unit === '年') return lastingYears.test(backText(tokens, at, 16)) ? null : 'period'
  if (outlasts.test(backText(tokens, at, 8)) && !passes.test(backText(tokens, at, 8))) return null
  if (/^[优良]$/.test(tokens[at - 1]?.text.slice(-1) ?? '') && unit === '天') return null
  if (/(?:春节|假期|节日|春运|期间|为期|历时|前)$/.test(backText(tokens, at, 4))) return 'period'
  const before = backText(tokens, at, 60)
  const clause = unit === '天' ? (/[^，。；]*$/.exec(before)?.[0] ?? '') : before
  return lastingDays.test(before) || lasting.test(clause) ? null : 'period'
}

/** 平均周期46天，同比缩短5.8天: what a length of time changed by. */
function changedAgain(tokens: Token[], at: number, unit: string | null): boolean {
  if (!tokens[at - 1]?.words.some(({ tag }) => tag === 'change')) return false
  for (let i = at - 2; i > Math.max(0, at - 10); i--) if (tokens[i]?.figure?.unit === unit) return true
  return false
}

function scoreCheck(tokens: Token[], at: number, { family, unit, value }: Figure): string | null {
  if (family !== 'score') return null
  const before = backText(tokens, at, 40)
  if (unit === '点') {
    const index = Number(value) > 24 || /\./.test(value ?? '')
    return index || /指数|PMI|点位/.test(before) ? null : 'clock time'
  }
  return /得分|评分|分数|均分|总分|考核|满意度|成绩|测评|指数|平均/.test(before) ? null : 'not a figure'
}

const bigOnes =
  /^的?(?:重大|重点|工业|产业|外资|骨干|龙头|规上|大型|制造业|高新技术|以上)?(?:企业|项目|园区|产业集群|集群|镇|乡镇|村|单位|平台|产品|商场|街区|县|省份|城市|强县|大省)(?!数)/

/** 10亿元以上项目, 2000万元及以上的企业: the figure says which, not how much. */
function thresholdCheck(tokens: Token[], at: number, { family, unit }: Figure): string | null {
  if ((family === 'count' || family === 'bare') && !/^(?:人|户|床|岁)$/.test(unit ?? '')) return null
  if (family === 'percent' || family === 'part' || family === 'fraction' || family === 'points' || family === 'times')
    return null
  const after = forwardText(tokens, at, 14)
  const over = /(?:超过?|逾|突破|过)$/.test(backText(tokens, at, 3))
  if (over && (bigOnes.test(after) || /^的?[0-9]/.test(after))) return 'threshold'
  if (tokens[at]?.figure?.upper && /^的[^，。；]{0,6}(?:企业|项目|园区|单位)/.test(after)) return 'threshold'
  if (/^及?以上的[0-9]/.test(after)) return 'threshold'
  if (/^及?以上、[0-9.]+[百千]?[万亿]*[元吨人户]及?以上(?=[^，。；0-9])/.test(forwardText(tokens, at, 24)))
    return 'threshold'
  const found = /^及?(?:以上|以下|以内|（含）以上)(?:的)?(?=[^，。；、！？\n）的0-9])(?!大关)/.exec(after)
  if (!found) return null
  return /^(?:，|。|；)/.test(after.slice(found[0].length)) ? null : 'threshold'
}

const makes = /(?:年产|日产|年处理|日处理|年加工|年回收|年拆解|产能|年生产|年屠宰|装机|集团|公司|总装机)$/
const building = /^(?:的)?[^，。；：！？\n]{1,22}?(?:项目|工程|生产线|基地|产线|计划)/

/** 年产30万吨铝箔项目 is the name of a project; 总投资20亿元的项目 is not. */
function projectNameCheck(tokens: Token[], at: number, { family, unit }: Figure): string | null {
  if (family !== 'physical' && family !== 'count') return null
  if (!unit || /[个家项所处条位名户座批]$/.test(unit)) return null
  const after = forwardText(tokens, at, 26)
  if (!building.test(after)) return null
  const next = tokens[at + 1]
  if (!next || !['text', 'noun', 'name', 'verb', 'change'].includes(next.tag)) return null
  if (makes.test(backText(tokens, at, 8))) return 'project name'
  return /^[万亿]/.test(unit) &&
    /(?:项目|工程|生产线|基地)(?:正式)?(?:签约|开工|投产|落地|启动|建设|竣工|顺利|建成|加快|落户|奠基|成功)/.test(
      forwardText(tokens, at, 40),
    )
    ? 'project name'
    : null
}

const notCounted =
  /^(?:方面|维护|意识|自信|坚持|专项|转变|确保|聚焦|大局|问题|层面|阶段|月|行动|中心|环节|统筹|全面|文明|体系|结合|百年|主题|着力|更加|重大|赛区|到位|提升|优化|清单|目标|关键)/

/** 三大, 两会, 一个中心: Chinese numerals count as figures only where a count is plainly meant. */
function chineseCheck(tokens: Token[], at: number, figure: Figure): string | null {
  const { chinese, family, scaleOnly, unit } = figure
  if (
    !chinese ||
    family === 'rank' ||
    family === 'bare' ||
    family === 'part' ||
    family === 'points' ||
    family === 'fold'
  )
    return null
  const before = tokens[at - 1]
  const pushed = before?.words.some(({ tag }) => ['qualify', 'compare', 'change', 'new', 'verb', 'to'].includes(tag))
  if (scaleOnly && figure.qualifier === null) {
    const said = pushed || /(?:达|达到|迈上|站上|跨越|冲刺|稳定在|保持在)$/.test(backText(tokens, at, 4))
    return said && !/^[级企人强户]/.test(forwardText(tokens, at, 2)) && !/^个/.test(unit ?? '')
      ? null
      : 'word, not a number'
  }
  if (/^上[百千万]|^[数几]/.test(backText(tokens, at, 1) + (tokens[at]?.text ?? ''))) return 'vague number'
  if (family === 'duration' || family === 'score') return lasting.test(backText(tokens, at, 40)) ? null : 'period'
  if (family !== 'count') return null
  if (/[这该各前每两在首另同]$/.test(backText(tokens, at, 1)) && /中|以来|$/.test(forwardText(tokens, at, 8))) {
    if (/[这该各前每首另同]$/.test(backText(tokens, at, 1))) return 'word, not a number'
    if (/^[^，。；]{1,7}中/.test(forwardText(tokens, at, 8))) return 'group'
  }
  if (notCounted.test(forwardText(tokens, at, 4))) return 'phrase'
  const value = Number(figure.value)
  if (value >= 10 || /万|亿/.test(unit ?? '') || figure.qualifier !== null) return null
  if (/^[位名]$/.test(unit ?? '') && /(?:位次|排名|名次)[^，。；]{0,6}$/.test(backText(tokens, at, 12))) return null
  if (/^(?:个位次|位次)/.test(unit ?? '') || (unit === '个' && /^位次/.test(forwardText(tokens, at, 2)))) return null
  return pushed && before?.words.some(({ tag }) => tag !== 'verb' || value > 1) && value > 1
    ? null
    : 'word, not a number'
}

function ageCheck(tokens: Token[], at: number, { unit }: Figure): string | null {
  return unit === '岁' && !/平均|寿命/.test(backText(tokens, at, 40)) ? 'age' : null
}

/** 25兆瓦级风电轴承, 万吨级泊位: the figure names a kind of thing. */
function kindCheck(tokens: Token[], at: number, figure: Figure): string | null {
  const { family } = figure
  if (figure.unit === '千伏') return 'specification'
  return (family === 'physical' || family === 'money') && /^级/.test(forwardText(tokens, at, 2))
    ? 'specification'
    : null
}

/** 向南200米, 距市区15公里: says where. */
function locationCheck(tokens: Token[], at: number, { unit }: Figure): string | null {
  if (unit === '度' && /[东西]经$|[南北]纬$/.test(backText(tokens, at, 2))) return 'coordinate'
  if (unit !== '米' && unit !== '公里') return null
  return /(?:[向往以][东南西北]|距离?[^，。；]{0,8})$/.test(backText(tokens, at, 10)) ? 'location' : null
}

/** The text of the tokens before `at`, no more than `reach` characters of it. */
export function backText(tokens: readonly Token[], at: number, reach: number): string {
  let text = ''
  for (let i = at - 1; i >= 0 && text.length < reach; i--) text = (tokens[i]?.text ?? '') + text
  return text.slice(-reach)
}

/** The text of the tokens behind `at`, no more than `reach` characters of it. */
export function forwardText(tokens: readonly Token[], at: number, reach: number): string {
  let text = ''
  for (let i = at + 1; i < tokens.length && text.length < reach; i++) text += tokens[i]?.text ?? ''
  return text.slice(0, reach)
}

import type { ClaimKind, Modality } from './claim.ts'

/** What the heading of a column says of the figures below it. */
export interface Column {
  /** What is measured, when the heading names it: 增加值 of 增加值（亿元）; empty for 绝对额 and 同比增长（%）. */
  measure: string
  kind: ClaimKind | null
  unit: string | null
  versus: string | null
  modality: Modality | null
  /** 增减额: an increase or decrease in the unit itself. */
  delta: boolean
  /** 下降（%）: what stands below has fallen by so much. */
  falls: boolean
  /** 序号, 电话, 年份: numbers that say nothing. */
  counts: boolean
}

const unitInBracket = /（(?:单位[：:]?)?((?:[十百千万亿]{0,3}[^（），、。0-9]{0,8}|[%‰]|±%))(?:，[^（）]*)?）/
const saysUnit = /单位[：:]([^\s，。；、）（]{1,10})/

/** 亿元 of （亿元） or of 单位：亿元. */
export function unitIn(heading: string): string | null {
  const said = saysUnit.exec(heading)?.[1] ?? unitInBracket.exec(heading)?.[1] ?? null
  if (said === null || said === '') return null
  const plain = said.replace(/^±/, '').replace(/^百分点$/, '个百分点')
  return looksLikeUnit.test(plain) ? plain : null
}

/** 地区生产总值 亿元: a column of units stands between the name of the row and its figures. */
export function rowHeading(beside: string): { name: string; unit: string | null } {
  const words = beside.split(/\s+/).filter((word) => word !== '')
  const last = words.at(-1) ?? ''
  const unit = words.length > 1 && looksLikeUnit.test(last) ? last : null
  return { name: (unit ? words.slice(0, -1) : words).join(''), unit: unit ?? unitIn(beside) }
}

const looksLikeUnit =
  /^(?:%|‰|个百分点|[十百千万亿]{0,3}(?:元|美元|欧元|元人民币|吨|公斤|斤|千瓦时|度|千瓦|立方米|平方米|平方公里|公里|米|亩|公顷|人次?|个|家|户|辆|台|套|件|艘|架次?|列|箱|标箱|标准箱|TEU|只|头|条|项|所|座|处|宗|起|份|张|床|栋|名|位|吨公里|人公里|元\/.{1,4}|微克\/立方米|毫克\/立方米|吨标准煤|天|分))$/
const wordless =
  /(?:绝对额|绝对数|绝对量|实绩|数值|数额|数量|指标值|完成额|完成数|完成情况|累计完成|实际完成|本期数?|本月数?|本年|累计数?|自年初累计|当月数?|当期数?|全年|合计|总计|总量|实际|同比|环比|比上年|比去年|较上年|较去年|上年|去年|同期数?|增长率?|增速|增幅|涨幅|增减额?|增减|升降|涨跌|下降|降幅|上升|速度|幅度|变化|变动|比重|占比|构成|份额|所占|占全[市省区国]|排名|排位|位次|名次|完成率|完成进度|完成比例|进度|计划数?|目标值?|任务数?|预算数?|年初|年度|指标|项目|名称|地区|单位|分类|类别|其中|序号|[1-4一二三四]季度|[0-9]{1,2}(?:[—-][0-9]{1,2})?月份?|(?:19|20)[0-9]{2}年?|上半年|前[一二三]季度|[±%（）：:、—\-\s]|年|的|在|全[市省区国])/g

/** The heading of a column told apart: 地区生产总值同比增长（%） measures 地区生产总值, in per cent, as a change. */
export function columnOf(above: string): Column {
  const unit = unitIn(above)
  const bare = above.replace(unitInBracket, '').replace(saysUnit, '')
  const percent = unit === '%' || unit === '‰' || /[%‰]/.test(above)
  const change =
    /(?:同比|环比|增长|增速|增幅|涨幅|增减|升降|涨跌|下降|降幅|上升|变化|变动|±)/.test(bare) || /±/.test(above)
  const points = unit === '个百分点'
  const kind = kindIn(bare, { percent, change, points })
  return {
    measure: measureOf(bare),
    kind,
    unit: unit ?? (percent ? '%' : null),
    versus: /同比|环比|比上年(?:同期)?|比去年(?:同期)?|较上年(?:同期)?|较去年(?:同期)?/.exec(bare)?.[0] ?? null,
    modality: /(?:完成率|完成进度|占)/.test(bare)
      ? null
      : /目标|任务/.test(bare)
        ? 'target'
        : /计划|预算/.test(bare)
          ? 'plan'
          : null,
    delta: change && kind === null,
    falls: /(?:下降|降幅|减少)/.test(bare) && !/升降|增减/.test(bare),
    counts: /^(?:序号|编号|代码|电话|年份|年度|备注|行次|邮编)/.test(above.trim()),
  }
}

function kindIn(
  bare: string,
  { percent, change, points }: { percent: boolean; change: boolean; points: boolean },
): ClaimKind | null {
  if (/(?:排名|排位|位次|名次)/.test(bare)) return 'rank'
  if (points) return 'change_points'
  if (
    /(?:完成率|完成进度|完成比例|完成目标|完成计划|占(?:年度|全年)?(?:目标|计划|预算))/.test(bare) &&
    !/完成额/.test(bare)
  )
    return 'completion'
  if (/(?:比重|占比|构成|份额|占全)/.test(bare)) return 'share'
  return percent && change ? 'change_pct' : null
}

/** What a heading names, without unit, period and the words that only say how it is told. */
export function measureOf(heading: string): string {
  const plain = heading
    .replace(unitInBracket, '')
    .replace(
      /^\s*(?:其中[：:]?|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.、．]|[#＃])?\s*/,
      '',
    )
    .replace(/（[^（）]{0,20}）$/, (all) => (/[A-Z]/.test(all) ? all : ''))
  const bare = plain.replace(/^占.*(?:计划|目标|预算|任务).*$/, '').replace(wordless, '')
  return bare === '' ? '' : plain.replace(edges, '').trim()
}

const edges =
  /^(?:(?:19|20)[0-9]{2}年|[0-9]{1,2}(?:[—-][0-9]{1,2})?月份?|上半年|全年|本月|累计|本期|当月)+|(?:绝对额|绝对数|实绩|数值|指标值|完成额|完成数|本期数?|本月数?|累计数?|当月数?|合计|同比.*|环比.*|比上年.*|比去年.*|较上年.*|增长率?|增速|增幅|涨幅|增减.*|升降.*|下降|降幅|比重|占比|构成|份额|排名|位次|名次|完成率|完成进度|计划数?|目标值?|任务数?|预算数?|总量)+$/g

/** 经开区, 合计, 全市, 2021年: a row that is a place or a time, no indicator. */
export function isPlace(row: string): boolean {
  return /^(?:合计|总计|小计|全[国省市区县]|平均)$|(?:省|市|区|县|旗|镇|乡|街道|办事处|园区|新区|村)$/.test(row) &&
    !/(?:小区|社区建设)$/.test(row)
    ? true
    : /^(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)$/.test(
        row,
      )
}

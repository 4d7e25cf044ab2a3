/** One standard of the zone: category, names, words people search by, who handles it, when it is registered and closed, and the limit. */
export interface StandardRow {
  code: string
  name: string
  english: string
  keywords: string
  unit: string
  condition: string
  close: string
  limit: string
  /** how often it comes up, among all */
  weight: number
}

export const majors: Record<string, readonly [string, string]> = {
  C01: ['公用设施', 'Public utilities'],
  E01: ['市容环境', 'City environment'],
  E02: ['宣传广告', 'Signs and advertising'],
  E03: ['施工管理', 'Construction sites'],
  E05: ['街面秩序', 'Street order'],
  E06: ['生态环保督察', 'Environmental inspection'],
  E07: ['项目服务', 'Service to projects'],
}

/** Handled by whoever's ground it is. */
export const local = '属地办事处'

// code | name | English | keywords | unit | registered when | closed when | limit | weight
const table = `
C0101|井盖缺失|Missing manhole cover|井盖 窨井 沙井|城市管理局|井盖缺失、移位或被盗|井盖复位且稳固，周边清理干净|2紧急工作时|26
C0101|井盖缺失|Missing manhole cover|井盖 窨井 沙井|城市管理局|井盖破损或异响，尚能承重|更换井盖，无异响|2工作日|34
C0102|雨箅堵塞|Blocked rain grate|雨水口 雨篦子|城市管理局|雨箅堵塞三分之一以上|雨箅畅通，淤物清运|1工作日|30
C0103|路灯不亮|Street light out|路灯 照明|城市管理局|单灯不亮或昼亮夜灭|路灯恢复正常|3工作日|44
C0104|供水管破裂|Burst water main|漏水 水管 爆管|城市管理局|供水管破裂、路面冒水|止水并恢复供水，路面清理|1紧急工作时|10
E0101|暴露垃圾|Uncollected rubbish|垃圾 垃圾堆|${local}|垃圾裸露堆放，面积1平方米以上|垃圾清运干净，地面无污渍|4工作时|96
E0102|积存渣土|Heaped spoil|渣土 建筑垃圾|城市管理局|无主渣土积存|渣土清运，场地平整覆盖|5工作日|46
E0103|道路破损|Damaged road|坑洼 路面破损|城市管理局|车行道坑洼深度3厘米以上|路面修复平整|5工作日|58
E0104|道路遗撒|Spills on the road|遗撒 抛洒|城市管理局|运输车辆遗撒，影响通行或观感|路面冲洗干净|4工作时|40
E0105|焚烧垃圾|Burning of rubbish|焚烧 烧垃圾 烟|${local}|露天焚烧垃圾、落叶或秸秆|火点扑灭，灰烬清理|2紧急工作时|36
E0106|水域不洁|Littered water|水面 漂浮物|${local}|水面漂浮垃圾成片|打捞干净|2工作日|26
E0107|黑臭水体|Black-odorous water|黑臭 河道 异味 排污|环境保护局|水体发黑发臭或有污水直排|截断污水来源，水质感官恢复|2工作日|44
E0107|黑臭水体|Black-odorous water|黑臭 河道 异味 排污|环境保护局|整段河道需清淤、截污改造|清淤截污完成，监测达标|20工作日|20
E0108|乱排污水|Sewage let out|污水 直排|环境保护局|向道路、雨水管或水体排放污水|停止排放并清理|2工作日|40
E0109|违法建设|Unlawful building|违建 私搭乱建|${local}|在建违法建设|停工并拆除|2紧急工作日|16
E0109|违法建设|Unlawful building|违建 私搭乱建|${local}|已形成的违法建设|依法拆除，场地清理|15工作日|18
E0201|乱贴小广告|Stuck-up adverts|小广告 涂写|${local}|墙面、线杆张贴或涂写小广告|清除干净，无痕迹|1工作日|60
E0202|违规户外广告|Unlawful hoarding|广告牌 招牌|城市管理局|未经批准或破损的户外广告|拆除或修复|3工作日|26
E0301|施工扰民|Noise from building work|噪声 夜间施工|建设局|夜间22时至次日6时无证施工|停止施工，依法查处|2紧急工作时|62
E0302|施工占道|Works blocking the road|占道 围挡|建设局|未经批准占道施工或堆料|清退占道，恢复通行|1工作日|34
E0304|工地扬尘|Dust from building sites|扬尘 工地 土方 覆盖|建设局|土方作业未湿法、裸土未覆盖|落实覆盖、喷淋，制止、查处并整改|2工作时|150
E0304|工地扬尘|Dust from building sites|扬尘 工地 土方 覆盖|建设局|“六个百分之百”措施缺失，需停工整改|整改到位并经复查|3工作日|56
E0307|围挡破损|Damaged hoarding round a site|围挡 围墙|建设局|围挡缺失或破损|围挡修复完好|2工作日|36
E0308|道路未硬化|Unpaved site road|硬化 进出口|建设局|工地出入口道路未硬化|完成硬化并冲洗|5工作日|26
E0311|渣土车未密闭|Uncovered spoil lorry|渣土车 苫盖|城市管理局|渣土运输车辆未密闭|查处并冲洗路面|2工作日|42
E0501|占道经营|Trading on the road|摆摊 流动摊贩|${local}|占用道路摆摊设点|劝离并清理|2工作时|84
E0502|机动车乱停|Parked in the way|停车 违停|城市管理局|占用人行道、消防通道停车|车辆驶离或依法处理|4工作时|64
E0601|小散乱污企业|Scattered polluter|小散乱污 作坊 喷漆|环境保护局|无证无照或无治污设施的作坊|断水断电、清原料、清设备|7工作日|66
E0602|督察交办大气|Inspection: air|督察 大气 异味|环境保护局|督察组交办的大气污染问题|整改到位，两级验收销号|15工作日|0
E0603|督察交办水|Inspection: water|督察 水|环境保护局|督察组交办的水污染问题|整改到位，两级验收销号|15工作日|0
E0604|督察交办噪声|Inspection: noise|督察 噪声|城市管理局|督察组交办的噪声问题|整改到位，两级验收销号|10工作日|0
E0605|督察交办固废|Inspection: waste|督察 垃圾 固废|城市管理局|督察组交办的固体废物问题|清运处置，两级验收销号|15工作日|0
E0701|项目用地受阻|A project's land is blocked|用地 拆迁 清表|${local}|用地未清、阻工影响项目开工|障碍清除，企业确认|5工作日|0
E0702|项目配套受阻|A project's utilities are blocked|供电 供水 道路 配套|建设局|水电气路配套未通影响项目进度|配套接通，企业确认|10工作日|0`

export const standardRows: readonly StandardRow[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [code, name, english, keywords, unit, condition, close, limit, weight] = line.split('|') as string[]
    return {
      ...{ code: code!, name: name!, english: english!, keywords: keywords!, unit: unit!, condition: condition! },
      ...{ close: close!, limit: limit!, weight: Number(weight) },
    }
  })

/** The number of a standard within its category, from 1. */
export function ordinalOf(row: StandardRow): number {
  return standardRows.filter(({ code }) => code === row.code).indexOf(row) + 1
}

const headings =
  '大类代码,大类名称,大类英文,小类代码,小类名称,小类英文,关键词,处置单位,主管部门,立案条件,结案条件,处置时限'

/** matters/standards.csv, in the columns of a city's workbook. */
export function standardCells(): { headings: string; rows: string[][] } {
  const rows = standardRows.map(({ code, name, english, keywords, unit, condition, close, limit }) => {
    const major = code.slice(0, 3)
    const competent = unit === local ? '城市管理局' : unit
    return [major, ...majors[major]!, code, name, english, keywords, unit, competent, condition, close, limit]
  })
  return { headings, rows }
}

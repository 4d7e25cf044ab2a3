export type UnitFamily = 'money' | 'physical' | 'count' | 'duration' | 'percent' | 'points' | 'times' | 'score'

const families: Record<UnitFamily, string> = {
  money: '元 美元 港元 港币 欧元 日元 英镑 卢布 人民币 元人民币',
  physical:
    '吨 公斤 千克 斤 海里 盎司 加仑 千瓦时 度 度电 千瓦 兆瓦时 吉瓦时 兆瓦 吉瓦 立方米 立方 平方米 平方公里 平方千米 平米 平方 公里 千米 米 亩 公顷 升 吨标准煤 吨标煤 吨公里 人公里 ' +
    '摄氏度 ℃ 分贝 桶 微克 毫克 标准立方米 标方 千伏 延米 延长米 车道公里 载重吨 千伏安 毫米 厘米 赫兹 MW GW kW KW kWh KWh GWh MWh km KM kg KG t ㎡ m² m2 m3 m³ ' +
    'mm nm dB PB TB EFLOPS Gbps 大卡 千焦 焦 岁 总吨 综合吨 计费吨 标准吨',
  count:
    '个 家 户 人 名 位 人次 家次 户次 件 件次 辆 辆次 大类 套（间） 标台 台 台次 台套 套 班 班次 班列 列 列次 趟 艘 艘次 架 架次 包 票 单 箱 标箱 重量箱 标准箱 自然箱 TEU 只 头 羽 股 手 条 项 所 座 处 ' +
    '幢 栋 宗 起 场 场次 次 笔 份 篇 种 支 部 间 床 张 对 款 批 批次 孔 盏 棵 株 组 册 门 例 颗 枚 片 块 眼 口 尾 匹 车次 车 标段 人份 剂 剂次 个次 席 期 户数 人数 ' +
    '对次 天次 卷 样本 批 面 顶 道 根 套次 店次 亿件 折标箱 国际标准箱 样 档 个位次 位次 个名次 名次',
  duration: '年 个月 天 周 小时 分钟 日 个季度 个工作日 工作日 秒 个小时 学时 课时 周年 昼夜 个交易日 微秒 毫秒',
  percent: '% ‰',
  points: '个百分点 百分点 个基点 基点 BP bp 个点',
  times: '倍',
  score: '分 点',
}

/** People behind a number without a unit: 6600多万农村人口, 100万新就业群体. */
export const persons =
  /^(?:左右|以上)?(?:的)?[^，。；、0-9]{0,6}?(?:人口|群众|居民|劳动力|职工|农民|农牧民|牧民|市民|学生|学子|干部|考生|人|群体|对象|婴幼儿|教师|党员|孕产妇|妇女|患者|军人|在校生|学员|儿童|用户|消费者|志愿者|从业者)/

/** What a bare number may count besides people: 900多万个体工商户. */
export const bearers =
  /^(?:左右|以上)?(?:的)?[^，。；、0-9]{0,4}?(?:个体工商户|农户|市场主体|经营主体|企业|家庭|中小微)/

const perUnit = new Set(
  '百平方公里 百公里 万平方公里 百户 百人 亿元 人 亩 吨 平方米 平方公里 立方米 升 天 日 年 月 户 公斤 斤 千瓦时 度 公里 小时 万元 元 件 台 套 辆 头 箱 标箱 公顷 平米 平方 次 秒 股 桶 万人 千人 L m3 m³ ㎡ km2 d h'.split(
    ' ',
  ),
)

const byFirst = new Map<string, { word: string; family: UnitFamily }[]>()
for (const [family, words] of Object.entries(families) as [UnitFamily, string][])
  for (const word of words.split(' ')) {
    const list = byFirst.get(word.charAt(0)) ?? []
    list.push({ word, family })
    list.sort((one, other) => other.word.length - one.word.length)
    byFirst.set(word.charAt(0), list)
  }

/** Words that begin like a unit and are none: 分别, 天然气, 人均, 台风, 位于, 年均… */
const notUnits =
  /^(?:个[体人别性转]|分[别之布为公局级行支区类钟]|天[然津气]|人[均民工才口大社]|台[风阶州湾]|位[于居列次]|年[均产末]|度[假过]|元[旦素]|家[庭电居具乡]|户[籍均口外]|名[列牌单誉为优]|条[例件款]|项[目]|部[门分署长队委]|种[植子业类养]|面[积向临对]|口[岸径]|片区|道路|对[接口外标于比]|组[织建成团]|场[馆景地所]|次[产于]|座[谈]|处[置于理罚]|起[草步来到飞降]|门[类槛户]|单[位体]|头[部]|支[持付出撑部队]|期[间末货]|例如|包[括含容裹]|箱[包]|批[零发准复]|点[击多]|米[其]|间[接]|张[家]|款[项]|块[链]|根[据本治]|车[辆间站型用企]|样[板]|档[案]|卷|份额|件[均]|股[份东权票市价]|手[机续段术工法里中头])/

export interface UnitAt {
  unit: string
  family: UnitFamily
  end: number
}

/** The longest unit that stands at `i`, with a `/unit` behind it (元/平方米); null when none does. */
export function unitAt(text: string, i: number): UnitAt | null {
  const found = baseUnitAt(text, i)
  if (!found) return null
  const { word, family } = found
  let end = i + word.length
  if (text.charAt(end) === '/' || (text.charAt(end) === '每' && family !== 'count')) {
    const per = perAt(text, end + 1)
    if (per !== '') end += 1 + per.length
  }
  const unit = text.slice(i, end)
  return { unit, family: unit.includes('/') && family === 'count' ? 'physical' : family, end }
}

function baseUnitAt(text: string, i: number) {
  if (text.charAt(i) === '%' || text.charAt(i) === '‰') return { word: text.charAt(i), family: 'percent' as const }
  const list = byFirst.get(text.charAt(i))
  if (!list) return null
  const found = list.find(({ word }) => text.startsWith(word, i))
  if (!found) return null
  if (/^[A-Za-z]/.test(found.word) && /[A-Za-z]/.test(text.charAt(i + found.word.length))) return null
  if (found.word.length === 1 && notUnits.test(text.slice(i, i + 2))) return null
  return found
}

function perAt(text: string, i: number): string {
  for (let length = 6; length > 0; length--)
    if (perUnit.has(text.slice(i, i + length))) return text.slice(i, i + length)
  return ''
}

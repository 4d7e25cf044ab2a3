import { csv, type ZoneFiles } from './csv.ts'
import { dayAfter } from './free-trade-changes.ts'
import { freeTradeMonths } from './free-trade-levels.ts'
import { type Random, seeded } from './random.ts'
import { daysOfMonth, weekday } from './year.ts'

const opened = '2017-04-01'
const lastDay = '2018-06-30'

/** Documents of no office, named so that nobody takes them for one. */
const documents = [
  { document: '示例文件〔2016〕第一批', issued: '2016-11-10' },
  { document: '示例文件〔2017〕第二批', issued: '2017-03-20' },
  { document: '示例文件〔2017〕第三批', issued: '2017-09-05' },
]

const reformTitles = `
企业名称自主查询申报|企业简易注销|多证合一一次办|外商投资企业备案与登记同窗受理|电子营业执照通用|住所申报承诺|经营范围勾选登记|银行网点代办登记
进口货物预检验|原产地证书网上签发|查验结果参考互认|空箱自动放行|保税展示交易|内销选择性征税|仓储货物按状态分类监管|批次进出集中申报
单一窗口一次录入|跨境电商零售进口分类管理|出口退税一窗办理|税控票据自助领取|纳税信用等级联动|办税事项同城通办|汇总征税|企业自报自缴
经常项目便利收付|跨境人民币双向资金池|外债登记网上办|融资租赁公司兼营保理|知识产权质押融资|信用分级监管|双随机跨部门联合抽查|事中事后风险预警
工程项目并联审批|区域环评共享|施工许可告知承诺|一般固体废物转移备案|国际船员证书代办|外籍人才工作居留同办|公证材料容缺受理|民商事调解与仲裁衔接`
  .trim()
  .split(/[|\n]/)

const comingTitles = [
  '数字证书互认',
  '二手车出口一站办理',
  '保税维修白名单',
  '跨境数据托管试点',
  '进口药品样品通关便利',
  '集装箱共享调度',
]

const cases = `
一区多功能|一店多模式|多式联运一单到底|班列运费分段结算|跨境包裹秒级通关|保税仓直播看样|整车进口先放后检|审批事项网上套餐`
  .trim()
  .split('|')

const comingCases = ['铁路提单质押融资', '空箱调运共享平台', '粮食口岸随到随检']

/** records/trade/ftz-reforms.csv and ftz-innovations.csv: a row an item and stage, in the order of days. */
export function policyFiles(): ZoneFiles {
  return new Map([
    [
      'records/trade/ftz-reforms.csv',
      csv('编号,改革事项,印发文件,印发日期,阶段,达到日期,惠及企业(家)', inOrder(reformRows(), 5)),
    ],
    [
      'records/trade/ftz-innovations.csv',
      csv('编号,创新案例,阶段,达到日期,报送对象,参与企业(家)', inOrder(caseRows(), 3)),
    ],
  ])
}

function reformRows(): string[][] {
  const random = seeded('free trade reforms')
  const days = freeTradeMonths.flatMap(({ month, reforms }) => daysIn(month, reforms, random))
  const copied = reformTitles.flatMap((title, place) => {
    const day = days[place]!
    const paper = documents.findLast(({ issued }) => issued < day)!
    const step = rowOf(numberOf('FZ', place), title, paper)
    const [studied, adopted] = [dayBefore(day, 50 + random.below(30)), dayBefore(day, 15 + random.below(20))]
    const effect = place === reformTitles.length - 12 ? lastDay : officeDay(dayAfter(day, 30 + random.below(60)))
    return [
      step('研究', later(studied, paper.issued)),
      step('采纳', later(adopted, paper.issued)),
      step('复制落地', day, String(3 + random.below(40))),
      ...(effect <= lastDay ? [step('见效', effect, String(20 + random.below(600)))] : []),
    ]
  })
  const coming = comingTitles.flatMap((title, place) => {
    const step = rowOf(numberOf('FZ', reformTitles.length + place), title, documents[2]!)
    const studied = officeDay(dayAfter('2018-03-05', place * 14))
    return place % 2 ? [step('研究', studied)] : [step('研究', studied), step('采纳', officeDay(dayAfter(studied, 30)))]
  })
  return [...copied, ...coming]
}

function rowOf(number: string, title: string, paper: { document: string; issued: string }) {
  return (stage: string, day: string, served = '') => [number, title, paper.document, paper.issued, stage, day, served]
}

function caseRows(): string[][] {
  const random = seeded('free trade innovations')
  const days = freeTradeMonths.flatMap(({ month, innovations }) => daysIn(month, innovations, random))
  const reported = cases.flatMap((title, place) => {
    const day = days[place]!
    const step = (stage: string, on: string, receiver = '') => [
      ...[numberOf('CX', place), title, stage, on, receiver, String(2 + random.below(30))],
    ]
    const province = officeDay(dayAfter(day, 90 + random.below(40)))
    const nation = place === 2 ? lastDay : ''
    return [
      step('起草', officeDay(dayAfter(opened, 10 + place * 3))),
      step('备案', dayBefore(day, 14 + random.below(10))),
      step('上报', day, '省自贸试验区工作办公室'),
      ...(province <= lastDay && place % 2 === 0 ? [step('全省推广', province, '省自贸试验区工作办公室')] : []),
      ...(nation && province < nation ? [step('全国推广', nation, '国家有关部委')] : []),
    ]
  })
  const coming = comingCases.flatMap((title, place) => {
    const number = numberOf('CX', cases.length + place)
    const drafted = [number, title, '起草', officeDay(dayAfter('2018-04-09', place * 20)), '', '3']
    return place === 0 ? [drafted, [number, title, '备案', '2018-06-14', '', '4']] : [drafted]
  })
  return [...reported, ...coming]
}

function daysIn(month: string, count: number, random: Random): string[] {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const days = daysOfMonth(year, number).filter((day) => day > '2017-04-10' && weekday(day) % 6 !== 0)
  return Array.from({ length: count }, () => days[random.below(days.length)]!).sort()
}

function officeDay(day: string): string {
  return weekday(day) === 6 ? dayAfter(day, 2) : weekday(day) === 0 ? dayAfter(day, 1) : day
}

function dayBefore(day: string, days: number): string {
  return officeDay(dayAfter(day, -days))
}

const later = (day: string, issued: string) => (day < issued ? issued : day)

function inOrder(rows: string[][], day: number): string[][] {
  return rows.sort((a, b) => (a[day]! < b[day]! ? -1 : a[day]! > b[day]! ? 1 : 0))
}

function numberOf(prefix: string, place: number): string {
  return `${prefix}-${String(place + 1).padStart(2, '0')}`
}

import { apportion, shortest } from './amounts.ts'
import { csv, type ZoneFiles } from './csv.ts'
import { firstLetters, secondLetters } from './enterprise-groups.ts'
import { enterprises as register } from './enterprises.ts'
import { freeTradeMonths, type Month } from './free-trade-levels.ts'
import { lanes } from './parcel-lanes.ts'
import { type Random, seeded } from './random.ts'
import { demonstrationUscc, usccCheck } from './uscc.ts'
import { daysOfMonth, weekday } from './year.ts'

/** One enterprise of the free trade zone; capital in ten-thousandths of 万元. */
export interface Registration {
  uscc: string
  name: string
  registeredOn: string
  industry: string
  block: string
  kind: Kind
  capital: bigint
  foreign?: { currency: string; amount: number; rate: string }
}

type Kind = '内资企业' | '外商投资企业' | '港澳台投资企业' | '分支机构'

const lastDay = '2018-06-30'
const firstNumber = 20_001

const kinds: { kind: Kind; weight: number }[] = [
  { kind: '内资企业', weight: 868 },
  { kind: '分支机构', weight: 82 },
  { kind: '外商投资企业', weight: 32 },
  { kind: '港澳台投资企业', weight: 18 },
]

const blocks = [
  { block: '综合保税区块', weight: 31 },
  { block: '国际陆港区块', weight: 22 },
  { block: '先进制造区块', weight: 14 },
  { block: '商务服务区块', weight: 33 },
]

const trades = [
  { industry: '51', weight: 300, words: ['国际贸易', '供应链', '商贸', '进出口'] },
  { industry: '52', weight: 120, words: ['跨境电商', '零售', '汽车销售'] },
  { industry: '58', weight: 95, words: ['货运代理', '多式联运'] },
  { industry: '59', weight: 70, words: ['仓储', '保税物流'] },
  { industry: '54', weight: 40, words: ['运输', '冷链物流'] },
  { industry: '64', weight: 85, words: ['网络科技', '数字平台'] },
  { industry: '65', weight: 80, words: ['软件', '信息技术'] },
  { industry: '72', weight: 110, words: ['企业管理', '商务咨询', '会展服务'] },
  { industry: '71', weight: 35, words: ['融资租赁', '设备租赁'] },
  { industry: '75', weight: 45, words: ['技术推广', '检测技术'] },
  { industry: '36', weight: 20, words: ['汽车零部件', '新能源汽车'] },
  { industry: '35', weight: 20, words: ['专用设备', '智能装备'] },
  { industry: '70', weight: 15, words: ['园区运营'] },
  { industry: '87', weight: 15, words: ['文化传媒'] },
]

/** What one enterprise brings, as a weight: most are small. */
const sizes = [
  { size: 1n, weight: 18 },
  { size: 10n, weight: 34 },
  { size: 50n, weight: 26 },
  { size: 100n, weight: 12 },
  { size: 300n, weight: 7 },
  { size: 1000n, weight: 3 },
]

/** Yuan for one unit by month from April 2017, made up near what it was. */
const rates: Record<string, number[]> = {
  USD: [68.9, 68.7, 68, 67.7, 66.8, 65.7, 66.3, 66.2, 66, 64.4, 63.2, 63.2, 63, 63.7, 64.6],
  EUR: [73.6, 75.8, 76.2, 78.1, 78.8, 78.4, 77.9, 77.7, 78.1, 78.5, 78.2, 78.1, 77.4, 75.4, 75.6],
  HKD: [8.86, 8.82, 8.72, 8.67, 8.54, 8.41, 8.5, 8.48, 8.45, 8.23, 8.08, 8.07, 8.03, 8.12, 8.24],
}

/** Every registration since the opening, in the order of days; months add up to what the bureau told. */
export const registrations: Registration[] = registered()

/** records/trade/ftz-registrations.csv */
export function registrationFiles(): ZoneFiles {
  const rows = registrations.map(({ foreign, ...one }) => [
    ...[one.uscc, one.name, one.registeredOn, one.industry, one.block, one.kind, shortest(one.capital, 4)],
    ...(foreign ? [foreign.currency, String(foreign.amount), foreign.rate] : ['CNY', '', '']),
  ])
  const headings =
    '统一社会信用代码,企业名称,入区日期,行业大类,功能区块,企业类型,注册资本(万元),原币,原币注册资本(万),折算汇率'
  return new Map([['records/trade/ftz-registrations.csv', csv(headings, rows)]])
}

function registered(): Registration[] {
  const random = seeded('free trade zone')
  const named = inventedNames(random)
  const moved = movedIn()
  const all = freeTradeMonths.flatMap((month, index) => monthsRows(month, index, { random, named, moved }))
  return all.map((one, index) => ({ ...one, uscc: one.uscc || codeOf(index) }))
}

/** Traders of the parcel ledger that moved into the zone: their parcels and their registration bear one code. */
function movedIn(): { uscc: string; name: string }[] {
  const codes = [...new Set(lanes.map(({ uscc }) => uscc))].slice(0, 12)
  return codes.map((uscc) => ({ uscc, name: register.find((one) => one.uscc === uscc)!.name }))
}

/** Three codes bear the slips that registers do hold: a wrong last character, a wrong organisation code, a letter that is not used. */
function codeOf(index: number): string {
  const code = demonstrationUscc(firstNumber + index)
  if (index === 1203) return code.slice(0, 17) + (code.endsWith('K') ? 'L' : 'K')
  if (index === 2871) return organisationSlip(code.slice(0, 16), code[16]!)
  return index === 4127 ? code.replace('DEM', 'DEO') : code
}

/** The organisation code does not check, the eighteenth character does. */
function organisationSlip(sixteen: string, right: string): string {
  const body = sixteen + (right === '7' ? '8' : '7')
  return body + usccCheck(body)
}

function monthsRows(
  { month, enterprises, capital }: Month,
  index: number,
  {
    random,
    named,
    moved,
  }: { random: Random; named: ReturnType<typeof inventedNames>; moved: { uscc: string; name: string }[] },
): Registration[] {
  const days = daysOf(month, enterprises, random)
  const rows = days.map((registeredOn): Registration => {
    const { industry, words } = random.pick(trades)
    const { kind } = random.pick(kinds)
    const old = random.below(30) === 0 ? moved.shift() : undefined
    return {
      uscc: old?.uscc ?? '',
      name: old?.name ?? named(words[random.below(words.length)]!, kind),
      ...{ registeredOn, industry, block: random.pick(blocks).block, kind: old ? '内资企业' : kind, capital: 0n },
      ...(!old && (kind === '外商投资企业' || kind === '港澳台投资企业') ? { foreign: foreignOf(index, random) } : {}),
    }
  })
  return withCapital(rows, BigInt(capital) * 10_000_000n, random)
}

function foreignOf(index: number, random: Random): NonNullable<Registration['foreign']> {
  const { currency } = random.pick([
    { currency: 'USD', weight: 70 },
    { currency: 'HKD', weight: 20 },
    { currency: 'EUR', weight: 10 },
  ])
  const rate = Math.round(rates[currency]![index]! * 1000) + random.below(90)
  return {
    currency,
    amount: [10, 20, 50, 100, 100, 200, 300, 500, 800, 1200][random.below(10)]!,
    rate: (rate / 10_000).toFixed(4),
  }
}

/** Foreign capital follows from amount and rate; the rest of the month's total is shared in tens of 万元, at least one each, but for one row. */
function withCapital(rows: Registration[], total: bigint, random: Random): Registration[] {
  const ten = 100_000n
  const converted = rows.map(({ foreign }) =>
    foreign ? BigInt(foreign.amount) * BigInt(Math.round(Number(foreign.rate) * 10_000)) : 0n,
  )
  const left = total - converted.reduce((sum, one) => sum + one, 0n)
  const weights = rows.map(({ foreign, kind }) =>
    foreign || kind === '分支机构' ? 0n : random.pick(sizes).size * random.around(30),
  )
  const least = weights.filter((weight) => weight > 0n).length
  const tens = apportion(left / ten - BigInt(least), weights).map(
    (one, place) => one + (weights[place]! > 0n ? 1n : 0n),
  )
  const odd = weights.findIndex((weight, place) => weight > 0n && tens[place]! > 0n)
  return rows.map((row, place) => ({
    ...row,
    capital: converted[place]! + tens[place]! * ten + (place === odd ? left % ten : 0n),
  }))
}

/** Office days carry most; a few are registered over the net on a Saturday. */
function daysOf(month: string, count: number, random: Random): string[] {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const days = daysOfMonth(year, number).filter((day) => day <= lastDay)
  const weights = days.map((day) => BigInt([0, 10, 10, 10, 10, 10, 1][weekday(day)]!) * random.around(40))
  if (days.at(-1) === lastDay) weights[weights.length - 1] = 800n
  const each = apportion(BigInt(count), weights)
  return days.flatMap((day, place) => Array.from({ length: Number(each[place]) }, () => day))
}

/** Names that nobody bears, none twice: each says that it is an example. */
function inventedNames(random: Random): (trade: string, kind: Kind) => string {
  const taken = new Set<string>()
  const invented = (trade: string, kind: Kind): string => {
    const place = ['郑州', '郑州', '郑州', '河南', '中原'][random.below(5)]!
    const letters = [firstLetters, secondLetters].map((from) => from[random.below(from.length)]!).join('')
    const name = `${place}示例${letters}${trade}有限公司${kind === '分支机构' ? '郑州分公司' : ''}`
    if (taken.has(name)) return invented(trade, kind)
    taken.add(name)
    return name
  }
  return invented
}

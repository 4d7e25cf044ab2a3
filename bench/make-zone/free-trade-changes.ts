import { csv, type ZoneFiles } from './csv.ts'
import { registrations } from './free-trade.ts'
import { seeded } from './random.ts'

const today = '2018-06-29'
const trades = ['国际贸易', '供应链管理', '国际物流', '数字科技', '跨境电商', '商务服务']

/** records/trade/ftz-changes.csv: new names and capital that went up or down, some of one enterprise twice. */
export function changeFiles(): ZoneFiles {
  const random = seeded('free trade changes')
  const rows: string[][] = []
  for (const [place, { uscc, name, registeredOn, capital }] of registrations.entries()) {
    if (!name.includes('示例') || name.endsWith('分公司') || random.below(place < 600 ? 22 : 90) !== 0) continue
    const first = dayAfter(registeredOn, 40 + random.below(200))
    if (first > today) continue
    const trade = trades[random.below(trades.length)]!
    const renamed = `${name.slice(0, 6)}${trade}有限公司`
    const more = String(Number(capital / 10_000n) * [1, 0.5, 2][random.below(3)]!)
    const kind = random.below(5)
    if (kind < 3) rows.push([uscc, first, renamed, '', '名称变更'])
    else if (kind === 3 || capital === 0n)
      rows.push([uscc, first, `${name.slice(0, 6)}${trade}有限责任公司`, '', '名称变更'])
    else
      rows.push([uscc, first, '', random.below(4) === 0 ? `-${Number(capital / 10_000n) * 0.2}` : more, '注册资本变更'])
    const second = dayAfter(first, 60 + random.below(120))
    if (random.below(4) === 0 && second <= today)
      rows.push([
        uscc,
        second,
        `${name.slice(0, 6)}${trades[random.below(trades.length)]}（集团）有限公司`,
        '',
        '名称变更',
      ])
  }
  rows.sort((a, b) => (a[1]! < b[1]! ? -1 : 1))
  return new Map([
    ['records/trade/ftz-changes.csv', csv('统一社会信用代码,变更日期,变更后名称,注册资本变动(万元),备注', rows)],
  ])
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

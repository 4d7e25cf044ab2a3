import { apportion, divided, growthTenths, shortest, units } from './amounts.ts'
import { csv, type ZoneFiles } from './csv.ts'
import { type HeadlineItem, type HeadlineYear, headlineItems } from './headline-items.ts'
import { seeded } from './random.ts'
import { monthText } from './year.ts'

/** Cumulative levels in hundredths of 亿元 by month `2017-06`. */
type Levels = Map<string, bigint>

const years = [2015, 2016, 2017, 2018]

/** submissions/headline.csv: cumulative levels with the base supplied (同期数) and the growth published; never a January. */
export function headlineFiles(): ZoneFiles {
  const rows = headlineItems.flatMap((item) => {
    const levels = levelsOf(item)
    return years.flatMap((year) => rowsOfYear(item, year, levels))
  })
  rows.sort((a, b) => (a[0]! === b[0]! ? 0 : a[0]! < b[0]! ? -1 : 1))
  return new Map([['submissions/headline.csv', csv('period,unit,item,value,base,growth', rows)]])
}

function levelsOf(item: HeadlineItem): Levels {
  const random = seeded(`headline ${item.code}`)
  const levels: Levels = new Map()
  for (const [year, totals] of Object.entries(item.years)) {
    const half = units(totals.half, 2)
    const first = apportion(
      half,
      item.firstHalf.map((part) => BigInt(part) * random.around(1)),
    )
    const rest = totals.year === undefined ? 0n : units(totals.year, 2) - half
    const second =
      rest === 0n
        ? []
        : apportion(
            rest,
            item.secondHalf.map((part) => BigInt(part) * random.around(2)),
          )
    let soFar = 0n
    for (const [index, part] of [...first, ...second].entries()) {
      soFar += part
      levels.set(monthText(Number(year), item.months[index]!), soFar)
    }
  }
  return levels
}

function rowsOfYear(item: HeadlineItem, year: number, levels: Levels): string[][] {
  const months = item.months.filter((month) => levels.has(monthText(year, month)))
  return months.map((month, index) => {
    const period = monthText(year, month)
    const value = levels.get(period)!
    const published = levels.get(monthText(year - 1, month))!
    const growth =
      item.growthIs === 'level' ? growthTenths(value, published) : statedGrowth(item.years[year]!, index, months.length)
    const base = item.growthIs === 'comparable-scope' ? divided(value * 1000n, 1000n + growth) : published
    return [period, 'STAT', item.code, shortest(value, 2), shortest(base, 2), shortest(growth, 1)]
  })
}

/** Tenths of a percent on the straight way from the year's first stated growth to its last. */
function statedGrowth({ growth }: HeadlineYear, index: number, count: number): bigint {
  const [first, last] = growth!.map((text) => units(text, 1)) as [bigint, bigint]
  if (index === count - 1) return last
  const wobble = index === 0 ? 0n : BigInt([1, -2, 2, 0, -1][index % 5]!)
  return first + ((last - first) * BigInt(index)) / BigInt(count - 1) + wobble
}

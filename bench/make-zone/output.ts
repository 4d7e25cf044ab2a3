import { apportion, divided, printed, units } from './amounts.ts'
import { csv, type ZoneFiles } from './csv.ts'
import type { Enterprise } from './enterprise-groups.ts'
import { enterprises } from './enterprises.ts'
import { type OutputLine, outputLines } from './output-lines.ts'
import { type Random, seeded } from './random.ts'
import { festiveJanuaryPart, januaryPart, monthText } from './year.ts'

interface Cell {
  enterprise: Enterprise
  month: string
  weight: bigint
}

interface OutputRow {
  enterprise: Enterprise
  month: string
  /** hundredths of 万元; logistics has revenue only */
  output?: bigint
  revenue: bigint
  vehicles?: bigint
}

const halves = ['2015-1', '2015-2', '2016-1', '2016-2', '2017-1', '2017-2', '2018-1']
const headings = '统一社会信用代码,月份,行业,细分行业,产值(万元),营业收入(万元),整车产量(辆),所属单位'

/**
 * records/economy/output-YYYY.csv: a row a month and enterprise, from January 2015 to June 2018. SF Express has none: it reports
 * its growth through the form only.
 */
export function outputFiles(): ZoneFiles {
  const rows = outputLines.flatMap((line) => rowsOf(line))
  rows.sort((a, b) => (a.month + a.enterprise.uscc < b.month + b.enterprise.uscc ? -1 : 1))
  const years = ['2015', '2016', '2017', '2018']
  return new Map(
    years.map((year) => [
      `records/economy/output-${year}.csv`,
      csv(headings, rows.filter((row) => row.month.startsWith(year)).map(printedRow)),
    ]),
  )
}

/** The enterprises of a line that report through the ledger. */
function membersOf(line: OutputLine): Enterprise[] {
  return enterprises.filter(
    (one) => !one.name.startsWith('顺丰') && outputLines.find((other) => other.covers(one)) === line,
  )
}

function rowsOf(line: OutputLine): OutputRow[] {
  const members = membersOf(line)
  const random = seeded(`output ${members[0]?.uscc}`)
  const sizes = new Map(members.map((one) => [one, BigInt(300 + random.below(1700))]))
  return halves.flatMap((half, index) => {
    const cells = cellsOf(line, half, sizes, random)
    const amount = units(line.amounts[index]!, 6)
    return amount === 0n ? [] : rowsOfHalf({ line, cells, amount, vehicles: line.vehicles?.[index], random })
  })
}

/** Month by enterprise, weighted by season, size and a month's luck. */
function cellsOf(line: OutputLine, half: string, sizes: Map<Enterprise, bigint>, random: Random): Cell[] {
  const [year, number] = half.split('-').map(Number) as [number, number]
  const months = number === 1 ? withJanuary(line, year) : line.secondHalf.map((part) => BigInt(part) * 1000n)
  return months.flatMap((part, index) => {
    const month = monthText(year, (number - 1) * 6 + index + 1)
    const atWork = [...sizes].filter(([one]) => part > 0n && (one.from ?? '') <= month)
    const luck = sizes.size === 1 ? 2 : 6
    return atWork.map(([enterprise, size]) => ({ enterprise, month, weight: part * size * random.around(luck) }))
  })
}

function withJanuary(line: OutputLine, year: number): bigint[] {
  const [both = 0, ...others] = line.firstHalf
  const january = BigInt(both) * (line.soldBeforeFestival ? festiveJanuaryPart : januaryPart)[year]!
  return [january, BigInt(both) * 1000n - january, ...others.map((part) => BigInt(part) * 1000n)]
}

interface Half {
  line: OutputLine
  cells: Cell[]
  amount: bigint
  vehicles: string | undefined
  random: Random
}

function rowsOfHalf({ line, cells, amount, vehicles, random }: Half): OutputRow[] {
  const built =
    vehicles === undefined
      ? undefined
      : apportion(
          BigInt(vehicles),
          cells.map((cell) => cell.weight),
        )
  const worths = cells.map((cell, index) => (built ? built[index]! * random.around(3) : cell.weight))
  const amounts = apportion(amount, worths)
  return cells.map(({ enterprise, month }, index) => {
    const made = amounts[index]!
    const vehicleCount = built ? { vehicles: built[index]! } : {}
    if (line.measure === 'revenue') return { enterprise, month, revenue: made }
    return {
      enterprise,
      month,
      output: made,
      revenue: divided(made * random.around(4) * 97n, 100_000n),
      ...vehicleCount,
    }
  })
}

function printedRow({ enterprise, month, output, revenue, vehicles }: OutputRow): string[] {
  return [
    enterprise.uscc,
    month,
    enterprise.industry,
    enterprise.segment,
    output === undefined ? '' : printed(output, 2),
    printed(revenue, 2),
    vehicles === undefined ? '' : String(vehicles),
    enterprise.unit,
  ]
}

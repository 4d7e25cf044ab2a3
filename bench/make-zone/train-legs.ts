import { readFileSync } from 'node:fs'
import path from 'node:path'
import { csv, type ZoneFiles } from './csv.ts'
import { type Random, seeded } from './random.ts'
import { asiaTrains, europeTrains, type Train } from './trains.ts'

/** records/trade/train-legs-2018.csv: how far each train of 2018 is; what lies after the demonstration's day has not happened yet. */
export function trainLegFiles(): ZoneFiles {
  const random = seeded('legs 2018')
  const rows = [...europeTrains(2018), ...asiaTrains()].flatMap((train) => legsOf(train, random))
  return new Map([['records/trade/train-legs-2018.csv', csv(headings, rows)]])
}

const headings = '车次,发车日期,区段序号,起,讫,境外车次,里程(公里),计划发车,计划到达,实际发车,实际到达'
const today = '2018-06-30'

interface Way {
  from: string
  to: string
  kilometres: string
  days: number
}

function legsOf(train: Train, random: Random): string[][] {
  const ways = waysOf(train)
  let planned = train.day
  let actual = train.day
  return ways.map((way, index) => {
    const [plannedDeparture, departure] = [planned, actual]
    planned = later(planned, way.days)
    // Borders hold trains up now and then; a train makes up part of it on the long run after.
    const held = way.days === 1 ? [0, 0, 0, 0, 0, 1, 2][random.below(7)]! : [0, 0, 0, -1][random.below(4)]!
    actual = later(actual, Math.max(1, way.days + (held < 0 && actual <= plannedDeparture ? 0 : held)))
    const number = index === 0 ? '' : String(1200 + random.below(300))
    return [
      ...[train.number, train.day, String(index + 1), way.from, way.to, number, way.kilometres],
      ...[plannedDeparture, planned, happened(departure), happened(actual)],
    ]
  })
}

function happened(day: string): string {
  return day <= today ? day : ''
}

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const zone = path.join(import.meta.dirname, '..', '..', 'zones', 'zhengzhou-2018', 'trade')
const places = new Map(table('places.csv').map((row) => [row['名称']!, row['代码']!]))
const routes = table('routes.csv')

/** The legs of a train's route by its border port, the other way round for one that comes back. */
function waysOf({ route, port, direction }: Train): Way[] {
  const ways = routes
    .filter((row) => row['名称'] === route && row['口岸'] === places.get(port))
    .map((row) => ({ from: row['起']!, to: row['讫']!, kilometres: row['里程(公里)']!, days: Number(row['计划天数']) }))
  if (ways.length === 0) throw new Error(`no legs for ${route} by ${port}`)
  return direction === '去程' ? ways : ways.toReversed().map((way) => ({ ...way, from: way.to, to: way.from }))
}

function table(file: string): Record<string, string>[] {
  const [first, ...lines] = readFileSync(path.join(zone, file), 'utf8').trim().split('\n')
  const names = first!.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, place) => [names[place], cell])))
}

import { CsvScanner } from '#kernel/files/csv-scanner.ts'
import { csvLine } from '#kernel/files/csv-text.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { isLocode, type Place, placeKinds, type TrainRoute } from './places.ts'
import { scopes } from './train-words.ts'

export const placesFile = 'trade/places.csv'
export const routesFile = 'trade/routes.csv'

const placeHeadings = ['代码', '名称', '英文名称', 'UN/LOCODE', '上级', '类别', '国家', '经度', '纬度', '别名']
const routeHeadings = [
  ...['线路代码', '名称', '英文名称', '口径', '口岸', '段', '起', '讫', '换装', '里程(公里)', '计划天数', '别名'],
]

type Cells = (heading: string) => string

/** Places of the package; refuses `trade/places-unreadable` with file, line and what is wrong there. */
export function readPlaces(zone: ZonePackage): Place[] {
  return linesOf(zone, placesFile, (cell, wrong) => {
    const kind = placeKinds.find((known) => known === cell('类别')) ?? wrong('类别')
    const locode = cell('UN/LOCODE') || null
    if (locode && !isLocode(locode)) wrong('UN/LOCODE')
    if (!/^[A-Z]{2}$/.test(cell('国家'))) wrong('国家')
    for (const degree of ['经度', '纬度']) if (!/^-?\d{1,3}(\.\d+)?$/.test(cell(degree))) wrong(degree)
    return {
      ...{ code: cell('代码') || wrong('代码'), name: { zh: cell('名称') || wrong('名称'), en: cell('英文名称') } },
      ...{ locode, parent: cell('上级') || null, kind, country: cell('国家') },
      ...{ lon: cell('经度'), lat: cell('纬度'), aliases: wordsOf(cell('别名')) },
    }
  })
}

/** Routes of the package, one line a leg; refuses `trade/places-unreadable`, also for a place that is not among the places. */
export function readRoutes(zone: ZonePackage, places: readonly Place[]): TrainRoute[] {
  const known = new Set(places.map(({ code }) => code))
  const lines = linesOf(zone, routesFile, (cell, wrong) => {
    const place = (heading: string) => (known.has(cell(heading)) ? cell(heading) : wrong(heading))
    const whole = (heading: string) => (/^\d{1,5}$/.test(cell(heading)) ? Number(cell(heading)) : wrong(heading))
    const scope = Object.entries(scopes).find(([, words]) => words.zh === cell('口径'))?.[0] as TrainRoute['scope']
    return {
      code: cell('线路代码') || wrong('线路代码'),
      ...{ name: { zh: cell('名称'), en: cell('英文名称') }, scope: scope ?? wrong('口径') },
      aliases: wordsOf(cell('别名')),
      leg: {
        ...{ port: place('口岸'), leg: whole('段'), from: place('起'), to: place('讫') },
        ...{ gaugeChange: cell('换装') === '是', kilometres: whole('里程(公里)') },
        days: /^\d{1,2}(\.5)?$/.test(cell('计划天数')) ? cell('计划天数') : wrong('计划天数'),
      },
    }
  })
  return [...Map.groupBy(lines, ({ code }) => code)].map(([code, [first, ...more]]) => {
    const { name, scope, aliases, leg } = first!
    const legs = [leg, ...more.map((line) => line.leg)].toSorted(
      (a, b) => (a.port < b.port ? -1 : a.port > b.port ? 1 : 0) || a.leg - b.leg,
    )
    const ends = legs.filter(({ port }) => port === leg.port)
    return { code, name, scope, from: ends[0]!.from, to: ends.at(-1)!.to, aliases, legs }
  })
}

/** Both files as {@link readPlaces} and {@link readRoutes} read them. */
export function writePlaces(places: readonly Place[], routes: readonly TrainRoute[]): Record<string, string> {
  const placeRows = places.map(({ code, name, locode, parent, kind, country, lon, lat, aliases }) => [
    ...[code, name.zh, name.en, locode ?? '', parent ?? '', kind, country, lon, lat, aliases.join('|')],
  ])
  const routeRows = routes.flatMap(({ code, name, scope, aliases, legs }) =>
    legs.map((leg) => [
      ...[code, name.zh, name.en, scopes[scope].zh, leg.port, String(leg.leg), leg.from, leg.to],
      ...[leg.gaugeChange ? '是' : '否', String(leg.kilometres), leg.days, aliases.join('|')],
    ]),
  )
  const text = (rows: string[][]) => rows.map(csvLine).join('').replaceAll('\r\n', '\n')
  return { [placesFile]: text([placeHeadings, ...placeRows]), [routesFile]: text([routeHeadings, ...routeRows]) }
}

function wordsOf(cell: string): string[] {
  return cell === '' ? [] : cell.split('|').map((word) => word.trim())
}

function linesOf<T>(zone: ZonePackage, file: string, read: (cell: Cells, wrong: (heading: string) => never) => T): T[] {
  if (!zone.has(file)) return []
  const scanner = new CsvScanner(',')
  const [first, ...rows] = [...scanner.push(zone.text(file)), ...scanner.end()]
  const headings = first?.cells.map((heading) => heading.trim()) ?? []
  return rows.map(({ line, cells }) => {
    const cell = (heading: string) => cells[headings.indexOf(heading)]?.trim() ?? ''
    return read(cell, (heading) =>
      refuse('trade/places-unreadable', { file, line, column: heading, value: cell(heading) }),
    )
  })
}

import { apportion, printed, units } from './amounts.ts'
import { csv, type ZoneFiles } from './csv.ts'
import { seeded } from './random.ts'

/**
 * For five days of June 2018 one small lane, bonded goods from Singapore, is in the demonstration twice: as daily manifests, taken out of the
 * lane from Japan so that no total changes, and parcel by parcel. They agree but for two differences that the reconciliation is to find.
 */
const days = ['2018-06-24', '2018-06-25', '2018-06-26', '2018-06-27', '2018-06-28']
const parent = { direction: '进口', mode: '1210', country: 'JP' }
const country = 'SG'
/** never sent: 26 June is three parcels short */
const unsent = { day: '2018-06-26', parcels: 3 }
/** sent with its point one place to the right on 28 June */
const slipped = { day: '2018-06-28', place: 417 }

/** Manifest rows with the small lane taken out of its parent. */
export function withSmallLane(rows: readonly string[][]): string[][] {
  const random = seeded('small lane 2018')
  return rows.flatMap((row) => {
    const [day, direction, mode, from, uscc, parcels, value, weight] = row as [string, ...string[]]
    const isParent = direction === parent.direction && mode === parent.mode && from === parent.country
    if (!isParent || !days.includes(day)) return [row]
    const small = BigInt(580 + random.below(120))
    const shares = [small, BigInt(parcels!) - small]
    const [ownValue, leftValue] = apportion(units(value!, 2), shares)
    const [ownWeight, leftWeight] = apportion(units(weight!, 3), shares)
    const line = (to: string, count: bigint, fen: bigint, grams: bigint) => [
      day,
      direction!,
      mode!,
      to,
      uscc!,
      String(count),
      printed(fen, 2),
      printed(grams, 3),
    ]
    return [line(parent.country, shares[1]!, leftValue!, leftWeight!), line(country, small, ownValue!, ownWeight!)]
  })
}

const headings =
  '清单编号,申报时间,方向,监管方式,国家(地区),商品编码,统一社会信用代码,电商平台,货值(元),重量(千克),状态'
const goods = ['2106909090', '3304990099', '2101120000', '1905310000', '3401300000', '9102120000']

/** The small lane parcel by parcel, and a later file in which four of them come again. */
export function singleParcelFiles(manifests: readonly string[][]): ZoneFiles {
  const all = manifests.filter(([day, , , from]) => days.includes(day!) && from === country).flatMap(parcelsOf)
  const first = all.map((row, place) => firstSaid(row, place))
  const again = [40, 811, 1502, 2203].map((place) => all[place]!)
  return new Map([
    ['records/trade/parcels-2018-06-24.csv', csv(headings, first)],
    ['records/trade/parcels-2018-06-29.csv', csv(headings, again)],
  ])
}

/** Two of the four came first with another value, two were still on their way. */
function firstSaid(row: string[], place: number): string[] {
  const said = (column: number, value: string) => row.map((cell, at) => (at === column ? value : cell))
  if (place === 40 || place === 811) return said(8, printed(units(row[8]!, 2) + 1000n, 2))
  return place === 1502 || place === 2203 ? said(10, 'declared') : row
}

function parcelsOf(manifest: string[]): string[][] {
  const [day, , mode, from, uscc, count, value, weight] = manifest as [string, ...string[]]
  const random = seeded(`single parcels ${day}`)
  const number = Number(count)
  const weights = () => Array.from({ length: number }, () => random.around(70))
  const fen = apportion(units(value!, 2), weights())
  const grams = apportion(units(weight!, 3), weights())
  const rows = fen.map((own, place) => {
    const second = 28_800 + Math.floor((place / number) * 50_000)
    const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
    const shown = day === slipped.day && place === slipped.place ? own * 10n : own
    return [
      `46052018I99${day.slice(8)}${String(place + 1).padStart(5, '0')}`,
      `${day} ${clock.map((part) => String(part).padStart(2, '0')).join(':')}`,
      'import',
      mode!,
      from!,
      goods[random.below(goods.length)]!,
      uscc!,
      `示范进口平台0${1 + random.below(6)}`,
      printed(shown, 2),
      printed(grams[place]!, 3),
      random.below(100) < 97 ? 'cleared' : 'released',
    ]
  })
  return day === unsent.day ? rows.slice(unsent.parcels) : rows
}

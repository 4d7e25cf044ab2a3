import { checkDigit } from '#parts/trade/trains/container-number.ts'
import { apportion, divided, printed } from './amounts.ts'
import { csv, type ZoneFiles } from './csv.ts'
import { enterprises } from './enterprises.ts'
import { type Random, seeded } from './random.ts'
import { asiaTrains, europeTrains, type Train } from './trains.ts'

/** records/trade/train-containers-2018*.csv: the boxes of every train of 2018; their sums are its row to the last unit. */
export function trainContainerFiles(): ZoneFiles {
  const random = seeded('containers 2018')
  const numbers = new Numbers(random)
  const europe = europeTrains(2018)
  const rows = europe.flatMap((train, place) => boxesOf(train, numbers, random, troubles.get(place)))
  const asia = asiaTrains().flatMap((train) => boxesOf(train, numbers, random).map((cells) => [...cells, '中亚']))
  return new Map([
    ['records/trade/train-containers-2018.csv', csv(headings, rows)],
    ['records/trade/train-containers-2018-asia.csv', csv(`${headings},口径`, asia)],
  ])
}

const headings =
  '车次,发车日期,方向,箱号,车号,车辆国别,箱型,标箱,空重,发货人信用代码,HS章,品名,毛重(吨),货值(原币),币种,折美元汇率,货值(美元)'

/** Trains whose first box bears a number as it came off a mistyped list: a wrong check digit, two digits swapped, a letter for a digit. */
const troubles = new Map<number, (number: string) => string>([
  [41, (number) => number.slice(0, 10) + ((Number(number[10]) + 1) % 10)],
  [137, (number) => number.slice(0, 6) + number[7] + number[6] + number.slice(8)],
  [229, (number) => number.slice(0, 4) + number.slice(4).replace(/[01258]/, (digit) => 'OIZ__S__B'[Number(digit)]!)],
])

/** Made-up owners (no carrier has them) and serials that are never discouraged. */
class Numbers {
  readonly #random: Random
  readonly #given = new Set<string>()

  constructor(random: Random) {
    this.#random = random
  }

  next(): string {
    for (;;) {
      const owner = ['QZGU', 'QLJU', 'QHNU', 'QXYU'][this.#random.below(4)]!
      const first = owner + String(100_000 + this.#random.below(900_000))
      // A remainder of 10 ends in 0 as well: no number of these ends in 0, so that none is discouraged.
      if (checkDigit(first) === '0' || this.#given.has(first) || new Set(first.slice(4)).size < 4) continue
      this.#given.add(first)
      return first + checkDigit(first)
    }
  }
}

interface Goods {
  hs: string
  name: string
  weight: number
  /** relative value of a tonne */
  worth: number
}

const exported: Goods[] = [
  { hs: '84', name: '机械设备', weight: 20, worth: 14 },
  { hs: '85', name: '电子产品', weight: 26, worth: 30 },
  { hs: '87', name: '汽车零部件', weight: 14, worth: 9 },
  { hs: '94', name: '家具灯具', weight: 10, worth: 4 },
  { hs: '61', name: '针织服装', weight: 9, worth: 11 },
  { hs: '95', name: '玩具', weight: 7, worth: 6 },
  { hs: '70', name: '玻璃制品', weight: 5, worth: 2 },
  { hs: '39', name: '塑料制品', weight: 9, worth: 3 },
]
const imported: Goods[] = [
  { hs: '87', name: '整车及零部件', weight: 28, worth: 20 },
  { hs: '84', name: '机床', weight: 16, worth: 18 },
  { hs: '44', name: '木材', weight: 18, worth: 1 },
  { hs: '22', name: '葡萄酒', weight: 8, worth: 5 },
  { hs: '19', name: '婴幼儿食品', weight: 8, worth: 7 },
  { hs: '33', name: '化妆品', weight: 7, worth: 16 },
  { hs: '30', name: '药品', weight: 5, worth: 40 },
  { hs: '48', name: '纸张', weight: 10, worth: 2 },
]

/** Who sends: manufacturers of the zone, whose codes are in the register of enterprises. */
const consignors = enterprises.filter(({ industry }) => industry !== '现代物流').slice(0, 40)

const sizes = [
  { size: '45G1', weight: 78 },
  { size: '42G1', weight: 14 },
  { size: '45R1', weight: 5 },
  { size: 'L5G1', weight: 3 },
]

interface Box {
  number: string
  wagon: string
  country: string
  size: string
  goods: Goods | undefined
  consignor: string
}

function boxesOf(train: Train, numbers: Numbers, random: Random, mistype?: (number: string) => string): string[][] {
  const boxes = Array.from({ length: train.containers }, (_, index) => boxOf(train, index, numbers, random))
  if (mistype) boxes[0]!.number = mistype(boxes[0]!.number)
  const weights = boxes.map(({ goods }) => (goods ? random.around(30) : 0n))
  const kilograms = apportion(train.tons * 10n, weights)
  const cents = apportion(
    train.dollars * 100n,
    boxes.map(({ goods }, index) => (goods ? BigInt(goods.worth) * weights[index]! * random.around(20) : 0n)),
  )
  return boxes.map((box, index) => cellsOf(train, box, kilograms[index]!, cents[index]!))
}

function boxOf(train: Train, index: number, numbers: Numbers, random: Random): Box {
  const out = train.direction === '去程'
  const empty = index > 0 && (out ? random.below(400) === 0 : random.below(14) === 0)
  return {
    number: numbers.next(),
    wagon: String((out ? 5_200_000 : 5_600_000) + random.below(90_000)),
    country: out ? 'CN' : ['PL', 'DE', 'BY'][random.below(3)]!,
    size: random.pick(sizes).size,
    goods: empty ? undefined : random.pick(out ? exported : imported),
    consignor: out && !empty ? consignors[random.below(consignors.length)]!.uscc : '',
  }
}

/** Dollars for a euro and for a yuan, month by month, in hundred-thousandths; round numbers near those of 2018. */
const euro = [122000n, 123500n, 123400n, 122800n, 118100n, 116800n]
const yuan = [15560n, 15820n, 15820n, 15880n, 15690n, 15470n]

function cellsOf(train: Train, box: Box, kilograms: bigint, cents: bigint): string[] {
  const out = train.direction === '去程'
  const rate = (out ? yuan : euro)[Number(train.day.slice(5, 7)) - 1]!
  const money = box.goods
    ? [printed(divided(cents * 100_000n, rate), 2), out ? 'CNY' : 'EUR', printed(rate, 5)]
    : ['', '', '']
  return [
    ...[train.number, train.day, train.direction, box.number, box.wagon, box.country, box.size, '2'],
    ...[box.goods ? '重' : '空', box.consignor, box.goods?.hs ?? '', box.goods?.name ?? ''],
    ...[printed(kilograms, 3), ...money, printed(cents, 2)],
  ]
}

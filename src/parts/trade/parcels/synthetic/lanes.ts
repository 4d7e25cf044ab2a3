import { checkCharacter, organisationCharacter } from '#parts/ledgers/uscc.ts'

/** One stream of like parcels: a direction and customs mode with one country, what a parcel is worth and weighs, and what is in it. */
interface Lane {
  direction: 0 | 1
  mode: string
  country: string
  size: number
  yuan: number
  grams: number
  hs: readonly string[]
}

/** direction | mode | country | size | yuan | grams | goods */
const table = `
I|1210|JP|150|158|980|beauty diapers home
I|1210|KR|130|112|720|beauty
I|1210|AU|120|176|1450|milk health
I|1210|NZ|70|189|1520|milk health
I|1210|DE|105|204|1610|milk home health
I|1210|US|95|187|1120|health beauty home
I|9610|US|28|265|1240|bags health clothes
I|1210|NL|66|212|1680|milk
I|9610|HK|34|96|540|beauty clothes
I|1210|FR|48|231|610|beauty
I|1210|GB|40|163|860|health beauty
I|1210|TH|58|88|930|home health
I|9610|JP|30|141|690|beauty clothes
I|1210|IT|34|248|740|bags clothes
E|9610|US|150|9|210|small clothes toys
E|9610|RU|120|7|190|small clothes
E|9610|GB|70|10|230|small clothes
E|9610|ES|44|8|180|clothes toys
E|9610|BR|52|6|170|small
E|9610|DE|64|11|240|small toys
E|9610|FR|46|9|200|clothes small
E|9610|CA|40|12|250|small toys
E|1210|RU|36|14|310|clothes home
E|9610|AU|38|10|220|small toys
`

const goods: Readonly<Record<string, readonly string[]>> = {
  beauty: ['3304990099', '3304100093', '3305100090', '3401300000', '3303000020'],
  milk: ['1901101090', '0402210000', '1901109000'],
  health: ['2106909090', '3004500000', '2936280000'],
  home: ['8516603000', '3926909090', '6911101900', '9603210000'],
  diapers: ['9619001100', '9619001900'],
  bags: ['4202210090', '4202220000', '9102120000'],
  clothes: ['6110300090', '6204430090', '6402992900', '6109100021'],
  toys: ['9503008900', '9504501900', '9506990000'],
  small: ['7117190000', '8504401999', '8518300000', '9004100000', '8513101000'],
}

const lanes: Lane[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [direction, mode, country, size, yuan, grams, kinds] = line.split('|') as [string, ...string[]]
    return {
      direction: direction === 'I' ? 0 : 1,
      mode: mode!,
      country: country!,
      size: Number(size),
      yuan: Number(yuan),
      grams: Number(grams),
      hs: kinds!.split(' ').flatMap((kind) => goods[kind]!),
    }
  })

/** Customs offices under district 46, and how many of a hundred parcels each clears. */
export const offices = ['4605', '4604', '4612', '4606', '4611'] as const
const officeParts = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4] as const

const platforms = [0, 1].map((direction) =>
  Array.from({ length: direction === 0 ? 18 : 14 }, (_, number) => {
    const place = String(number + 1).padStart(2, '0')
    return direction === 0 ? `示范进口平台${place}` : `示范出口平台${place}`
  }),
)

/** One of the 4096 kinds of parcels of a direction, ready to be copied. */
export interface Slots {
  /** `,import,1210,JP,3304990099,9141…,示范进口平台01,` one after the other */
  middles: Uint8Array
  /** where each begins; one more for the end */
  starts: Uint32Array
  office: Uint8Array
  /** 分 and grams a parcel costs and weighs in the middle */
  price: Uint32Array
  grams: Uint32Array
}

const slotsOf = 4096

/** The kinds of parcels of imports (0) or exports (1): each lane as many as its share, with few enterprises that clear most. */
export function slots(direction: 0 | 1): Slots {
  const own = lanes.filter((lane) => lane.direction === direction)
  const whole = own.reduce((sum, lane) => sum + lane.size, 0)
  const lanesOfSlots: Lane[] = []
  let size = 0
  for (const lane of own) {
    size += lane.size
    const until = Math.round((size / whole) * slotsOf)
    while (lanesOfSlots.length < until) lanesOfSlots.push(lane)
  }
  const texts = lanesOfSlots.map((lane, slot) => middleOf(lane, slot))
  const bytes = texts.map((text) => Buffer.from(text))
  const starts = new Uint32Array(slotsOf + 1)
  for (const [slot, text] of bytes.entries()) starts[slot + 1] = starts[slot]! + text.length
  return {
    middles: Buffer.concat(bytes),
    starts,
    office: Uint8Array.from(lanesOfSlots, (_, slot) => officeParts[(slot * 7) % officeParts.length]!),
    price: Uint32Array.from(lanesOfSlots, (lane) => lane.yuan * 100),
    grams: Uint32Array.from(lanesOfSlots, (lane) => lane.grams),
  }
}

function middleOf(lane: Lane, slot: number): string {
  const traders = enterprises[lane.direction]!
  // Squared, so that the first enterprises and platforms have most of the parcels.
  const spread = ((slot * 2654435761) % 4294967296) / 4294967296
  const other = ((slot * 40503 + 77) % 65536) / 65536
  const trader = traders[Math.floor(spread * spread * traders.length)]!
  const shops = platforms[lane.direction]!
  const shop = shops[Math.floor(other * other * shops.length)]!
  const hs = lane.hs[(slot * 5) % lane.hs.length]!
  const direction = lane.direction === 0 ? 'import' : 'export'
  return `,${direction},${lane.mode},${lane.country},${hs},${trader},${shop},`
}

const enterpriseCount = [120, 90] as const

const enterprises = enterpriseCount.map((count, direction) =>
  Array.from({ length: count }, (_, number) => syntheticUscc(20_000 + direction * 500 + number)),
)

/** A code that passes both checks (GB 32100, GB 11714) and shows that it is made up: no real organisation code begins with DEM. */
function syntheticUscc(number: number): string {
  const organisation = `DEM${String(number).padStart(5, '0')}`
  const body = `91410171${organisation}${organisationCharacter(organisation)!}`
  return body + checkCharacter(body)!
}

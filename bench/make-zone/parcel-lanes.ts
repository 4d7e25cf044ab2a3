import { enterprises } from './enterprises.ts'

export type Direction = '进口' | '出口'

/** One enterprise clearing one direction and mode with one country. */
export interface Lane {
  uscc: string
  direction: Direction
  /** 9610 direct mail, 1210 bonded; 9710 and 9810 came only in 2020 */
  mode: '9610' | '1210'
  country: string
  size: number
  /** 分 and grams a parcel */
  price: number
  grams: number
  from: string
}

/** enterprise of the e-commerce segment | direction | mode | country | size | yuan | grams | from */
const table = `
0|进口|1210|JP|150|158|980|2015-01
0|进口|1210|KR|130|112|720|2015-01
1|进口|1210|AU|120|176|1450|2015-01
1|进口|1210|NZ|70|189|1520|2015-01
2|进口|1210|DE|105|204|1610|2015-01
3|进口|1210|US|95|187|1120|2015-01
3|进口|9610|US|28|265|1240|2015-01
4|进口|1210|NL|66|212|1680|2015-01
5|进口|9610|HK|34|96|540|2015-01
6|进口|1210|FR|48|231|610|2015-01
7|出口|9610|US|150|9|210|2015-01
7|出口|9610|RU|120|7|190|2015-01
8|出口|9610|GB|70|10|230|2015-01
8|出口|9610|ES|44|8|180|2015-01
9|进口|1210|GB|40|163|860|2015-09
10|出口|9610|BR|52|6|170|2015-10
13|进口|1210|TH|58|88|930|2016-05
14|出口|9610|DE|64|11|240|2016-04
15|进口|9610|JP|30|141|690|2016-06
15|出口|9610|FR|46|9|200|2016-08
16|出口|9610|CA|40|12|250|2017-02
17|进口|1210|IT|34|248|740|2017-04
11|出口|1210|RU|36|14|310|2017-06
12|出口|9610|AU|38|10|220|2018-01
`

const traders = enterprises.filter((one) => one.segment === '电商物流')

export const lanes: Lane[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [trader, direction, mode, country, size, yuan, grams, from] = line.split('|') as [
      string,
      Direction,
      Lane['mode'],
      ...string[],
    ]
    return {
      uscc: traders[Number(trader)]!.uscc,
      direction,
      mode,
      country: country!,
      size: Number(size),
      price: Number(yuan) * 100,
      grams: Number(grams),
      from: from!,
    }
  })

/** Free trade zone, since its opening on 1 April 2017 to a month's end: enterprises 家, capital 亿元, reforms 条, cases 个. */
const levels = `
2017-06|463|31.8|4|0
2017-07|748|49.6|6|0
2017-08|1064|70.3|8|1
2017-09|1417|92.7|11|1
2017-10|1702|111.2|14|2
2017-11|2083|135.4|17|3
2017-12|2496|161.9|21|3
2018-01|2887|187.6|23|4
2018-02|3098|201.3|25|4
2018-03|3541|228.8|29|5
2018-04|3972|255.7|33|6
2018-05|4429|283.5|37|7
2018-06|4886|310|40|8`

export interface Month {
  month: string
  enterprises: number
  /** in tenths of 亿元 */
  capital: number
  reforms: number
  innovations: number
}

/** What each month brought; the first one is told for April to June together. */
export const freeTradeMonths: Month[] = spread()

function spread(): Month[] {
  const told = levels
    .trim()
    .split('\n')
    .map((line) => line.split('|'))
    .map(([month = '', ...values]) => ({ month, values: values.map((text) => Math.round(Number(text) * 10)) }))
  return told.flatMap(({ month, values }, index) => {
    const before = told[index - 1]?.values ?? values.map(() => 0)
    const own = values.map((value, place) => value - before[place]!)
    return index === 0 ? firstMonths(own) : [monthOf(month, own)]
  })
}

/** 463 enterprises by the end of June: the opening days brought more than the weeks after. */
function firstMonths(own: number[]): Month[] {
  const april = [1780, 121, 10, 0]
  const may = [1310, 90, 10, 0]
  return [
    monthOf('2017-04', april),
    monthOf('2017-05', may),
    monthOf(
      '2017-06',
      own.map((value, place) => value - april[place]! - may[place]!),
    ),
  ]
}

function monthOf(month: string, [enterprises, capital, reforms, innovations]: number[]): Month {
  return {
    month,
    enterprises: enterprises! / 10,
    capital: capital!,
    reforms: reforms! / 10,
    innovations: innovations! / 10,
  }
}

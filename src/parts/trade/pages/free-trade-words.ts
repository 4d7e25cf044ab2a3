import { Decimal } from 'decimal.js'
import type { Reply } from '#web/client.ts'
import type { Words } from '#web/locale.tsx'
import type { enterpriseShape, freeTradeShape, policiesShape } from '../free-trade/shapes.ts'

export type FreeTrade = Reply<typeof freeTradeShape>
export type PolicyRegister = Reply<typeof policiesShape>['reforms']
export type Enterprise = Reply<typeof enterpriseShape>

export const freeTradePath = '/opening/free-trade'

export const enterprisePath = ({ uscc }: { uscc: string }): string => `${freeTradePath}/${encodeURIComponent(uscc)}`

/** 1 January to the day, named where it has a name, as figures are asked for. */
export function periodTo(day: string): string {
  const year = day.slice(0, 4)
  const named: Record<string, string> = { '03-31': `${year}-Q1`, '06-30': `${year}-H1`, '12-31': year }
  return named[day.slice(5)] ?? `${year}-01-01/${day}`
}

/** 亿元 of 万元, as many digits as it has, at most two. */
export function inYi(wan: string): string {
  return new Decimal(wan).div(10_000).toDecimalPlaces(2).toFixed()
}

/** 2018-06 as 6月 and Jun; with its year where one begins. */
export function monthWords(month: string, first: boolean): Words {
  const number = Number(month.slice(5))
  const english = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2018, number - 1, 1),
  )
  if (!first && number !== 1) return { zh: `${number}月`, en: english }
  return { zh: `${month.slice(0, 4)}年${number}月`, en: `${english} ${month.slice(0, 4)}` }
}

import { parsePeriod } from '#kernel/period.ts'
import type { Fact } from '#parts/indicators/shapes.ts'
import { saidTarget } from '../prose.ts'
import type { WritingDesk } from '../writing-desk.ts'
import { type ChartWish, numberOf } from './chart-tag.ts'
import { monthWords } from './month-words.ts'
import type { Picture, PicturePoint, PictureSeries } from './picture.ts'
import { unitWordsOf } from './unit-words.ts'

/** The year to date, month by month, over the year before; with the line of the year's target. Nothing where no month is known. */
export async function trendPicture(desk: WritingDesk, wish: ChartWish): Promise<Picture | undefined> {
  const { locale, period, sources } = desk.asked
  const year = Number(period.slice(0, 4))
  const upTo = Number(parsePeriod(period).end.slice(5, 7))
  const asked = [...monthsOf(year - 1, 12), ...monthsOf(year, upTo)]
  await sources.fetch?.(asked.map(({ period: one }) => ({ indicator: wish.indicator, period: one })))
  const area = wish.area ?? desk.asked.area
  const facts = new Map<string, Fact>()
  for (const { period: one } of asked) {
    facts.set(one, await sources.fact({ indicator: wish.indicator, period: one, area }))
  }
  const known = asked.filter(({ period: one }) => facts.get(one)!.value !== null)
  if (!known.some((one) => one.year === year)) return undefined
  const step = stepOf(known.map(({ month }) => month))
  const months = Array.from({ length: 12 / step }, (_, place) => (place + 1) * step)
  const series: PictureSeries[] = []
  for (const one of [year, year - 1]) {
    if (!known.some((month) => month.year === one)) continue
    const points: PicturePoint[] = []
    for (const month of months) points.push(await pointOf(desk, wish, facts.get(periodTo(one, month))))
    const name = locale === 'zh' ? `${one}年` : String(one)
    series.push({ name, role: one === year ? 'main' : 'earlier', points })
  }
  const last = facts.get(known.findLast((one) => one.year === year)!.period)!
  return {
    ...{ form: 'trend', number: numberOf(desk), unit: unitWordsOf(last.unit, locale), series },
    title: wish.title ?? `${last.name[locale]}${locale === 'zh' ? '，年内累计' : ', year to date'}`,
    heading: locale === 'zh' ? '截至' : 'To the end of',
    rows: months.map((month) => monthWords(month, locale)),
    target: await targetOf(desk, wish, last),
  }
}

const periodTo = (year: number, month: number) => `${year}-01/${year}-${String(month).padStart(2, '0')}`

function monthsOf(year: number, count: number) {
  return Array.from({ length: count }, (_, place) => ({ year, month: place + 1, period: periodTo(year, place + 1) }))
}

/** Months, quarters or half-years: as often as the figure is told. */
function stepOf(months: readonly number[]): number {
  return [12, 6, 3].find((step) => months.every((month) => month % step === 0)) ?? 1
}

/** A known month is a printed figure; the others are gaps, which no bulletin has to answer for. */
async function pointOf(desk: WritingDesk, wish: ChartWish, fact: Fact | undefined): Promise<PicturePoint> {
  if (!fact || fact.value === null) return { value: null, figure: null, text: '—' }
  const { indicator, line, area } = wish
  await desk.put({ kind: 'value', indicator, line, area, period: fact.period, bare: true })
  const { place, text } = desk.figures.at(-1)!
  return { value: fact.value, figure: place, text, ...(fact.status === 'provisional' ? { provisional: true } : {}) }
}

async function targetOf(desk: WritingDesk, { indicator, area }: ChartWish, fact: Fact): Promise<Picture['target']> {
  if (area !== undefined && area !== desk.asked.area) return null
  const { locale, period } = desk.asked
  const { targets } = await desk.asked.sources.pace()
  const row = targets.find((one) => one.indicator === indicator && one.period === period.slice(0, 4))
  if (!row || row.unit !== fact.unit) return null
  const { text } = saidTarget(row, locale)
  return { name: locale === 'zh' ? `全年目标${text}` : `Target: ${text}`, value: row.target }
}

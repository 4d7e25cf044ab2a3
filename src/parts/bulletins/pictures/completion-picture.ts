import type { PaceTarget } from '#parts/indicators/shapes.ts'
import { type FigureKind, sayFigure } from '../figure-kinds.ts'
import type { WritingDesk } from '../writing-desk.ts'
import { type ChartWish, numberOf } from './chart-tag.ts'
import type { Picture, PicturePoint, PictureSeries } from './picture.ts'

const told = [
  { kind: 'completion', role: 'main', zh: '完成率', en: 'Done' },
  { kind: 'calendar', role: 'calendar', zh: '时序进度', en: 'Calendar' },
  { kind: 'season', role: 'season', zh: '往年同期进度', en: 'Usual season' },
] as const

/** The year's targets, or those behind, as bars of what is done with the marks of calendar and season; widest gap first. */
export async function completionPicture(desk: WritingDesk, wish: ChartWish): Promise<Picture | undefined> {
  const { locale, sources } = desk.asked
  const { targets, on, area } = await sources.pace()
  const rows = targets.filter(({ status, completion }) =>
    wish.indicator === 'behind' ? status === 'behind' : completion !== null,
  )
  if (rows.length === 0) return undefined
  const series: PictureSeries[] = []
  for (const { kind, role, ...name } of told) {
    const points: PicturePoint[] = []
    for (const row of rows) points.push(await pointOf(desk, wish, kind, { row, on, area }))
    if (points.some(({ value }) => value !== null)) series.push({ name: name[locale], role, points })
  }
  const title = locale === 'zh' ? '全年目标完成率与进度' : 'Share of the year’s targets done'
  return {
    ...{ form: 'completion', number: numberOf(desk), unit: '%', series, target: null },
    title: wish.title ?? title,
    heading: locale === 'zh' ? '目标' : 'Target',
    rows: rows.map(({ name }) => name[locale]),
  }
}

async function pointOf(
  desk: WritingDesk,
  { line }: ChartWish,
  kind: Extract<FigureKind, 'completion' | 'calendar' | 'season'>,
  { row, on, area }: { row: PaceTarget; on: string; area: string },
): Promise<PicturePoint> {
  const value = { completion: row.completion, calendar: row.calendar, season: row.seasonal }[kind]
  const { missing } = sayFigure(kind, { of: 'pace', row, on, area }, {}, desk.asked.locale)
  if (value === null || missing) return { value: null, figure: null, text: '—' }
  await desk.put({ kind, indicator: row.indicator, period: row.period, line })
  const { place, text } = desk.figures.at(-1)!
  return { value, figure: place, text }
}

import type { Locale } from '#kernel/i18n/words.ts'
import { containsDay, parsePeriod } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { nearestNames } from '#parts/indicators/indicators.ts'
import type { Fact, PaceAnswer } from '#parts/indicators/shapes.ts'
import { type FigureKind, type PrintedFigure, type Source, sayFigure } from './figure-kinds.ts'
import type { Picture } from './pictures/picture.ts'
import type { ProjectDays } from './project-days.ts'
import type { Print } from './prose.ts'

/** Where figures come from while a bulletin is written. */
export interface FigureSources {
  fact(asked: { indicator: string; period: string; area: string }): Promise<Fact>
  pace(): Promise<PaceAnswer>
  /** stages of projects with the days they were reached on */
  steps?(): Promise<ProjectDays>
  /** computes several facts in one go, for the questions that follow */
  fetch?(wanted: readonly { indicator: string; period: string }[]): Promise<void>
}

export interface DeskAsked {
  /** name of the template, for refusals */
  template: string
  locale: Locale
  period: string
  area: string
  /** code or code's beginning → last day (`06-25`) of the figures that do not run to the period's end */
  until: Readonly<Record<string, string>>
  codes: readonly string[]
  sources: FigureSources
}

/** What one tag asks for. */
export interface Wish extends Print {
  kind: FigureKind
  indicator: string
  line: number
  period?: string | undefined
  area?: string | undefined
}

/** Prints figures for a template's tags and keeps each with the source it was printed from. */
export interface WritingDesk {
  asked: DeskAsked
  figures: PrintedFigure[]
  /** the charts, in the order of the template's tags */
  pictures: Picture[]
  /** codes that the template writes out */
  named: Set<string>
  sources: Map<string, Source>
  /** refuses `bulletins/indicator-unknown` with the nearest codes and the template's line */
  check(indicator: string, line: number): void
  /** the mark that stands for the figure in the Markdown */
  put(wish: Wish): Promise<string>
}

// Characters for private use: no Markdown rule touches them, and templates may not contain them.
export const markStart = '\uE000'
export const markEnd = '\uE001'
/** What stands for a chart: a paragraph of its own. */
export const pictureMark = /^\uE002(\d+)\uE003$/
export const pictureMarkOf = (place: number) => `\uE002${place}\uE003`
export const markOf = (place: number) => `${markStart}${place}${markEnd}`

export function writingDesk(asked: DeskAsked): WritingDesk {
  const known = new Set(asked.codes)
  const desk: WritingDesk = {
    asked,
    figures: [],
    pictures: [],
    named: new Set(),
    sources: new Map(),
    check: (indicator, line) => {
      if (!known.has(indicator)) refuseUnknown(asked, indicator, line)
      desk.named.add(indicator)
    },
    put: async (wish) => {
      if (!wish.kind.startsWith('count:')) desk.check(wish.indicator, wish.line)
      const { key, source } = await sourceOf(asked, wish)
      desk.sources.set(key, source)
      const print: Print = { unit: wish.unit, places: wish.places, bare: wish.bare }
      const { text, missing } = sayFigure(wish.kind, source, print, asked.locale)
      const place = desk.figures.length + 1
      desk.figures.push({ place, kind: wish.kind, key, print, text, missing })
      return markOf(place)
    },
  }
  return desk
}

function refuseUnknown({ template, codes }: DeskAsked, indicator: string, line: number): never {
  const nearest = nearestNames(indicator, codes)
  return refuse('bulletins/indicator-unknown', {
    ...{ template, line, indicator },
    nearest: nearest.length > 0 ? nearest.join(' · ') : '—',
  })
}

async function sourceOf(asked: DeskAsked, wish: Wish): Promise<{ key: string; source: Source }> {
  const area = wish.area ?? asked.area
  if (wish.kind.startsWith('count:')) {
    const { counts, year, on } = await asked.sources.pace()
    return { key: `counts ${year} ${area}`, source: { of: 'counts', counts, year, on, area } }
  }
  if (isOfPace(wish.kind)) return paceSource(asked, wish, area)
  const period = wish.period ?? periodFor(asked, wish.indicator)
  const fact = await asked.sources.fact({ indicator: wish.indicator, period, area })
  return { key: `fact ${wish.indicator} ${period} ${area}`, source: { of: 'fact', fact } }
}

const ofFactOnly: readonly FigureKind[] = ['value', 'change', 'previous', 'through', 'amount', 'rate']
const isOfPace = (kind: FigureKind) => !ofFactOnly.includes(kind)

async function paceSource({ template, sources }: DeskAsked, { indicator, period, line }: Wish, area: string) {
  const { targets, others, on } = await sources.pace()
  const row = [...targets, ...others].find(
    (target) => target.indicator === indicator && (period === undefined || target.period === period),
  )
  if (!row) return refuse('bulletins/target-missing', { template, line, indicator })
  const source: Source = { of: 'pace', row, on, area }
  return { key: `pace ${indicator} ${row.period} ${area}`, source }
}

/** The bulletin's period, or the year up to the day within it that the template names for this figure and its kin. */
export function periodFor({ period, until }: Pick<DeskAsked, 'period' | 'until'>, indicator: string): string {
  const named = Object.keys(until).filter((code) => indicator === code || indicator.startsWith(`${code}.`))
  const closest = named.sort((a, b) => b.length - a.length)[0]
  if (closest === undefined) return period
  const day = `${period.slice(0, 4)}-${until[closest]}`
  return containsDay(parsePeriod(period), day) ? `${period.slice(0, 4)}-01-01/${day}` : period
}

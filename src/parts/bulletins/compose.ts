import type { Tx } from '#kernel/db/work.ts'
import type { Locale, Words } from '#kernel/i18n/words.ts'
import { type Day, type Period, parsePeriod } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZoneSettings } from '#kernel/zone.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { catalogueOf, factsOf, openingDay, paceOn } from '#parts/indicators/indicators.ts'
import type { Fact, PaceAnswer } from '#parts/indicators/shapes.ts'
import { dayOf, unitNamesOn } from '#parts/org/org.ts'
import type { PrintedFigure, Source } from './figure-kinds.ts'
import { type ProjectDays, projectDays } from './project-days.ts'
import { fileOf, type Template } from './template.ts'
import { checkTemplate, writeTree } from './template-engine.ts'
import { type TemplateInUse, templateInUse } from './templates.ts'
import type { Tree } from './tree.ts'
import { type FigureSources, periodFor, writingDesk } from './writing-desk.ts'

export interface ComposeAsked {
  template: string
  /** the texts of a draft, in place of the template that is stored; Chinese before English */
  given?: TemplateInUse['languages'] | undefined
  period: Period | string
  /** unit code; the whole zone unless told */
  area?: string | undefined
  /** the figures as they stood at that moment */
  asOf?: Date | undefined
  /** the day the document bears; the zone's day unless told */
  dated?: Day | undefined
  /** only this language; every language the template has unless told */
  locale?: Locale | undefined
}

/** One language of a bulletin, with the figures it prints. */
export interface Text {
  tree: Tree
  figures: PrintedFigure[]
  templateVersion: number
}

/** A bulletin that is written and not issued. */
export interface Composition {
  template: string
  period: Period
  area: string
  asOf: Date | null
  dated: Day
  texts: Text[]
  /** what the figures stand on, by key */
  sources: Map<string, Source>
}

/**
 * Writes a bulletin from its template with the figures of the period. Refuses `bulletins/template-unknown`,
 * `bulletins/language-missing`, `bulletins/period-kind`, `bulletins/period-not-begun`, and whatever the template asks wrongly.
 */
export async function composeBulletin(tx: Tx, asked: ComposeAsked): Promise<Composition> {
  const { code, languages } = asked.given
    ? { code: asked.template, languages: asked.given }
    : await templateInUse(tx, asked.template)
  const wanted = languages.filter(({ template }) => !asked.locale || template.locale === asked.locale)
  if (wanted.length === 0) refuse('bulletins/language-missing', { template: code, language: asked.locale })
  const period = typeof asked.period === 'string' ? parsePeriod(asked.period) : asked.period
  for (const { template } of wanted) mustFit(template, period)
  const zone = await zoneOf(tx)
  const area = asked.area ?? zone?.rootUnit ?? 'ZONE'
  const today = asked.asOf ? dayOf(asked.asOf) : await openingDay(tx)
  if (today < period.start) refuse('bulletins/period-not-begun', { period: period.text, start: period.start, today })
  const paper = await openPaper(tx, { ...asked, period, area, today })
  const dated = asked.dated ?? today
  const names = (await unitNamesOn(tx, period.end)).get(area)
  const sources = new Map<string, Source>()
  const texts: Text[] = []
  for (const { template, version } of wanted) {
    const { locale } = template
    const desk = writingDesk({ ...deskFor(template), period: period.text, area, codes: paper.codes, sources: paper })
    checkTemplate(template, desk)
    await paper.fetch([...desk.named].map((indicator) => ({ indicator, period: periodFor(desk.asked, indicator) })))
    const words = { zone: zone?.name[locale] ?? area, closing: { by: issuer(zone, area, names, locale), on: dated } }
    const tree = await writeTree(template, desk, words)
    for (const [key, source] of desk.sources) sources.set(key, source)
    texts.push({ tree, figures: desk.figures, templateVersion: version })
  }
  return { template: code, period, area, asOf: asked.asOf ?? null, dated, texts, sources }
}

/** The root of the tree is called the committee at home; under a document it signs as the zone's. */
function issuer(zone: ZoneSettings | null, area: string, names: Words | undefined, locale: Locale): string {
  const name = names?.[locale] ?? area
  if (!zone || area !== zone.rootUnit) return name
  return locale === 'zh' ? `${zone.name.zh}${name}` : `${name} of ${zone.name.en}`
}

const deskFor = ({ code, locale, until }: Template) => ({ template: fileOf(code, locale), locale, until })

function mustFit({ code, locale, period: kind }: Template, period: Period): void {
  if (kind === 'any' || kind === period.kind) return
  refuse('bulletins/period-kind', { template: fileOf(code, locale), period: period.text, kind })
}

/** Facts of one sitting: each is computed once, for both languages. */
interface Paper extends FigureSources {
  codes: string[]
  fetch(wanted: readonly { indicator: string; period: string }[]): Promise<void>
}

async function openPaper(
  tx: Tx,
  { period, area, asOf, today }: { period: Period; area: string; asOf?: Date | undefined; today: Day },
): Promise<Paper> {
  const known = new Map<string, Fact>()
  const fetch = async (wanted: readonly FactWanted[]) => {
    const fresh = wanted.filter((one) => !known.has(keyOf(one)))
    const facts = await factsOf(
      tx,
      fresh.map((one) => ({ ...one, asOf })),
    )
    for (const [place, fact] of facts.entries()) known.set(keyOf(fresh[place]!), fact)
  }
  let pace: Promise<PaceAnswer> | undefined
  let steps: Promise<ProjectDays> | undefined
  const on = today < period.end ? today : period.end
  return {
    codes: [...(await catalogueOf(tx, asOf)).byCode.keys()],
    fetch: (wanted) => fetch(wanted.map((one) => ({ ...one, area }))),
    fact: async (asked) => {
      await fetch([asked])
      return known.get(keyOf(asked))!
    },
    steps: () => {
      steps ??= projectDays(tx, period, asOf)
      return steps
    },
    pace: () => {
      pace ??= paceOn(tx, { year: Number(period.start.slice(0, 4)), on, area, asOf })
      return pace
    },
  }
}

type FactWanted = Parameters<FigureSources['fact']>[0]

const keyOf = ({ indicator, period, area }: FactWanted) => `${indicator} ${period} ${area}`

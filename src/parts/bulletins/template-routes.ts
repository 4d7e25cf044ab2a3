import type { Tx } from '#kernel/db/work.ts'
import { type Route, reads, writes } from '#kernel/http/route.ts'
import { type Locale, say } from '#kernel/i18n/words.ts'
import { kernelTexts } from '#kernel/kernel-texts.ts'
import { Refusal, type RefusalTexts, refuse } from '#kernel/refusal.ts'
import { areaWithin } from '#parts/indicators/areas.ts'
import { refusals as indicatorRefusals } from '#parts/indicators/texts.ts'
import { refusals as orgRefusals } from '#parts/org/texts.ts'
import { composeBulletin } from './compose.ts'
import { shownFigure } from './queries.ts'
import { readTemplate } from './template.ts'
import * as shapes from './template-shapes.ts'
import { inUseOf, saveTemplate, type TemplateVersion, templateVersions } from './template-versions.ts'
import { type TemplateInUse, templateInUse, templatesInUse } from './templates.ts'
import { refusals } from './texts.ts'

export const templateRoutes: readonly Route[] = [
  reads(shapes.templatesShape, async (tx) => {
    const all = await templatesInUse(tx)
    const templates = []
    for (const template of all) {
      const versions = await templateVersions(tx, template.code)
      const shown = shownVersions(versions)
      templates.push({
        ...headOf(template),
        languages: shown.filter(({ inUse }) => inUse),
        versions: versions.length,
        keptAside: awaiting(versions),
      })
    }
    return { templates }
  }),
  reads(shapes.templateShape, async (tx, { params }) => {
    const template = await templateInUse(tx, params.code)
    const bodies = template.languages.map(({ template: { locale }, version, body }) => ({ locale, version, body }))
    return { ...headOf(template), bodies, versions: shownVersions(await templateVersions(tx, params.code)) }
  }),
  reads(shapes.templateVersionShape, async (tx, { params: { code, locale, version } }) => {
    const versions = await templateVersions(tx, code)
    const found = versions.find((one) => one.locale === locale && one.version === version)
    if (!found) return refuse('bulletins/template-version-unknown', { template: code, version }, 404)
    const shown = shownVersions(versions).find((one) => one.locale === locale && one.version === version)!
    return { ...shown, body: found.body }
  }),
  writes(shapes.saveTemplateShape, (tx, { params, body }) => saveTemplate(tx, { ...params, ...body })),
  reads(shapes.previewShape, async (tx, { params, body }, { roots, locale }) => {
    const area = await areaWithin(tx, body.area, roots)
    try {
      return { fault: null, written: await written(tx, { code: params.code, ...body, area }) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { fault: faultOf(error, body.body, locale), written: null }
    }
  }),
]

async function written(
  tx: Tx,
  asked: { code: string; locale: Locale; body: string; period: string; area: string; dated?: string | undefined },
) {
  const { code, locale, body, ...where } = asked
  const given = [{ template: readTemplate(code, locale, body), version: 0, body }]
  const { texts, sources } = await composeBulletin(tx, { template: code, given, ...where })
  const { tree, figures } = texts[0]!
  return {
    tree,
    printed: figures.map((figure) => shownFigure(figure, sources.get(figure.key)!, null)),
    missing: figures.filter(({ missing }) => missing).length,
  }
}

const texts: RefusalTexts = { ...kernelTexts, ...orgRefusals, ...indicatorRefusals, ...refusals }

/** The refusal in words, with the line of the text that it is about; 0 where it is about none. */
function faultOf({ code, details }: Refusal, body: string, locale: Locale) {
  const words = texts[code]
  return {
    ...{ code, line: lineOf(details, body) },
    problem: words ? say(words.problem, locale, details) : code,
    cure: words ? say(words.cure, locale, details) : '',
  }
}

/** What Markdown cannot print is counted in the written text; its words are found again in the one that was typed. */
function lineOf({ line, element, text }: Record<string, unknown>, body: string): number {
  if (element === undefined) return typeof line === 'number' ? line : 0
  const sought = typeof text === 'string' ? text.split('\n')[0]! : ''
  const found = sought === '' ? -1 : body.split('\n').findIndex((one) => one.includes(sought))
  return found >= 0 ? found + 1 : Number(line ?? 0)
}

function headOf({ code, languages }: TemplateInUse) {
  const [first] = languages
  const nameIn = (locale: Locale) => (languages.find((one) => one.template.locale === locale) ?? first!).template.name
  return { code, name: { zh: nameIn('zh'), en: nameIn('en') }, period: first!.template.period }
}

function shownVersions(versions: readonly TemplateVersion[]) {
  const inUse = [...Map.groupBy(versions, ({ locale }) => locale).values()].map(inUseOf)
  return versions.map((one) => ({
    ...{ locale: one.locale, version: one.version, at: one.loadedAt.toISOString(), by: one.loadedBy },
    ...{ origin: one.origin, reason: one.reason, keptAside: one.keptAside, inUse: inUse.includes(one) },
  }))
}

/** Versions of the package that came after the one in use and still wait for somebody to compare them. */
function awaiting(versions: readonly TemplateVersion[]): number {
  return [...Map.groupBy(versions, ({ locale }) => locale).values()].reduce((sum, of) => {
    const version = inUseOf(of)?.version ?? 0
    return sum + of.filter((one) => one.keptAside && one.version > version).length
  }, 0)
}

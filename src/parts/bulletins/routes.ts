import { read } from '#kernel/db/work.ts'
import { type Request, type Route, reads, works, writes } from '#kernel/http/route.ts'
import { refuse } from '#kernel/refusal.ts'
import { areaWithin } from '#parts/indicators/areas.ts'
import { isUnder, keepInside } from '#parts/org/org.ts'
import { composeBulletin } from './compose.ts'
import { documentOf } from './documents.ts'
import { withdrawBulletin } from './issue.ts'
import { recordsOf } from './origins.ts'
import { areasSeen, bulletinOf, bulletinsIssued, type FrozenBulletin, shownFigure } from './queries.ts'
import * as shapes from './shapes.ts'
import { changesSince } from './since-issue.ts'
import { templatesInUse } from './templates.ts'

export const routes: readonly Route[] = [
  reads(shapes.bulletinsShape, async (tx, { query }, { roots }) => {
    const templates = await templatesInUse(tx)
    return {
      ...(await bulletinsIssued(tx, { ...query, areas: await areasSeen(tx, roots) })),
      templates: templates.map(({ code, languages }) => {
        const [first] = languages
        const nameIn = (locale: string) =>
          (languages.find(({ template }) => template.locale === locale) ?? first!).template.name
        const names = { zh: nameIn('zh'), en: nameIn('en') }
        return {
          code,
          name: names,
          period: first!.template.period,
          languages: languages.map((one) => one.template.locale),
        }
      }),
    }
  }),
  reads(shapes.bulletinShape, async (tx, { params, query }, { roots, locale }) => {
    const bulletin = await bulletinSeen(tx, params.id, query.language ?? locale, roots)
    const { printed, sources, asOf, area, tree } = bulletin
    const inside = await isUnder(tx, area, roots)
    const moment = asOf.toISOString()
    return {
      ...bulletin,
      asOf: moment,
      printed: printed.map((figure) => shownFigure(figure, sources.get(figure.key)!, moment)),
      changes: inside ? await changesSince(tx, { locale: tree.locale, area, asOf, figures: printed, sources }) : null,
    }
  }),
  works(shapes.documentShape, async (work, { params, query }, { roots, locale, raw }) => {
    const { bulletin, records } = await read(work, async (tx) => {
      const found = await bulletinSeen(tx, params.id, query.language ?? locale, roots)
      return { bulletin: found, records: query.format === 'docx' ? await recordsOf(tx, found) : undefined }
    })
    return documentOf({ ...bulletin, records }, query.format, baseOf(raw))
  }),
  reads(shapes.draftShape, async (tx, { body }, { roots, locale }) => {
    const area = await areaWithin(tx, body.area, roots)
    const asOf = body.asOf === undefined ? undefined : new Date(body.asOf)
    const composed = await composeBulletin(tx, { ...body, area, asOf, locale: body.language ?? locale })
    const { tree, figures } = composed.texts[0]!
    const moment = asOf?.toISOString() ?? null
    return {
      ...{ template: composed.template, period: composed.period.text, area, tree },
      printed: figures.map((figure) => shownFigure(figure, composed.sources.get(figure.key)!, moment)),
      missing: figures.filter(({ missing }) => missing).length,
    }
  }),
  writes(shapes.withdrawalShape, async (tx, { params, body }, { roots, locale }) => {
    const { area } = await bulletinSeen(tx, params.id, locale, roots)
    await keepInside(tx, area, roots)
    await withdrawBulletin(tx, { id: params.id, reason: body.reason })
    return { withdrawn: true }
  }),
]

/** An issued bulletin whose area the caller may read; refuses `org/outside-scope` (403). */
export async function bulletinSeen(
  tx: Parameters<typeof bulletinOf>[0],
  id: number,
  language: 'zh' | 'en',
  roots: readonly string[],
): Promise<FrozenBulletin> {
  const bulletin = await bulletinOf(tx, id, language)
  if (!(await areasSeen(tx, roots)).includes(bulletin.area)) refuse('org/outside-scope', { unit: bulletin.area }, 403)
  return bulletin
}

const baseOf = (raw: Request['raw']) => `${raw.protocol}://${raw.host}`

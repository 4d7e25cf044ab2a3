import { desc, eq } from 'drizzle-orm'
import { type Tx, type Work, write } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { bulletins, bulletinTexts } from '#parts/bulletins/tables.ts'
import { templatesInUse } from '#parts/bulletins/templates.ts'
import { areaOf } from '#parts/indicators/areas.ts'
import { catalogueOf } from '#parts/indicators/indicators.ts'
import { sections } from '#parts/indicators/sections.ts'
import { type Choice, type IndicatorTerms, isBulletinOpen, type Subject } from './choice-rule.ts'
import { choiceHistory, choicesInForce, choose } from './choices.ts'
import { standing, vintagesOf } from './observations.ts'
import { openCatalogue } from './open-catalogue.ts'
import { releaseFigures } from './release.ts'

const SHOWN = 200

/** The catalogue, the templates and the bulletins, each with the choice in force and what the public sees of it. */
export async function publishing(tx: Tx) {
  const choices = await choicesInForce(tx)
  const { indicators } = await catalogueOf(tx)
  const catalogue = await openCatalogue(tx)
  const values = Map.groupBy(standing(await vintagesOf(tx, catalogue.indicators)), ({ indicator }) => indicator)
  const templates = (await templatesInUse(tx)).map(({ code, languages }) => ({ code, name: namesOf(languages) }))
  const issued = await bulletinsThere(tx)
  const { code: root } = await areaOf(tx)
  const names = new Map<string, Words>([
    ...indicators.map(({ code, name }) => [`indicator ${code}`, name] as const),
    ...templates.map(({ code, name }) => [`template ${code}`, name] as const),
    ...issued.map(({ id, title }) => [`bulletin ${id}`, title] as const),
  ])
  return {
    through: catalogue.through,
    sections: Object.entries(sections).map(([code, words]) => ({ code, words })),
    indicators: indicators.map(({ code, name, section }) => {
      const seen = catalogue.byCode.has(code) ? (values.get(code) ?? []) : null
      const latest = seen?.toSorted((a, b) => (a.end < b.end ? 1 : -1))[0]?.period ?? null
      const choice = madeOf(choices.get(`indicator ${code}`))
      return { code, name, section, choice, seen: seen && { values: seen.length, latest } }
    }),
    templates: templates.map(({ code, name }) => ({ code, name, choice: madeOf(choices.get(`template ${code}`)) })),
    bulletins: issued.map(({ area, ...bulletin }) => ({
      ...bulletin,
      ...{
        open: isBulletinOpen({ ...bulletin, area }, choices, root),
        choice: madeOf(choices.get(`bulletin ${bulletin.id}`)),
      },
    })),
    history: (await choiceHistory(tx)).slice(0, SHOWN).map((choice) => {
      const { kind, subject } = choice
      const name = names.get(`${kind} ${subject}`) ?? { zh: subject, en: subject }
      return { kind, subject, name, ...madeOf(choice)! }
    }),
  }
}

export interface Chosen extends Subject {
  open: boolean
  terms?: IndicatorTerms | undefined
  reason: string
}

/**
 * Opens something to the public or ends it, and lets out at once what is due. Refuses `portal/subject-unknown` (404),
 * `portal/terms-missing`.
 */
export async function publish(work: Work, chosen: Chosen): Promise<{ changed: boolean; released: number }> {
  const { kind, subject, open, terms, reason } = chosen
  const changed = await write(work, async (tx) => {
    if (!(await isThere(tx, chosen))) refuse('portal/subject-unknown', { subject }, 404)
    if (kind === 'indicator' && open && !terms) refuse('portal/terms-missing', { subject })
    const ofIndicator = kind === 'indicator' ? { terms } : {}
    return choose(tx, { subject: { kind, subject }, open, ...ofIndicator, reason, origin: 'page' })
  })
  return { changed, released: changed ? await releaseFigures(work) : 0 }
}

async function isThere(tx: Tx, { kind, subject }: Subject): Promise<boolean> {
  if (kind === 'indicator') return (await catalogueOf(tx)).byCode.has(subject)
  if (kind === 'template') return (await templatesInUse(tx)).some(({ code }) => code === subject)
  if (!/^\d{1,15}$/.test(subject)) return false
  const found = await tx.db
    .select({ id: bulletins.id })
    .from(bulletins)
    .where(eq(bulletins.id, Number(subject)))
  return found.length > 0
}

async function bulletinsThere(tx: Tx) {
  const rows = await tx.db.select().from(bulletins).orderBy(desc(bulletins.endsOn), desc(bulletins.id)).limit(SHOWN)
  const { bulletinId, locale, title } = bulletinTexts
  const titles = await tx.db.select({ bulletinId, locale, title }).from(bulletinTexts)
  return rows.map(({ id, template, area, dated }) => {
    const own = titles.filter((text) => text.bulletinId === id)
    const titleIn = (asked: string) => (own.find((text) => text.locale === asked) ?? own[0])?.title ?? ''
    return { id, template, area, dated, title: { zh: titleIn('zh'), en: titleIn('en') } }
  })
}

function madeOf(choice: Choice | undefined) {
  if (!choice) return null
  const { open, terms, reason, by, at } = choice
  return { open, terms: terms ?? null, reason, by, at: at.toISOString() }
}

function namesOf(languages: readonly { template: { locale: string; name: string } }[]): Words {
  const nameIn = (locale: string) =>
    (languages.find(({ template }) => template.locale === locale) ?? languages[0])?.template.name ?? ''
  return { zh: nameIn('zh'), en: nameIn('en') }
}

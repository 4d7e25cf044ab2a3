import { createHash } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import type { Locale } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { catalogueOf } from '#parts/indicators/indicators.ts'
import { bulletinTemplates } from './tables.ts'
import { fileOf, readTemplate, type Template } from './template.ts'
import { checkTemplate } from './template-engine.ts'
import { type WritingDesk, writingDesk } from './writing-desk.ts'

export type TemplateVersion = typeof bulletinTemplates.$inferSelect

interface Given {
  code: string
  locale: Locale
  body: string
}

/**
 * Takes a template of the zone package: `same` when the package brought it before, `kept-aside` when somebody edited the one in
 * use on its page. Refuses `bulletins/template-unreadable`, `bulletins/indicator-unknown`, `bulletins/option-unknown` with the line.
 */
export async function takeTemplate(tx: Tx, given: Given): Promise<'same' | 'taken' | 'kept-aside'> {
  await mustRead(tx, given)
  const versions = await versionsOf(tx, given)
  const inUse = inUseOf(versions)
  const brought = versions.find(({ origin }) => origin === 'zone')
  const sha256 = hashOf(given.body)
  if (inUse?.sha256 === sha256 || brought?.sha256 === sha256) return 'same'
  const keptAside = inUse?.origin === 'page'
  await keep(tx, given, { version: (versions[0]?.version ?? 0) + 1, origin: 'zone', reason: '', keptAside })
  return keptAside ? 'kept-aside' : 'taken'
}

/**
 * Saves a template edited on its page as a new version with a reason; an old one is restored in the same way. `from` is the version
 * the editor began with, 0 for a template that is new. Refuses `bulletins/template-changed` (409), `bulletins/template-same` and
 * what a template can be refused for.
 */
export async function saveTemplate(
  tx: Tx,
  given: Given & { reason: string; from: number },
): Promise<{ version: number }> {
  await mustRead(tx, given)
  const { code, locale, from, reason } = given
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`template ${code} ${locale}`])
  const versions = await versionsOf(tx, given)
  const inUse = inUseOf(versions)
  if ((inUse?.version ?? 0) !== from) {
    refuse('bulletins/template-changed', { version: inUse?.version ?? 0, by: inUse?.loadedBy ?? '' }, 409)
  }
  if (inUse?.sha256 === hashOf(given.body)) refuse('bulletins/template-same', { version: inUse.version }, 409)
  const version = (versions[0]?.version ?? 0) + 1
  await keep(tx, given, { version, origin: 'page', reason, keptAside: false })
  return { version }
}

/** Every version of a template, newest first, both languages. */
export async function templateVersions(tx: Tx, code: string): Promise<TemplateVersion[]> {
  return tx.db
    .select()
    .from(bulletinTemplates)
    .where(eq(bulletinTemplates.code, code))
    .orderBy(desc(bulletinTemplates.locale), desc(bulletinTemplates.version))
}

/** The newest that is not kept aside, of versions that come newest first. */
export function inUseOf(versions: readonly TemplateVersion[]): TemplateVersion | undefined {
  return versions.find(({ keptAside }) => !keptAside)
}

function versionsOf(tx: Tx, { code, locale }: Given): Promise<TemplateVersion[]> {
  return tx.db
    .select()
    .from(bulletinTemplates)
    .where(and(eq(bulletinTemplates.code, code), eq(bulletinTemplates.locale, locale)))
    .orderBy(desc(bulletinTemplates.version))
}

async function keep(
  tx: Tx,
  { code, locale, body }: Given,
  how: Pick<TemplateVersion, 'version' | 'origin' | 'reason' | 'keptAside'>,
): Promise<void> {
  const sha256 = hashOf(body)
  const who = { loadedAt: tx.now, loadedBy: tx.actor.name }
  await tx.db.insert(bulletinTemplates).values({ code, locale, body, sha256, ...who, ...how })
  audit(tx, {
    action: how.origin === 'zone' ? 'bulletins/load-template' : 'bulletins/save-template',
    subject: `template:${fileOf(code, locale)}`,
    after: { sha256, ...how },
  })
}

async function mustRead(tx: Tx, { code, locale, body }: Given): Promise<void> {
  const template = readTemplate(code, locale, body)
  checkTemplate(template, await deskForReading(tx, template))
}

const hashOf = (body: string) => createHash('sha256').update(body).digest('hex')

/** A desk that knows the catalogue and prints nothing. */
async function deskForReading(tx: Tx, { code, locale, until }: Template): Promise<WritingDesk> {
  const codes = [...(await catalogueOf(tx)).byCode.keys()]
  const silent = () => Promise.reject(new Error('A template is read without figures.'))
  return writingDesk({
    ...{ template: fileOf(code, locale), locale, until, codes, period: '2000', area: '' },
    sources: { fact: silent, pace: silent },
  })
}

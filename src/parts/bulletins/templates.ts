import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { desc } from 'drizzle-orm'
import { audit } from '#kernel/audit/chain.ts'
import { read, type Tx, type Work, write } from '#kernel/db/work.ts'
import type { Locale, Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { catalogueOf, nearestNames } from '#parts/indicators/indicators.ts'
import { bulletinTemplates } from './tables.ts'
import { fileOf, readTemplate, type Template } from './template.ts'
import { checkTemplate } from './template-engine.ts'
import { type WritingDesk, writingDesk } from './writing-desk.ts'

/** Reads templates/*.md of a zone package: each is checked against the catalogue, and is a new version only when it changed. */
export async function loadTemplates(work: Work, zone: ZonePackage, tell: (words: Words) => void): Promise<void> {
  const files = zone.files('templates', '.md')
  const changed = await write(work, async (tx) => {
    let fresh = 0
    for (const file of files) {
      if (await takeTemplate(tx, { ...nameOf(file), body: zone.text(file) })) fresh += 1
    }
    return fresh
  })
  tell({
    zh: `通报模板：${files.length} 个，新增或变更 ${changed} 个`,
    en: `Bulletin templates: ${files.length}, ${changed} new or changed`,
  })
}

/**
 * Takes a template into use; answers whether it was new or changed. Refuses `bulletins/template-unreadable`,
 * `bulletins/indicator-unknown` and `bulletins/option-unknown` with the line.
 */
export async function takeTemplate(tx: Tx, given: { code: string; locale: Locale; body: string }): Promise<boolean> {
  const { code, locale, body } = given
  const template = readTemplate(code, locale, body)
  checkTemplate(template, await deskForReading(tx, template))
  const sha256 = createHash('sha256').update(body).digest('hex')
  const latest = (await versionsOf(tx)).find((row) => row.code === code && row.locale === locale)
  if (latest?.sha256 === sha256) return false
  const version = (latest?.version ?? 0) + 1
  const row = { code, locale, version, body, sha256, loadedAt: tx.now, loadedBy: tx.actor.name }
  await tx.db.insert(bulletinTemplates).values(row)
  audit(tx, {
    action: 'bulletins/load-template',
    subject: `template:${fileOf(code, locale)}`,
    after: { version, sha256 },
  })
  return true
}

/** A template in use, in each language it has. */
export interface TemplateInUse {
  code: string
  languages: { template: Template; version: number }[]
}

/** The templates in use, Chinese before English. */
export async function templatesInUse(tx: Tx): Promise<TemplateInUse[]> {
  const latest = (await versionsOf(tx)).filter(
    (row, place, all) => all.findIndex(({ code, locale }) => code === row.code && locale === row.locale) === place,
  )
  const languages = latest
    .map(({ code, locale, version, body }) => ({ template: readTemplate(code, locale, body), version }))
    .sort((a, b) => (a.template.locale > b.template.locale ? -1 : 1))
  return [...Map.groupBy(languages, ({ template }) => template.code)].map(([code, of]) => ({ code, languages: of }))
}

/** The template of that name; refuses `bulletins/template-unknown` (404) with the nearest. */
export async function templateInUse(tx: Tx, code: string): Promise<TemplateInUse> {
  const all = await templatesInUse(tx)
  const found = all.find((template) => template.code === code)
  if (found) return found
  const known = all.map((template) => template.code)
  const nearest = nearestNames(code, known)
  return refuse('bulletins/template-unknown', { template: code, known: nearest.length > 0 ? nearest : known }, 404)
}

/** Writes the templates in use back into a zone package. */
export async function exportTemplates(work: Work, folder: string): Promise<void> {
  const rows = await read(work, versionsOf)
  await mkdir(path.join(folder, 'templates'), { recursive: true })
  for (const { code, locale, body } of rows.toReversed()) {
    await writeFile(path.join(folder, 'templates', fileOf(code, locale)), body)
  }
}

function versionsOf(tx: Tx) {
  return tx.db.select().from(bulletinTemplates).orderBy(bulletinTemplates.code, desc(bulletinTemplates.version))
}

function nameOf(file: string): { code: string; locale: Locale } {
  const name = path.basename(file, '.md')
  return name.endsWith('.en') ? { code: name.slice(0, -3), locale: 'en' } : { code: name, locale: 'zh' }
}

/** A desk that knows the catalogue and prints nothing. */
async function deskForReading(tx: Tx, { code, locale, until }: Template): Promise<WritingDesk> {
  const codes = [...(await catalogueOf(tx)).byCode.keys()]
  const silent = () => Promise.reject(new Error('A template is read without figures.'))
  return writingDesk({
    ...{ template: fileOf(code, locale), locale, until, codes, period: '2000', area: '' },
    sources: { fact: silent, pace: silent },
  })
}

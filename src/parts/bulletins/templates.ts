import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { asc, desc } from 'drizzle-orm'
import { read, type Tx, type Work, write } from '#kernel/db/work.ts'
import type { Locale, Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { nearestNames } from '#parts/indicators/indicators.ts'
import { bulletinTemplates } from './tables.ts'
import { fileOf, readTemplate, type Template } from './template.ts'
import { takeTemplate } from './template-versions.ts'

/**
 * Reads templates/*.md of a zone package: each is checked against the catalogue, and is a new version only when it changed. What
 * somebody edited on the page since stays in use; the package's new version is kept beside it, and said.
 */
export async function loadTemplates(work: Work, zone: ZonePackage, tell: (words: Words) => void): Promise<void> {
  const files = zone.files('templates', '.md')
  const results = await write(work, async (tx) => {
    const found: { file: string; result: Awaited<ReturnType<typeof takeTemplate>> }[] = []
    for (const file of files) {
      const result = await takeTemplate(tx, { ...nameOf(file), body: zone.text(file) })
      found.push({ file: path.basename(file), result })
    }
    return found
  })
  const taken = results.filter(({ result }) => result === 'taken').length
  tell({
    zh: `通报模板：${files.length} 个，新增或变更 ${taken} 个`,
    en: `Bulletin templates: ${files.length}, ${taken} new or changed`,
  })
  for (const { file } of results.filter(({ result }) => result === 'kept-aside')) {
    tell({
      zh: `  模板 ${file} 已在页面上修改过：数据包的新版本另存，未启用；请在“通报模板”页对照后决定。`,
      en: `  The template ${file} was edited on its page: the package's new version is kept aside, not in use. Compare them on the page Templates.`,
    })
  }
}

/** A template in use, in each language it has. */
export interface TemplateInUse {
  code: string
  languages: { template: Template; version: number; body: string }[]
}

/** The templates in use, Chinese before English. */
export async function templatesInUse(tx: Tx): Promise<TemplateInUse[]> {
  const languages = (await rowsInUse(tx))
    .map(({ code, locale, version, body }) => ({ template: readTemplate(code, locale, body), version, body }))
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
  const rows = await read(work, rowsInUse)
  await mkdir(path.join(folder, 'templates'), { recursive: true })
  for (const { code, locale, body } of rows) {
    await writeFile(path.join(folder, 'templates', fileOf(code, locale)), body)
  }
}

/** Of each template and language the newest version that is not kept aside. */
async function rowsInUse(tx: Tx) {
  const { code, locale, version } = bulletinTemplates
  const rows = await tx.db.select().from(bulletinTemplates).orderBy(asc(code), asc(locale), desc(version))
  const candidates = rows.filter(({ keptAside }) => !keptAside)
  return candidates.filter(
    (row, place) => candidates.findIndex((one) => one.code === row.code && one.locale === row.locale) === place,
  )
}

function nameOf(file: string): { code: string; locale: Locale } {
  const name = path.basename(file, '.md')
  return name.endsWith('.en') ? { code: name.slice(0, -3), locale: 'en' } : { code: name, locale: 'zh' }
}

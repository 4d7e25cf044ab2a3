import { createHash } from 'node:crypto'
import { audit } from '#kernel/audit/chain.ts'
import { type Tx, type Work, write } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { itemCatalogue } from '#parts/economy/reported.ts'
import { measureCatalogue } from '#parts/ledgers/measures.ts'
import { type Catalogue, catalogueFrom, catalogueOf } from './catalogue.ts'
import { type IndicatorDeclaration, readIndicators } from './declaration.ts'
import { checkCatalogue, type KnownNames } from './formula-catalogue.ts'
import { loadPeers } from './peers.ts'
import { indicatorVersions } from './tables.ts'
import { loadTargets } from './target-loading.ts'

type Tell = (words: Words) => void

/** Reads indicators/*.yaml, targets.csv and peers/*.csv of a zone package; what is on record already stays as it is. */
export async function loadIndicators(work: Work, zone: ZonePackage, tell: Tell): Promise<void> {
  const declared = zone.files('indicators', '.yaml').flatMap((file) => readIndicators(zone.text(file), file))
  const changed = await write(work, (tx) => declareIndicators(tx, declared))
  tell({
    zh: `指标：声明 ${declared.length} 个，新增或变更 ${changed} 个`,
    en: `Indicators: ${declared.length} declared, ${changed} new or changed`,
  })
  const targets = await write(work, (tx) => loadTargets(tx, zone))
  tell({ zh: `目标：新增或调整 ${targets} 个`, en: `Targets: ${targets} new or revised` })
  const peers = await write(work, (tx) => loadPeers(tx, zone))
  tell({ zh: `同类地区数据：新增 ${peers} 个`, en: `Values of peers: ${peers} added` })
}

/**
 * Takes declarations into the catalogue, whole or not at all: a new version of each that changed. Answers how many. Refuses
 * `indicators/declared-twice`, `indicators/growth-not-reported`, and whatever {@link checkCatalogue} finds.
 */
export async function declareIndicators(tx: Tx, declared: readonly IndicatorDeclaration[]): Promise<number> {
  const before = await catalogueOf(tx)
  const kept = before.indicators.filter(({ code }) => !declared.some((other) => other.code === code))
  const codes = declared.map(({ code }) => code)
  const twice = codes.find((code, index) => codes.indexOf(code) !== index)
  if (twice) refuse('indicators/declared-twice', { indicator: twice })
  const next = catalogueFrom('', [
    ...kept.map(({ versions: _, version, ...declaration }) => ({ version, declaration })),
    ...declared.map((declaration) => ({ version: 0, declaration })),
  ])
  await mustCompute(tx, next)
  const known = await digestsOf(tx)
  const fresh = declared
    .map((declaration, ordinal) => ({ declaration, ordinal, sha256: digestOf(declaration) }))
    .filter(({ declaration, sha256 }) => known.get(declaration.code)?.sha256 !== sha256)
  for (const { declaration, ordinal, sha256 } of fresh) {
    const version = (known.get(declaration.code)?.version ?? 0) + 1
    const { code } = declaration
    await tx.db
      .insert(indicatorVersions)
      .values({ code, version, ordinal, declaration, sha256, loadedAt: tx.now, loadedBy: tx.actor.name })
  }
  if (fresh.length > 0) {
    const after = Object.fromEntries(fresh.map(({ declaration, sha256 }) => [declaration.code, sha256]))
    audit(tx, { action: 'indicators/declare', subject: 'indicators', after })
  }
  return fresh.length
}

/** Proves that the catalogue can be computed with the ledgers and forms there are. */
export async function mustCompute(tx: Tx, catalogue: Catalogue): Promise<void> {
  checkCatalogue(catalogue.indicators, await knownNames(tx))
  for (const { code, growth, versions } of catalogue.indicators) {
    if (growth !== 'published' && growth !== 'supplied') continue
    const stray = versions.find(({ expression }) => expression.kind !== 'reference' || expression.to !== 'item')
    if (stray) refuse('indicators/growth-not-reported', { indicator: code, growth, from: stray.from })
  }
}

async function knownNames(tx: Tx): Promise<KnownNames> {
  const measures = (await measureCatalogue()).map(({ measure, unit, dimensions }) => {
    return [measure, { unit, dimensions: dimensions.map(({ name }) => name) }] as const
  })
  return { measures: new Map(measures), items: await itemCatalogue(tx) }
}

async function digestsOf(tx: Tx): Promise<Map<string, { version: number; sha256: string }>> {
  const { rows } = await tx.client.query<{ code: string; version: number; sha256: string }>(
    'select distinct on (code) code, version, sha256 from indicator_versions order by code, version desc',
  )
  return new Map(rows.map((row) => [row.code, row]))
}

function digestOf(declaration: IndicatorDeclaration): string {
  return createHash('sha256').update(JSON.stringify(declaration)).digest('hex')
}

import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { announce } from '#kernel/jobs/errands.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Composition } from './compose.ts'
import { bulletinDigest, digestOf } from './digest.ts'
import type { Source } from './figure-kinds.ts'
import { bulletinFacts, bulletinFigures, bulletinSteps, bulletins, bulletinTexts } from './tables.ts'

export interface Issued {
  id: number
  /** printed figures, in the language of the most */
  figures: number
  sha256: string
}

/** Refuses `bulletins/figures-missing` when a figure of the text has no value. */
export function mustBeWhole({ texts, sources }: Composition): void {
  const missing = texts.flatMap(({ figures }) => figures.filter((figure) => figure.missing))
  if (missing.length === 0) return
  const names = missing.map(({ key }) => indicatorOf(sources.get(key)!) ?? key)
  refuse('bulletins/figures-missing', { indicators: [...new Set(names)], count: new Set(names).size })
}

/** Keeps a composition as it is, for good: its texts, its figures and the facts they stand on. Refuses `bulletins/issued-already` (409). */
export async function freeze(tx: Tx, composed: Composition, asOf: Date): Promise<Issued> {
  const { template, period, area, dated, texts, sources } = composed
  await keepOthersOut(tx, template, period.text, area)
  const facts = [...sources].map(([key, source]) => ({ key, indicator: indicatorOf(source), source }))
  const trees = texts.map(({ tree }) => tree)
  const sha256 = bulletinDigest(trees, sources)
  const [row] = await tx.db
    .insert(bulletins)
    .values({
      ...{ template, period: period.text, startsOn: period.start, endsOn: period.end },
      ...{ area, asOf, dated, sha256 },
    })
    .returning({ id: bulletins.id })
  const bulletinId = row!.id
  await tx.db.insert(bulletinTexts).values(
    texts.map(({ tree, templateVersion }) => {
      const { locale, title } = tree
      return { bulletinId, locale, templateVersion, title, tree, sha256: digestOf(tree) }
    }),
  )
  if (facts.length > 0) await tx.db.insert(bulletinFacts).values(facts.map((fact) => ({ bulletinId, ...fact })))
  const figures = texts.flatMap(({ tree, figures: of }) =>
    of.map(({ text, ...figure }) => ({ bulletinId, locale: tree.locale, printed: text, ...figure })),
  )
  if (figures.length > 0) await tx.db.insert(bulletinFigures).values(figures)
  const who = { at: tx.now, byId: tx.actor.id, byName: tx.actor.name }
  await tx.db.insert(bulletinSteps).values({ bulletinId, step: 'issued', ...who })
  const after = { template, period: period.text, area, asOf: asOf.toISOString(), dated, sha256 }
  audit(tx, { action: 'bulletins/issue', subject: `bulletin:${bulletinId}`, unit: area, after })
  await announce(tx, 'bulletins/issued', { bulletin: bulletinId })
  return { id: bulletinId, figures: Math.max(...texts.map(({ figures: of }) => of.length)), sha256 }
}

/** One bulletin of a template, period and area stands at a time; whoever issues a second one waits here and is refused. */
async function keepOthersOut(tx: Tx, template: string, period: string, area: string): Promise<void> {
  await tx.client.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `bulletin ${template} ${period} ${area}`,
  ])
  const { rows } = await tx.client.query<{ id: string }>(
    `select id from bulletins where template = $1 and period = $2 and area = $3 and not exists (
       select from bulletin_steps where bulletin_id = bulletins.id and step = 'withdrawn')`,
    [template, period, area],
  )
  if (rows[0]) refuse('bulletins/issued-already', { id: Number(rows[0].id), template, period }, 409)
}

function indicatorOf(source: Source): string | null {
  if (source.of === 'fact') return source.fact.indicator
  return source.of === 'pace' ? source.row.indicator : null
}

import { and, desc, eq } from 'drizzle-orm'
import { audit } from '#kernel/audit/chain.ts'
import { read, type Tx, type Work, write } from '#kernel/db/work.ts'
import { type Day, periodOf } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { type ComposeAsked, type Composition, composeBulletin } from './compose.ts'
import { digestOf } from './digest.ts'
import type { Source } from './figure-kinds.ts'
import { bulletinFacts, bulletinFigures, bulletinSteps, bulletins, bulletinTexts } from './tables.ts'
import { templatesInUse } from './templates.ts'

export interface IssueAsked extends Pick<ComposeAsked, 'template' | 'period' | 'area'> {
  dated?: Day | undefined
  /** issue although figures are missing; they are printed as missing */
  evenIfMissing?: boolean | undefined
}

export interface Issued {
  id: number
  /** printed figures, in the language of the most */
  figures: number
  sha256: string
}

/**
 * Issues a bulletin: writes it from one snapshot of the records and freezes its text, its figures and the facts they stand on.
 * Refuses `bulletins/figures-missing` and `bulletins/issued-already` (409) besides what {@link composeBulletin} refuses.
 */
export async function issueBulletin(work: Work, asked: IssueAsked): Promise<Issued> {
  // One repeatable snapshot for all figures; the records go on changing meanwhile.
  const { composed, asOf } = await read(work, async (tx) => ({
    composed: await composeBulletin(tx, asked),
    asOf: tx.now,
  }))
  if (!asked.evenIfMissing) mustBeWhole(composed)
  return write(work, (tx) => freeze(tx, composed, asOf))
}

/**
 * The bulletin a demonstration zone begins with: the half-year's, issued once. Answers the one there is when it was issued
 * before, with the number of its figures.
 */
export async function writeFirstBulletin(work: Work): Promise<{ id: number; figures: number }> {
  const template = 'half-year'
  const { known, period } = await read(work, async (tx) => {
    const today = (await zoneOf(tx))?.today
    const written = today !== undefined && (await templatesInUse(tx)).some(({ code }) => code === template)
    const half = written ? periodOf('half', today).text : null
    return { known: half === null ? { id: 0, figures: 0 } : await latestOf(tx, template, half), period: half ?? '' }
  })
  if (known) return known
  const { id, figures } = await issueBulletin(work, { template, period, evenIfMissing: true })
  return { id, figures }
}

/** Withdraws an issued bulletin with a reason; it stays readable. Refuses `bulletins/unknown` (404), `bulletins/withdrawn-already`. */
export async function withdrawBulletin(tx: Tx, { id, reason }: { id: number; reason: string }): Promise<void> {
  const steps = await tx.db.select().from(bulletinSteps).where(eq(bulletinSteps.bulletinId, id)).for('key share')
  if (steps.length === 0) refuse('bulletins/unknown', { id }, 404)
  const withdrawn = steps.find(({ step }) => step === 'withdrawn')
  if (withdrawn) refuse('bulletins/withdrawn-already', { by: withdrawn.byName }, 409)
  await tx.db.insert(bulletinSteps).values({ ...stepOf(tx, id, 'withdrawn'), reason })
  audit(tx, { action: 'bulletins/withdraw', subject: `bulletin:${id}`, after: { reason } })
}

function mustBeWhole({ texts, sources }: Composition): void {
  const missing = texts.flatMap(({ figures }) => figures.filter((figure) => figure.missing))
  if (missing.length === 0) return
  const names = missing.map(({ key }) => indicatorOf(sources.get(key)!) ?? key)
  refuse('bulletins/figures-missing', { indicators: [...new Set(names)], count: new Set(names).size })
}

async function freeze(tx: Tx, composed: Composition, asOf: Date): Promise<Issued> {
  const { template, period, area, dated, texts, sources } = composed
  await keepOthersOut(tx, template, period.text, area)
  const facts = [...sources].map(([key, source]) => ({ key, indicator: indicatorOf(source), source }))
  const digests = texts.map(({ tree }) => digestOf(tree))
  const sha256 = digestOf({ texts: digests, facts: Object.fromEntries(sources) })
  const [row] = await tx.db
    .insert(bulletins)
    .values({
      ...{ template, period: period.text, startsOn: period.start, endsOn: period.end },
      ...{ area, asOf, dated, sha256 },
    })
    .returning({ id: bulletins.id })
  const bulletinId = row!.id
  await tx.db.insert(bulletinTexts).values(
    texts.map(({ tree, templateVersion }, place) => {
      const { locale, title } = tree
      return { bulletinId, locale, templateVersion, title, tree, sha256: digests[place]! }
    }),
  )
  await tx.db.insert(bulletinFacts).values(facts.map((fact) => ({ bulletinId, ...fact })))
  await tx.db
    .insert(bulletinFigures)
    .values(
      texts.flatMap(({ tree, figures }) =>
        figures.map(({ text, ...figure }) => ({ bulletinId, locale: tree.locale, printed: text, ...figure })),
      ),
    )
  await tx.db.insert(bulletinSteps).values(stepOf(tx, bulletinId, 'issued'))
  const after = { template, period: period.text, area, asOf: asOf.toISOString(), dated, sha256 }
  audit(tx, { action: 'bulletins/issue', subject: `bulletin:${bulletinId}`, unit: area, after })
  return { id: bulletinId, figures: Math.max(...texts.map(({ figures }) => figures.length)), sha256 }
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

async function latestOf(
  tx: Tx,
  template: string,
  period: string,
): Promise<{ id: number; figures: number } | undefined> {
  const [found] = await tx.db
    .select({ id: bulletins.id })
    .from(bulletins)
    .where(and(eq(bulletins.template, template), eq(bulletins.period, period)))
    .orderBy(desc(bulletins.id))
    .limit(1)
  if (!found) return undefined
  const figures = await tx.db
    .select({ locale: bulletinFigures.locale })
    .from(bulletinFigures)
    .where(eq(bulletinFigures.bulletinId, found.id))
  const counts = [...Map.groupBy(figures, ({ locale }) => locale).values()].map(({ length }) => length)
  return { id: found.id, figures: Math.max(0, ...counts) }
}

function indicatorOf(source: Source): string | null {
  if (source.of === 'fact') return source.fact.indicator
  return source.of === 'pace' ? source.row.indicator : null
}

function stepOf(tx: Tx, bulletinId: number, step: 'issued' | 'withdrawn') {
  return { bulletinId, step, at: tx.now, byId: tx.actor.id, byName: tx.actor.name }
}

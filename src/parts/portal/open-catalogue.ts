import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { catalogueOf, type Indicator } from '#parts/indicators/indicators.ts'
import { type IndicatorTerms, isReleased, type Occasion } from './choice-rule.ts'
import { choicesInForce, lastDayOver } from './choices.ts'

/** An indicator that anybody may see, with the terms it is open on. */
export interface OpenIndicator {
  indicator: Indicator
  terms: IndicatorTerms
  occasion: Occasion
  openedAt: Date
}

/** What is open now, in the order of the catalogue. Public pages and programs begin here and know of nothing else. */
export interface OpenCatalogue {
  through: Day
  indicators: readonly OpenIndicator[]
  byCode: ReadonlyMap<string, OpenIndicator>
}

export async function openCatalogue(tx: Tx): Promise<OpenCatalogue> {
  const choices = await choicesInForce(tx)
  const catalogue = await catalogueOf(tx)
  const through = await lastDayOver(tx)
  const issued = await issuedThrough(tx)
  const indicators = catalogue.indicators.flatMap((indicator): OpenIndicator[] => {
    const choice = choices.get(`indicator ${indicator.code}`)
    if (!choice?.open || !choice.terms) return []
    const occasion = { through, issuedThrough: issued.get(indicator.code) ?? null }
    return [{ indicator, terms: choice.terms, occasion, openedAt: choice.at }]
  })
  return { through, indicators, byCode: new Map(indicators.map((open) => [open.indicator.code, open])) }
}

/** The open indicator of that very code; `portal/not-open` (404) says nothing of what there is inside. */
export function openIndicatorIn({ byCode }: OpenCatalogue, code: string): OpenIndicator {
  return byCode.get(code) ?? refuse('portal/not-open', {}, 404)
}

export function isOut({ terms, occasion }: OpenIndicator, period: { start: Day; end: Day }): boolean {
  return isReleased(period, terms, occasion)
}

/** The end of the latest period that a standing bulletin printed of each indicator. */
async function issuedThrough(tx: Tx): Promise<Map<string, Day>> {
  const { rows } = await tx.client.query<{ indicator: string; through: Day }>(
    `select f.indicator, max(b.ends_on)::text as through from bulletin_facts f join bulletins b on b.id = f.bulletin_id
     where f.indicator is not null and not exists (
       select from bulletin_steps s where s.bulletin_id = b.id and s.step = 'withdrawn') group by 1`,
  )
  return new Map(rows.map(({ indicator, through }) => [indicator, through]))
}

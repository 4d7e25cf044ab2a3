import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneOf } from '#kernel/zone-record.ts'

export const flowId = 'OPEN_FIGURES'
export const structureId = 'DSD_OPEN_FIGURES'
export const version = '1.0.0'

/** The zone's area code by GB/T 2260, as REF_AREA. */
export async function areaOf(tx: Tx): Promise<string> {
  return (await zoneOf(tx))?.areaCode ?? refuse('portal/not-open', {}, 404)
}

/** The zone as a maintenance agency: `JK410171`. */
export const agencyOf = (area: string) => `JK${area}`

/** An indicator's code as an SDMX identifier, one to one: `revenue.public-budget` is `REVENUE_PUBLIC-BUDGET`. */
export const indicatorId = (code: string) => code.replaceAll('.', '_').toUpperCase()

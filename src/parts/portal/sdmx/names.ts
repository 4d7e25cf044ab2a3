import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneOf } from '#kernel/zone-record.ts'

export const flowId = 'OPEN_FIGURES'
export const structureId = 'DSD_OPEN_FIGURES'
export const conceptsId = 'CS_OPEN_FIGURES'
export const version = '1.0.0'

/** The dimensions of a series, in the order of its key; TIME_PERIOD comes after them. */
export const seriesDimensions = ['FREQ', 'REF_AREA', 'INDICATOR', 'MEASURE'] as const
export const seriesAttributes = ['UNIT_MEASURE', 'UNIT_MULT', 'DECIMALS', 'BASIS'] as const
export const observationAttributes = ['OBS_STATUS'] as const

export type SeriesDimension = (typeof seriesDimensions)[number]
export type Attribute = (typeof seriesAttributes)[number] | (typeof observationAttributes)[number]

/** The zone's area code by GB/T 2260, as REF_AREA. */
export async function areaOf(tx: Tx): Promise<string> {
  return (await zoneOf(tx))?.areaCode ?? refuse('portal/not-open', {}, 404)
}

/** The zone as a maintenance agency: `JK410171`. */
export const agencyOf = (area: string) => `JK${area}`

/** An indicator's code as an SDMX identifier, one to one: `revenue.public-budget` is `REVENUE_PUBLIC-BUDGET`. */
export const indicatorId = (code: string) => code.replaceAll('.', '_').toUpperCase()

export const basisId = (basis: string) => basis.replaceAll('-', '_').toUpperCase()

/** `urn:sdmx:org.sdmx.infomodel.codelist.Codelist=JK410171:CL_FREQ(1.0.0)`. */
export function urnOf(kind: keyof typeof packages, agency: string, id: string, item?: string): string {
  return `urn:sdmx:org.sdmx.infomodel.${packages[kind]}.${kind}=${agency}:${id}(${version})${item ? `.${item}` : ''}`
}

const packages = {
  Dataflow: 'datastructure',
  DataStructure: 'datastructure',
  Codelist: 'codelist',
  Code: 'codelist',
  ConceptScheme: 'conceptscheme',
  Concept: 'conceptscheme',
} as const

import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { bases } from '#parts/indicators/sections.ts'
import { type Vintage, vintagesOf } from '../observations.ts'
import { type OpenCatalogue, openCatalogue } from '../open-catalogue.ts'
import { type Attribute, areaOf, basisId, indicatorId, type SeriesDimension } from './names.ts'
import { timePeriod } from './time.ts'
import { sdmxUnit } from './units.ts'

/** A vintage as a cell of the cube: its key, its time, its attributes, all as SDMX identifiers. */
export interface Cell {
  key: Record<SeriesDimension, string>
  time: string
  vintage: Vintage
  attributes: Record<Attribute, string>
}

export interface Cube {
  area: string
  zone: Words
  catalogue: OpenCatalogue
  cells: readonly Cell[]
  /** the moment of its last change: the same cube is the same message */
  prepared: Date
}

/** Everything that anybody may see, as one cube; with `asOf` as it was shown then. */
export async function cubeOf(tx: Tx, zone: Words, asOf?: Date): Promise<Cube> {
  const area = await areaOf(tx)
  const catalogue = await openCatalogue(tx)
  const cells = (await vintagesOf(tx, catalogue.indicators, asOf)).map((vintage) => cellOf(area, vintage))
  const moments = [
    ...cells.map(({ vintage }) => vintage.validFrom.getTime()),
    ...catalogue.indicators.map(({ openedAt }) => openedAt.getTime()),
  ]
  const prepared = new Date(moments.reduce((latest, moment) => Math.max(latest, moment), 0))
  return { area, zone, catalogue, cells, prepared }
}

function cellOf(area: string, vintage: Vintage): Cell {
  const { freq, measure, indicator, unit, places, basis, status } = vintage
  const { id, mult } = sdmxUnit(unit)
  return {
    key: { FREQ: freq, REF_AREA: area, INDICATOR: indicatorId(indicator), MEASURE: measure },
    time: timePeriod(vintage.period),
    vintage,
    attributes: {
      ...{ UNIT_MEASURE: id, UNIT_MULT: String(mult), DECIMALS: String(places), BASIS: basisId(basis) },
      OBS_STATUS: status === 'provisional' ? 'P' : 'A',
    },
  }
}

interface Code {
  id: string
  words: Words
}

const frequencies: readonly Code[] = [
  { id: 'A', words: { zh: '年', en: 'Annual' } },
  { id: 'S', words: { zh: '半年', en: 'Half-yearly, semester' } },
  { id: 'Q', words: { zh: '季', en: 'Quarterly' } },
  { id: 'M', words: { zh: '月', en: 'Monthly' } },
]

const measures: readonly Code[] = [
  { id: 'LEVEL', words: { zh: '本期数', en: 'Value of the period' } },
  { id: 'GROWTH', words: { zh: '本期同比', en: 'Change of the period on the year before' } },
  { id: 'LEVEL_YTD', words: { zh: '年初至本期累计数', en: 'Value from January to the end of the period' } },
  {
    id: 'GROWTH_YTD',
    words: { zh: '累计同比', en: 'Change from January to the end of the period on the year before' },
  },
]

const statuses: readonly Code[] = [
  { id: 'A', words: { zh: '正常值', en: 'Normal value' } },
  { id: 'P', words: { zh: '初步数', en: 'Provisional value' } },
]

const multipliers: readonly Code[] = [
  { id: '0', words: { zh: '个', en: 'Units' } },
  { id: '3', words: { zh: '千', en: 'Thousands' } },
  { id: '4', words: { zh: '万', en: 'Tens of thousands' } },
  { id: '6', words: { zh: '百万', en: 'Millions' } },
  { id: '7', words: { zh: '千万', en: 'Tens of millions' } },
  { id: '8', words: { zh: '亿', en: 'Hundreds of millions' } },
  { id: '12', words: { zh: '万亿', en: 'Trillions' } },
]

/** Codelists by the component that takes its values from them; of indicators and units only what is open. */
export function codesOf({ catalogue, area, zone, cells }: Cube): Record<string, readonly Code[]> {
  const units = new Map(
    cells.map(({ vintage }) => {
      const { id, words } = sdmxUnit(vintage.unit)
      return [id, { id, words }]
    }),
  )
  return {
    FREQ: frequencies,
    REF_AREA: [{ id: area, words: zone }],
    INDICATOR: catalogue.indicators.map(({ indicator }) => ({
      id: indicatorId(indicator.code),
      words: indicator.name,
    })),
    MEASURE: measures,
    UNIT_MEASURE: [...units.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    UNIT_MULT: multipliers,
    BASIS: Object.entries(bases).map(([basis, words]) => ({ id: basisId(basis), words })),
    OBS_STATUS: statuses,
  }
}

/** The words of every component of the structure. */
export const componentWords: Record<string, Words> = {
  FREQ: { zh: '频度', en: 'Frequency' },
  REF_AREA: { zh: '地区', en: 'Reference area' },
  INDICATOR: { zh: '指标', en: 'Indicator' },
  MEASURE: { zh: '度量', en: 'Measure' },
  TIME_PERIOD: { zh: '时期', en: 'Time period' },
  OBS_VALUE: { zh: '数值', en: 'Observation value' },
  UNIT_MEASURE: { zh: '单位', en: 'Unit of measure' },
  UNIT_MULT: { zh: '单位倍数（10 的次方）', en: 'Unit multiplier (power of ten)' },
  DECIMALS: { zh: '小数位数', en: 'Decimals' },
  BASIS: { zh: '口径', en: 'Basis' },
  OBS_STATUS: { zh: '状态', en: 'Observation status' },
}

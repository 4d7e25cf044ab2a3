import type { Locale, Words } from '#kernel/i18n/words.ts'
import { type Cube, codesOf, componentWords } from './cube.ts'
import { named } from './message.ts'
import {
  agencyOf,
  conceptsId,
  flowId,
  observationAttributes,
  seriesAttributes,
  seriesDimensions,
  structureId,
  urnOf,
  version,
} from './names.ts'

export const artefactTypes = ['dataflow', 'datastructure', 'codelist', 'conceptscheme', 'agencyscheme'] as const
export type ArtefactType = (typeof artefactTypes)[number]

/** A maintainable artefact of the structure, with what it stands on. */
export interface Artefact {
  type: ArtefactType
  agency: string
  id: string
  version: string
  /** as the message prints it */
  body: Readonly<Record<string, unknown>>
  /** the field of its items, where it has any */
  items: 'codes' | 'concepts' | 'agencies' | null
  /** ids of artefacts it refers to */
  needs: readonly string[]
}

/** Everything a program needs to know to read the data: one dataflow, its structure, the codelists and concepts. */
export function artefactsOf(cube: Cube, locale: Locale): Artefact[] {
  const agency = agencyOf(cube.area)
  const codelists = Object.entries(codesOf(cube)).map(([component, codes]) =>
    maintained(
      { type: 'codelist', agency, id: `CL_${component}`, items: 'codes', needs: [] },
      componentWords[component]!,
      {
        codes: codes.map(({ id, words }) => ({ id, ...named(words, locale) })),
      },
    ),
  )
  const lists = codelists.map(({ id }) => id)
  const make = (one: Omit<Artefact, 'version' | 'body' | 'agency'>, words: Words, body: object) =>
    maintained({ agency, ...one }, words, body)

  function maintained(one: Omit<Artefact, 'version' | 'body'>, words: Words, body: object): Artefact {
    const head = { id: one.id, version, agencyID: one.agency, isExternalReference: false, ...named(words, locale) }
    return { ...one, version, body: { ...head, ...body } }
  }

  return [
    make(
      { type: 'dataflow', id: flowId, items: null, needs: [structureId] },
      { zh: '公开数据', en: 'Open figures' },
      { structure: urnOf('DataStructure', agency, structureId) },
    ),
    make(
      { type: 'datastructure', id: structureId, items: null, needs: [conceptsId, ...lists] },
      { zh: '公开数据的结构', en: 'Structure of open figures' },
      { dataStructureComponents: componentsOf(agency, lists) },
    ),
    ...codelists,
    make(
      { type: 'conceptscheme', id: conceptsId, items: 'concepts', needs: [] },
      { zh: '公开数据的概念', en: 'Concepts of open figures' },
      { concepts: Object.entries(componentWords).map(([id, words]) => ({ id, ...named(words, locale) })) },
    ),
    agencies(agency, cube, locale),
  ]
}

function agencies(agency: string, { zone }: Cube, locale: Locale): Artefact {
  const names = named({ zh: '维护机构', en: 'Maintenance agencies' }, locale)
  return {
    ...{ type: 'agencyscheme', agency: 'SDMX', id: 'AGENCIES', version: '1.0', items: 'agencies', needs: [] },
    body: {
      id: 'AGENCIES',
      version: '1.0',
      agencyID: 'SDMX',
      ...names,
      agencies: [{ id: agency, ...named(zone, locale) }],
    },
  }
}

function componentsOf(agency: string, lists: readonly string[]) {
  const concept = (id: string) => urnOf('Concept', agency, conceptsId, id)
  const representation = (id: string, decimals?: true) => {
    if (lists.includes(`CL_${id}`)) return { enumeration: urnOf('Codelist', agency, `CL_${id}`) }
    return { format: { dataType: decimals ? 'Decimal' : 'Integer' } }
  }
  const attribute = (id: string, attributeRelationship: object) => ({
    ...{ id, usage: 'mandatory', attributeRelationship, conceptIdentity: concept(id) },
    localRepresentation: representation(id),
  })
  return {
    dimensionList: {
      id: 'DimensionDescriptor',
      dimensions: seriesDimensions.map((id, position) => ({
        ...{ id, position, conceptIdentity: concept(id), localRepresentation: representation(id) },
      })),
      timeDimension: {
        ...{ id: 'TIME_PERIOD', conceptIdentity: concept('TIME_PERIOD') },
        localRepresentation: { format: { dataType: 'ObservationalTimePeriod' } },
      },
    },
    measureList: {
      id: 'MeasureDescriptor',
      measures: [
        {
          ...{ id: 'OBS_VALUE', usage: 'optional', conceptIdentity: concept('OBS_VALUE') },
          localRepresentation: representation('OBS_VALUE', true),
        },
      ],
    },
    attributeList: {
      id: 'AttributeDescriptor',
      attributes: [
        ...seriesAttributes.map((id) => attribute(id, { dimensions: [...seriesDimensions] })),
        ...observationAttributes.map((id) => attribute(id, { observation: {} })),
      ],
    },
  }
}

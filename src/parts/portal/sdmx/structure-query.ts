import type { Locale } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { type Artefact, type ArtefactType, artefactsOf, artefactTypes } from './artefacts.ts'
import type { Cube } from './cube.ts'
import { metaOf } from './message.ts'
import type { Asked } from './query.ts'

export interface StructureAsked {
  type: string
  agency: string
  id: string
  version: string
  item: string
}

const collections: Record<ArtefactType, string> = {
  dataflow: 'dataflows',
  datastructure: 'dataStructures',
  codelist: 'codelists',
  conceptscheme: 'conceptSchemes',
  agencyscheme: 'agencySchemes',
}

/** Resources of the standard that this service has none of. */
const elsewhere = new Set(
  (
    'metadatastructure categoryscheme hierarchy hierarchyassociation hierarchicalcodelist valuelist dataproviderscheme ' +
    'metadataproviderscheme dataconsumerscheme organisationscheme organisationunitscheme metadataflow reportingtaxonomy ' +
    'provisionagreement metadataprovisionagreement structureset structuremap representationmap conceptschememap ' +
    'categoryschememap organisationschememap reportingtaxonomymap process categorisation contentconstraint ' +
    'actualconstraint allowedconstraint dataconstraint metadataconstraint attachmentconstraint transformationscheme ' +
    'rulesetscheme userdefinedoperatorscheme customtypescheme namepersonalisationscheme vtlmappingscheme schema ' +
    'metadata availability availableconstraint registration'
  ).split(' '),
)

const details = [
  'full',
  'allstubs',
  'referencestubs',
  'allcompletestubs',
  'referencecompletestubs',
  'referencepartial',
  'raw',
]

/**
 * A structure message as SDMX-JSON 2.0.0: the artefacts asked for and, as `references` says, those they refer to or that refer
 * to them. Refuses `portal/sdmx-syntax` (400), `portal/sdmx-not-implemented` (501), `portal/sdmx-no-results` (404).
 */
export function structureMessage(
  cube: Cube,
  asked: StructureAsked,
  { query, locale, question }: { query: Asked; locale: Locale; question: string },
) {
  const detail = oneOf(query, 'detail', details, 'full')
  const all = artefactsOf(cube, locale)
  const found = all.filter((artefact) => isAsked(artefact, asked))
  if (found.length === 0) return refuse('portal/sdmx-no-results', {}, 404)
  const others = referred(all, found, query).filter((artefact) => !found.includes(artefact))
  const printed = [
    ...found.map((artefact) => ({ artefact, body: printedAs(artefact, detail.startsWith('all'), asked.item) })),
    ...others.map((artefact) => ({ artefact, body: printedAs(artefact, detail.includes('stubs'), '*') })),
  ]
  const data = Object.entries(collections).flatMap(([type, name]) => {
    const bodies = printed.filter(({ artefact }) => artefact.type === type).map(({ body }) => body)
    return bodies.length > 0 ? [[name, bodies] as const] : []
  })
  return { meta: metaOf(cube, 'structure', { question, locale }), data: Object.fromEntries(data) }
}

/** Whether a version asked for takes ours in: itself, any, the latest, or a range like 1+.0 and 1.0.0+. */
export function takesVersion(asked: string, version: string): boolean {
  if (['', '*', 'all', 'latest', '+', '~'].includes(asked) || asked === version) return true
  return asked.split(',').some((one) => one === version || /^[01][+~]?(\.[0+~][+~]?){0,2}$/.test(one))
}

function isAsked(artefact: Artefact, { type, agency, id, version }: StructureAsked): boolean {
  const takes = (asked: string, own: string) => ['', '*', 'all'].includes(asked) || asked.split(/[,+ ]/).includes(own)
  const known = artefactTypes.some((one) => one === type)
  if (!known && !['', '*', 'structure'].includes(type)) {
    if (elsewhere.has(type)) return refuse('portal/sdmx-not-implemented', { asked: type }, 501)
    return refuse('portal/sdmx-syntax', { parameter: 'artefactType', value: type.slice(0, 60) }, 400)
  }
  return (
    (!known || artefact.type === type) &&
    takes(agency, artefact.agency) &&
    takes(id, artefact.id) &&
    takesVersion(version, artefact.version)
  )
}

function referred(all: readonly Artefact[], found: readonly Artefact[], query: Asked): Artefact[] {
  const asked = oneOf(query, 'references', [...references, ...artefactTypes], 'none')
  const below = (from: readonly Artefact[]) => all.filter(({ id }) => from.some(({ needs }) => needs.includes(id)))
  const above = (from: readonly Artefact[]) => all.filter(({ needs }) => from.some(({ id }) => needs.includes(id)))
  const children = below(found)
  const descendants = [...children, ...below(children)]
  const parents = above(found)
  const ancestors = [...parents, ...above(parents)]
  const whole = [...new Set([...descendants, ...ancestors, ...below(parents)])]
  const answers: Record<string, Artefact[]> = {
    ...{ none: [], children, descendants: [...new Set(descendants)], parents, ancestors: [...new Set(ancestors)] },
    ...{ parentsandsiblings: [...new Set([...parents, ...below(parents)])], all: whole },
  }
  return answers[asked] ?? whole.filter(({ type }) => type === asked)
}

const references = ['none', 'children', 'descendants', 'parents', 'ancestors', 'parentsandsiblings', 'all']

/** An artefact whole, without its content, or with the one item that was asked for. */
function printedAs({ body, items }: Artefact, stub: boolean, item: string): Readonly<Record<string, unknown>> {
  if (stub) {
    const { structure: _, dataStructureComponents: __, codes: ___, concepts: ____, agencies: _____, ...head } = body
    return head
  }
  if (!items || ['', '*', 'all'].includes(item)) return body
  const wanted = item.split(/[,+ ]/)
  const own = (body[items] as { id: string }[]).filter(({ id }) => wanted.includes(id))
  if (own.length === 0) return refuse('portal/sdmx-no-results', {}, 404)
  return { ...body, isPartial: true, [items]: own }
}

function oneOf(query: Asked, name: string, known: readonly string[], otherwise: string): string {
  const value = query[name] ?? otherwise
  if (typeof value === 'string' && known.includes(value)) return value
  return refuse('portal/sdmx-syntax', { parameter: name, value: String(value).slice(0, 60) }, 400)
}

import { csv, type ZoneFiles } from './csv.ts'
import { crewOf } from './matter-crew.ts'
import { inspectionsOf } from './matter-inspections.ts'
import { type MadeMatter, openings } from './matter-openings.ts'
import { standardCells } from './matter-standards.ts'
import { story } from './matter-story.ts'

const count = 3_150

/** The zone's year of matters, July 2017 to June 2018, and what evaluation and supervision need beside it. */
export function matterFiles(unitsCsv: string, peopleCsv: string): ZoneFiles {
  const crew = crewOf(peopleCsv)
  const communities = communitiesOf(unitsCsv)
  const inspected = inspectionsOf(communities)
  const matters = [...openings(count, communities), ...inspected.matters].sort(
    (a, b) => a.openedAt.getTime() - b.openedAt.getTime(),
  )
  for (const [place, matter] of matters.entries()) matter.ref = place + 1
  const told = matters.map((matter) => story(matter, crew))
  const standards = standardCells()
  return new Map([
    ['matters/desks.yaml', 'supervision: SUPERVISION\ncommand: COMMAND\n'],
    ['matters/standards.csv', csv(standards.headings, standards.rows)],
    ['matters/patrols.csv', csv('person,unit', patrols(crew.inspectors))],
    [
      'matters/matters.csv',
      csv(
        matterHeadings,
        told.map(({ matter }) => matterCells(matter, crew.inspectors)),
      ),
    ],
    [
      'matters/deeds.csv',
      csv(
        'ref,at,deed,person,fact,words',
        told.flatMap(({ matter, deeds }) =>
          deeds.map(({ at, deed, person, fact, words }) => [String(matter.ref), minute(at), deed, person, fact, words]),
        ),
      ),
    ],
    ...inspected.files(told, crew),
  ])
}

const matterHeadings =
  'ref,inflow,category,opened_at,opened_by,longitude,latitude,community,office,address,title,description,source'

function matterCells(matter: MadeMatter, inspectors: readonly string[]): string[] {
  const { ref, inflow, standard, openedAt, place, community, office, address, title, description, source } = matter
  const byOfficer = inflow === 'patrol' || inflow === 'campaign'
  return [
    ...[String(ref), inflow, standard.code, minute(openedAt), byOfficer ? inspectors[ref % inspectors.length]! : ''],
    ...[place.longitude.toFixed(6), place.latitude.toFixed(6), community, office, address, title, description, source],
  ]
}

/** Minutes in Shanghai: 2018-06-29T17:30 */
export const minute = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)

function patrols(inspectors: readonly string[]): string[][] {
  const offices = Array.from({ length: 6 }, (_, place) => `OFFICE-${place + 1}`)
  return inspectors.flatMap((person, place) => {
    const own = new Set([offices[place % 6]!, offices[(place + 3) % 6]!])
    return [...own].map((unit) => [person, unit])
  })
}

function communitiesOf(unitsCsv: string): { code: string; name: string; office: string }[] {
  return unitsCsv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .filter(([, , , , kind, , closed]) => kind === 'community' && !closed)
    .map(([code, parent, name]) => ({
      ...{ code: code!, name: name! },
      // Moved before the year began (unit-moves.csv).
      office: code === 'COMMUNITY-206' ? 'OFFICE-5' : parent!,
    }))
}

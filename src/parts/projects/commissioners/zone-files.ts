import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { audit } from '#kernel/audit/chain.ts'
import { read, type Tx, type Work, write } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { personByCode } from '#parts/org/org.ts'
import { csvOf, type Line, linesOf } from '#parts/org/zone-csv.ts'
import { visitKinds } from './visit-kinds.ts'
import { keepVisit } from './visits.ts'

const commissionersFile = 'projects/commissioners.csv'
const visitsFile = 'projects/visits.csv'

/** Reads projects/commissioners.csv and projects/visits.csv into a zone that has neither; a zone in use keeps its own. */
export async function loadCommissioners(work: Work, zone: ZonePackage, tell: (words: Words) => void): Promise<void> {
  const [secondments, visits] = [linesOf(zone, commissionersFile), linesOf(zone, visitsFile)]
  if (secondments.length + visits.length === 0) return
  const kept = await write(work, async (tx) => {
    const { rows } = await tx.client.query(
      'select from project_commissioners union all select from project_visits limit 1',
    )
    if (rows.length > 0) return false
    for (const line of secondments) await keepSecondment(tx, line)
    for (const line of visits) await keepVisitLine(tx, line)
    const after = { secondments: secondments.length, visits: visits.length }
    audit(tx, { action: 'projects/load-commissioners', subject: 'projects:commissioners', after })
    return true
  })
  if (kept)
    tell({
      zh: `服务专员派驻 ${secondments.length} 条，走访 ${visits.length} 次`,
      en: `${secondments.length} secondments of commissioners, ${visits.length} visits`,
    })
}

async function keepSecondment(tx: Tx, line: Line): Promise<void> {
  const { cell, day } = line
  const person = await personAt(tx, line, commissionersFile)
  await tx.client.query(
    `insert into project_commissioners
       (project_code, person_code, person_name, unit_code, from_on, to_on, handover, appointed_by, appointed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[cell('project'), person.code, person.name, cell('unit') || person.unit.code, day('from')],
      ...[cell('to') ? day('to') : null, cell('handover'), cell('by'), `${day('from')}T09:00:00+08:00`],
    ],
  )
}

async function keepVisitLine(tx: Tx, line: Line): Promise<void> {
  const { cell, day, oneOf } = line
  const person = await personAt(tx, line, visitsFile)
  const [longitude, latitude] = [cell('longitude'), cell('latitude')]
  await keepVisit(tx, {
    ...{ project: cell('project'), person, on: day('on'), kind: oneOf('kind', visitKinds) },
    ...{ met: cell('met'), words: cell('words'), at: new Date(`${day('on')}T17:30:00+08:00`) },
    ...{ recordedBy: `person:${person.code}`, key: null },
    ...(longitude && latitude ? { place: { longitude: Number(longitude), latitude: Number(latitude) } } : {}),
  })
}

async function personAt(tx: Tx, { line, cell }: Line, file: string) {
  const found = await personByCode(tx, cell('person'))
  return found ?? refuse('org/zone-file-unreadable', { file, line, column: 'person', value: cell('person') })
}

interface SecondmentRow {
  project: string
  person: string
  unit: string
  from: Day
  to: Day | null
  handover: string
  by: string
}

interface VisitLine {
  project: string
  person: string
  on: Day
  kind: string
  met: string
  words: string
  longitude: string | null
  latitude: string | null
}

/** Writes both files back, in the order they happened. */
export async function exportCommissioners(work: Work, folder: string): Promise<void> {
  const [secondments, visits] = await read(work, async (tx) => [
    (
      await tx.client.query<SecondmentRow>(
        `select project_code as project, person_code as person, unit_code as unit, from_on as "from", to_on as "to", handover,
           appointed_by as by from project_commissioners order by id`,
      )
    ).rows,
    (
      await tx.client.query<VisitLine>(
        `select project_code as project, person_code as person, visited_on as on, kind, met, words, longitude::text as longitude,
           latitude::text as latitude from project_visits order by id`,
      )
    ).rows,
  ])
  if (secondments.length + visits.length === 0) return
  mkdirSync(path.join(folder, 'projects'), { recursive: true })
  writeFileSync(
    path.join(folder, commissionersFile),
    csvOf([
      ['project', 'person', 'unit', 'from', 'to', 'handover', 'by'],
      ...secondments.map((row) => [row.project, row.person, row.unit, row.from, row.to, row.handover, row.by]),
    ]),
  )
  writeFileSync(
    path.join(folder, visitsFile),
    csvOf([
      ['project', 'person', 'on', 'kind', 'met', 'words', 'longitude', 'latitude'],
      ...visits.map((row) => [
        ...[row.project, row.person, row.on, row.kind, row.met, row.words, row.longitude, row.latitude],
      ]),
    ]),
  )
}

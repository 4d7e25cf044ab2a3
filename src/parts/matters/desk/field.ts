import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { standardsOf } from '../engine/engine.ts'
import type { State } from '../engine/states.ts'
import type { fieldTasks } from './field-shapes.ts'
import { lightOf } from './light.ts'
import { said, unitOf } from './rows.ts'

type Tasks = Answer<typeof fieldTasks>

const MOST = 100
const sites: readonly State[] = ['verifying', 'pending-check', 'checking']

/** Tasks of the caller's units: those that name the caller first, then the most urgent; those that name somebody else are left out. */
export async function fieldOf(tx: Tx, roots: readonly string[]): Promise<Tasks> {
  const now = await zoneNow(tx)
  const lines = await linesOf(tx, await unitsUnder(tx, roots))
  const unit = await unitOf(tx)
  const photos = await photosOf(tx, lines)
  const categories = await standardsOf(tx)
  return {
    now: now.toISOString(),
    more: lines.length > MOST,
    categories: categories.map(({ code, major, name }) => ({ code, major, name })),
    tasks: lines.slice(0, MOST).map((line) => ({
      ...{ number: line.number, version: line.version, state: line.state, title: line.title },
      ...{ description: line.description, address: line.address, rework: line.rework },
      ...{ longitude: line.longitude, latitude: line.latitude },
      deed: line.state === 'verifying' ? 'verify' : 'check',
      categoryName: { zh: line.zh, en: line.en },
      closeCondition: line.close_condition,
      handedBack: line.back && {
        unit: unit(line.back.unit).name,
        words: line.back.words,
        at: new Date(line.back.at).toISOString(),
      },
      dueAt: said(line.due_at),
      light: lightOf({ warnAt: line.warn_at, dueAt: line.due_at }, now),
      photos: photos.get(line.id) ?? [],
      mine: line.assigned_to === tx.actor.id,
    })),
  }
}

interface Line {
  id: string
  number: string
  version: number
  state: State
  title: string
  description: string
  address: string
  zh: string
  en: string
  close_condition: string | null
  back: { unit: string; words: string; at: string } | null
  longitude: number | null
  latitude: number | null
  warn_at: Date | null
  due_at: Date | null
  rework: number
  assigned_to: string | null
}

async function linesOf(tx: Tx, units: readonly string[]): Promise<Line[]> {
  const { rows } = await tx.client.query<Line>(
    `select m.id::text, m.number, m.version, m.state, m.title, m.description, m.address, c.name_zh as zh, c.name_en as en, s.close_condition,
       m.longitude, m.latitude, m.warn_at, m.due_at, m.rework, m.assigned_to,
       (select json_build_object('unit', coalesce(t.from_unit, m.lies_with), 'words', t.words, 'at', t.at) from matter_steps t
        where t.matter_id = m.id and t.deed = 'hand-back' order by t.version desc limit 1) as back
     from (select front.id from unnest($1::text[]) as of_unit (code), lateral (select id, due_at, assigned_to from matters
         where lies_with = of_unit.code and closed_at is null and state = any($2) and (assigned_to is null or assigned_to = $3)
         order by due_at limit ${MOST + 1}) as front order by front.assigned_to nulls last, front.due_at, front.id limit ${MOST + 1}) as found
     join matters m on m.id = found.id
     join matter_categories c on c.set_id = m.set_id and c.code = m.category
     left join matter_standards s on s.id = m.standard_id
     order by m.assigned_to nulls last, m.due_at, m.id`,
    [units, sites, tx.actor.id],
  )
  return rows
}

type Photos = Tasks['tasks'][number]['photos']

async function photosOf(tx: Tx, lines: readonly Line[]): Promise<ReadonlyMap<string, Photos>> {
  const { rows } = await tx.client.query<{ matter: string; id: string; kind: Photos[number]['kind'] }>(
    `select matter_id::text as matter, photo_id::text as id, kind from matter_photos where matter_id = any($1) order by version, place`,
    [lines.map(({ id }) => id)],
  )
  const found = new Map<string, Photos>()
  for (const { matter, id, kind } of rows) found.set(matter, [...(found.get(matter) ?? []), { id, kind }])
  return found
}

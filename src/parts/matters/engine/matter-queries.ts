import type { Tx } from '#kernel/db/work.ts'
import { boundsAround, metresBetween, type Place } from '#kernel/place.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import { type Matter, mattersWhere } from './matter-rows.ts'
import type { State } from './states.ts'

/** A matter by its number, its reporter's code or its id; null when there is none. */
export async function matterOf(
  tx: Pick<Tx, 'client'>,
  which: string | { code: string } | { id: number },
): Promise<Matter | null> {
  const [condition, value] =
    typeof which === 'string'
      ? ['m.number = $1', which]
      : 'code' in which
        ? ['m.code = $1', which.code]
        : ['m.id = $1', which.id]
  const [matter] = await mattersWhere(tx, condition, [value])
  return matter ?? null
}

export interface Similar {
  number: string
  title: string
  state: State
  metres: number
  openedAt: Date
}

const near = 50
const recent = 24 * 3_600_000

/** Matters of the same small category within 50 metres and 24 hours, nearest first: what may be the same problem. */
export async function similarMatters(
  tx: Tx,
  { category, place, at, but }: { category: string; place: Place; at?: Date; but?: string },
): Promise<Similar[]> {
  const moment = at ?? (await zoneNow(tx))
  const { west, east, south, north } = boundsAround(place, near)
  const found = await mattersWhere(
    tx,
    `m.category = $1 and m.opened_at between $2 and $3 and m.longitude between $4 and $5 and m.latitude between $6 and $7
     and m.state <> 'merged' and m.number is distinct from $8`,
    [
      ...[category, new Date(moment.getTime() - recent), new Date(moment.getTime() + recent)],
      ...[west, east, south, north, but ?? null],
    ],
  )
  return found
    .map(({ number, title, state, openedAt, longitude, latitude }) => ({
      ...{ number, title, state, openedAt },
      metres: Math.round(metresBetween(place, { longitude: longitude!, latitude: latitude! })),
    }))
    .filter(({ metres }) => metres <= near)
    .sort((a, b) => a.metres - b.metres)
}

import type { Day } from '#kernel/period.ts'
import type { PersonLine, RejectedLine } from './people-rows.ts'

/** A person as the database has them. */
export interface PersonOnRecord {
  id: string
  name: string
  unit: string
  title: string
  /** digits */
  phone: string | null
  joinedOn: Day
  leftOn: Day | null
  /** first day of the place they hold now */
  since: Day
}

export interface OnRecord {
  people: ReadonlyMap<string, PersonOnRecord>
  /** first day, and first day no more */
  units: ReadonlyMap<string, { opened: Day; closed: Day | null }>
  /** codes of units the caller may put people into and take them from; everywhere without it */
  allowed?: ReadonlySet<string> | undefined
}

export interface ChangedPerson {
  id: string
  code: string
  name: string
  unit: string
  title: string
  phone: string | null
  /** unit or title differ */
  moves: boolean
  /** the place held now began on the very day of the change, so it is written anew instead of ended */
  replaces: boolean
  phoneChanges: boolean
  before: PersonOnRecord
}

export type Judged =
  | { outcome: 'new'; line: PersonLine & { joinedOn: Day } }
  | { outcome: 'same' }
  | { outcome: 'changed'; change: ChangedPerson }
  | { outcome: 'rejected'; row: RejectedLine }

/** What a line of a list means beside what is on record; changes of unit and title hold from `on`. */
export function judge(line: PersonLine, record: OnRecord, on: Day): Judged {
  const before = record.people.get(line.code)
  const outside = [line.unit, before?.unit ?? line.unit].find((unit) => record.allowed && !record.allowed.has(unit))
  if (outside !== undefined) return rejected(line, 'org/outside-scope', { unit: outside })
  if (!before) {
    const joinedOn = line.joinedOn ?? on
    return notOpen(line, record, joinedOn) ?? { outcome: 'new', line: { ...line, joinedOn } }
  }
  if (before.leftOn !== null) return rejected(line, 'org/person-left', { name: before.name, left: before.leftOn })
  if (line.joinedOn !== undefined && line.joinedOn !== before.joinedOn) {
    return rejected(line, 'org/joined-differs', { name: before.name, joined: before.joinedOn })
  }
  const change = changeOf(line, before, on)
  if (change.moves && on < before.since) {
    return rejected(line, 'org/person-move-too-early', { name: before.name, on, last: before.since })
  }
  if (change.moves) {
    const closed = notOpen(line, record, on)
    if (closed) return closed
  }
  const changes = change.moves || change.phoneChanges || change.name !== before.name
  return changes ? { outcome: 'changed', change } : { outcome: 'same' }
}

function changeOf(line: PersonLine, before: PersonOnRecord, on: Day): ChangedPerson {
  const title = line.title ?? before.title
  const phone = line.phone ?? before.phone
  return {
    ...{ id: before.id, code: line.code, name: line.name, unit: line.unit, title, phone, before },
    moves: line.unit !== before.unit || title !== before.title,
    replaces: before.since === on,
    phoneChanges: phone !== before.phone,
  }
}

function notOpen(line: PersonLine, record: OnRecord, on: Day): Judged | null {
  const unit = record.units.get(line.unit)
  if (!unit) return rejected(line, 'org/unit-unknown', { unit: line.unit })
  if (unit.closed === null && unit.opened <= on) return null
  return rejected(line, 'org/unit-not-open', { unit: line.unit, on, opened: unit.opened, closed: unit.closed ?? '—' })
}

function rejected({ line, cells }: PersonLine, code: string, details: Record<string, unknown>): Judged {
  return { outcome: 'rejected', row: { line, cells, code, details } }
}

import type { Course, Move, Rules, Wish } from '../engine/course.ts'
import { type DeedName, saidShapes } from '../engine/deed-shapes.ts'
import { advance, begin } from '../engine/machine.ts'
import type { Inflow } from '../engine/states.ts'
import type { NewStep } from '../engine/steps.ts'
import type { FileRow } from './files.ts'
import { momentIn } from './files.ts'

export interface Doer {
  /** the account of the person, or their code where they have none */
  id: string
  name: string
}

/** A matter of a zone's records, carried through its deeds by the engine's own rules. */
export interface Replayed {
  course: Course
  steps: (NewStep & { by: Doer })[]
  wishes: Wish[]
}

export interface Replaying {
  rules: Rules
  doer(code: string): Doer | undefined
  /** id of a standard by category and place */
  standard(category: string, ordinal: number): number | undefined
  /** number of a matter of the records by its reference */
  number(ref: string): string | undefined
}

/** Carries one matter through its deeds, first to last. Refuses what the machine refuses, and `matters/record-unreadable`. */
export function replay(opening: FileRow, deeds: readonly FileRow[], on: Replaying): Replayed {
  const [inflow, category, at] = [
    opening.needed('inflow') as Inflow,
    opening.needed('category'),
    momentIn(opening, 'opened_at'),
  ]
  const by = doerOf(opening, 'opened_by', on)
  let course = begin({ inflow, category, at, by: by.id }, on.rules)
  const steps: Replayed['steps'] = [
    { deed: 'open', before: null, after: course, said: { inflow, source: opening.text('source') }, by },
  ]
  const wishes: Wish[] = []
  for (const row of deeds) {
    const doer = doerOf(row, 'person', on)
    const said = saidBy(row, course, on)
    const after = advance(course, { ...said, at: momentIn(row, 'at'), by: doer.id } as Move, on.rules)
    const { deed, ...facts } = said
    steps.push({ deed, before: course, after, said: facts, told: toldOf(deed, inflow, row), by: doer })
    if (after.wish && after.wish !== course.wish) {
      if (deed.startsWith('ask-')) wishes.push(after.wish)
      else wishes[wishes.length - 1] = after.wish
    }
    course = after
  }
  return { course, steps, wishes }
}

const nobody: Doer = { id: 'anonymous', name: '' }

function doerOf(row: FileRow, heading: string, on: Replaying): Doer {
  const code = row.text(heading)
  return code === '' ? nobody : (on.doer(code) ?? row.wrong(heading))
}

/** What the deed says, checked as if it had come by the door. */
function saidBy(row: FileRow, course: Course, on: Replaying) {
  const deed = row.needed('deed') as DeedName
  const shape = saidShapes.find((one) => one.shape.deed.value === deed) ?? row.wrong('deed')
  const words = row.text('words')
  const parsed = shape.safeParse({ deed, words, reason: words, ...factOf(row, deed, course, on) })
  return parsed.success ? parsed.data : row.wrong('fact')
}

function factOf(row: FileRow, deed: DeedName, course: Course, on: Replaying): Record<string, unknown> {
  const fact = row.text('fact')
  if (deed === 'verify') return { found: fact === 'yes' }
  if (deed === 'check') return { passed: fact === 'yes' }
  if (deed === 'decide') return { granted: fact === 'yes' }
  if (deed === 'register') return { standard: on.standard(course.category, Number(fact)) ?? row.wrong('fact') }
  if (deed === 'merge') return { into: on.number(fact) ?? row.wrong('fact') }
  if (deed === 'dispatch') return { unit: fact }
  if (deed === 'decline') return { ground: fact }
  if (deed === 'stage-end' || deed === 'ask-suspension') return { until: fact }
  return deed === 'promise' ? { on: fact } : {}
}

/** Whoever reported it reads what was found and done. */
function toldOf(deed: DeedName, inflow: Inflow, row: FileRow): string {
  const told = ['decline', 'close', 'hand-back'].includes(deed)
  return told && ['citizen', 'enterprise', 'hotline'].includes(inflow) ? row.text('words') : ''
}

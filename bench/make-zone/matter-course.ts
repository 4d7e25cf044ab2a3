import { officialCalendar } from '../../src/kernel/calendar.ts'
import { countedUntil, deadline, hourMs, type Limit } from '../../src/parts/matters/engine/clock.ts'
import type { Course, Move, Rules } from '../../src/parts/matters/engine/course.ts'
import { advance, begin } from '../../src/parts/matters/engine/machine.ts'
import { limitOf } from '../../src/parts/matters/standards/limit-words.ts'
import type { MadeMatter } from './matter-openings.ts'
import { ordinalOf, standardRows } from './matter-standards.ts'
import type { Random } from './random.ts'

/** Nothing of the year happens later: the demonstration opens on the morning of Saturday 30 June 2018. */
export const endOfYear = new Date('2018-06-29T18:00:00+08:00')

/** One line of deeds.csv; `fact` is what the deed decides (unit, standard, yes or no, matter, day). */
export interface MadeDeed {
  at: Date
  deed: Move['deed']
  person: string
  fact: string
  words: string
}

const desk = (amount: number, kind: Limit['kind'] = 'working-hours'): Limit => ({ amount, kind, reading: 'rolling' })

/** The rules that a zone begins with (migrations/0020), so that the year is made by the engine's own clocks. */
export const rules: Rules = {
  id: 1,
  time: {
    calendar: officialCalendar(),
    hours: [
      [8 * hourMs, 12 * hourMs],
      [14 * hourMs, 18 * hourMs],
    ],
  },
  desks: { supervision: 'SUPERVISION', command: 'COMMAND' },
  limits: {
    ...{ accept: desk(0.25), verify: desk(24, 'urgent-hours'), register: desk(0.5), dispatch: desk(0.25) },
    ...{ confirm: desk(1), check: desk(2), close: desk(2) },
  },
  standard: (id) => {
    const row = standardRows[id - 1]
    return row && { id, category: row.code, limit: limitOf(row.limit)! }
  },
}

/** One matter as its deeds make it, by the engine's own machine; what would come after the year's end is left out. */
export class Making {
  readonly matter: MadeMatter
  readonly random: Random
  readonly deeds: MadeDeed[] = []
  course: Course
  #over = false

  constructor(matter: MadeMatter, random: Random) {
    this.matter = matter
    this.random = random
    this.course = begin(
      { inflow: matter.inflow, category: matter.standard.code, at: matter.openedAt, by: 'public' },
      rules,
    )
  }

  /** the year is over for this matter, or it has ended */
  get over(): boolean {
    return this.#over || this.course.closedAt !== null
  }

  /** Does a deed at a moment; false once the year is over. */
  at(at: Date, person: string, move: WithoutWho<Move>, words = ''): boolean {
    if (this.#over || at > endOfYear) {
      this.#over = true
      return false
    }
    const moment = new Date(
      Math.ceil(Math.max(at.getTime(), this.course.changedAt.getTime() + 60_000) / 60_000) * 60_000,
    )
    this.course = advance(this.course, { ...move, at: moment, by: person } as Move, rules)
    this.deeds.push({ at: moment, deed: move.deed, person, fact: factOf(move, this.matter), words })
    return true
  }

  /** The moment at which the stage's own clock has used a share of its limit, in percent; late ones go past it. */
  share(percent: number): Date {
    const stage = this.course.stages.at(-1)!
    if (!stage.limit) return new Date(stage.startedAt.getTime() + percent * 0.24 * hourMs)
    const clock = { limit: stage.limit, startedAt: stage.startedAt, extensions: 0, pauses: stage.pauses }
    const due = deadline(clock, rules.time)
    // A clock that stands still at the end of the year goes no further.
    if (!due) return new Date(endOfYear.getTime() + hourMs)
    const kind = stage.limit.kind === 'working-days' || stage.limit.kind === 'working-hours' ? 'working' : 'urgent'
    const amount = (countedUntil(clock, rules.time, due.dueAt) * percent) / 100 / hourMs
    const part: Limit = { amount, kind: `${kind}-hours`, reading: 'rolling' }
    return deadline({ ...clock, limit: part }, rules.time)!.dueAt
  }

  /** A share of the limit: in time, or late once in so many hundred. */
  pace(late: number): number {
    return this.random.below(100) < late ? 104 + this.random.below(150) : 8 + this.random.below(84)
  }

  chance(percent: number): boolean {
    return this.random.below(1000) < percent * 10
  }
}

type WithoutWho<M> = M extends unknown ? Omit<M, 'at' | 'by'> : never

function factOf(move: WithoutWho<Move>, matter: MadeMatter): string {
  if (move.deed === 'register') return String(ordinalOf(matter.standard))
  if (move.deed === 'dispatch') return move.unit
  if (move.deed === 'verify') return move.found ? 'yes' : 'no'
  if (move.deed === 'check') return move.passed ? 'yes' : 'no'
  if (move.deed === 'decide') return move.granted ? 'yes' : 'no'
  if (move.deed === 'decline') return move.ground
  if (move.deed === 'merge') return move.into
  if (move.deed === 'stage-end' || move.deed === 'ask-suspension') return move.until
  return move.deed === 'promise' ? move.on : ''
}

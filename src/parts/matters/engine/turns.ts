import type { Course, Move, Rules } from './course.ts'
import type { DeedName } from './deed-shapes.ts'

/** What each deed makes of a course. */
export type Turns<D extends DeedName> = {
  [K in D]: (course: Course, move: Extract<Move, { deed: K }>, rules: Rules) => Course
}

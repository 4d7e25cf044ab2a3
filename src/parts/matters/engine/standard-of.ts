import { refuse } from '#kernel/refusal.ts'
import type { Course, Rules } from './course.ts'

/** A standard of the matter's category; refuses `matters/standard-unknown`. */
export function standardFor(course: Pick<Course, 'category'>, id: number, rules: Pick<Rules, 'standard'>): number {
  if (rules.standard(id)?.category !== course.category)
    refuse('matters/standard-unknown', { category: course.category })
  return id
}

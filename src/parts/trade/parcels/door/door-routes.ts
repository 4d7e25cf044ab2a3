import { type Route, works } from '#kernel/http/route.ts'
import { Refusal, refuse } from '#kernel/refusal.ts'
import { declare as declareDeclarations } from './declare.ts'
import { declare, mostDeclarations } from './door-shapes.ts'

export const doorRoutes: readonly Route[] = [
  works(declare, async (work, { body, query }, { roots, locale, reply }) => {
    const given = Array.isArray(body) ? body : [body]
    if (given.length > mostDeclarations)
      refuse('trade/too-many-declarations', { sent: given.length, most: mostDeclarations }, 400)
    try {
      const declared = await declareDeclarations(work, { given, unit: query.unit, roots, locale })
      // A program that looks at nothing but the status learns that nothing of it is in.
      if (declared.rejected === given.length) reply.code(422)
      return declared
    } catch (error) {
      if (error instanceof Refusal && typeof error.details['seconds'] === 'number')
        reply.header('retry-after', String(error.details['seconds']))
      throw error
    }
  }),
]

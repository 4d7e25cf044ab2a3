import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { Words } from '#parts/indicators/fact-shapes.ts'

const Kind = z.enum(['indicator', 'bulletin', 'template'])
const Release = z.enum(['ended', 'issued'])
const Terms = z.object({ since: z.iso.date(), release: Release, delayDays: z.int().min(0).max(366) })

const Made = z.object({
  open: z.boolean(),
  terms: Terms.nullable(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
})

export const publishingShape = endpoint({
  method: 'GET',
  path: '/api/publishing',
  permission: 'portal/publish',
  summary: { zh: '公开哪些指标和通报，何人何时决定', en: 'What is open to the public, and who chose it when' },
  reply: z.object({
    through: z.string(),
    sections: z.array(z.object({ code: z.string(), words: Words })),
    indicators: z.array(
      z.object({
        code: z.string(),
        name: Words,
        section: z.string(),
        choice: Made.nullable(),
        /** what the public sees of it now */
        seen: z.object({ values: z.int(), latest: z.string().nullable() }).nullable(),
      }),
    ),
    templates: z.array(z.object({ code: z.string(), name: Words, choice: Made.nullable() })),
    bulletins: z.array(
      z.object({
        id: z.int(),
        title: Words,
        template: z.string(),
        dated: z.string(),
        open: z.boolean(),
        /** about this bulletin itself; null: as its template */
        choice: Made.nullable(),
      }),
    ),
    history: z.array(Made.extend({ kind: Kind, subject: z.string(), name: Words })),
  }),
})

export const chooseShape = endpoint({
  method: 'POST',
  path: '/api/publishing',
  permission: 'portal/publish',
  summary: { zh: '公开或停止公开', en: 'Open something to the public, or end it' },
  body: z.object({
    kind: Kind,
    subject: z.string().min(1).max(80),
    open: z.boolean(),
    terms: Terms.optional(),
    reason: z.string().trim().min(2).max(400),
  }),
  reply: z.object({ changed: z.boolean(), released: z.int() }),
})

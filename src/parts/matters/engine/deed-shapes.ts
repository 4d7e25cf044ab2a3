import { z } from 'zod'

const words = z.string().trim().min(2).max(2000)
const day = z.iso.date()
const longitude = z.number().min(-180).max(180)
const latitude = z.number().min(-90).max(90)
export const placeShape = z.object({ longitude, latitude })
export const photoKinds = ['near', 'far', 'reference', 'before', 'after'] as const
export const grounds = ['not-found', 'outside', 'referred', 'insufficient', 'duplicate'] as const

const saying = <D extends string, S extends z.ZodRawShape>(deed: D, fields: S) =>
  z.object({ deed: z.literal(deed), ...fields })

/** What each deed says; what it needs is required here, what it allows is optional. */
export const saidShapes = [
  saying('ask-verify', { person: z.string().max(100).optional() }),
  saying('verify', { found: z.boolean(), words }),
  saying('register', { standard: z.number().int().positive() }),
  saying('decline', { ground: z.enum(grounds), reason: words }),
  saying('cancel', { reason: words }),
  saying('correct', {
    category: z.string().max(10).optional(),
    title: z.string().trim().min(2).max(120).optional(),
    address: z.string().trim().max(300).optional(),
    longitude: longitude.optional(),
    latitude: latitude.optional(),
  }),
  saying('merge', { into: z.string().min(5).max(30) }),
  saying('dispatch', { unit: z.string().max(40) }),
  saying('accept', {}),
  saying('assign', { person: z.string().max(100).nullable() }),
  saying('return', { reason: words }),
  saying('hand-back', { words }),
  saying('confirm', {}),
  saying('take-check', {}),
  saying('check', { passed: z.boolean(), words }),
  saying('close', { words }),
  saying('force-close', { reason: words }),
  saying('stage-end', { until: day, words }),
  saying('reopen', { reason: words }),
  saying('rebound', { reason: words }),
  saying('ask-extension', { reason: words }),
  saying('ask-suspension', { reason: words, until: day }),
  saying('ask-appeal', { reason: words }),
  saying('decide', { granted: z.boolean(), words }),
  saying('resume', {}),
  saying('note', { words }),
  saying('promise', { on: day }),
] as const

const sentBeside = {
  /** the version the person looked at */
  seen: z.number().int().positive(),
  idempotencyKey: z.string().min(8).max(80).optional(),
  photos: z
    .array(z.object({ id: z.uuid(), kind: z.enum(photoKinds) }))
    .max(12)
    .optional(),
  /** where the person stood */
  place: placeShape.optional(),
  /** when it was done by the phone; shown as told, no clock stands on it */
  toldAt: z.iso.datetime({ offset: true }).optional(),
  /** what the reporter may read of it */
  told: z.string().trim().max(1000).optional(),
}

/** Body of a move: the deed with what it says, and what comes with every deed. */
export const moveBody = z.discriminatedUnion('deed', saidShapes).and(z.object(sentBeside))

/** A deed with what it says. */
export type Said = z.output<(typeof saidShapes)[number]>
export type DeedName = Said['deed']
export type Sent = { [K in keyof typeof sentBeside]?: z.output<(typeof sentBeside)[K]> | undefined }

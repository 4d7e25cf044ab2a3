import type { z } from 'zod'
import type { Words } from '../i18n/words.ts'

/** `public` needs no session, `signed-in` needs one, anything else is a permission `part/deed`. */
export type Need = 'public' | 'signed-in' | `${string}/${string}`

type Fields = z.ZodObject

/**
 * One door, said once: the server validates by it, OpenAPI is printed from it, and pages call it with its types.
 * `reply: 'file'` streams a download; `body: 'file'` takes one uploaded file (multipart, field `file`).
 */
export interface Endpoint<
  P extends Fields | undefined = Fields | undefined,
  Q extends Fields | undefined = Fields | undefined,
  B extends z.ZodType | 'file' | undefined = z.ZodType | 'file' | undefined,
  R extends z.ZodType | 'file' | 'events' = z.ZodType | 'file' | 'events',
> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Fastify style: `/api/ledgers/:part/:name` */
  path: string
  permission: Need
  summary: Words
  params?: P
  query?: Q
  body?: B
  reply: R
  /** for anybody's pages and programs: kept for so many seconds, asked again by its ETag, read from any origin, under a lower limit */
  open?: { seconds: number }
  /** programs with a key of this permission come in too; said in OpenAPI */
  forPrograms?: boolean
  /** takes writes from pages of any origin: the door looks at a key that is sent along and at no cookie */
  anyOrigin?: boolean
  /** requests a minute from one address, for a door that programs go through all day; the house's own limit unless told */
  perMinute?: number
}

/** Declares an endpoint with its literal types kept. */
export function endpoint<
  P extends Fields | undefined = undefined,
  Q extends Fields | undefined = undefined,
  B extends z.ZodType | 'file' | undefined = undefined,
  R extends z.ZodType | 'file' | 'events' = z.ZodType,
>(declared: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return declared
}

type Out<T> = T extends z.ZodType ? z.output<T> : undefined
type In<T> = T extends z.ZodType ? z.input<T> : undefined

/** What a handler receives. */
export type Asked<E> =
  E extends Endpoint<infer P, infer Q, infer B, infer _R> ? { params: Out<P>; query: Out<Q>; body: Out<B> } : never

/** What a page sends. */
export type Sent<E> =
  E extends Endpoint<infer P, infer Q, infer B, infer _R>
    ? (P extends z.ZodType ? { params: In<P> } : { params?: undefined }) &
        (Q extends z.ZodType ? { query?: In<Q> } : { query?: undefined }) &
        (B extends z.ZodType ? { body: In<B> } : { body?: undefined })
    : never

/** What a handler answers with, before the reply shape prints it. */
export type Answer<E> =
  E extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? (R extends z.ZodType ? z.input<R> : FileAnswer) : never

/** What a page gets. */
export type Reply<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? Out<R> : never

/** A download. `name` may be Chinese. */
export interface FileAnswer {
  name: string
  type: string
  content: NodeJS.ReadableStream | Uint8Array | string
  /** to be read where it was asked for, not saved under its name */
  inline?: boolean
  /** 200 unless told */
  status?: number
  headers?: Readonly<Record<string, string>>
}

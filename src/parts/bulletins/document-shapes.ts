import { z } from 'zod'
import type { Picture } from './pictures/picture.ts'
import type { Block, Inline } from './tree.ts'

export const Words = z.object({ zh: z.string(), en: z.string() })

/** The files a bulletin can be drawn as. */
export const Drawing = z.enum(['docx', 'html', 'md'])

const InlineShape: z.ZodType<Inline> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('figure'), figure: z.int(), text: z.string() }),
  z.object({
    kind: z.literal('strong'),
    get children() {
      return z.array(InlineShape)
    },
  }),
  z.object({
    kind: z.literal('emphasis'),
    get children() {
      return z.array(InlineShape)
    },
  }),
  z.object({ kind: z.literal('break') }),
])

const Inlines = z.array(InlineShape)

const PictureShape: z.ZodType<Picture> = z.object({
  form: z.enum(['trend', 'completion']),
  number: z.string(),
  title: z.string(),
  unit: z.string(),
  heading: z.string(),
  rows: z.array(z.string()),
  series: z.array(
    z.object({
      name: z.string(),
      role: z.enum(['main', 'earlier', 'calendar', 'season']),
      points: z.array(
        z.object({
          value: z.string().nullable(),
          figure: z.int().nullable(),
          text: z.string(),
          provisional: z.boolean().optional(),
        }),
      ),
    }),
  ),
  target: z.object({ name: z.string(), value: z.string() }).nullable(),
})

const BlockShape: z.ZodType<Block> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.literal([1, 2, 3]),
    number: z.string(),
    children: Inlines,
  }),
  z.object({ kind: z.literal('paragraph'), children: Inlines }),
  z.object({
    kind: z.literal('list'),
    ordered: z.boolean(),
    get items() {
      return z.array(z.array(BlockShape))
    },
  }),
  z.object({
    kind: z.literal('table'),
    align: z.array(z.enum(['left', 'right', 'center'])),
    head: z.array(Inlines),
    rows: z.array(z.array(Inlines)),
  }),
  z.object({ kind: z.literal('picture'), picture: PictureShape }),
])

export const TreeShape = z.object({
  locale: z.enum(['zh', 'en']),
  title: z.string(),
  blocks: z.array(BlockShape),
  closing: z.object({ by: z.string(), on: z.string() }),
})

/** A printed figure with what a reader may ask of it before opening it. */
export const FigureShown = z.object({
  place: z.int(),
  text: z.string(),
  missing: z.boolean(),
  /** the page of its lineage */
  door: z.string(),
  /** null for a count over the targets */
  name: Words.nullable(),
  period: z.string(),
  exact: z.string().nullable(),
  unit: z.string().nullable(),
  basis: z.string().nullable(),
  vintage: z.string().nullable(),
  status: z.string().nullable(),
})

export const Cause = z.object({
  title: z.string(),
  by: z.string(),
  at: z.string(),
  path: z.string(),
  deed: z.enum(['entered', 'withdrawn', 'moved', 'reported', 'revised']),
  rows: z.int(),
  corrected: z.int(),
  added: z.string().nullable(),
  was: z.string().nullable(),
  now: z.string().nullable(),
  unit: z.string(),
})

export const Change = z.object({
  places: z.array(z.int()),
  indicator: z.string().nullable(),
  name: Words.nullable(),
  period: z.string(),
  was: z.string(),
  now: z.string(),
  causes: z.array(Cause),
})

export const Step = z.object({
  /** of the draft up to its issue, then of the bulletin */
  step: z.enum(['drafted', 'edited', 'checked', 'returned', 'reviewed', 'issued', 'withdrawn', 'dropped']),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
  /** the record of a check */
  check: z.int().nullable(),
})

export type TreeShown = z.output<typeof TreeShape>
export type FigureInfo = z.output<typeof FigureShown>
export type CauseShown = z.output<typeof Cause>
export type ChangeShown = z.output<typeof Change>
export type StepShown = z.output<typeof Step>

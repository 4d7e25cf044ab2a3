import { z } from 'zod'
import { statementKinds, verdicts } from '../checking/report.ts'
import { claimKinds } from '../claims/claim.ts'
import { draftNotes } from '../drafts/draft.ts'

const Place = z.int().min(0)
const Text = z.string().nullable()

export const Formats = z.enum(['docx', 'html', 'md', 'txt'])

export const NotesShape = z.array(z.object({ code: z.enum(draftNotes), count: z.int().min(0) })).max(40)

export const BlockShape = z.object({
  kind: z.enum(['heading', 'paragraph', 'item', 'cell', 'footnote']),
  level: z.int().min(1).max(9).optional(),
  start: Place,
  end: Place,
  cell: z.object({ table: Place, row: Place, column: Place, above: z.string(), beside: z.string() }).optional(),
})

const ClaimShape = z.object({
  ...{ text: z.string(), start: Place, indicator: z.string(), value: Text, upper: z.string().optional() },
  ...{ unit: Text, kind: z.enum(claimKinds as [string, ...string[]]), direction: z.enum(['up', 'down']).nullable() },
  ...{ period: z.string(), of: Text, qualifier: z.string().optional(), versus: z.string().optional() },
  ...{ whole: z.string().optional(), scope: z.string().optional() },
  modality: z.enum(['target', 'plan', 'forecast']).optional(),
  role: z.enum(['from', 'to']).optional(),
  ...{ delta: z.literal(true).optional(), subject: z.string().optional(), partial: z.literal(true).optional() },
})

const ReasonShape = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})

const FactBehindShape = z.object({
  ...{ indicator: z.string(), period: z.string(), area: z.string() },
  aspect: z.enum(['value', 'change', 'change-previous', 'rank', 'completion', 'target', 'pace']),
  ...{ value: Text, unit: z.string(), vintage: Text, door: z.string() },
})

const FindingShape = z.object({
  ...{ place: Place, claim: ClaimShape, verdict: z.enum(verdicts), indicator: Text },
  boundBy: z.enum(['name', 'alias', 'context', 'chosen']).nullable(),
  ...{ candidates: z.array(z.string()), period: Text, expected: Text, correction: Text },
  ...{ reason: ReasonShape, fact: FactBehindShape.nullable(), statements: z.array(Place) },
})

const StatementShape = z.object({
  ...{ place: Place, kind: z.enum(statementKinds), holds: z.enum(['yes', 'rounding', 'no']) },
  ...{ claims: z.array(Place), low: Text, high: Text, reason: ReasonShape },
})

const PaceShape = z.object({
  ...{ text: z.string(), start: Place, verdict: z.enum(verdicts), reason: ReasonShape },
  targets: z.array(
    z.object({ indicator: z.string(), completion: Text, calendar: z.string(), gap: Text, status: z.string() }),
  ),
})

export const CountsShape = z.record(z.enum(verdicts), z.int())

/** CheckReport of checking/report.ts, as it goes over the door. */
export const ReportShape = z.object({
  ...{ name: z.string(), format: Formats, text: z.string(), blocks: z.array(BlockShape) },
  notes: NotesShape,
  ...{ area: z.string(), period: z.string(), asOf: Text },
  ...{ findings: z.array(FindingShape), statements: z.array(StatementShape), paces: z.array(PaceShape) },
  counts: CountsShape,
})

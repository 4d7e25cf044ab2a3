import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { parcels } from '#parts/trade/parcels.ledger.ts'

/** Most declarations of one request. */
export const mostDeclarations = 500

/** One value of a declaration: digits may come as text or as a number; what it has to be, the ledger's checks say. */
const value = z.union([z.string().max(2000), z.number()]).nullable()

/** The ledger's columns by name. Whatever is missing or misnamed comes back with its reason, so that it does not hold the others. */
const declaration = z.looseObject(
  Object.fromEntries(
    Object.entries(parcels.columns).map(([name, { words, unit, choices, note, optional }]) => {
      const said = [words.zh, unit, choices && Object.keys(choices).join(' | '), note?.zh, optional ? '可不填' : '必填']
      return [name, value.optional().describe(`${said.filter(Boolean).join('；')} / ${words.en}`)]
    }),
  ),
)

const fault = z.object({ column: z.string().nullable(), check: z.string(), reason: z.string(), cure: z.string() })

const answered = z.object({
  /** its place in the request, 1 for the first */
  place: z.number().int(),
  declaration: z.string().nullable(),
  outcome: z.enum(['entered', 'corrected', 'unchanged', 'rejected']),
  /** what happened, in the caller's language, when it needs saying */
  note: z.string().optional(),
  /** of a correction: what each changed column said before */
  was: z.record(z.string(), z.string().nullable()).optional(),
  /** of a correction: the batch and the account that had brought what was there */
  before: z.object({ batch: z.number().int(), by: z.string() }).optional(),
  faults: z.array(fault).optional(),
  warnings: z.array(fault).optional(),
})

export const declare = endpoint({
  method: 'POST',
  path: '/api/trade/declarations',
  permission: 'trade/declare',
  summary: {
    zh: '逐票报送：一票或最多 500 票；同一编号再送，值相同即不变，值不同即更正',
    en: 'Send one declaration or up to 500; the same number again changes nothing, with other values it is a correction',
  },
  query: z.object({ unit: z.string().max(40).optional().describe('单位代码；默认为账号所在单位 / unit code') }),
  body: z.union([declaration, z.array(declaration).min(1)]),
  reply: z.object({
    batch: z.number().int().nullable(),
    entered: z.number().int(),
    corrected: z.number().int(),
    unchanged: z.number().int(),
    rejected: z.number().int(),
    declarations: z.array(answered),
  }),
  forPrograms: true,
  // 1,500 a second singly from one address, and some to spare.
  perMinute: 120_000,
})

export type DeclarationGiven = z.output<typeof declaration>
export type DeclarationAnswered = z.output<typeof answered>

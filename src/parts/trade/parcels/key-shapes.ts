import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

const key = z.object({
  id: z.number().int(),
  name: z.string(),
  unit: z.string(),
  prefix: z.string(),
  username: z.string(),
  madeAt: z.string(),
  usedOn: z.string().nullable(),
  revokedAt: z.string().nullable(),
})

export type KeyShown = z.output<typeof key>

export const listKeys = endpoint({
  method: 'GET',
  path: '/api/trade/declaration-keys',
  permission: 'trade/declare',
  summary: { zh: '自己的程序密钥', en: 'One’s own keys for programs' },
  reply: z.object({ keys: z.array(key) }),
})

export const makeKey = endpoint({
  method: 'POST',
  path: '/api/trade/declaration-keys',
  permission: 'trade/declare',
  summary: { zh: '开立程序密钥：只显示这一次', en: 'Make a key for a program: it is shown this once' },
  body: z.object({ name: z.string().trim().min(1).max(60), unit: z.string().max(40).optional() }),
  reply: z.object({ id: z.number().int(), key: z.string() }),
})

export const revokeKey = endpoint({
  method: 'POST',
  path: '/api/trade/declaration-keys/:id/revoke',
  permission: 'trade/declare',
  summary: { zh: '作废程序密钥', en: 'Revoke a key' },
  params: z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
  reply: z.object({ revoked: z.number().int() }),
})

import { z } from 'zod'
import { endpoint } from '../http/endpoint.ts'

export const listAudit = endpoint({
  method: 'GET',
  path: '/api/audit',
  permission: 'audit/read',
  summary: { zh: '查阅审计记录', en: 'Read the audit chain' },
  query: z.object({
    subject: z.string().max(200).optional(),
    actor: z.string().max(200).optional(),
    action: z.string().max(200).optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    entries: z.array(
      z.object({
        seq: z.number().int(),
        at: z.string(),
        actor: z.object({ id: z.string(), name: z.string() }),
        via: z.string(),
        action: z.string(),
        subject: z.string(),
        unit: z.string().nullable(),
        before: z.unknown(),
        after: z.unknown(),
        requestId: z.string(),
        hash: z.string(),
      }),
    ),
    total: z.number().int(),
  }),
})

export const verifyChain = endpoint({
  method: 'POST',
  path: '/api/audit/verification',
  permission: 'audit/verify',
  summary: { zh: '核验审计链', en: 'Verify the audit chain' },
  reply: z.object({
    entries: z.number().int(),
    verified: z.number().int(),
    findings: z.array(
      z.object({
        seq: z.number().int(),
        kind: z.enum(['changed', 'removed', 'reordered', 'added']),
        what: z.string(),
      }),
    ),
  }),
})

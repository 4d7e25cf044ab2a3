import { z } from 'zod'
import { endpoint } from '../http/endpoint.ts'
import { roles } from './actor.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Role = z.enum(roles)
const Id = z.object({ id: z.uuid() })
const GrantId = z.object({ id: z.coerce.number().int().positive() })
const Done = z.object({ done: z.literal(true) })

/** What the house adds to the session: which zone this is, and its demonstration accounts if it has any. */
export const SessionFrame = z.object({
  zone: z.object({ code: z.string(), name: Words }),
  today: z.string(),
  version: z.string().optional(),
  demonstration: z
    .object({
      accounts: z.array(z.object({ username: z.string(), password: z.string(), name: z.string(), words: Words })),
    })
    .nullable()
    .optional(),
  singleSignOn: z.boolean().optional(),
})

export const Session = SessionFrame.extend({
  person: z
    .object({
      id: z.string(),
      username: z.string(),
      name: z.string(),
      unit: z.object({ code: z.string(), name: z.string() }).nullable().optional(),
      secondFactor: z.boolean(),
    })
    .nullable(),
  grants: z.array(z.object({ role: Role, unit: z.string() })),
  permissions: z.array(z.string()),
})

export const getSession = endpoint({
  method: 'GET',
  path: '/api/session',
  permission: 'public',
  summary: { zh: '谁在登录、能做什么、这是哪个经开区', en: 'Who is signed in, what they may do, which zone this is' },
  reply: Session,
})

const SessionRow = z.object({
  id: z.string(),
  address: z.string().nullable(),
  agent: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  current: z.boolean(),
})

export const listOwnSessions = endpoint({
  method: 'GET',
  path: '/api/account/sessions',
  permission: 'signed-in',
  summary: { zh: '我的登录', en: 'My sessions' },
  reply: z.object({ sessions: z.array(SessionRow) }),
})

export const endOwnSession = endpoint({
  method: 'DELETE',
  path: '/api/account/sessions/:id',
  permission: 'signed-in',
  summary: { zh: '结束我的一次登录', en: 'End one of my sessions' },
  params: Id,
  reply: Done,
})

export const endOtherSessions = endpoint({
  method: 'DELETE',
  path: '/api/account/sessions',
  permission: 'signed-in',
  summary: { zh: '结束我的其他登录', en: 'End my other sessions' },
  reply: z.object({ ended: z.number().int() }),
})

const HeldGrant = z.object({ id: z.number().int(), role: Role, unit: z.string(), grantedAt: z.string() })

const Account = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  personCode: z.string().nullable(),
  secondFactor: z.boolean(),
  createdAt: z.string(),
  disabledAt: z.string().nullable(),
  grants: z.array(HeldGrant),
})

export const listAccounts = endpoint({
  method: 'GET',
  path: '/api/admin/accounts',
  permission: 'access/accounts-read',
  summary: { zh: '账号列表', en: 'Accounts' },
  query: z.object({
    search: z.string().trim().max(60).optional(),
    page: z.coerce.number().int().min(1).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ accounts: z.array(Account), total: z.number().int() }),
})

export const createAccount = endpoint({
  method: 'POST',
  path: '/api/admin/accounts',
  permission: 'access/accounts',
  summary: { zh: '开立账号', en: 'Make an account' },
  body: z.object({
    username: z.string().min(1).max(60),
    name: z.string().trim().min(1).max(60),
    personCode: z.string().trim().min(1).max(60).optional(),
    password: z.string().max(128).optional(),
  }),
  /** `password` is told once, when none was given */
  reply: z.object({ id: z.string(), username: z.string(), password: z.string().nullable() }),
})

const deedOnAccount = (path: string, summary: { zh: string; en: string }) =>
  endpoint({ method: 'POST', path, permission: 'access/accounts', summary, params: Id, reply: Done })

export const disableAccount = deedOnAccount('/api/admin/accounts/:id/disabling', {
  zh: '停用账号',
  en: 'Disable an account',
})
export const enableAccount = deedOnAccount('/api/admin/accounts/:id/enabling', {
  zh: '恢复账号',
  en: 'Enable an account',
})

export const resetPassword = endpoint({
  method: 'POST',
  path: '/api/admin/accounts/:id/password',
  permission: 'access/accounts',
  summary: { zh: '重设口令', en: 'Set a new password' },
  params: Id,
  reply: z.object({ password: z.string() }),
})

export const listGrants = endpoint({
  method: 'GET',
  path: '/api/admin/grants',
  permission: 'access/grants-read',
  summary: { zh: '授权记录，含已收回的', en: 'Grants, revoked ones too' },
  query: z.object({ user: z.uuid().optional() }),
  reply: z.object({
    grants: z.array(
      HeldGrant.extend({
        user: z.string(),
        username: z.string(),
        name: z.string(),
        grantedBy: z.string(),
        revokedBy: z.string().nullable(),
        revokedAt: z.string().nullable(),
      }),
    ),
  }),
})

export const grantRole = endpoint({
  method: 'POST',
  path: '/api/admin/grants',
  permission: 'access/grants',
  summary: { zh: '授予角色', en: 'Grant a role' },
  body: z.object({ user: z.uuid(), role: Role, unit: z.string().min(1).max(60) }),
  reply: z.object({ id: z.number().int() }),
})

export const revokeGrant = endpoint({
  method: 'POST',
  path: '/api/admin/grants/:id/revocation',
  permission: 'access/grants',
  summary: { zh: '收回角色', en: 'Revoke a grant' },
  params: GrantId,
  reply: Done,
})

export const listSessions = endpoint({
  method: 'GET',
  path: '/api/admin/accounts/:id/sessions',
  permission: 'access/sessions',
  summary: { zh: '一个账号的登录', en: 'Sessions of an account' },
  params: Id,
  reply: z.object({ sessions: z.array(SessionRow) }),
})

export const endSession = endpoint({
  method: 'POST',
  path: '/api/admin/sessions/:id/revocation',
  permission: 'access/sessions',
  summary: { zh: '结束一次登录', en: 'End a session' },
  params: Id,
  reply: Done,
})

export const endSessions = endpoint({
  method: 'POST',
  path: '/api/admin/accounts/:id/sessions/revocation',
  permission: 'access/sessions',
  summary: { zh: '结束一个账号的全部登录', en: 'End every session of an account' },
  params: Id,
  reply: z.object({ ended: z.number().int() }),
})

import type { Words } from '../i18n/words.ts'

/**
 * What a person may do within a unit's subtree. `administrator` runs the system, `security` grants roles and ends
 * sessions, `auditor` reads everything including the audit chain and writes nothing: three administrators apart.
 */
export const roles = ['viewer', 'clerk', 'reviewer', 'lead', 'administrator', 'security', 'auditor'] as const
export type Role = (typeof roles)[number]

export const roleWords: Record<Role, Words> = {
  viewer: { zh: '查看人', en: 'Viewer' },
  clerk: { zh: '经办人', en: 'Clerk' },
  reviewer: { zh: '审核人', en: 'Reviewer' },
  lead: { zh: '负责人', en: 'Lead' },
  administrator: { zh: '系统管理员', en: 'System administrator' },
  security: { zh: '安全管理员', en: 'Security administrator' },
  auditor: { zh: '审计员', en: 'Auditor' },
}

/** A role held within the subtree of one unit (unit code). */
export interface Grant {
  role: Role
  unit: string
}

/** Who acts: a signed-in person, a program with a key, the command line, or a job. */
export interface Actor {
  /** id of the person, or `cli` / `job:<name>` / `anonymous` */
  id: string
  name: string
  via: 'page' | 'program' | 'cli' | 'job' | 'public'
  grants: readonly Grant[]
  /** of a program: the permissions that its key opens, and no others */
  only?: readonly string[]
}

export const anonymous: Actor = { id: 'anonymous', name: '', via: 'public', grants: [] }

/** One thing that may be done, and the roles that may do it. Key: `part/deed`. */
export interface Permission {
  words: Words
  roles: readonly Role[]
}

export type Permissions = Record<`${string}/${string}`, Permission>

/** The units (subtree roots) in which the actor holds a permission; empty means it is not held anywhere. */
export function rootsFor(actor: Actor, permission: Permission): string[] {
  return [...new Set(actor.grants.filter((grant) => permission.roles.includes(grant.role)).map((grant) => grant.unit))]
}

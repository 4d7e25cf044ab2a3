import type { Permissions } from './actor.ts'

/**
 * What the kernel itself lets people do. The three administrators stay apart: one makes accounts and runs the system,
 * one grants roles and ends sessions, one reads what both of them did.
 */
export const kernelPermissions = {
  'access/accounts-read': {
    words: { zh: '查看账号', en: 'See accounts' },
    roles: ['administrator', 'security', 'auditor'],
  },
  'access/accounts': { words: { zh: '开立和停用账号', en: 'Make and disable accounts' }, roles: ['administrator'] },
  'access/grants-read': { words: { zh: '查看授权', en: 'See grants' }, roles: ['security', 'auditor'] },
  'access/grants': { words: { zh: '授予和收回角色', en: 'Grant and revoke roles' }, roles: ['security'] },
  'access/sessions': { words: { zh: '查看和结束登录', en: 'See and end sessions' }, roles: ['security'] },
  'audit/read': { words: { zh: '查阅审计记录', en: 'Read the audit chain' }, roles: ['auditor'] },
  'audit/verify': { words: { zh: '核验审计链', en: 'Verify the audit chain' }, roles: ['auditor'] },
  'jobs/read': { words: { zh: '查看后台任务', en: 'See background jobs' }, roles: ['administrator'] },
  'jobs/retry': { words: { zh: '重试后台任务', en: 'Retry background jobs' }, roles: ['administrator'] },
  'photos/originals': {
    words: { zh: '查看照片原件', en: 'See photos as they were sent' },
    roles: ['clerk', 'reviewer', 'lead', 'auditor'],
  },
} satisfies Permissions

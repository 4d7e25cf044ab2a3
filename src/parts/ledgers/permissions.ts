import type { Permission } from '#kernel/access/actor.ts'

export const ledgerPermissions = {
  'ledgers/read': {
    words: { zh: '查看台账', en: 'Read ledgers' },
    roles: ['viewer', 'clerk', 'reviewer', 'lead', 'auditor'],
  },
  'ledgers/import': { words: { zh: '导入和更正台账', en: 'Import and correct ledgers' }, roles: ['clerk', 'lead'] },
  'ledgers/withdraw': { words: { zh: '撤回批次', en: 'Withdraw batches' }, roles: ['reviewer', 'lead'] },
} as const satisfies Record<string, Permission>

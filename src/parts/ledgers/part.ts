import type { Part } from '#kernel/part.ts'
import { fileRefusals } from './file-texts.ts'
import { loadRecords } from './load.ts'
import { routes } from './routes.ts'
import { ledgerRefusals } from './texts.ts'

export const ledgersPart: Part = {
  name: 'ledgers',
  words: { zh: '台账', en: 'Ledgers' },
  routes,
  load: loadRecords,
  refusals: { ...ledgerRefusals, ...fileRefusals },
  permissions: {
    'ledgers/read': {
      words: { zh: '查看台账', en: 'Read ledgers' },
      roles: ['viewer', 'clerk', 'reviewer', 'lead', 'auditor'],
    },
    'ledgers/import': { words: { zh: '导入和更正台账', en: 'Import and correct ledgers' }, roles: ['clerk', 'lead'] },
    'ledgers/withdraw': { words: { zh: '撤回批次', en: 'Withdraw batches' }, roles: ['reviewer', 'lead'] },
  },
}

import type { Part } from '#kernel/part.ts'
import { generateCommand, importCommand } from './commands.ts'
import { fileRefusals } from './file-texts.ts'
import { loadRecords } from './load.ts'
import { ledgerPermissions } from './permissions.ts'
import { routes } from './routes.ts'
import { ledgersFound } from './search.ts'
import { ledgerRefusals } from './texts.ts'

export const ledgersPart: Part = {
  name: 'ledgers',
  words: { zh: '台账', en: 'Ledgers' },
  routes,
  load: loadRecords,
  refusals: { ...ledgerRefusals, ...fileRefusals },
  permissions: ledgerPermissions,
  commands: [importCommand, generateCommand],
  search: ledgersFound,
}

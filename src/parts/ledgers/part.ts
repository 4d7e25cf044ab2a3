import type { Part } from '#kernel/part.ts'
import { importCommand } from './commands.ts'
import { ledgersWell } from './doctor.ts'
import { fileRefusals } from './file-texts.ts'
import { generateCommand } from './generate-command.ts'
import { generateRefusals } from './generate-texts.ts'
import { ledgerPermissions } from './permissions.ts'
import { routes } from './routes.ts'
import { ledgersFound } from './search.ts'
import { ledgerRefusals } from './texts.ts'
import { exportRecords, loadRecords } from './zone-records.ts'

export const ledgersPart: Part = {
  name: 'ledgers',
  words: { zh: '台账', en: 'Ledgers' },
  routes,
  load: loadRecords,
  export: exportRecords,
  doctor: ledgersWell,
  refusals: { ...ledgerRefusals, ...fileRefusals, ...generateRefusals },
  permissions: ledgerPermissions,
  commands: [importCommand, generateCommand],
  search: ledgersFound,
}

import { accessCommands } from './access/commands.ts'
import { auditCommands } from './audit/commands.ts'
import type { Command } from './command.ts'
import { backupCommands } from './db/backup.ts'

/** Verbs of the command line that belong to no part. */
export const kernelCommands: readonly Command[] = [...accessCommands, ...auditCommands, ...backupCommands]

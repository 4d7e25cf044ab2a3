import type { Part } from '#kernel/part.ts'
import { customsCommands } from './customs-commands.ts'
import { refusals } from './texts.ts'

/** Trains, parcels and what else crosses the border; its ledgers are declared beside. */
export const tradePart: Part = {
  name: 'trade',
  words: { zh: '对外开放', en: 'Opening up' },
  refusals,
  commands: [...customsCommands],
}

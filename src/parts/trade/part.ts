import type { Part } from '#kernel/part.ts'
import { customsRoutes } from './customs/routes.ts'
import { loadMessages } from './customs/zone-messages.ts'
import { customsCommands } from './customs-commands.ts'
import { freeTradeRoutes } from './free-trade/routes.ts'
import { parcelRoutes } from './parcels/routes.ts'
import { refusals } from './texts.ts'
import { exportTrainHistory, loadTrainHistory } from './trains/history-load.ts'
import { trainListCommand } from './trains/list-command.ts'
import { trainListRoutes } from './trains/list-routes.ts'
import { exportTrainPlaces, loadTrainPlaces } from './trains/places-load.ts'
import { trainRoutes } from './trains/routes.ts'

/** Trains, parcels, customs messages, the free trade zone and the designated ports; their ledgers are declared beside. */
export const tradePart: Part = {
  name: 'trade',
  words: { zh: '对外开放', en: 'Opening up' },
  refusals,
  permissions: {
    'trade/read': {
      words: {
        zh: '查看班列、包裹、报文和自贸区',
        en: 'Read trains, parcels, customs messages and the free trade zone',
      },
      roles: ['viewer', 'clerk', 'reviewer', 'lead', 'auditor'],
    },
    'trade/receive': { words: { zh: '接收海关报文', en: 'Receive customs messages' }, roles: ['clerk', 'lead'] },
    'trade/declare': { words: { zh: '逐票报送包裹', en: 'Send single declarations' }, roles: ['clerk', 'lead'] },
  },
  routes: [...trainRoutes, ...trainListRoutes, ...parcelRoutes, ...customsRoutes, ...freeTradeRoutes],
  commands: [...customsCommands, trainListCommand],
  load: async (work, zone, tell) => {
    await loadTrainPlaces(work, zone, tell)
    await loadTrainHistory(work, zone, tell)
    await loadMessages(work, zone, tell)
  },
  export: async (work, folder) => {
    await exportTrainPlaces(work, folder)
    await exportTrainHistory(work, folder)
  },
}

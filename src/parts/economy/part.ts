import type { Part } from '#kernel/part.ts'
import { searchForms } from './form-search.ts'
import { permissions } from './permissions.ts'
import { remindOfSubmissions } from './reminders.ts'
import { routes } from './routes.ts'
import { refusals } from './texts.ts'
import { exportEconomy } from './zone-export.ts'
import { loadEconomy } from './zone-load.ts'

/** Enterprises, their output, and the forms that units report through. */
export const economyPart: Part = {
  name: 'economy',
  words: { zh: '经济运行', en: 'Economy' },
  refusals,
  permissions,
  routes,
  jobs: [remindOfSubmissions],
  load: loadEconomy,
  export: exportEconomy,
  search: searchForms,
}

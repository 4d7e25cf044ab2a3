import type { Permissions } from '#kernel/access/actor.ts'
import type { Part, SearchHit } from '#kernel/part.ts'
import { checkCommands } from './check-command.ts'
import { deskRoutes } from './check-desk/routes.ts'
import { checksSound } from './check-desk/soundness.ts'
import { deskRefusals } from './check-desk/texts.ts'
import { commands } from './commands.ts'
import { comparisonRoutes } from './comparison/routes.ts'
import { comparisonRefusals } from './comparison/texts.ts'
import { draftRefusals } from './drafts/texts.ts'
import { chartFontFound } from './pictures/font-line.ts'
import { areasSeen, bulletinsFound } from './queries.ts'
import { routes } from './routes.ts'
import { signOffCommands } from './sign-off/commands.ts'
import { signOffRoutes } from './sign-off/routes.ts'
import { signOffRefusals } from './sign-off/texts.ts'
import { bulletinsSound } from './soundness.ts'
import { templateRoutes } from './template-routes.ts'
import { exportTemplates, loadTemplates } from './templates.ts'
import { refusals } from './texts.ts'

const permissions: Permissions = {
  'bulletins/read': {
    words: { zh: '查看通报', en: 'Read bulletins' },
    roles: ['viewer', 'clerk', 'reviewer', 'lead', 'auditor'],
  },
  'bulletins/draft': { words: { zh: '试写通报', en: 'Draft bulletins' }, roles: ['clerk', 'reviewer', 'lead'] },
  'bulletins/review': {
    words: { zh: '审核通报、修改模板', en: 'Review bulletins, edit templates' },
    roles: ['reviewer', 'lead'],
  },
  'bulletins/issue': { words: { zh: '印发和撤回通报', en: 'Issue and withdraw bulletins' }, roles: ['lead'] },
}

/** Bulletins: written from templates, every figure a door to its rows, frozen when issued. */
export const bulletinsPart: Part = {
  name: 'bulletins',
  words: { zh: '通报', en: 'Bulletins' },
  refusals: { ...refusals, ...signOffRefusals, ...draftRefusals, ...deskRefusals, ...comparisonRefusals },
  permissions,
  routes: [...routes, ...deskRoutes, ...signOffRoutes, ...templateRoutes, ...comparisonRoutes],
  commands: [...commands, ...signOffCommands, ...checkCommands],
  load: loadTemplates,
  export: exportTemplates,
  doctor: async (work) => [...(await bulletinsSound(work)), ...(await checksSound(work)), ...(await chartFontFound())],
  search: async (tx, query, roots) => {
    if (query.trim() === '') return []
    const found = await bulletinsFound(tx, query.trim(), await areasSeen(tx, roots))
    return found.map(
      ({ id, title, dated }): SearchHit => ({
        ...{ kind: 'bulletin', title, path: `/bulletins/${id}` },
        hint: { zh: dated, en: dated },
      }),
    )
  },
}

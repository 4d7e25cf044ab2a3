import type { Part } from '#kernel/part.ts'
import { commands } from './commands.ts'
import { loadIndicators } from './loading.ts'
import { refusals } from './texts.ts'

/** The catalogue of indicators, figures with their changes and lineage, targets and their pace. */
export const indicatorsPart: Part = {
  name: 'indicators',
  words: { zh: '指标', en: 'Indicators' },
  refusals,
  permissions: {
    'indicators/read': {
      words: { zh: '查看指标、目标和驾驶舱', en: 'See figures, targets and the cockpit' },
      roles: ['viewer', 'clerk', 'reviewer', 'lead', 'auditor'],
    },
    'indicators/manage': { words: { zh: '设定和调整目标', en: 'Set and revise targets' }, roles: ['lead'] },
  },
  commands,
  load: loadIndicators,
}

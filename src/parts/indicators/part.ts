import { read, type Tx } from '#kernel/db/work.ts'
import { isNamedBy } from '#kernel/i18n/spelling.ts'
import type { DoctorLine, Part, SearchHit } from '#kernel/part.ts'
import { Refusal } from '#kernel/refusal.ts'
import { catalogueOf } from './catalogue.ts'
import { commands } from './commands.ts'
import { loadIndicators, mustCompute } from './loading.ts'
import { routes } from './routes.ts'
import { refusals } from './texts.ts'
import { exportIndicators } from './zone-export.ts'

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
  routes,
  commands,
  load: loadIndicators,
  export: exportIndicators,
  search: searchFigures,
  doctor: async (work) => [await read(work, catalogueLine)],
}

async function searchFigures(tx: Tx, query: string): Promise<SearchHit[]> {
  const { indicators } = await catalogueOf(tx)
  return indicators
    .filter(({ code, name, aliases }) => isNamedBy([code, name.zh, name.en, ...aliases], query))
    .slice(0, 8)
    .map(({ code, name, unit }) => ({
      kind: 'figure',
      title: name,
      path: `/figures/${code}`,
      hint: { zh: `${code} ${unit}`, en: `${code} ${unit}` },
    }))
}

async function catalogueLine(tx: Tx): Promise<DoctorLine> {
  const catalogue = await catalogueOf(tx)
  const count = catalogue.indicators.length
  const name = 'indicators/catalogue'
  try {
    await mustCompute(tx, catalogue)
    const words = { zh: `指标目录：${count} 个指标都能计算`, en: `Catalogue: all ${count} indicators can be computed` }
    return { name, well: true, words }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const why = `${error.code} ${JSON.stringify(error.details)}`
    const words = {
      zh: `指标目录有问题：${why}。请改正 indicators/*.yaml 后重新加载`,
      en: `The catalogue does not hold: ${why}. Correct indicators/*.yaml and load again`,
    }
    return { name, well: false, words }
  }
}

import { parseDecimal } from '#kernel/decimal.ts'
import { isDay, parsePeriod } from '#kernel/period.ts'
import { Refusal, refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { csvOf, type Line, linesOf } from '#parts/org/zone-csv.ts'
import { certainties, keyOf, type Published, publishedWhats, type TrainScope } from './published.ts'

export const historyFile = 'trade/train-history.csv'
export const scopesFile = 'trade/train-scopes.csv'

/** The scopes of the package, in its order. Refuses `trade/history-unreadable`. */
export function readScopes(zone: ZonePackage): TrainScope[] {
  const scopes = linesOf(zone, scopesFile).map(({ line, cell, oneOf }) => ({
    code: cell('code') || unreadable(scopesFile, line, 'code'),
    own: oneOf('own', ['yes', 'no']) === 'yes',
    name: { zh: cell('name_zh'), en: cell('name_en') },
    note: { zh: cell('note_zh'), en: cell('note_en') },
  }))
  if (scopes.filter(({ own }) => own).length > 1) unreadable(scopesFile, 1, 'own')
  return scopes
}

/** The published figures of the package, in its order. Refuses `trade/history-unreadable` and `trade/history-twice`. */
export function readHistory(zone: ZonePackage, scopes: readonly TrainScope[]): Published[] {
  const seen = new Map<string, number>()
  return linesOf(zone, historyFile).map((line) => {
    const figure = figureOf(line, scopes)
    const before = seen.get(figure.key)
    if (before) refuse('trade/history-twice', { file: historyFile, line: line.line, before, figure: figure.key })
    seen.set(figure.key, line.line)
    return figure
  })
}

function figureOf({ line, cell, oneOf }: Line, scopes: readonly TrainScope[]): Published {
  const wrong = (column: string) => unreadable(historyFile, line, `${column} ${cell(column)}`)
  const kind = oneOf('kind', ['period', 'cumulative'])
  const period = cell('period')
  if (kind === 'cumulative' && !isDay(period)) wrong('period')
  const told = {
    ...{ kind, period, ...spanOf(period, kind) },
    what: oneOf('what', publishedWhats),
    form: oneOf('form', ['level', 'growth'] as const),
    scope: scopes.find(({ code }) => code === cell('scope'))?.code ?? wrong('scope'),
    certainty: oneOf('certainty', certainties),
    source: cell('source'),
  }
  if (told.source === '' && told.certainty !== 'unconfirmed') wrong('source')
  return {
    key: keyOf(told),
    ...told,
    value: read(() => parseDecimal(cell('value')).toFixed(), 'value'),
    unit: cell('unit'),
  }

  function spanOf(text: string, of: Published['kind']) {
    const { start, end } = read(() => parsePeriod(text), 'period')
    return { startsOn: of === 'period' ? start : null, endsOn: end }
  }
  function read<T>(reading: () => T, column: string): T {
    try {
      return reading()
    } catch (error) {
      if (error instanceof Refusal) return wrong(column)
      throw error
    }
  }
}

/** Both files as text, the way they are read. */
export function writeHistory(scopes: readonly TrainScope[], figures: readonly Published[]): Record<string, string> {
  return {
    [scopesFile]: csvOf([
      ['code', 'own', 'name_zh', 'name_en', 'note_zh', 'note_en'],
      ...scopes.map(({ code, own, name, note }) => [code, own ? 'yes' : 'no', name.zh, name.en, note.zh, note.en]),
    ]),
    [historyFile]: csvOf([
      ['kind', 'period', 'what', 'form', 'value', 'unit', 'scope', 'certainty', 'source'],
      ...figures.map((one) => [
        ...[one.kind, one.period, one.what, one.form, one.value, one.unit, one.scope, one.certainty, one.source],
      ]),
    ]),
  }
}

const unreadable = (file: string, line: number, problem: string): never =>
  refuse('trade/history-unreadable', { file, line, problem })

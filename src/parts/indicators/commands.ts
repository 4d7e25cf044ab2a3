import type { Command } from '#kernel/command.ts'
import { read } from '#kernel/db/work.ts'
import { say } from '#kernel/i18n/words.ts'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { formatQuantity } from '#kernel/units.ts'
import { dayOf } from '#parts/org/org.ts'
import { catalogueOf } from './catalogue.ts'
import { factOf } from './facts.ts'
import { openingDay } from './opening-day.ts'
import { paceOn } from './pacing.ts'
import { paceInWords, traceInWords, yearChangeInWords } from './printing.ts'
import { tracedFact } from './tracing.ts'

const area = {
  syntax: '--area <unit>',
  words: { zh: '单位代码，默认全区', en: 'unit code; the whole zone unless told' },
}
const asOf = {
  syntax: '--as-of <moment>',
  words: {
    zh: '截至某一时刻的数据，如 2018-07-01T08:00:00Z',
    en: 'as it stood at a moment, such as 2018-07-01T08:00:00Z',
  },
}

/** `jingkai figure <indicator> --period 2018-H1`; exits 3 when the figure is missing, 4 when its period is not covered whole. */
const figure: Command = {
  name: 'figure',
  summary: { zh: '计算一个指标，可追溯到公式', en: 'Compute an indicator, down to its formula' },
  args: [{ syntax: '<indicator>', words: { zh: '指标代码、名称或别名', en: 'code, name or alias of the indicator' } }],
  options: [
    { syntax: '--period <period>', words: { zh: '时期，如 2018-H1', en: 'period, such as 2018-H1' } },
    area,
    asOf,
    { syntax: '--unit <unit>', words: { zh: '换成该计量单位', en: 'in this unit' } },
    { syntax: '--trace', words: { zh: '显示公式每一步的数值', en: 'show the value of every step of the formula' } },
  ],
  run: async (work, { args, options }, out) => {
    const asked = {
      indicator: args[0] ?? '',
      period: parsePeriod(textOf(options['period']) ?? dayOf(work.now()).slice(0, 4)),
      area: textOf(options['area']),
      asOf: momentOf(options['asOf']),
      unit: textOf(options['unit']),
    }
    const traced = options['trace'] === true ? await read(work, (tx) => tracedFact(tx, asked)) : null
    const fact = traced?.fact ?? (await read(work, (tx) => factOf(tx, asked)))
    out.json(traced ? { ...fact, trace: traced.tree } : fact)
    const shown = fact.value === null ? '—' : formatQuantity(fact.value, fact.unit, out.locale)
    out.print(
      `${say(fact.name, out.locale)}  ${printPeriod(parsePeriod(fact.covers), out.locale)}  ${shown}  ${yearChangeInWords(fact, out.locale)}`,
    )
    if (traced?.tree) out.print(traceInWords(traced.tree, out.locale))
    return fact.status === 'missing' ? 3 : 0
  },
}

/** `jingkai pace --year 2018 --on 2018-06-30`. */
const pace: Command = {
  name: 'pace',
  summary: { zh: '目标的时序进度、季节进度和预测', en: 'Targets against the calendar, the season and the outlook' },
  options: [
    { syntax: '--year <year>', words: { zh: '年份', en: 'year' } },
    { syntax: '--on <day>', words: { zh: '哪一天', en: 'on which day' } },
    area,
    asOf,
  ],
  run: async (work, { options }, out) => {
    const answer = await read(work, async (tx) => {
      const on = textOf(options['on']) ?? (await openingDay(tx))
      const year = Number(textOf(options['year']) ?? on.slice(0, 4))
      return paceOn(tx, { year, on, area: textOf(options['area']), asOf: momentOf(options['asOf']) })
    })
    out.json(answer)
    for (const line of paceInWords(answer, out.locale)) out.print(line)
    return 0
  },
}

const indicators: Command = {
  name: 'indicators',
  summary: { zh: '列出指标目录', en: 'List the catalogue of indicators' },
  run: async (work, _asked, out) => {
    const { indicators: all } = await read(work, (tx) => catalogueOf(tx))
    out.json({
      indicators: all.map(({ code, name, unit, growth, section }) => ({ code, name, unit, growth, section })),
    })
    for (const { code, name, unit } of all) out.print(`${code.padEnd(32)} ${say(name, out.locale)} (${unit})`)
    return 0
  },
}

export const commands: readonly Command[] = [figure, pace, indicators]

function textOf(option: string | boolean | undefined): string | undefined {
  return typeof option === 'string' ? option : undefined
}

function momentOf(option: string | boolean | undefined): Date | undefined {
  const text = textOf(option)
  if (text === undefined) return undefined
  const moment = new Date(text)
  return Number.isNaN(moment.getTime()) ? refuse('indicators/moment-unreadable', { text }) : moment
}

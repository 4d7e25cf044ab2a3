import { Drop, Liquid, LiquidError } from 'liquidjs'
import { type Period, parsePeriod, periodOf, printPeriod } from '#kernel/period.ts'
import { Refusal, refuse } from '#kernel/refusal.ts'
import type { PaceAnswer, PaceTarget } from '#parts/indicators/shapes.ts'
import { escapeMarkdown } from './markdown-escape.ts'
import { treeOf } from './markdown-tree.ts'
import { StepsOf } from './project-days.ts'
import { statusWords } from './prose.ts'
import { fileOf, type Template } from './template.ts'
import { addFigureTags } from './template-tags.ts'
import type { Tree } from './tree.ts'
import type { WritingDesk } from './writing-desk.ts'

/** Reads a template's tags without printing a figure: what is wrong with it shows when it is loaded. */
export function checkTemplate(template: Template, desk: WritingDesk): void {
  try {
    engineFor(desk).parse(template.text)
  } catch (error) {
    refuseBroken(template, error)
  }
}

/** Writes the template with the desk's figures into a tree. */
export async function writeTree(
  template: Template,
  desk: WritingDesk,
  words: { zone: string; closing: Tree['closing'] },
): Promise<Tree> {
  const pace = await desk.asked.sources.pace()
  const scope = scopeFor(desk, pace, words.zone)
  const text = await render(template, desk, scope)
  return treeOf(text, { template: fileOf(template.code, template.locale), desk, closing: words.closing })
}

async function render(template: Template, desk: WritingDesk, scope: object): Promise<string> {
  try {
    return await engineFor(desk).parseAndRender(template.text, scope)
  } catch (error) {
    return refuseBroken(template, error)
  }
}

/** Strict, without files and without reach: a template can ask for figures and nothing else. */
function engineFor(desk: WritingDesk): Liquid {
  const engine = new Liquid({
    ...{ strictFilters: true, strictVariables: true, ownPropertyOnly: true },
    ...{ templates: {}, relativeReference: false, dynamicPartials: false },
    ...{ parseLimit: 1_000_000, renderLimit: 60_000, memoryLimit: 10_000_000 },
    outputEscape: escapeMarkdown,
  })
  // Names of indicators begin a sentence in the catalogue and stand inside one in the text.
  engine.registerFilter('downcase_first', (words: unknown) => lowerFirst(String(words)))
  addFigureTags(engine, desk)
  return engine
}

/** Words of capitals (GDP, SAIC, China-Europe) stay. */
function lowerFirst(words: string): string {
  return /^[A-Z][a-z]+(?![-a-z])/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

/** What a template may name: the period, the zone, the year's targets and how each stands. */
function scopeFor(desk: WritingDesk, pace: PaceAnswer, zone: string) {
  const { locale, period } = desk.asked
  const told = ({ indicator, name, status, period: of, seasonalGap }: PaceTarget) => ({
    indicator,
    name: name[locale],
    status,
    words: statusWords[status][locale],
    period: of,
    when: printPeriod(parsePeriod(of), locale),
    seasonKnown: seasonalGap !== null,
  })
  const of = (...states: PaceTarget['status'][]) =>
    pace.targets.filter(({ status }) => states.includes(status)).map(told)
  const later = pace.others.filter(({ begun }) => !begun).map(told)
  return {
    zone: { name: zone },
    period: periodWords(parsePeriod(period), locale),
    targets: { all: pace.targets.map(told), ahead: of('met', 'ahead'), on: of('on'), behind: of('behind'), later },
    status: new StatusOf(desk, pace),
    steps: new StepsOf(async () => (await desk.asked.sources.steps?.()) ?? new Map(), desk.asked),
  }
}

function periodWords(period: Period, locale: 'zh' | 'en') {
  const [year, first, last] = [
    period.start.slice(0, 4),
    Number(period.start.slice(5, 7)),
    Number(period.end.slice(5, 7)),
  ]
  const whole = printPeriod(period, locale)
  const half = periodOf('half', period.end).text.endsWith('H1') ? 1 : 2
  const ends = parsePeriod(period.end)
  return {
    code: period.text,
    words: whole,
    /** without the year: 上半年 */
    short: locale === 'zh' ? whole.replace(`${year}年`, '') || '全年' : whole.replace(` of ${year}`, ''),
    year,
    months: first === last ? String(first) : `${first}${locale === 'zh' ? '—' : '–'}${last}`,
    rest: locale === 'zh' ? (half === 1 ? '下半年' : '明年') : half === 1 ? 'second half' : 'coming year',
    end: printPeriod(ends, locale),
  }
}

/** `status["parcels.count"]` is `ahead`, `on`, `behind`, `met` or `unknown`; a target that is not set is refused. */
class StatusOf extends Drop {
  readonly #desk: WritingDesk
  readonly #pace: PaceAnswer

  constructor(desk: WritingDesk, pace: PaceAnswer) {
    super()
    this.#desk = desk
    this.#pace = pace
  }

  override liquidMethodMissing(key: string | number): string {
    const indicator = String(key)
    this.#desk.check(indicator, 0)
    const row = this.#pace.targets.find((target) => target.indicator === indicator)
    if (row) return row.status
    return refuse('bulletins/target-missing', { template: this.#desk.asked.template, line: 0, indicator })
  }
}

function refuseBroken({ code, locale }: Template, error: unknown): never {
  if (error instanceof Refusal) throw error
  if (!LiquidError.is(error)) throw error
  const { originalError, token, message } = error
  const [line] = (token as { getPosition?(): number[] }).getPosition?.() ?? []
  if (originalError instanceof Refusal) throw onLine(originalError, line)
  // A fault of the database inside a tag is a fault, not a slip in the template.
  if (originalError && !isLiquids(originalError)) throw originalError
  const problem = message.replace(/, (file:\S*, )?line:\d+, col:\d+[\s\S]*$/, '')
  return refuse('bulletins/template-unreadable', { template: fileOf(code, locale), line: line ?? 0, problem })
}

/** A refusal met inside a tag tells the tag's line, unless it knows a better one. */
function onLine(refusal: Refusal, line: number | undefined): Refusal {
  const { code, details, status } = refusal
  return details['line'] || line === undefined ? refusal : new Refusal(code, { ...details, line }, status)
}

const isLiquids = ({ name, message }: Error) =>
  /^(AssertionError|InternalUndefinedVariableError|TokenizationError|ParseError|RenderError)$/.test(name) ||
  message.startsWith('ENOENT: Failed to lookup')

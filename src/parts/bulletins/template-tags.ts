import {
  type Context,
  type Emitter,
  evalToken,
  Hash,
  type Liquid,
  Tag,
  type TagToken,
  type TopLevelToken,
  TypeGuards,
  type ValueToken,
} from 'liquidjs'
import { refuse } from '#kernel/refusal.ts'
import { type Counted, counted, type FigureKind, factKinds, paceKinds } from './figure-kinds.ts'
import { chartTag } from './pictures/chart-tag.ts'
import { indicatorTable, targetTable } from './template-tables.ts'
import type { Wish, WritingDesk } from './writing-desk.ts'

/** The tags a template may use: one for each kind of figure, `level`, `count`, and two kinds of table. */
export function addFigureTags(engine: Liquid, desk: WritingDesk): void {
  const add = (name: string, print: Printing) => engine.registerTag(name, figureTag(desk, print))
  for (const kind of [...factKinds, ...paceKinds]) add(nameOf(kind), ({ wish }) => desk.put({ ...wish, kind }))
  add('level', async ({ wish }) => {
    const value = await desk.put({ ...wish, kind: 'value' })
    return `${value}${desk.asked.locale === 'zh' ? '，' : ', '}${await desk.put({ ...wish, kind: 'change' })}`
  })
  engine.registerTag('count', countTag(desk))
  add('table', ({ wishes }) => indicatorTable(desk, wishes))
  engine.registerTag('targets', targetsTag(desk))
  engine.registerTag('chart', chartTag(desk))
}

const nameOf = (kind: FigureKind) => (kind === 'value' ? 'figure' : kind)

interface Given {
  wish: Omit<Wish, 'kind'>
  wishes: Omit<Wish, 'kind'>[]
}
type Printing = (given: Given) => Promise<string>

const optionNames = ['unit', 'places', 'bare', 'period', 'area']

/** `{% figure "gdp", places: 1 %}`, `{% table "gdp" "retail.sales" %}`: codes first, options after. */
function figureTag(desk: WritingDesk, print: Printing) {
  return class extends Tag {
    readonly codes: ValueToken[] = []
    readonly options: Hash
    readonly line: number

    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid)
      this.line = token.getPosition()[0]!
      this.codes.push(this.tokenizer.readValueOrThrow())
      for (let code = nextCode(this.tokenizer); code; code = nextCode(this.tokenizer)) this.codes.push(code)
      this.options = new Hash(this.tokenizer)
      checkOptions(desk, Object.keys(this.options.hash), this.line)
      // A code written out is checked when the template is loaded, not when the half-year is over.
      for (const code of this.codes) if (TypeGuards.isQuotedToken(code)) desk.check(code.content, this.line)
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void, never> {
      const options: Record<string, unknown> = yield this.options.render(context)
      const wishes: Omit<Wish, 'kind'>[] = []
      for (const code of this.codes) {
        const indicator: unknown = yield evalToken(code, context)
        wishes.push({ indicator: String(indicator), line: this.line, ...printOf(options) })
      }
      const written: string = yield print({ wish: wishes[0]!, wishes })
      emitter.write(written)
    }
  }
}

/** The next quoted code; anything else begins the options. */
function nextCode(tokenizer: Tag['tokenizer']): ValueToken | undefined {
  tokenizer.skipBlank()
  return tokenizer.peek() === '"' || tokenizer.peek() === "'" ? tokenizer.readQuoted() : undefined
}

function checkOptions(desk: WritingDesk, given: readonly string[], line: number) {
  const strange = given.find((name) => !optionNames.includes(name))
  if (strange === undefined) return
  refuse('bulletins/option-unknown', { template: desk.asked.template, line, option: strange, known: optionNames })
}

function printOf({ unit, places, bare, period, area }: Record<string, unknown>) {
  return {
    unit: unit === undefined ? undefined : String(unit),
    places: places === undefined ? undefined : Math.min(Math.max(Math.trunc(Number(places) || 0), 0), 6),
    bare: bare === undefined ? undefined : bare !== false,
    period: period === undefined ? undefined : String(period),
    area: area === undefined ? undefined : String(area),
  }
}

/** `{% count "behind" %}`: how many of the year's targets are behind. */
function countTag(desk: WritingDesk) {
  return class extends Tag {
    readonly what: Counted
    readonly line: number

    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid)
      this.line = token.getPosition()[0]!
      const asked = token.args.replaceAll(/["'\s]/g, '')
      const known = counted.find((one) => one === asked)
      const { template } = desk.asked
      this.what =
        known ?? refuse('bulletins/option-unknown', { template, line: this.line, option: asked, known: counted })
    }

    *render(_: Context, emitter: Emitter): Generator<unknown, void, never> {
      const mark: string = yield desk.put({ kind: `count:${this.what}`, indicator: '', line: this.line })
      emitter.write(mark)
    }
  }
}

/** `{% targets %}`: the year's targets against the calendar and the season, most behind first. */
function targetsTag(desk: WritingDesk) {
  return class extends Tag {
    *render(_: Context, emitter: Emitter): Generator<unknown, void, never> {
      const written: string = yield targetTable(desk)
      emitter.write(written)
    }
  }
}

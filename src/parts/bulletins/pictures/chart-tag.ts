import { type Context, type Emitter, Hash, type Liquid, Tag, type TagToken, type TopLevelToken } from 'liquidjs'
import { refuse } from '#kernel/refusal.ts'
import { pictureMarkOf, type WritingDesk } from '../writing-desk.ts'
import { completionPicture } from './completion-picture.ts'
import type { Picture } from './picture.ts'
import { trendPicture } from './trend-picture.ts'

const ofTargets = ['targets', 'behind'] as const
const optionNames = ['title', 'area']

/**
 * `{% chart "auto.output" %}`: the year to date month by month, with the year before and the target's line; `{% chart targets %}`
 * and `{% chart behind %}`: completion bars of the year's targets with the marks of calendar and season. A chart of which nothing is
 * known is left out.
 */
export function chartTag(desk: WritingDesk) {
  return class extends Tag {
    readonly code: string
    readonly options: Hash
    readonly line: number

    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid)
      this.line = token.getPosition()[0]!
      this.code = wordOf(this.tokenizer)
      this.options = new Hash(this.tokenizer)
      const strange = Object.keys(this.options.hash).find((name) => !optionNames.includes(name))
      const { template } = desk.asked
      if (strange !== undefined) {
        refuse('bulletins/option-unknown', { template, line: this.line, option: strange, known: optionNames })
      }
      if (!isOfTargets(this.code)) desk.check(this.code, this.line)
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void, never> {
      const given: Record<string, unknown> = yield this.options.render(context)
      const wish: ChartWish = {
        ...{ indicator: this.code, line: this.line },
        ...{ title: textOf(given['title']), area: textOf(given['area']) },
      }
      const drawn: Picture | undefined = yield isOfTargets(this.code)
        ? completionPicture(desk, wish)
        : trendPicture(desk, wish)
      if (!drawn) return
      desk.pictures.push(drawn)
      emitter.write(`\n\n${pictureMarkOf(desk.pictures.length)}\n\n`)
    }
  }
}

/** What the tag asks for; `indicator` is `targets` or `behind` for completion bars. */
export interface ChartWish {
  indicator: string
  line: number
  title: string | undefined
  area: string | undefined
}

/** 图1; Figure 1. */
export function numberOf({ pictures, asked }: WritingDesk): string {
  const number = pictures.length + 1
  return asked.locale === 'zh' ? `图${number}` : `Figure ${number}`
}

function wordOf(tokenizer: Tag['tokenizer']): string {
  tokenizer.skipBlank()
  const quoted = tokenizer.peek() === '"' || tokenizer.peek() === "'" ? tokenizer.readQuoted() : undefined
  return quoted ? quoted.content : tokenizer.readIdentifier().getText()
}

const isOfTargets = (code: string) => ofTargets.some((one) => one === code)
const textOf = (value: unknown) => (value === undefined ? undefined : String(value))

import { outageOf } from '#kernel/db/outages.ts'
import type { Locale } from '#kernel/i18n/words.ts'
import { say } from '#kernel/i18n/words.ts'
import { kernelTexts } from '#kernel/kernel-texts.ts'
import { Refusal, type RefusalTexts } from '#kernel/refusal.ts'
import { parts } from '#parts/index.ts'

const texts: RefusalTexts = Object.assign({}, kernelTexts, ...parts.map((part) => part.refusals))

/** `zh` unless the person asked for English by `--lang en` or `JINGKAI_LANG=en`. */
export function localeOfShell(argv: readonly string[] = process.argv): Locale {
  const asked = argv.indexOf('--lang') >= 0 ? argv[argv.indexOf('--lang') + 1] : process.env['JINGKAI_LANG']
  return asked === 'en' ? 'en' : 'zh'
}

/** Says a refusal in the reader's words (exit 3) or a fault with its cause (exit 1); as JSON when asked for. */
export function failOn(error: unknown): number {
  const locale = localeOfShell()
  const refusal = error instanceof Refusal ? error : outageOf(error)
  const text = refusal ? texts[refusal.code] : undefined
  const details = refusal?.details ?? {}
  const problem = text ? say(text.problem, locale, details) : String((error as Error)?.message ?? error)
  const cure = text ? say(text.cure, locale, details) : ''
  const code = refusal?.code ?? 'kernel/fault'
  if (process.argv.includes('--json'))
    process.stdout.write(`${JSON.stringify({ error: { code, problem, cure, details } })}\n`)
  else process.stderr.write(`${code}: ${problem}\n${cure ? `  → ${cure}\n` : ''}`)
  if (!refusal && process.env['LOG_LEVEL'] === 'debug') process.stderr.write(`${(error as Error)?.stack}\n`)
  return refusal ? 3 : 1
}

import cliProgress from 'cli-progress'
import type { Out } from '#kernel/command.ts'
import { type Locale, say } from '#kernel/i18n/words.ts'

/** Output of one command: words for people on a terminal, or the one JSON object of `--json`. */
export function outFor(locale: Locale, wantsJson: boolean): Out {
  return {
    locale,
    wantsJson,
    print: (text) => {
      if (!wantsJson) process.stdout.write(`${text}\n`)
    },
    json: (value) => {
      if (wantsJson) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    },
    progress: (words, total) => (wantsJson || !process.stderr.isTTY ? quiet : bar(say(words, locale), total)),
  }
}

const quiet = { step: () => {}, end: () => {} }

function bar(title: string, total = 100) {
  const shown = new cliProgress.SingleBar({
    format: `${title} {bar} {percentage}% {note}`,
    barsize: 28,
    hideCursor: true,
    stream: process.stderr,
    clearOnComplete: false,
  })
  shown.start(total, 0, { note: '' })
  return {
    step: (done: number, note = '') => shown.update(Math.min(done, total), { note }),
    end: () => shown.stop(),
  }
}

import type { Work } from './db/work.ts'
import type { Locale, Words } from './i18n/words.ts'

/** Where a command prints. `print` is for people, `json` is the one object of `--json`. */
export interface Out {
  locale: Locale
  wantsJson: boolean
  print(text: string): void
  json(value: unknown): void
  /** a progress bar on a terminal, nothing when piped or with `--json` */
  progress(words: Words, total?: number): { step(done: number, note?: string): void; end(): void }
}

/** One verb of the command line. Exit codes: 0 done, 1 fault, 2 wrong usage, 3 refused or found wrong, 4 done in part. */
export interface Command {
  /** `figure`, `audit verify`, `admin create` */
  name: string
  summary: Words
  /** commander syntax: `<ledger>`, `[files...]` */
  args?: readonly { syntax: string; words: Words }[]
  /** commander syntax: `--period <period>` */
  options?: readonly { syntax: string; words: Words; default?: string }[]
  /** answers with the exit code */
  run(
    work: Work,
    asked: { args: string[]; rest: string[]; options: Record<string, string | boolean | undefined> },
    out: Out,
  ): Promise<number>
}

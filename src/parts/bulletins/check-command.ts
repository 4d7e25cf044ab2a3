import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Command, Out } from '#kernel/command.ts'
import { read, type Work } from '#kernel/db/work.ts'
import { say } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { checkDraft } from './checking/check-draft.ts'
import { checkSaid } from './checking/check-json.ts'
import type { CheckReport } from './checking/report.ts'
import { linesOf } from './checking/report-lines.ts'
import { statedSums } from './checking/statements/stated-sums.ts'
import { statementsOf } from './checking/statements/statements.ts'
import type { Claim } from './claims/claim.ts'
import { extractClaims } from './claims/extract.ts'
import { labelsOf } from './claims/label-format.ts'
import type { Draft } from './drafts/draft.ts'
import { readDraft } from './drafts/read-draft.ts'
import { wordsOf } from './drafts/words-of.ts'

const limitMegabytes = 20

/**
 * `jingkai check draft.docx [--period 2018-H1] [--json]`: every figure of a text held against the records. With `--extract` it
 * lists the claims and compares nothing. Exits 3 when a figure is contradicted, inconsistent or slipped by a unit.
 */
const check: Command = {
  name: 'check',
  summary: {
    zh: '逐个核对文稿中的数字：对、错、没能核对的各有哪些。退出码 0：没有发现错误；3：有与数据不符、文内不一致或单位错位的数字',
    en: 'Check every figure of a draft against the records: right, wrong, not checked. Exit code 0: nothing wrong found; 3: a figure is contradicted, inconsistent or off by a unit',
  },
  args: [
    {
      syntax: '<file>',
      words: {
        zh: '文稿：.docx .html .md 或 .txt（UTF-8 或 GB18030）',
        en: 'draft: .docx .html .md or .txt (UTF-8 or GB18030)',
      },
    },
  ],
  options: [
    {
      syntax: '--period <period>',
      words: { zh: '文稿说的是哪个时期（文中未写明时）', en: 'the period the draft is about, where it does not say' },
    },
    { syntax: '--area <unit>', words: { zh: '单位代码，默认全区', en: 'unit code; the whole zone unless told' } },
    {
      syntax: '--as-of <moment>',
      words: { zh: '与某一时刻的数据核对', en: 'against the figures as they stood at a moment' },
    },
    {
      syntax: '--year <year>',
      words: { zh: '文稿说的是哪一年（文中未写明时）', en: 'the year the draft is about, when it does not say' },
    },
    {
      syntax: '--extract',
      words: { zh: '只列出表述，不与数据核对', en: 'list the claims only, compare with nothing' },
    },
  ],
  run: async (work, { args, options }, out) => {
    const draft = await draftIn(path.resolve(args[0] ?? ''))
    const year = yearOf(options['year'])
    if (options['extract'] === true) return extracted(draft, year, out)
    const asked = { period: textOf(options['period']), area: textOf(options['area']), asOf: momentOf(options['asOf']) }
    return checked(work, { draft, year, ...asked }, out)
  },
}

export const checkCommands: readonly Command[] = [check]

async function checked(work: Work, asked: Parameters<typeof checkDraft>[1], out: Out): Promise<number> {
  const report = await read(work, (tx) => checkDraft(tx, asked))
  out.json(checkSaid(report, out.locale))
  for (const line of linesOf(report, out.locale)) out.print(line)
  return foundWrong(report) ? 3 : 0
}

function foundWrong({ counts }: CheckReport): boolean {
  return counts.contradicted + counts.inconsistent + counts['unit-slip'] > 0
}

function extracted(draft: Draft, year: number | undefined, out: Out): number {
  const { blocks } = draft
  const words = wordsOf(draft)
  const extraction = extractClaims(words, { blocks, ...(year === undefined ? {} : { year }) })
  const { claims } = extraction
  out.json(labelsOf(extraction, statedSums(claims, statementsOf(claims, words, blocks))))
  for (const claim of claims) out.print(inWords(claim))
  out.print(say({ zh: '共 {count} 处表述', en: '{count} claims' }, out.locale, { count: claims.length }))
  return 0
}

async function draftIn(file: string): Promise<Draft> {
  const name = path.basename(file)
  const known = await stat(file).catch(() => null)
  if (!known?.isFile()) refuse('bulletins/draft-missing', { file: name }, 404)
  if (known.size > limitMegabytes * 2 ** 20) refuse('bulletins/draft-too-large', { file: name, limit: limitMegabytes })
  const handle = await open(file)
  try {
    return await readDraft(new Uint8Array(await handle.readFile()), name)
  } finally {
    await handle.close()
  }
}

function inWords({ start, text, kind, indicator, direction, period }: Claim): string {
  return [String(start).padStart(6), text, kind, direction ?? '', indicator, period]
    .filter((part) => part !== '')
    .join('  ')
}

function textOf(option: string | boolean | undefined): string | undefined {
  return typeof option === 'string' ? option : undefined
}

function yearOf(option: string | boolean | undefined): number | undefined {
  const year = Number(option)
  return Number.isInteger(year) && year > 0 ? year : undefined
}

function momentOf(option: string | boolean | undefined): Date | undefined {
  const text = textOf(option)
  if (text === undefined) return undefined
  const moment = new Date(text)
  return Number.isNaN(moment.getTime()) ? refuse('bulletins/moment-unreadable', { text }) : moment
}

import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Command } from '#kernel/command.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Claim } from './claims/claim.ts'
import { decodeDraft } from './claims/decode.ts'
import { extractClaims } from './claims/extract.ts'
import { labelsOf } from './claims/label-format.ts'

const limitMegabytes = 20
const formats = new Set(['.txt', '.md', '.markdown'])

/** `jingkai check draft.txt --extract [--year 2018] [--json]`: every figure claim of a text, where it stands and what it says. */
const check: Command = {
  name: 'check',
  summary: {
    zh: '找出文稿中的每个数字表述：指标、数值、时期、口径和位置',
    en: 'Find every figure claim of a draft: indicator, value, period, comparison and place',
  },
  args: [
    {
      syntax: '<file>',
      words: { zh: '文稿：.txt 或 .md（UTF-8 或 GB18030）', en: 'draft: .txt or .md (UTF-8 or GB18030)' },
    },
  ],
  options: [
    {
      syntax: '--extract',
      words: { zh: '只列出表述，不与数据核对', en: 'list the claims only, compare with nothing' },
    },
    {
      syntax: '--year <year>',
      words: { zh: '文稿说的是哪一年（文中未写明时）', en: 'the year the draft is about, when it does not say' },
    },
  ],
  run: async (_work, { args, options }, out) => {
    const file = path.resolve(args[0] ?? '')
    const year = Number(options['year'])
    const extraction = extractClaims(await draftText(file), Number.isInteger(year) && year > 0 ? { year } : {})
    out.json(labelsOf(extraction))
    for (const claim of extraction.claims) out.print(inWords(claim))
    out.print(out.locale === 'zh' ? `共 ${extraction.claims.length} 处表述` : `${extraction.claims.length} claims`)
    return 0
  },
}

export const checkCommands: readonly Command[] = [check]

async function draftText(file: string): Promise<string> {
  const name = path.basename(file)
  const known = await stat(file).catch(() => null)
  if (!known?.isFile()) refuse('bulletins/draft-missing', { file: name }, 404)
  if (!formats.has(path.extname(file).toLowerCase())) refuse('bulletins/draft-format', { file: name })
  if (known.size > limitMegabytes * 2 ** 20) refuse('bulletins/draft-too-large', { file: name, limit: limitMegabytes })
  return decodeDraft(await readFile(file)) ?? refuse('bulletins/draft-unreadable', { file: name })
}

function inWords({ start, text, kind, indicator, direction, period }: Claim): string {
  return [String(start).padStart(6), text, kind, direction ?? '', indicator, period]
    .filter((part) => part !== '')
    .join('  ')
}

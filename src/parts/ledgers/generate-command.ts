import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Command, Out } from '#kernel/command.ts'
import { say } from '#kernel/i18n/words.ts'
import { addDays, type Day, isDay } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { generateRows } from './generate.ts'
import { type FileWritten, writeSynthetic } from './generate-files.ts'
import type { Ledger } from './ledger.ts'
import { ledgerCalled } from './registry.ts'

export const generateCommand: Command = {
  name: 'generate',
  summary: { zh: '生成用于压力测试的合成行', en: 'Write synthetic rows for load tests' },
  args: [{ syntax: '<ledger>', words: { zh: '台账，例如 parcels', en: 'ledger, such as parcels' } }],
  options: [
    { syntax: '--rows <n>', words: { zh: '行数', en: 'how many rows' }, default: '1000' },
    { syntax: '--seed <n>', words: { zh: '随机种子', en: 'seed' }, default: '1' },
    { syntax: '--from <day>', words: { zh: '第一天', en: 'first day' }, default: '2018-01-01' },
    { syntax: '--to <day>', words: { zh: '最后一天，默认半年后', en: 'last day, half a year on unless told' } },
    {
      syntax: '--out <file>',
      words: {
        zh: '写到哪个文件；文件夹/ 每月一个文件；名称里可用 {month}、{part}',
        en: 'file to write; FOLDER/ writes one a month; a name may hold {month} or {part}',
      },
    },
    { syntax: '--rows-per-file <n>', words: { zh: '每个文件多少行', en: 'rows a file' } },
  ],
  run: async (_work, { args, options }, out) => {
    const ledger = await ledgerCalled(args[0] ?? '')
    const asked = askedOf(ledger, options)
    const bar = out.progress({ zh: '生成', en: 'Generating' }, asked.rows)
    const started = performance.now()
    const onRow = (row: number) => bar.step(row, rateOf(row, started, out))
    const files = ledger.synthetic
      ? await writeSynthetic(ledger, ledger.synthetic, { ...asked, onRow })
      : await writeByColumns(ledger, { ...asked, onRow })
    bar.end()
    const words = { zh: '{rows} 行已写入 {file}', en: '{rows} rows are in {file}' }
    for (const written of files) out.print(say(words, out.locale, { ...written }))
    const seconds = Math.round(performance.now() - started) / 1000
    const one = files.length === 1 ? { file: files[0]!.file } : {}
    out.json({ ledger: ledger.name, rows: asked.rows, ...one, files, seconds })
    return 0
  },
}

type Options = Record<string, string | boolean | undefined>

function askedOf(ledger: Ledger, options: Options) {
  const whole = (name: string, least: number) => {
    const text = options[name]
    if (text === undefined) return undefined
    const number = Number(text)
    if (!Number.isSafeInteger(number) || number < least)
      refuse('ledgers/number-expected', { option: name, value: String(text), least })
    return number
  }
  const rows = whole('rows', 1)!
  const from = dayOf(options['from'])
  const to = options['to'] === undefined ? halfYearFrom(from) : dayOf(options['to'])
  if (to < from) refuse('ledgers/range-backwards', { from, to })
  const breakEvery = whole('rowsPerFile', 1)
  const file = `${ledger.name.replace('/', '-')}-${rows}${breakEvery ? '-{part}' : ''}.csv`
  const out = String(options['out'] ?? file)
  return { rows, seed: whole('seed', 0)!, from, to, out, ...(breakEvery ? { breakEvery } : {}) }
}

function dayOf(text: string | boolean | undefined): Day {
  return typeof text === 'string' && isDay(text) ? text : refuse('ledgers/day-expected', { value: String(text) })
}

/** 30 June for 1 January. */
function halfYearFrom(from: Day): Day {
  const month = Number(from.slice(5, 7)) + 6
  const year = Number(from.slice(0, 4)) + (month > 12 ? 1 : 0)
  const first = `${year}-${String(month > 12 ? month - 12 : month).padStart(2, '0')}-01`
  return addDays(first, Number(from.slice(8)) - 2)
}

function rateOf(row: number, started: number, out: Out): string {
  const rate = Math.round(row / ((performance.now() - started) / 1000)).toLocaleString('en')
  return say({ zh: '每秒 {rate} 行', en: '{rate} rows a second' }, out.locale, { rate })
}

async function writeByColumns(
  ledger: Ledger,
  asked: ReturnType<typeof askedOf> & { onRow: (row: number) => void },
): Promise<FileWritten[]> {
  if (/\{month\}|\{part\}|\/$/.test(asked.out)) refuse('ledgers/one-file-only', { ledger: ledger.name, out: asked.out })
  await pipeline(generateRows(ledger, asked), createWriteStream(asked.out))
  return [{ file: asked.out, rows: asked.rows }]
}

import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { rootsFor } from '#kernel/access/actor.ts'
import type { Command, Out } from '#kernel/command.ts'
import { read, type Work } from '#kernel/db/work.ts'
import { say } from '#kernel/i18n/words.ts'
import { Refusal } from '#kernel/refusal.ts'
import { batchOf } from './batches.ts'
import { faultWords } from './fault-words.ts'
import { type ImportAsked, type ImportProgress, type ImportResult, importFile } from './import.ts'
import { filesProgress } from './import-progress.ts'
import type { Ledger } from './ledger.ts'
import { mappingOf } from './mapping-text.ts'
import { ledgerPermissions } from './permissions.ts'
import { ledgerCalled } from './registry.ts'
import { rejectedWorkbook } from './rejected-workbook.ts'

export const importCommand: Command = {
  name: 'import',
  summary: { zh: '导入台账文件：一个文件一个事务', en: 'Import files into a ledger: one transaction a file' },
  args: [
    {
      syntax: '<ledger>',
      words: { zh: '台账，例如 trade/trains 或 trains', en: 'ledger, such as trade/trains or trains' },
    },
    { syntax: '<files...>', words: { zh: 'CSV 或 xlsx 文件', en: 'CSV or xlsx files' } },
  ],
  options: [
    { syntax: '--dry-run', words: { zh: '只计数，不改动', en: 'count, change nothing' } },
    { syntax: '--unit <code>', words: { zh: '未注明单位的行归哪个单位', en: 'the unit of rows that name none' } },
    {
      syntax: '--mapping <json>',
      words: { zh: '表头对应，如 {"箱数量":"containers"}', en: 'what headings mean, as {"heading":"column"}' },
    },
  ],
  run: async (work, { args, rest, options }, out) => {
    const ledger = await ledgerCalled(args[0] ?? '')
    const results: ImportResult[] = []
    const progress = filesProgress(rest, out)
    try {
      for (const file of rest) {
        const result = await importOne(work, ledger, file, options, progress.begins(file))
        results.push(result)
        progress.ends(result)
        printResult(ledger, file, result, out)
        if (result.batch !== null && result.rejected > 0)
          await writeRejected(work, result.batch, `${file}.rejected.xlsx`, out)
      }
    } catch (error) {
      throw stoppedAt(error, rest, results, out)
    } finally {
      progress.end()
    }
    const shown = results.map((result) => shownResult(ledger, result))
    out.json(shown.length === 1 ? shown[0] : { ledger: ledger.name, imports: shown })
    return results.some((result) => result.rejected > 0) ? 4 : 0
  },
}

type Options = Record<string, string | boolean | undefined>

function shownResult(ledger: Ledger, result: ImportResult) {
  const { batch, rows, accepted, corrected, unchanged, rejected, seconds, sameAs } = result
  return { batch, ledger: ledger.name, rows, accepted, corrected, unchanged, rejected, seconds, sameAs }
}

/** Each file is in whole or not at all: says which are, so that the same command goes on from there. */
function stoppedAt(error: unknown, files: readonly string[], results: readonly ImportResult[], out: Out): unknown {
  if (files.length < 2) return error
  const [file, left] = [files[results.length]!, files.length - results.length]
  const words = {
    zh: '{file} 没有导入；它前面的 {kept} 个文件已经入库，其余 {left} 个（含它）没有动。改好后再执行同一条命令，已入库的会自动跳过。',
    en: '{file} is not in; the {kept} files before it are, the other {left} (with it) are untouched. Mend it and give the same command again: files that are in are passed over.',
  }
  out.print(say(words, out.locale, { file, kept: results.length, left }))
  if (!(error instanceof Refusal)) return error
  const kept = files.slice(0, results.length)
  return new Refusal(error.code, { ...error.details, atFile: file, filesIn: kept, filesLeft: left }, error.status)
}

async function importOne(
  work: Work,
  ledger: Ledger,
  file: string,
  options: Options,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportResult> {
  const unit = typeof options['unit'] === 'string' ? { unit: options['unit'] } : {}
  const mapping = typeof options['mapping'] === 'string' ? { mapping: mappingOf(options['mapping']) } : {}
  const asked: ImportAsked = {
    ledger: ledger.name,
    file: { name: path.basename(file), path: file },
    dryRun: options['dryRun'] === true,
    ...unit,
    ...mapping,
  }
  return importFile(work, { ...asked, onProgress })
}

function printResult(ledger: Ledger, file: string, result: ImportResult, out: Out) {
  const words = result.sameAs
    ? {
        zh: '{file}：与批次 {sameAs} 是同一个文件，没有改动',
        en: '{file}: the same file as batch {sameAs}; nothing changed',
      }
    : {
        zh: '{file}：批次 {batch}，{rows} 行，新增 {accepted}，更正 {corrected}，未变 {unchanged}，退回 {rejected}，提醒 {warned}，{seconds} 秒',
        en: '{file}: batch {batch}, {rows} rows, {accepted} new, {corrected} corrected, {unchanged} unchanged, {rejected} rejected, {warned} warned, {seconds} s',
      }
  out.print(say(words, out.locale, { ...result, batch: result.batch ?? '—', file }))
  for (const finding of result.findings.filter(({ severity }) => severity === 'reject').slice(0, 5)) {
    const { reason, cure } = faultWords(ledger, finding.faults[0]!, out.locale)
    out.print(
      say({ zh: '  第 {line} 行：{reason}。{cure}', en: '  line {line}: {reason}. {cure}' }, out.locale, {
        line: finding.line,
        reason,
        cure,
      }),
    )
  }
  if (result.ignored.length > 0)
    out.print(
      say({ zh: '  未导入的列：{ignored}', en: '  columns left out: {ignored}' }, out.locale, {
        ignored: result.ignored,
      }),
    )
}

async function writeRejected(work: Work, batch: number, file: string, out: Out): Promise<void> {
  const roots = rootsFor(work.actor, ledgerPermissions['ledgers/read'])
  const known = await read(work, (tx) => batchOf(tx, batch, roots))
  await pipeline(await rejectedWorkbook(work, known, out.locale), createWriteStream(file))
  out.print(
    say(
      {
        zh: '  退回的行已写入 {file}，改好后可再导入',
        en: '  the rejected rows are in {file}; mend them and import it',
      },
      out.locale,
      { file },
    ),
  )
}

import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { rootsFor } from '#kernel/access/actor.ts'
import type { Command, Out } from '#kernel/command.ts'
import { read, type Work } from '#kernel/db/work.ts'
import { say } from '#kernel/i18n/words.ts'
import { batchOf } from './batches.ts'
import { faultWords } from './fault-words.ts'
import { type ImportAsked, type ImportResult, importFile } from './import.ts'
import type { Ledger } from './ledger.ts'
import { mappingOf } from './mapping-text.ts'
import { ledgerPermissions } from './permissions.ts'
import { ledgerOf } from './registry.ts'
import { rejectedWorkbook } from './rejected-workbook.ts'

export const importCommand: Command = {
  name: 'import',
  summary: { zh: '导入台账文件：一个文件一个事务', en: 'Import files into a ledger: one transaction a file' },
  args: [
    { syntax: '<ledger>', words: { zh: '台账，例如 trade/trains', en: 'ledger, such as trade/trains' } },
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
    const ledger = await ledgerOf(args[0] ?? '')
    const results: ImportResult[] = []
    for (const file of rest) {
      const result = await importOne(work, ledger, file, options, out)
      results.push(result)
      printResult(ledger, file, result, out)
      if (result.batch !== null && result.rejected > 0)
        await writeRejected(work, result.batch, `${file}.rejected.xlsx`, out)
    }
    const shown = results.map(({ batch, rows, accepted, corrected, unchanged, rejected, seconds }) => ({
      batch,
      ledger: ledger.name,
      rows,
      accepted,
      corrected,
      unchanged,
      rejected,
      seconds,
    }))
    out.json(shown.length === 1 ? shown[0] : { ledger: ledger.name, imports: shown })
    return results.some((result) => result.rejected > 0) ? 4 : 0
  },
}

type Options = Record<string, string | boolean | undefined>

async function importOne(work: Work, ledger: Ledger, file: string, options: Options, out: Out): Promise<ImportResult> {
  const bar = out.progress({ zh: path.basename(file), en: path.basename(file) })
  const unit = typeof options['unit'] === 'string' ? { unit: options['unit'] } : {}
  const mapping = typeof options['mapping'] === 'string' ? { mapping: mappingOf(options['mapping']) } : {}
  const asked: ImportAsked = {
    ledger: ledger.name,
    file: { name: path.basename(file), path: file },
    dryRun: options['dryRun'] === true,
    ...unit,
    ...mapping,
  }
  try {
    return await importFile(work, {
      ...asked,
      onProgress: ({ share, rows }) => bar.step(Math.round(share * 100), `${rows}`),
    })
  } finally {
    bar.end()
  }
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

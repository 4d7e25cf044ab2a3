import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { rootsFor } from '#kernel/access/actor.ts'
import type { Command, Out } from '#kernel/command.ts'
import { read, type Work } from '#kernel/db/work.ts'
import { say } from '#kernel/i18n/words.ts'
import { batchOf } from '#parts/ledgers/batches.ts'
import { ledgerPermissions } from '#parts/ledgers/permissions.ts'
import { rejectedWorkbook } from '#parts/ledgers/rejected-workbook.ts'
import type { TrainListShown } from './list-shapes.ts'
import { shownTrainList } from './list-shown.ts'
import { importTrainList } from './train-list.ts'

/** `jingkai trains list <files…>`: containers and their trains from the operator's lists, a file a transaction. */
export const trainListCommand: Command = {
  name: 'trains list',
  summary: {
    zh: '导入班列清单：集装箱和由其合计的班列，一个文件一个事务',
    en: 'Import train lists: containers, and trains made from them; one transaction a file',
  },
  args: [{ syntax: '<files...>', words: { zh: 'xlsx 或 CSV 清单', en: 'lists in xlsx or CSV' } }],
  options: [
    { syntax: '--dry-run', words: { zh: '只看结果，不改动', en: 'tell, change nothing' } },
    { syntax: '--unit <code>', words: { zh: '班列归哪个单位', en: 'whose trains they are' } },
  ],
  run: async (work, { rest, options }, out) => {
    const lists: TrainListShown[] = []
    for (const file of rest) {
      const list = shownTrainList(
        await importTrainList(work, {
          ...{ file: { name: path.basename(file), path: path.resolve(file) }, dryRun: options['dryRun'] === true },
          ...(typeof options['unit'] === 'string' ? { unit: options['unit'] } : {}),
        }),
      )
      lists.push(list)
      print(list, out)
      const { batch, rejected } = list.containers
      if (batch !== null && rejected > 0) await writeRejected(work, batch, `${file}.rejected.xlsx`, out)
    }
    out.json({ lists })
    return lists.some(({ containers }) => containers.rejected > 0) ? 4 : 0
  },
}

function print(list: TrainListShown, out: Out): void {
  const { accepted, corrected, unchanged, rejected, warned } = list.containers
  const details = { file: list.file, trains: list.trains.length, accepted, corrected, unchanged, rejected, warned }
  const words = list.known
    ? { zh: '{file}：此前已导入，没有改动', en: '{file}: in already, nothing changed' }
    : {
        zh: '{file}：{trains} 列；集装箱新增 {accepted}，更正 {corrected}，未变 {unchanged}，退回 {rejected}，提醒 {warned}',
        en: '{file}: {trains} trains; containers {accepted} new, {corrected} corrected, {unchanged} unchanged, {rejected} rejected, {warned} warned',
      }
  out.print(say(words, out.locale, details))
  for (const { name } of list.sheets.filter(({ form }) => form === null))
    out.print(
      say(
        { zh: '  工作表 {name} 不是班列清单，已跳过', en: '  sheet {name} is no train list, passed over' },
        out.locale,
        { name },
      ),
    )
  for (const { number, day, notes } of list.trains)
    for (const note of notes) out.print(`  ${number} ${day}  ${note.words[out.locale]}`)
  for (const { sheet, line, reason, cure } of list.findings.slice(0, 20)) {
    const at = line > 0 ? `${sheet}:${line}` : ''
    out.print(`  ${at}  ${reason[out.locale]}${out.locale === 'zh' ? '。' : '. '}${cure[out.locale]}`)
  }
}

async function writeRejected(work: Work, batch: number, file: string, out: Out): Promise<void> {
  const roots = rootsFor(work.actor, ledgerPermissions['ledgers/read'])
  const known = await read(work, (tx) => batchOf(tx, batch, roots))
  await pipeline(await rejectedWorkbook(work, known, out.locale), createWriteStream(file))
  const words = {
    zh: '  退回的行已写入 {file}，改好后可再导入',
    en: '  the rejected rows are in {file}; mend them and send them again',
  }
  out.print(say(words, out.locale, { file }))
}

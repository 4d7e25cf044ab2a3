import type { Command } from '../command.ts'
import { readConfig } from '../config.ts'
import { read } from '../db/work.ts'
import type { Words } from '../i18n/words.ts'
import { say } from '../i18n/words.ts'
import { anchorsFile, anchorsIn } from './anchors.ts'
import { type Finding, verifyAudit } from './verify.ts'

const kinds: Record<Finding['kind'], Words> = {
  changed: { zh: '被改动', en: 'changed' },
  removed: { zh: '被删除', en: 'removed' },
  reordered: { zh: '被调换', en: 'reordered' },
  added: { zh: '被添加', en: 'added' },
}

/** `jingkai audit verify`: exit code 3 when anything was found. */
const verify: Command = {
  name: 'audit verify',
  summary: {
    zh: '核验审计链：查出被改动、删除、调换的记录',
    en: 'Verify the audit chain: names every changed, removed or reordered row',
  },
  options: [
    { syntax: '--from <seq>', words: { zh: '从第几条开始', en: 'row to start at' } },
    {
      syntax: '--anchors <file>',
      words: { zh: '锚点文件；默认在数据文件夹里', en: 'file of anchors; in the data folder unless told' },
    },
  ],
  run: async (work, { options }, out) => {
    const from = Number(options['from'] ?? 1)
    if (!Number.isSafeInteger(from) || from < 1) return 2
    const file = options['anchors'] ?? anchorsFile(readConfig(process.env).dataFolder)
    const anchors = anchorsIn(String(file)).filter((anchor) => anchor.seq >= from)
    const verdict = await read(work, (tx) => verifyAudit(tx.client, { from, anchors }))
    for (const { seq, kind, what } of verdict.findings) out.print(`■ ${seq}  ${say(kinds[kind], out.locale)}  ${what}`)
    out.print(
      say(verdict.findings.length === 0 ? sound : unsound, out.locale, { ...verdict, found: verdict.findings.length }),
    )
    out.json(verdict)
    return verdict.findings.length === 0 ? 0 : 3
  },
}

const sound: Words = {
  zh: '● 审计链完好：{verified} 条记录逐条核对无误。',
  en: '● The audit chain is whole: {verified} rows recomputed.',
}
const unsound: Words = {
  zh: '■ 审计链有 {found} 处问题（应有 {entries} 条，读到 {verified} 条）。',
  en: '■ The audit chain has {found} findings ({entries} rows expected, {verified} read).',
}

export const auditCommands: readonly Command[] = [verify]

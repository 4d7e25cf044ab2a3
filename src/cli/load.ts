import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { audit } from '#kernel/audit/chain.ts'
import type { Command } from '#kernel/command.ts'
import { type Work, write } from '#kernel/db/work.ts'
import { say, type Words } from '#kernel/i18n/words.ts'
import { openZone } from '#kernel/zone.ts'
import { keepZone } from '#kernel/zone-record.ts'
import { parts } from '#parts/index.ts'

/** Loads a zone package, part by part in their order; loading twice changes nothing. */
export async function loadZone(work: Work, folder: string, tell: (words: Words) => void): Promise<void> {
  const zone = openZone(folder)
  await write(work, async (tx) => {
    await keepZone(tx, zone)
    await audit(tx, { action: 'zone/load', subject: `zone:${zone.settings.code}`, after: zone.settings })
  })
  for (const part of parts) await part.load?.(work, zone, tell)
}

export const load: Command = {
  name: 'load',
  summary: {
    zh: '加载园区数据包：单位、指标、目标、模板、记录',
    en: 'Load a zone package: units, indicators, targets, templates, records',
  },
  args: [{ syntax: '<folder>', words: { zh: '数据包文件夹', en: 'folder of the package' } }],
  run: async (work, { args }, out) => {
    const steps: string[] = []
    await loadZone(work, path.resolve(args[0] ?? ''), (words) => {
      steps.push(say(words, out.locale))
      out.print(say(words, out.locale))
    })
    out.json({ loaded: args[0], steps })
    return 0
  },
}

export const exportZone: Command = {
  name: 'export',
  summary: { zh: '把本库写回为园区数据包', en: 'Write this database back as a zone package' },
  args: [{ syntax: '<folder>', words: { zh: '写到哪个文件夹', en: 'folder to write to' } }],
  run: async (work, { args }, out) => {
    const folder = path.resolve(args[0] ?? '')
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true })
    for (const part of parts) await part.export?.(work, folder)
    out.print(folder)
    out.json({ folder })
    return 0
  },
}

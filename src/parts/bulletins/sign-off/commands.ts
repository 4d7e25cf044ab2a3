import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Command } from '#kernel/command.ts'
import { read, type Work } from '#kernel/db/work.ts'
import { say, type Words } from '#kernel/i18n/words.ts'
import { Refusal, refuse } from '#kernel/refusal.ts'
import { evidencePack, packFiles } from './evidence-pack.ts'
import { type FrozenWhole, frozenWhole } from './frozen.ts'
import { differencesFrom, verifyPack } from './pack-verification.ts'
import { type Difference, differencesIn } from './verification.ts'

const mostMegabytes = 200

/**
 * `jingkai bulletin verify 12`, `jingkai bulletin verify pack.zip`: computes the hashes of texts, figures, facts, check and steps anew
 * and names what differs. Exits 3 when anything does.
 */
const verify: Command = {
  name: 'bulletin verify',
  summary: {
    zh: '校验印发的通报或证据包：重算正文、数字、数据的校验值，指出被改动之处',
    en: 'Verify an issued bulletin or its evidence pack: names whatever was altered',
  },
  args: [
    { syntax: '<bulletin>', words: { zh: '通报编号，或证据包 .zip', en: 'number of the bulletin, or its pack .zip' } },
  ],
  run: async (work, { args }, out) => {
    const asked = args[0] ?? ''
    const { whole, differences, against } = /^\d{1,15}$/.test(asked)
      ? await verifiedRow(work, Number(asked))
      : await verifiedPack(work, path.resolve(asked))
    for (const { words } of differences) out.print(`■ ${say(words, out.locale)}`)
    const sum = { figures: whole.figures.length, facts: whole.sources.size, found: differences.length }
    const title = whole.texts.find(({ locale }) => locale === out.locale) ?? whole.texts[0]
    out.print(
      say(differences.length === 0 ? sound[against] : unsound, out.locale, { ...sum, title: title?.tree.title }),
    )
    out.json({
      ...{ bulletin: whole.id, sha256: whole.sha256, against, ...sum, sound: differences.length === 0 },
      differences: differences.map(({ where, words }) => ({ where, words: say(words, out.locale) })),
    })
    return differences.length === 0 ? 0 : 3
  },
}

/** `jingkai bulletin pack 12 --out pack.zip`: documents, facts, rows, check and hashes in one file. */
const pack: Command = {
  name: 'bulletin pack',
  summary: { zh: '导出通报的证据包', en: 'Export the evidence pack of a bulletin' },
  args: [{ syntax: '<bulletin>', words: { zh: '通报编号', en: 'number of the bulletin' } }],
  options: [{ syntax: '--out <file>', words: { zh: '写到哪个 .zip 文件', en: '.zip file to write' } }],
  run: async (work, { args, options }, out) => {
    const id = Number(args[0])
    if (!Number.isSafeInteger(id)) return 2
    const { content } = await read(work, (tx) => evidencePack(tx, id))
    const file = path.resolve(typeof options['out'] === 'string' ? options['out'] : `bulletin-${id}.zip`)
    await writeFile(file, content as Uint8Array)
    const bytes = (content as Uint8Array).length
    out.print(file)
    out.json({ bulletin: id, out: file, bytes })
    return 0
  },
}

export const signOffCommands: readonly Command[] = [verify, pack]

interface Verified {
  whole: FrozenWhole
  differences: Difference[]
  /** what the pack was held against beside its own hashes */
  against: 'itself' | 'database'
}

async function verifiedRow(work: Work, id: number): Promise<Verified> {
  const whole = await read(work, (tx) => frozenWhole(tx, id))
  return { whole, differences: differencesIn(whole), against: 'database' }
}

/** Against itself, and where this database holds the bulletin against that too. */
async function verifiedPack(work: Work, file: string): Promise<Verified> {
  const name = path.basename(file)
  const known = await stat(file).catch(() => null)
  if (!known?.isFile()) refuse('bulletins/pack-unreadable', { file: name, reason: '—' }, 404)
  if (known.size > mostMegabytes * 2 ** 20) {
    refuse('bulletins/pack-unreadable', { file: name, reason: `> ${mostMegabytes} MB` })
  }
  const { whole, base, files, differences } = await verifyPack(await readFile(file), name)
  const original = await read(work, async (tx) => {
    const own = await frozenWhole(tx, whole.id).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'bulletins/unknown') return null
      throw error
    })
    // Another zone's bulletin may bear the same number: its day of issue is not this one's.
    return own && own.asOf === whole.asOf ? packFiles(tx, own, base) : null
  })
  if (!original) return { whole, differences, against: 'itself' }
  const told = new Set(differences.map(({ where }) => where))
  const more = differencesFrom(original, files).filter(({ where }) => !told.has(where))
  return { whole, differences: [...differences, ...more], against: 'database' }
}

const sound: Record<Verified['against'], Words> = {
  database: {
    zh: '● “{title}”与印发时相符：{figures} 处数字、{facts} 项数据逐一重算无误。',
    en: '● "{title}" is as it was issued: {figures} figures and {facts} facts recomputed.',
  },
  itself: {
    zh: '● “{title}”与包内的校验值相符（本机没有这份通报，未与库中原件比对）：{figures} 处数字、{facts} 项数据逐一重算无误。',
    en: '● "{title}" matches its own hashes (this database does not hold it): {figures} figures and {facts} facts recomputed.',
  },
}
const unsound: Words = {
  zh: '■ “{title}”有 {found} 处与印发时不符。',
  en: '■ "{title}" differs from what was issued in {found} places.',
}

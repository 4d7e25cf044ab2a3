import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Command } from '#kernel/command.ts'
import { readConfig } from '#kernel/config.ts'
import { read, type Work } from '#kernel/db/work.ts'
import type { Locale } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { composeBulletin } from './compose.ts'
import { documentOf, type Format, formats, type ToDraw } from './documents.ts'
import { issueBulletin } from './issue.ts'
import { bulletinOf } from './queries.ts'

/**
 * `jingkai bulletin half-year --period 2018-H1 --out half-year.docx`: writes the draft from the records of now, or as of a
 * moment; with `--issue` it freezes the figures first. Exits 4 when figures are missing.
 */
const bulletin: Command = {
  name: 'bulletin',
  summary: {
    zh: '按模板写一份通报（Word、网页或 Markdown）',
    en: 'Write a bulletin from its template (Word, HTML or Markdown)',
  },
  args: [{ syntax: '<template>', words: { zh: '模板，如 half-year', en: 'template, such as half-year' } }],
  options: [
    { syntax: '--period <period>', words: { zh: '时期，如 2018-H1', en: 'period, such as 2018-H1' } },
    { syntax: '--out <file>', words: { zh: '写到哪个文件：.docx .html .md', en: 'file to write: .docx .html .md' } },
    { syntax: '--area <unit>', words: { zh: '单位代码，默认全区', en: 'unit code; the whole zone unless told' } },
    { syntax: '--as-of <moment>', words: { zh: '某一时刻的数据', en: 'the figures as they stood at a moment' } },
    { syntax: '--issue', words: { zh: '印发并固定数字', en: 'issue it and freeze its figures' } },
    {
      syntax: '--base <url>',
      words: { zh: '数字链接指向的服务地址', en: 'address of the server that figures link to' },
    },
  ],
  run: async (work, { args, options }, out) => {
    const text = (name: string) => (typeof options[name] === 'string' ? options[name] : undefined)
    const asked = {
      ...{ template: args[0] ?? '', period: text('period') ?? String(work.now().getFullYear()) },
      ...{ area: text('area'), asOf: momentOf(text('asOf')) },
    }
    const file = path.resolve(text('out') ?? `${asked.template}.docx`)
    const format = formatOf(file)
    const drawing =
      options['issue'] === true ? await issued(work, asked, out.locale) : await drafted(work, asked, out.locale)
    const base = text('base') ?? readConfig(process.env).url
    const content = Buffer.from((await documentOf(drawing, format, base)).content as Uint8Array | string)
    await writeFile(file, content)
    const { printed } = drawing
    const missing = printed.filter((figure) => figure.missing).length
    out.print(`${drawing.tree.title}\n${file}`)
    out.json({
      ...{ template: asked.template, period: asked.period, out: file, figures: printed.length, missing },
      ...{ state: drawing.state, language: drawing.tree.locale, document: drawing.sha256 },
      sha256: createHash('sha256').update(content).digest('hex'),
    })
    return missing > 0 ? 4 : 0
  },
}

export const commands: readonly Command[] = [bulletin]

type Asked = Parameters<typeof composeBulletin>[1] & { period: string }

function drafted(work: Work, asked: Asked, locale: Locale): Promise<ToDraw> {
  return read(work, async (tx) => {
    const { texts, sources, asOf } = await composeBulletin(tx, asked)
    const { tree, figures } = texts.find((text) => text.tree.locale === locale) ?? texts[0]!
    return { tree, printed: figures, sources, asOf, state: 'draft' as const, sha256: null }
  })
}

async function issued(work: Work, asked: Asked, locale: Locale): Promise<ToDraw> {
  const { id } = await issueBulletin(work, asked)
  return read(work, (tx) => bulletinOf(tx, id, locale))
}

function formatOf(file: string): Format {
  const ending = path.extname(file).slice(1).toLowerCase()
  return formats.find((format) => format === ending) ?? refuse('bulletins/format-unknown', { out: path.basename(file) })
}

function momentOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined
  const moment = new Date(text)
  return Number.isNaN(moment.getTime()) ? refuse('bulletins/moment-unreadable', { text }) : moment
}

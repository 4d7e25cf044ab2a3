import path from 'node:path'
import type { Command, Out } from '#kernel/command.ts'
import { read, type Work } from '#kernel/db/work.ts'
import { say } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import type { Departure } from './ceb/departure.ts'
import { breakWords, departureWords } from './ceb/departure-words.ts'
import { type MessageRead, readMessages } from './ceb/message-files.ts'
import { type Edition, editions } from './ceb/schema.ts'
import { type Received, receiveMessages } from './customs/receive.ts'

/** `jingkai customs read <files…>`: what is in customs messages, and each departure from the specification with its cure. */
const readCommand: Command = {
  name: 'customs read',
  summary: {
    zh: '读跨境电商报文：单证数、每处不合规范的位置和改法',
    en: 'Read customs messages: their documents, and each departure from the specification with its cure',
  },
  args: [{ syntax: '<files...>', words: { zh: 'XML 报文，或装有报文的 zip', en: 'XML messages, or zips of them' } }],
  options: [
    {
      syntax: '--edition <edition>',
      words: {
        zh: '规范版本：2018 或 2022；不填由程序判断',
        en: 'edition of the specification: 2018 or 2022; told by the program unless given',
      },
    },
  ],
  run: async (_work, { rest, options }, out) => {
    const edition = editionOf(options['edition'])
    const messages: ReturnType<typeof inJson>[] = []
    let departed = false
    for (const file of rest) {
      const spooled = { path: path.resolve(file), name: path.basename(file) }
      for await (const message of readMessages(spooled, () => ({ edition }))) {
        print(message, out)
        messages.push(inJson(message, out))
        departed ||= message.reading.broken !== null || message.reading.departed > 0
      }
    }
    out.json({ messages })
    return departed ? 3 : 0
  },
}

/** `jingkai customs receive <files…> --unit PORT`: takes the documents in and matches every order they concern. */
const receiveCommand: Command = {
  name: 'customs receive',
  summary: {
    zh: '接收跨境电商报文：登记订单、支付单、运单、清单，并做三单对碰',
    en: 'Receive customs messages: keep orders, payments, waybills and lists, and match them',
  },
  args: [{ syntax: '<files...>', words: { zh: 'XML 报文，或装有报文的 zip', en: 'XML messages, or zips of them' } }],
  options: [
    { syntax: '--unit <code>', words: { zh: '报文归哪个单位', en: 'whose messages they are' } },
    { syntax: '--edition <edition>', words: { zh: '规范版本：2018 或 2022', en: 'edition: 2018 or 2022' } },
  ],
  run: async (work, { rest, options }, out) => {
    const edition = editionOf(options['edition'])
    const unit = typeof options['unit'] === 'string' ? options['unit'] : await rootUnit(work)
    const received: Received[] = []
    for (const file of rest) {
      const bar = out.progress({ zh: path.basename(file), en: path.basename(file) })
      const onProgress = ({ documents }: { documents: number }) => bar.step(0, String(documents))
      const one = await receiveMessages(work, {
        file: { name: path.basename(file), path: path.resolve(file) },
        unit,
        edition,
        onProgress,
      })
      bar.end()
      received.push(one)
      out.print(saidReceived(path.basename(file), one, out))
    }
    out.json({ files: received })
    return received.some(({ refused, departed }) => refused + departed > 0) ? 4 : 0
  },
}

export const customsCommands: readonly Command[] = [readCommand, receiveCommand]

async function rootUnit(work: Work): Promise<string> {
  return (await read(work, zoneOf))?.rootUnit ?? 'ZONE'
}

function saidReceived(file: string, received: Received, { locale }: Out): string {
  const { messages, documents, accepted, changed, unchanged, refused, departed, matched, known } = received
  if (known) return locale === 'zh' ? `${file}：此前已接收，没有改动` : `${file}: received before, nothing changed`
  return locale === 'zh'
    ? `${file}：报文 ${messages} 个，单证 ${documents} 份：新增 ${accepted}、变更 ${changed}、相同 ${unchanged}、退回 ${refused}；不合规范 ${departed} 处；重新对碰 ${matched} 单`
    : `${file}: ${messages} messages, ${documents} documents: ${accepted} new, ${changed} changed, ${unchanged} the same, ${refused} refused; ${departed} departures; ${matched} orders matched anew`
}

function editionOf(asked: string | boolean | undefined): Edition | undefined {
  if (typeof asked !== 'string') return undefined
  return (
    editions.find((edition) => edition === asked) ??
    refuse('trade/edition-unknown', { edition: asked, known: editions.join(', ') })
  )
}

function print({ name, reading }: MessageRead, out: Out): void {
  const { type, edition, documents, departures, departed, broken } = reading
  const what = type ? `${type.words} CEB${type.number}（${edition}）` : '—'
  out.print(
    out.locale === 'zh'
      ? `${name}：${what}，单证 ${documents} 份，不合规范 ${departed} 处`
      : `${name}: CEB${type?.number ?? '?'} (${edition ?? '?'}), ${documents} documents, ${departed} departures`,
  )
  if (broken) out.print(`  ${said(breakWords[broken.code], broken, out)}`)
  const alike = Map.groupBy(departures, ({ code, path: place }) => `${code} ${place.replaceAll(/\[\d+\]/g, '')}`)
  for (const [first, ...more] of [...alike.values()] as [Departure, ...Departure[]][]) {
    const times = more.length > 0 ? ` ×${more.length + 1}` : ''
    out.print(`  ${first.line}:${first.column} ${first.path}${times}  ${saidOf(first, out)}`)
  }
}

function inJson({ name, reading }: MessageRead, out: Out) {
  const { type, broken, departures, ...rest } = reading
  return {
    ...{ name, message: type?.root ?? null, flow: type?.flow ?? null, ...rest },
    broken: broken && { ...broken, words: said(breakWords[broken.code], broken, out) },
    departures: departures.map((departure) => ({ ...departure, reason: saidOf(departure, out) })),
  }
}

const saidOf = (departure: Departure, out: Out) => said(departureWords[departure.code], departure, out)

function said(text: (typeof breakWords)[keyof typeof breakWords], details: object, { locale }: Out): string {
  const written = { ...details }
  return `${say(text.problem, locale, written)}${locale === 'zh' ? '。' : '. '}${say(text.cure, locale, written)}`
}

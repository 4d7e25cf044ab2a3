import path from 'node:path'
import type { Command, Out } from '#kernel/command.ts'
import { read, type Work } from '#kernel/db/work.ts'
import { say } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { type Departure, officialOfDeparture } from './ceb/departure.ts'
import { breakWords, departureWords } from './ceb/departure-words.ts'
import { type MessageRead, readMessages } from './ceb/message-files.ts'
import { type Edition, editions } from './ceb/schema.ts'
import { type Received, receiveMessages } from './customs/receive.ts'
import { rematchAll } from './customs/rematch.ts'

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
      const stages = {
        reading: { zh: '已读单证', en: 'documents read' },
        matching: { zh: '对碰中', en: 'matching' },
      }
      const onProgress = ({ stage, documents }: { stage: 'reading' | 'matching'; documents: number }) =>
        bar.step(0, `${stages[stage][out.locale]} ${documents.toLocaleString('en')}`)
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

/** `jingkai customs match`: matches every order anew. */
const matchCommand: Command = {
  name: 'customs match',
  summary: { zh: '全部订单重新做三单对碰', en: 'Match every order anew' },
  run: async (work, _asked, out) => {
    const bar = out.progress({ zh: '对碰', en: 'Matching' })
    const orders = await rematchAll(work, (done) => bar.step(done))
    bar.end()
    out.print(out.locale === 'zh' ? `已对碰 ${orders} 单` : `${orders} orders matched`)
    out.json({ orders })
    return 0
  },
}

export const customsCommands: readonly Command[] = [readCommand, receiveCommand, matchCommand]

async function rootUnit(work: Work): Promise<string> {
  return (await read(work, zoneOf))?.rootUnit ?? 'ZONE'
}

function saidReceived(file: string, received: Received, { locale }: Out): string {
  const { messages, documents, accepted, changed, unchanged, refused, departed, matched, known } = received
  const { followUps, unbound } = received
  if (known) return locale === 'zh' ? `${file}：此前已接收，没有改动` : `${file}: received before, nothing changed`
  return locale === 'zh'
    ? `${file}：报文 ${messages} 个，单证 ${documents} 份：新增 ${accepted}、变更 ${changed}、相同 ${unchanged}、退回 ${refused}；不合规范 ${departed} 处；重新对碰 ${matched} 单；回执和申请 ${followUps} 份，其中 ${unbound} 份暂无对应单证`
    : `${file}: ${messages} messages, ${documents} documents: ${accepted} new, ${changed} changed, ${unchanged} the same, ${refused} refused; ${departed} departures; ${matched} orders matched anew; ${followUps} receipts and applications, ${unbound} of them about documents that are not here`
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
  for (const line of aroundOf(reading)) out.print(`  ${line[out.locale]}`)
  if (broken) out.print(`  ${said(breakWords[broken.code], broken, out)}`)
  const alike = Map.groupBy(departures, ({ code, path: place }) => `${code} ${place.replaceAll(/\[\d+\]/g, '')}`)
  for (const [first, ...more] of [...alike.values()] as [Departure, ...Departure[]][]) {
    const times = more.length > 0 ? ` ×${more.length + 1}` : ''
    out.print(`  ${first.line}:${first.column} ${first.path}${times}  ${saidOf(first, out)}`)
  }
}

/** What stands around a message: its transport envelope and its signature. */
function aroundOf({ transport, signed, signature }: MessageRead['reading']): { zh: string; en: string }[] {
  const by = /sm2/i.test(signature) ? 'SM2/SM3' : /rsa/i.test(signature) ? 'RSA' : signature || '—'
  return [
    ...(transport
      ? [
          {
            zh: `装在传输信封里，编号 ${transport.copMsgId}，已拆开`,
            en: `In a transport envelope, ${transport.copMsgId}; opened`,
          },
        ]
      : []),
    ...(signed ? [{ zh: `有签名（${by}），未验签`, en: `Signed (${by}); the signature was not verified` }] : []),
  ]
}

function inJson({ name, reading }: MessageRead, out: Out) {
  const { type, broken, departures, ...rest } = reading
  return {
    ...{ name, message: type?.root ?? null, flow: type?.flow ?? null, ...rest },
    broken: broken && { ...broken, words: said(breakWords[broken.code], broken, out) },
    departures: departures.map((departure) => ({
      ...departure,
      official: officialOfDeparture[departure.code] ?? null,
      reason: saidOf(departure, out),
    })),
  }
}

const saidOf = (departure: Departure, out: Out) => said(departureWords[departure.code], departure, out)

function said(text: (typeof breakWords)[keyof typeof breakWords], details: object, { locale }: Out): string {
  const written = { ...details }
  return `${say(text.problem, locale, written)}${locale === 'zh' ? '。' : '. '}${say(text.cure, locale, written)}`
}

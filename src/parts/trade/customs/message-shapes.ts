import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { departures } from '../ceb/departure.ts'

const Id = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) })
const Page = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})
const Flow = z.enum(['import', 'export'])
const Edition = z.enum(['2022', '2018'])
const Code = z.enum([...departures.schema, ...departures.stated])
export const documentKindCodes = ['order', 'payment', 'waybill', 'list'] as const
const Kind = z.enum(documentKindCodes)

const Break = z.object({ code: z.string(), line: z.number(), column: z.number(), found: z.string() })

export const DepartureShape = z.object({
  code: Code,
  against: z.enum(['schema', 'stated']),
  path: z.string(),
  line: z.number(),
  column: z.number(),
  words: z.string(),
  found: z.string(),
  wanted: z.string(),
})
export type DepartureShown = z.output<typeof DepartureShape>

/** Departures of one kind at one place of the specification. */
const GroupShape = z.object({
  times: z.number(),
  /** the first of them, and the message it stands in */
  first: DepartureShape,
  message: z.string(),
})
export type DepartureGroup = z.output<typeof GroupShape>

const FileShape = z.object({
  id: z.number(),
  name: z.string(),
  bytes: z.number(),
  unit: z.string(),
  messages: z.number(),
  documents: z.number(),
  accepted: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  /** receipts, returns, cancellations, tax bills */
  followUps: z.number(),
  departed: z.number(),
  /** messages that could not be read to their end */
  broken: z.number(),
  receivedAt: z.string(),
  receivedBy: z.string(),
})
export type MessageFile = z.output<typeof FileShape>

export const listMessageFiles = endpoint({
  method: 'GET',
  path: '/api/trade/customs/files',
  permission: 'trade/read',
  summary: { zh: '已接收的报文文件', en: 'Files of customs messages received' },
  query: Page,
  reply: z.object({ files: z.array(FileShape), total: z.number() }),
})

const MessageShape = z.object({
  place: z.number(),
  name: z.string(),
  /** 311, 621, …; null where the root is unknown */
  number: z.string().nullable(),
  edition: z.string().nullable(),
  flow: Flow.nullable(),
  documents: z.number(),
  departed: z.number(),
  broken: Break.nullable(),
})
export type MessageShown = z.output<typeof MessageShape>

export const showMessageFile = endpoint({
  method: 'GET',
  path: '/api/trade/customs/files/:id',
  permission: 'trade/read',
  summary: { zh: '一个报文文件', en: 'One file of customs messages' },
  params: Id,
  reply: z.object({
    file: FileShape,
    /** departures by kind and place, most frequent first; of each message only the first are kept */
    groups: z.array(GroupShape),
    /** orders that its documents speak of, by what came of them until now; null for a very large file */
    orders: z.object({ matched: z.number(), waiting: z.number(), mismatch: z.number() }).nullable(),
  }),
})

export const messagesOfFile = endpoint({
  method: 'GET',
  path: '/api/trade/customs/files/:id/messages',
  permission: 'trade/read',
  summary: { zh: '文件里的报文', en: 'The messages of a file' },
  params: Id,
  query: Page.extend({ only: z.enum(['departed', 'broken']).optional() }),
  reply: z.object({ messages: z.array(MessageShape), total: z.number() }),
})

export const departuresOfFile = endpoint({
  method: 'GET',
  path: '/api/trade/customs/files/:id/departures',
  permission: 'trade/read',
  summary: { zh: '文件里不合规范之处', en: 'What in a file departs from the specification' },
  params: Id,
  query: Page.extend({
    code: Code.optional(),
    place: z.coerce.number().int().positive().max(2_000_000_000).optional(),
  }),
  reply: z.object({
    departures: z.array(DepartureShape.extend({ message: z.string(), place: z.number() })),
    total: z.number(),
  }),
})

export const documentsOfFile = endpoint({
  method: 'GET',
  path: '/api/trade/customs/files/:id/documents',
  permission: 'trade/read',
  summary: { zh: '文件带来的单证', en: 'The documents that a file brought' },
  params: Id,
  query: Page.extend({ kind: Kind.optional() }),
  reply: z.object({
    documents: z.array(
      z.object({
        kind: Kind,
        flow: Flow,
        platform: z.string(),
        orderNo: z.string(),
        number: z.string(),
        deed: z.string(),
        message: z.string(),
        ordinal: z.number(),
        replaced: z.boolean(),
        state: z.enum(['matched', 'waiting', 'mismatch']).nullable(),
      }),
    ),
    total: z.number(),
  }),
})

export const refusalsOfFile = endpoint({
  method: 'GET',
  path: '/api/trade/customs/files/:id/refusals',
  permission: 'trade/read',
  summary: { zh: '文件里没有接收的单证', en: 'The documents of a file that were not taken' },
  params: Id,
  query: Page,
  reply: z.object({
    refusals: z.array(
      z.object({
        code: z.enum(['number-taken', 'nothing-to-delete']),
        kind: Kind,
        platform: z.string(),
        orderNo: z.string(),
        number: z.string(),
        message: z.string(),
        ordinal: z.number(),
      }),
    ),
    total: z.number(),
  }),
})

/** What a message holds, as read without receiving it. */
const ReadShape = MessageShape.omit({ place: true }).extend({ signed: z.boolean() })

export const readMessageFile = endpoint({
  method: 'POST',
  path: '/api/trade/customs/reading',
  permission: 'trade/receive',
  summary: {
    zh: '只读报文、列出不合规范之处，不接收',
    en: 'Read messages and list their departures, receiving nothing',
  },
  query: z.object({ edition: Edition.optional() }),
  body: 'file',
  reply: z.object({
    name: z.string(),
    messages: z.number(),
    documents: z.number(),
    departed: z.number(),
    broken: z.number(),
    /** the first of them */
    read: z.array(ReadShape),
    groups: z.array(GroupShape),
  }),
})
export type MessagesRead = z.output<typeof readMessageFile.reply>

export const receiveMessageFile = endpoint({
  method: 'POST',
  path: '/api/trade/customs/files',
  permission: 'trade/receive',
  summary: { zh: '接收报文并对碰', en: 'Receive customs messages and match them' },
  query: z.object({
    edition: Edition.optional(),
    /** whose messages they are; those of the file before unless told */
    unit: z.string().min(1).max(40).optional(),
    progress: z.string().min(1).max(64).optional(),
  }),
  body: 'file',
  reply: z.object({
    id: z.number(),
    name: z.string(),
    messages: z.number(),
    documents: z.number(),
    accepted: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    refused: z.number(),
    departed: z.number(),
    /** orders that were matched anew */
    matched: z.number(),
    /** the same file had been received before: nothing was changed */
    known: z.boolean(),
  }),
})
export type FileReceived = z.output<typeof receiveMessageFile.reply>

export const sampleNames = ['good', 'departing', 'retried'] as const

export const sampleMessage = endpoint({
  method: 'GET',
  path: '/api/trade/customs/samples/:name',
  permission: 'trade/read',
  summary: { zh: '试用的示例报文', en: 'A sample message to try' },
  params: z.object({ name: z.enum(sampleNames) }),
  reply: 'file',
})

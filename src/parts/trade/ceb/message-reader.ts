import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { Departure } from './departure.ts'
import type { Element } from './element.ts'
import { decoderOf } from './encoding.ts'
import { checkLines } from './line-rules.ts'
import { type Edition, editions, type MessageType, messageTypes, sayTheSame } from './schema.ts'
import { checkAttributes, checkElement, checkName, checkNamespace, SequenceCheck } from './sequence.ts'
import { contentOf, isTransport, type Transport, transported } from './transport.ts'

/** One business document of a message: an order, a payment, a waybill, a list, a receipt. */
export interface CebDocument {
  /** place in the message, from 1 */
  ordinal: number
  /** `Order`, `Payment`, `Inventory`, … */
  name: string
  element: Element
}

/** Why a message, or the rest of it, could not be read at all. */
export interface Break {
  code:
    | 'not-xml'
    | 'unknown-root'
    | 'doctype'
    | 'cut'
    | 'empty'
    | 'too-deep'
    | 'encoding'
    | 'nested-archive'
    | 'no-base64'
  line: number
  column: number
  found: string
}

export interface MessageReading {
  type: MessageType | null
  /** the edition asked for, or the one it departs from least */
  edition: Edition | null
  guid: string
  version: string
  documents: number
  signed: boolean
  /** the algorithm that the signature names, empty where there is none; it is told and not verified */
  signature: string
  /** the transport node's envelope that the message came in */
  transport: Transport | null
  /** every departure up to the limit, and how many there were */
  departures: Departure[]
  departed: number
  broken: Break | null
}

export interface ReadOptions {
  edition?: Edition | undefined
  /** called for each document when it ends; what can be read is kept whatever comes after */
  take?: (document: CebDocument) => void
  /** true for a message that came in an envelope: another envelope in it is not opened */
  wrapped?: boolean
}

const kept = 1000
const deepest = 64
const envelope = new Set(['BaseTransfer', 'BaseSubscribe', 'ExtendMessage', 'Signature'])

/**
 * Reads one customs message (CEB) as its text comes, one document in memory at a time: strict in what it reports, tolerant in
 * what it takes. Documents with departures are taken all the same. DOCTYPE ends the reading: no entity is ever expanded.
 */
export class MessageReader {
  readonly #take: (document: CebDocument) => void
  readonly #parser = new SaxesParser({ xmlns: true, position: true })
  #readings: EditionReading[] = []
  readonly #wanted: readonly Edition[]
  readonly #stack: Element[] = []
  #root: Element | null = null
  #documents = 0
  #signed = false
  #signature = ''
  #transport: Transport | null = null
  #content: string | null = null
  readonly #options: ReadOptions
  #broken: Break | null = null
  #ended = false
  #fed = false

  constructor(options: ReadOptions = {}) {
    const { edition, take } = options
    this.#options = options
    this.#take = take ?? (() => {})
    this.#wanted = edition ? [edition] : editions
    this.#parser.on('doctype', () => this.#break('doctype', 'DOCTYPE'))
    this.#parser.on('opentag', (tag) => this.#open(tag))
    this.#parser.on('text', (text) => this.#text(text))
    this.#parser.on('cdata', (text) => this.#text(text))
    this.#parser.on('closetag', () => this.#close())
    this.#parser.on('error', (error) =>
      this.#break(this.#ended && this.#stack.length > 0 ? 'cut' : 'not-xml', wordsOf(error)),
    )
  }

  /** False once nothing more of the message can be read. */
  get going(): boolean {
    return this.#broken === null
  }

  write(text: string): void {
    if (this.#broken) return
    this.#fed ||= /\S/.test(text)
    this.#parser.write(text)
  }

  /** The rest cannot be read: the bytes are no text of the declared encoding, or no message. */
  breakOff(code: 'encoding' | 'nested-archive' | 'no-base64', found: string): void {
    this.#fed = true
    this.#break(code, found)
  }

  end(): MessageReading {
    this.#ended = true
    if (this.#root === null) this.#break(this.#fed ? 'cut' : 'empty', '')
    if (!this.#broken) this.#parser.close()
    if (this.#content !== null && !this.#broken) return this.#unwrapped(this.#content)
    const [best] = this.#readings.toSorted((a, b) => a.weight - b.weight)
    return {
      ...{ type: best?.type ?? null, edition: best?.edition ?? null, documents: this.#documents },
      ...{ signed: this.#signed, signature: this.#signature, transport: this.#transport },
      ...{ guid: this.#root?.attributes['guid'] ?? '', version: this.#root?.attributes['version'] ?? '' },
      ...{ departures: best?.departures ?? [], departed: best?.departed ?? 0, broken: this.#broken },
    }
  }

  /** The message in the envelope, read as any other. */
  #unwrapped(content: string): MessageReading {
    const reader = new MessageReader({ ...this.#options, wrapped: true })
    const bytes = contentOf(content)
    if (!bytes) reader.breakOff('no-base64', content.trim().slice(0, 40))
    else {
      const decoder = decoderOf(bytes)
      try {
        reader.write(decoder.decode(bytes))
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
        reader.breakOff('encoding', decoder.encoding)
      }
    }
    return { ...reader.end(), transport: this.#transport }
  }

  #open(tag: SaxesTagNS): void {
    if (this.#broken) return
    const element: Element = {
      ...{ name: tag.local, namespace: tag.uri, text: '', children: [] },
      attributes: attributesOf(tag),
      ...{ line: this.#parser.line, column: this.#parser.column },
    }
    if (this.#root === null) this.#openRoot(element)
    else if (this.#stack.length > deepest) this.#break('too-deep', element.name)
    else {
      // What stands directly under the root is whole when it ends, and is let go then.
      this.#stack.at(-1)?.children.push(element)
      this.#stack.push(element)
    }
  }

  #openRoot(element: Element): void {
    this.#root = element
    if (isTransport(element.name) && !this.#options.wrapped) {
      this.#content = ''
      return
    }
    for (const edition of this.#wanted) {
      const type = typeNear(edition, element.name)
      const read = this.#readings[0]
      if (type && !(read && sayTheSame(read.type, type)))
        this.#readings.push(new EditionReading(edition, type, element))
    }
    if (this.#readings.length === 0) this.#break('unknown-root', element.name)
  }

  #text(text: string): void {
    const element = this.#stack.at(-1)
    if (element && !this.#broken) element.text += text
  }

  #close(): void {
    if (this.#broken) return
    const element = this.#stack.pop()
    if (!element) {
      for (const reading of this.#readings) reading.end(this.#root!)
      return
    }
    if (this.#stack.length > 0) return
    if (this.#content !== null) {
      const { transport, content } = transported(element)
      this.#transport = transport ?? this.#transport
      this.#content = content ?? this.#content
      return
    }
    if (element.name === 'Signature') this.#sign(element)
    for (const reading of this.#readings) reading.child(element)
    if (envelope.has(element.name)) return
    this.#documents += 1
    this.#take({ ordinal: this.#documents, name: element.name, element })
  }

  #sign(signature: Element): void {
    this.#signed = true
    const info = signature.children.find(({ name }) => name === 'SignedInfo')
    const method = info?.children.find(({ name }) => name === 'SignatureMethod')
    this.#signature = method?.attributes['Algorithm'] ?? ''
  }

  #break(code: Break['code'], found: string): void {
    if (this.#broken) return
    this.#broken = { code, line: this.#parser.line, column: this.#parser.column, found }
  }
}

/** The message held against one edition. */
class EditionReading {
  readonly edition: Edition
  readonly type: MessageType
  readonly departures: Departure[] = []
  departed = 0
  weight = 0
  readonly #sequence: SequenceCheck

  constructor(edition: Edition, type: MessageType, root: Element) {
    this.edition = edition
    this.type = type
    this.#sequence = new SequenceCheck(type.group, type.root, this.#tell)
    checkAttributes(root, type.group, type.root, this.#tell)
    checkName(root, type, this.#tell)
    checkNamespace(root, type.root, this.#tell)
  }

  child(element: Element): void {
    const { field, path } = this.#sequence.take(element)
    if (!field) return
    checkElement(element, field, path, this.#tell)
    checkLines(element, path, this.#tell)
  }

  end(root: Element): void {
    this.#sequence.end(root)
  }

  #tell = (departure: Departure) => {
    this.departed += 1
    // What a validator refuses tells the editions apart; what is only stated does so where nothing else does.
    this.weight += departure.against === 'schema' ? 1000 : 1
    if (this.departures.length < kept) this.departures.push(departure)
  }
}

/** The type that the root names; `CEB214` is taken for CEB214Message and told as a departure. */
function typeNear(edition: Edition, root: string): MessageType | undefined {
  const types = messageTypes(edition)
  return types.get(root) ?? types.get(`CEB${/^CEB(\d{3})/i.exec(root)?.[1]}Message`)
}

const noAttributes: Record<string, string> = Object.freeze({})

function attributesOf({ attributes }: SaxesTagNS): Record<string, string> {
  const all = Object.values(attributes)
  return all.length === 0 ? noAttributes : Object.fromEntries(all.map(({ local, value }) => [local, value]))
}

const wordsOf = (error: Error) => error.message.replace(/^\d+:\d+: /, '').slice(0, 120)

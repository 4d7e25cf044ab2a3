import { createHash } from 'node:crypto'
import { type Edition, type Group, messageTypes } from '#parts/trade/ceb/schema.ts'

/** What a document says, by the names of its edition's fields; what the edition does not know is left out. */
export type Said = Record<string, string>

export interface DocumentSaid {
  said: Said
  lines: readonly Said[]
}

const envelope: Said = {
  ...{ copCode: '4101989999', copName: '演示报文传输企业', dxpMode: 'DXP', dxpId: 'DXPENT0000000001' },
}

const signature =
  '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignatureValue>ZGVtb25zdHJhdGlvbg==</SignatureValue></Signature>'

/** The text of a message, its elements in the order of the edition; indented as platforms send them, so that places can be found by eye. */
export function messageText(
  edition: Edition,
  number: string,
  name: string,
  documents: readonly DocumentSaid[],
): string {
  const root = `CEB${number}Message`
  const { group } = messageTypes(edition).get(root)!
  const [kind] = group.fields
  const inner = kind!.group!
  const all = documents.map(({ said, lines }) => tagged(kind!.name, elements(inner, said, lines, 4), 2))
  const transferring = group.fields.find(({ name: field }) => field === 'BaseTransfer')?.group
  // Receipts carry no envelope of a sender.
  const transfer = transferring ? tagged('BaseTransfer', elements(transferring, envelope, [], 4), 2) : ''
  const signed = group.fields.some(({ name: field, least }) => field === 'Signature' && least > 0)
    ? `  ${signature}\n`
    : ''
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.chinaport.gov.cn/ceb" guid="${guidOf(name)}" version="1.0">\n`
  return `${head}${all.join('')}${transfer}${signed}</${root}>\n`
}

/** An identifier that is the same for the same name. */
export function guidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex').toUpperCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

function elements(group: Group, said: Said, lines: readonly Said[], depth: number): string {
  return group.fields
    .flatMap(({ name, group: inner }) => {
      if (inner && name.endsWith('List'))
        return lines.map((line) => tagged(name, elements(inner, line, [], depth + 2), depth))
      if (inner) return [tagged(name, elements(inner, said, lines, depth + 2), depth)]
      const value = said[name]
      return value === undefined ? [] : [`${' '.repeat(depth)}<${name}>${escaped(value)}</${name}>\n`]
    })
    .join('')
}

const tagged = (name: string, inner: string, depth: number) =>
  `${' '.repeat(depth)}<${name}>\n${inner}${' '.repeat(depth)}</${name}>\n`

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

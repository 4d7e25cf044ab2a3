import { type Element, textIn } from './element.ts'

/** The transport node's envelope around a message: who sent it under which number; the message itself is in it as base64. */
export interface Transport {
  copMsgId: string
  senderId: string
  messageType: string
}

/** Whether a root is that of a transport envelope (DxpMsg), or of a server's around it (DxpMsgSv). */
export const isTransport = (root: string) => root === 'DxpMsg' || root === 'DxpMsgSv'

/** What an element under the envelope's root brings: its head, or the message's text in base64. */
export function transported(element: Element): { transport?: Transport; content?: string } {
  if (element.name === 'Data') return { content: element.text }
  if (element.name === 'TransInfo') return { transport: headOf(element) }
  if (element.name !== 'DxpMsg') return {}
  const head = element.children.find(({ name }) => name === 'TransInfo')
  const data = element.children.find(({ name }) => name === 'Data')
  return { ...(head ? { transport: headOf(head) } : {}), ...(data ? { content: data.text } : {}) }
}

/** The bytes of the message; null where the text is no base64. */
export function contentOf(base64: string): Uint8Array | null {
  const plain = base64.replaceAll(/\s/g, '')
  if (plain === '' || plain.length % 4 === 1 || !/^[A-Za-z0-9+/]*={0,2}$/.test(plain)) return null
  return Buffer.from(plain, 'base64')
}

function headOf(head: Element): Transport {
  return {
    copMsgId: textIn(head, 'CopMsgId'),
    senderId: textIn(head, 'SenderId'),
    messageType: textIn(head, 'MsgType'),
  }
}

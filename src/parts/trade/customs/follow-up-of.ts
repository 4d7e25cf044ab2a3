import { childrenOf, type Element, textIn } from '../ceb/element.ts'
import type { CebDocument } from '../ceb/message-reader.ts'
import type { MessageType } from '../ceb/schema.ts'
import type { About, FollowUp, FollowUpKind, FollowUpSaid, TaxBill } from './follow-up.ts'
import { maskPersons } from './mask-persons.ts'

const kinds: Record<string, readonly [FollowUpKind, About]> = {
  ...{ '312': ['receipt', 'order'], '304': ['receipt', 'order'] },
  ...{ '412': ['receipt', 'payment'], '404': ['receipt', 'payment'] },
  ...{ '512': ['receipt', 'waybill'], '506': ['receipt', 'waybill'], '514': ['receipt', 'waybill'] },
  '513': ['waybill-status', 'waybill'],
  ...{ '507': ['arrival', 'waybill'], '509': ['departure', 'waybill'] },
  ...{ '622': ['receipt', 'list'], '604': ['receipt', 'list'] },
  ...{ '623': ['cancellation', 'list'], '605': ['cancellation', 'list'] },
  ...{ '624': ['receipt', 'cancellation'], '606': ['receipt', 'cancellation'] },
  ...{
    '625': ['return', 'list'],
    '213': ['return', 'list'],
    '626': ['receipt', 'return'],
    '214': ['receipt', 'return'],
  },
  ...{ '816': ['tax-bill', 'list'], '818': ['tax-status', 'list'], '900': ['format-error', 'message'] },
}

/**
 * A document that follows others as the register keeps it, one for each waybill where it speaks of several (507, 509). Persons that a text names
 * are masked; nothing else of them is kept.
 */
export function followUpsIn(type: MessageType, { element }: CebDocument): FollowUp[] {
  const [kind, about] = kinds[type.number] ?? (['other', 'other'] as const)
  const head = element.children.find(({ name }) => /Head(?:Rd|Status)?$/.test(name)) ?? element
  const text = (name: string) => textIn(head, name)
  const status = text('returnStatus') || text('logisticsStatus') || text('status')
  const info = text('returnInfo')
  const one: FollowUp = {
    ...{ number: type.number, flow: type.flow, kind, about, platform: text('ebpCode'), orderNo: text('orderNo') },
    ...{ payer: text('payCode'), transactionNo: text('payTransactionId') || text('payNo') },
    ...{ carrier: text('logisticsCode'), waybillNo: text('logisticsNo'), seller: text('ebcCode') },
    ...{ copNo: text('copNo') || text('coElNo'), listNo: text('invtNo'), status, code: errorIn(status, info) },
    guid: kind === 'format-error' ? text('oriCopMsgId') || text('guid') : text('guid'),
    saidAt: timeOf(text('returnTime') || text('logisticsTime') || text('leaveTime') || text('appTime')),
    info: maskPersons(info),
    said: saidOf(kind, element, head),
  }
  if (kind !== 'arrival' && kind !== 'departure') return [one]
  const lines = element.children.filter(({ name }) => name.endsWith('List'))
  const told = new Set(lines.map((line) => textIn(line, 'logisticsNo')))
  return told.size === 0 ? [one] : [...told].map((waybillNo) => ({ ...one, waybillNo }))
}

function saidOf(kind: FollowUpKind, element: Element, head: Element): FollowUpSaid {
  const reason = maskPersons(textIn(head, 'reason'))
  const sentAt = textIn(head, 'appTime')
  if (kind === 'cancellation') return { reason, sentAt }
  if (kind === 'tax-bill') return { bill: billOf(element, head) }
  if (kind !== 'return') return {}
  const lines = childrenOf(element, 'InvtRefundList').map((line) => ({
    ...{ number: textIn(line, 'gnum'), code: textIn(line, 'gcode') },
    ...{ name: textIn(line, 'gname'), quantity: textIn(line, 'qty') },
  }))
  return { reason, sentAt, lines }
}

function billOf(element: Element, head: Element): TaxBill {
  const taxes = (of: Element) => ({
    ...{ duty: textIn(of, 'customsTax'), valueAdded: textIn(of, 'valueAddedTax') },
    consumption: textIn(of, 'consumptionTax'),
  })
  const lines = element.children.filter(({ name }) => name.startsWith('TaxList'))
  return {
    ...{ number: textIn(head, 'taxNo'), ...taxes(head) },
    lines: lines.map((line) => ({ value: textIn(line, 'taxPrice'), ...taxes(line) })),
  }
}

/** A state below nothing is the error itself; else the text may name it: `[Code:-621018;Desc:…]`. */
function errorIn(status: string, info: string): string {
  if (/^-\d{5,6}$/.test(status)) return status
  return /(?<!\d)-\d{5,6}(?!\d)/.exec(info)?.[0] ?? ''
}

/** Seventeen digits, so that times of fourteen and seventeen sort as one. */
function timeOf(text: string): string {
  const digits = text.replaceAll(/\D/g, '').slice(0, 17)
  return digits === '' ? '' : digits.padEnd(17, '0')
}

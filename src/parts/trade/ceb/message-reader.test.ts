import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MessageReader, type MessageReading, type ReadOptions } from './message-reader.ts'

fc.configureGlobal({ seed: 2018 })

const guid = '4CDE1CFD-EDED-46B1-946C-B8022E42FC94'
const fields = (of: Record<string, string>) =>
  Object.entries(of)
    .map(([name, value]) => `<ceb:${name}>${value}</ceb:${name}>`)
    .join('')

const paymentHead = {
  ...{ guid, appType: '1', appTime: '20180628101500', appStatus: '2' },
  ...{ payCode: '4101980001', payName: '中原示范支付', payTransactionId: 'T-1', orderNo: 'O-1' },
  ...{ ebpCode: '4101980002', ebpName: '中原示范平台', payerIdType: '1', payerIdNumber: '41010119900101001X' },
  ...{ payerName: '甲', amountPaid: '199.00', currency: '142', payTime: '20180628101455' },
}
const transfer = fields({ copCode: '4101980001', copName: '中原示范支付', dxpMode: 'DXP', dxpId: 'DXPENT0000000001' })

function payment(head: Record<string, string> = paymentHead, around = { before: '', after: '' }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${around.before}<ceb:CEB411Message guid="${guid}" version="1.0"
    xmlns:ceb="http://www.chinaport.gov.cn/ceb"><ceb:Payment><ceb:PaymentHead>${fields(head)}</ceb:PaymentHead></ceb:Payment>
    <ceb:BaseTransfer>${transfer}</ceb:BaseTransfer>${around.after}</ceb:CEB411Message>`
}

function readWhole(text: string, options: ReadOptions = {}): MessageReading & { names: string[] } {
  const names: string[] = []
  const reader = new MessageReader({ ...options, take: ({ name }) => names.push(name) })
  reader.write(text)
  return { ...reader.end(), names }
}

const told = ({ departures }: MessageReading) => departures.map(({ code, path }) => `${code} ${path}`)
const at = 'CEB411Message/Payment[1]/PaymentHead'

describe('a payment message', () => {
  test('that keeps to the edition has nothing against it', () => {
    const read = readWhole(payment())
    expect(read).toMatchObject({ edition: '2022', guid, documents: 1, departed: 0, broken: null, names: ['Payment'] })
    expect(read.type).toMatchObject({ number: '411', flow: 'import' })
  })

  test.each<[string, Record<string, string>, string[]]>([
    ['a name too long', { ebpName: '平'.repeat(101) }, [`too-long ${at}/ebpName`]],
    ['an amount in words', { amountPaid: '一百' }, [`no-number ${at}/amountPaid`]],
    ['six decimals', { amountPaid: '1.000001' }, [`too-many-decimals ${at}/amountPaid`]],
    ['zeros behind the fifth decimal', { amountPaid: '1.500000' }, []],
    ['fifteen digits before five', { amountPaid: '123456789012345.12345' }, [`too-many-digits ${at}/amountPaid`]],
    ['a currency that import does not allow', { currency: '502' }, [`not-stated-value ${at}/currency`]],
    ['a thirteenth month', { payTime: '20181301000000' }, [`no-time ${at}/payTime`]],
    ['30 February', { payTime: '20180230000000' }, [`no-time ${at}/payTime`]],
    ['a guid in small letters', { guid: guid.toLowerCase() }, [`guid-lower-case ${at}/guid`]],
  ])('with %s', (_, wrong, expected) => {
    expect(told(readWhole(payment({ ...paymentHead, ...wrong })))).toEqual(expected)
  })

  test('whose fields change places, are missing, unknown or doubled is named for it, and still taken', () => {
    const { ebpName, ...without } = paymentHead
    const read = readWhole(payment({ ...without, ebpName, colour: 'red' }))
    expect(told(read)).toEqual([`wrong-order ${at}/ebpName`, `unknown-element ${at}/colour`])
    expect(told(readWhole(payment(without)))).toEqual([`missing-element ${at}/ebpName`])
    const twice = `<ceb:BaseTransfer>${transfer}</ceb:BaseTransfer>`
    expect(told(readWhole(payment(paymentHead, { before: '', after: twice })))).toEqual([
      'repeated-element CEB411Message/BaseTransfer',
    ])
    expect(read.names).toEqual(['Payment'])
  })

  test('in another namespace, under another prefix or none, is read, and what is wrong of it said', () => {
    expect(readWhole(payment().replaceAll('ceb:', 'x:')).departed).toBe(0)
    const foreign = readWhole(payment().replace('chinaport.gov.cn/ceb', 'example.org'))
    expect(foreign.departures[0]).toMatchObject({ code: 'wrong-namespace', path: 'CEB411Message' })
    expect(foreign.names).toEqual(['Payment'])
    expect(told(readWhole(payment().replaceAll('CEB411Message', 'CEB411')))).toEqual(['wrong-root CEB411'])
  })

  test('with a signature of any making is read as signed', () => {
    const signature = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><a><b>c</b></a></Signature>'
    expect(readWhole(payment(paymentHead, { before: '', after: signature }))).toMatchObject({
      signed: true,
      departed: 0,
    })
  })
})

describe('what cannot be read', () => {
  test.each<[string, string, string]>([
    [
      'billion laughs',
      payment(paymentHead, { before: '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>', after: '' }),
      'doctype',
    ],
    ['another root', '<invoice/>', 'unknown-root'],
    ['no XML', 'guid,orderNo\n1,2', 'not-xml'],
    ['nothing', '', 'empty'],
    ['an entity nobody declared', payment({ ...paymentHead, payerName: '&boom;' }), 'not-xml'],
    ['a thousand levels', payment({ ...paymentHead, note: '<x>'.repeat(1000) }), 'too-deep'],
  ])('%s ends in its reason', (_, text, code) => {
    expect(readWhole(text).broken).toMatchObject({ code })
  })

  test('a message cut in the middle keeps the documents before the cut', () => {
    const whole = payment()
    const read = readWhole(whole.slice(0, whole.indexOf('<ceb:BaseTransfer>') + 30))
    expect(read).toMatchObject({ documents: 1, broken: { code: 'cut' } })
  })

  test('however a message is torn, reading ends without a fault', () => {
    const whole = payment()
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(200), fc.string({ maxLength: 20 }), (from, length, instead) => {
        readWhole(whole.slice(0, from) + instead + whole.slice(from + length))
      }),
    )
  })

  test('text may come in any pieces', () => {
    const whole = payment()
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 8 }), (cuts) => {
        const reader = new MessageReader()
        const places = [0, ...cuts.toSorted((a, b) => a - b), whole.length]
        for (const [i, place] of places.entries()) reader.write(whole.slice(places[i - 1] ?? 0, place))
        expect(reader.end()).toMatchObject({ documents: 1, departed: 0, broken: null })
      }),
    )
  })
})

const samples = new URL('../../../../../shared/ceb/samples/', import.meta.url)

describe.runIf(existsSync(samples))('the published samples of the 2018 edition', () => {
  test.each(existsSync(samples) ? readdirSync(samples) : [])('%s keeps to its schema', (file) => {
    const read = readWhole(readFileSync(new URL(file, samples), 'utf8').replace(/^\uFEFF/, ''), { edition: '2018' })
    expect(read).toMatchObject({ broken: null, type: { root: file.replace('.xml', '') } })
    expect(read.departures.filter(({ against }) => against === 'schema')).toEqual([])
    expect(read.documents).toBeGreaterThan(0)
  })
})

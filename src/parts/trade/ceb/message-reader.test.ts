import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakWords, departureWords } from './departure-words.ts'
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

  test.each([['http://www.w3.org/2000/09/xmldsig#rsa-sha1'], ['http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3']])(
    'signed by %s is read, and the algorithm told',
    (algorithm) => {
      const signature = `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:SignatureMethod Algorithm="${algorithm}"/></ds:SignedInfo></ds:Signature>`
      const read = readWhole(payment(paymentHead, { before: '', after: signature }))
      expect(read).toMatchObject({ signed: true, signature: algorithm, departed: 0 })
    },
  )

  test('with a signature of any making is read as signed', () => {
    const signature = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><a><b>c</b></a></Signature>'
    expect(readWhole(payment(paymentHead, { before: '', after: signature }))).toMatchObject({
      signed: true,
      departed: 0,
    })
  })
})

describe('codes of customs', () => {
  const order = (head: Record<string, string>, line: Record<string, string>) =>
    `<CEB303Message xmlns="http://www.chinaport.gov.cn/ceb" guid="${guid}" version="1.0"><Order><OrderHead>${fields(head)}</OrderHead><OrderList>${fields(line)}</OrderList></Order></CEB303Message>`.replaceAll(
      'ceb:',
      '',
    )
  test.each([
    ['currency', 'USD', 'unknown-currency', '502 美元'],
    ['currency', '840', 'unknown-currency', '502 美元'],
    ['currency', '520', 'unknown-currency', '502 美元'],
    ['currency', '142', undefined, undefined],
    ['currency', '999', 'unknown-currency', '—'],
  ])('%s %s', (name, value, code, wanted) => {
    const found = readWhole(order({ [name]: value }, {})).departures.find(
      ({ code }) => code.startsWith('unknown-') && code.endsWith(name),
    )
    expect(found?.code).toBe(code)
    expect(found?.wanted).toBe(wanted)
  })
})

describe('goods', () => {
  const goods = (lines: readonly [string, string, string, string][]) =>
    `<CEB311Message xmlns="http://www.chinaport.gov.cn/ceb" guid="${guid}" version="1.0"><Order>${lines
      .map(([gnum, qty, price, totalPrice]) => `<OrderList>${fields({ gnum, qty, price, totalPrice })}</OrderList>`)
      .join('')}</Order></CEB311Message>`.replaceAll('ceb:', '')
  const ofLines = (text: string) =>
    readWhole(text)
      .departures.filter(({ code }) => code.startsWith('line-'))
      .map(({ code, path, found, wanted }) => `${code} ${path} ${found} ${wanted}`)

  test('whose total is not quantity times price, or whose number comes twice, are named', () => {
    const at = 'CEB311Message/Order[1]/OrderList[2]'
    expect(
      ofLines(
        goods([
          ['1', '1', '5', '5'],
          ['2', '200', '10', '12000'],
        ]),
      ),
    ).toEqual([`line-sum ${at}/totalPrice 12000 2000`])
    expect(
      ofLines(
        goods([
          ['1', '1', '5', '5'],
          ['1', '2', '10', '20'],
        ]),
      ),
    ).toEqual([`line-number-repeated ${at}/gnum 1 2`])
  })

  test('whose price was rounded are left in peace', () => {
    expect(
      ofLines(
        goods([
          ['1', '3', '3.33', '10'],
          ['2', '7', '14.28571', '100.00'],
        ]),
      ),
    ).toEqual([])
  })
})

describe('a transport envelope', () => {
  const wrapped = (
    content: string,
  ) => `<dxp:DxpMsg xmlns:dxp="http://www.chinaport.gov.cn/dxp" ver="1.0"><dxp:TransInfo><dxp:CopMsgId>M-1</dxp:CopMsgId>
    <dxp:SenderId>DXPENT0000000001</dxp:SenderId><dxp:MsgType>CEB411Message</dxp:MsgType></dxp:TransInfo><dxp:Data>${content}</dxp:Data></dxp:DxpMsg>`
  const base64 = (text: string) => Buffer.from(text).toString('base64')

  test('is opened and told, alone or in that of a server', () => {
    const message = wrapped(base64(payment()).replaceAll(/(.{76})/g, '$1\n'))
    for (const text of [
      message,
      `<DxpMsgSv xmlns="http://www.chinaport.gov.cn/dxp" ver="1.0"><SvNo/>${message}</DxpMsgSv>`,
    ]) {
      const read = readWhole(text)
      expect(read).toMatchObject({ documents: 1, departed: 0, broken: null, names: ['Payment'] })
      expect(read.transport).toEqual({ copMsgId: 'M-1', senderId: 'DXPENT0000000001', messageType: 'CEB411Message' })
    }
  })

  test.each([
    ['no Base64', '报文', 'no-base64'],
    ['nothing', '', 'no-base64'],
    ['another envelope', base64(wrapped(base64(payment()))), 'unknown-root'],
    ['billion laughs', base64('<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'), 'doctype'],
    ['bytes that are no text', Buffer.from([0x3c, 0x61, 0x3e, 0xff]).toString('base64'), 'encoding'],
  ])('with %s in it ends in its reason', (_, content, code) => {
    expect(readWhole(wrapped(content)).broken).toMatchObject({ code })
  })
})

test('every reason and departure has words and a cure in both languages', () => {
  const texts = [...Object.values(departureWords), ...Object.values(breakWords)]
  for (const { problem, cure } of texts)
    for (const words of [problem.zh, problem.en, cure?.zh, cure?.en]) expect(words).toMatch(/\S{2,}/)
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

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { readMessages } from './message-files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-messages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const cancelled = (words: string) => `<CEB900Message xmlns="http://www.chinaport.gov.cn/ceb" version="1.0"
  guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94"><MessageReturn><guid>4CDE1CFD-EDED-46B1-946C-B8022E42FC94</guid>
  <returnStatus>-1</returnStatus><returnTime>20180628101500000</returnTime><returnInfo>${words}</returnInfo></MessageReturn></CEB900Message>`

async function readAll(bytes: Uint8Array) {
  const file = path.join(folder, 'messages')
  writeFileSync(file, bytes)
  const said: string[] = []
  const take = ({ element }: { element: { children: { name: string; text: string }[] } }) =>
    said.push(element.children.find(({ name }) => name === 'returnInfo')?.text ?? '')
  const names: string[] = []
  for await (const { name, reading } of readMessages({ path: file, name: 'messages' }, () => ({ take })))
    names.push(`${name} ${reading.broken?.code ?? reading.documents}`)
  return { said, names }
}

const utf8 = (text: string) => new TextEncoder().encode(text)

test('a zip gives its messages one by one, and what is no message is passed by', async () => {
  const zip = zipSync({
    'a/one.xml': utf8(cancelled('甲')),
    'two.XML': utf8(cancelled('乙')),
    'broken.xml': utf8('<CEB900Message'),
    'read me.txt': utf8('x'),
  })
  const { said, names } = await readAll(zip)
  expect(said).toEqual(['甲', '乙'])
  expect(names).toEqual(['messages/a/one.xml 1', 'messages/two.XML 1', 'messages/broken.xml cut'])
})

test('a message is read in the encoding that it declares', async () => {
  const marked = utf8(`\uFEFF<?xml version="1.0" encoding="UTF-8"?>${cancelled('退单')}`)
  expect((await readAll(marked)).said).toEqual(['退单'])
  const [before, after] = `<?xml version="1.0" encoding="GBK"?>${cancelled('|')}`.split('|') as [string, string]
  const gbk = new Uint8Array([...utf8(before), 0xcd, 0xcb, 0xb5, 0xa5, ...utf8(after)])
  expect((await readAll(gbk)).said).toEqual(['退单'])
})

test('bytes that are no text of the declared encoding end the message with the reason, never in other letters', async () => {
  const [before, after] = cancelled('|').split('|') as [string, string]
  const { said, names } = await readAll(new Uint8Array([...utf8(before), 0xff, 0xfe, ...utf8(after)]))
  expect(said).toEqual([])
  expect(names).toEqual(['messages encoding'])
})

test('a folder is no file', async () => {
  const reading = readMessages({ path: folder, name: 'folder' }, () => ({}))
  await expect(reading.next()).rejects.toMatchObject({ code: 'trade/message-missing' })
})

test('a zip that is cut, or that would unpack to far too much, is refused with its name', async () => {
  const zip = zipSync({ 'one.xml': utf8(cancelled('甲')) })
  await expect(readAll(zip.subarray(0, zip.length - 40))).rejects.toMatchObject({ code: 'trade/archive-cut' })
  const bomb = zipSync({ 'one.xml': new Uint8Array(30_000_000) }, { level: 9 })
  await expect(readAll(bomb)).rejects.toMatchObject({ code: 'trade/archive-bomb', details: { entry: 'one.xml' } })
})

test('an archive in the archive is named, and the messages beside it are read', async () => {
  const inner = zipSync({ 'one.xml': utf8(cancelled('甲')) })
  const { said, names } = await readAll(zipSync({ 'inner.zip': inner, 'two.xml': utf8(cancelled('乙')) }))
  expect(said).toEqual(['乙'])
  expect(names).toEqual(['messages/inner.zip nested-archive', 'messages/two.xml 1'])
})

test('an entry whose bytes are damaged is refused with the archive', async () => {
  const zip = zipSync({ 'one.xml': utf8(cancelled('甲'.repeat(500))) })
  const torn = zip.map((byte, place) => (place > 60 && place < 90 ? byte ^ 0xff : byte))
  await expect(readAll(torn)).rejects.toMatchObject({ code: 'trade/archive-cut', details: { entry: 'one.xml' } })
})

import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import type { CheckReport } from '../checking/report.ts'
import { pasteDraft } from '../drafts/read-draft.ts'
import { aliasesInForce, chooseIndicator, withdrawAlias } from './aliases.ts'
import { checkOf, checksUnsound, keptFileLimit, recordCheck } from './records.ts'
import { reportDocx } from './report-docx.ts'
import { notesOf } from './report-notes.ts'
import { textLimit } from './shapes.ts'
import { checksSound } from './soundness.ts'

const { house, ask, signedIn } = await testHouse({ zone: 'zhengzhou-2018' })
const work = house.workAs(everybody)
const text = '一、主要指标\n2018年上半年，地区生产总值331亿元，同比增长10%；固定资产投资165亿元。货场作业297列。'
const cookies = { clerk: '', port: '', viewer: '' }

beforeAll(async () => {
  cookies.clerk = await signedIn(['clerk'])
  cookies.port = await signedIn(['clerk'], 'PORT')
  cookies.viewer = await signedIn(['viewer'])
})

const post = (url: string, payload: object, cookie = cookies.clerk) => ask({ method: 'POST', url, payload, cookie })
const get = (url: string, cookie = cookies.clerk) => ask({ method: 'GET', url, cookie })
const check = async (payload: object = { text }, cookie = cookies.clerk) =>
  (await post('/api/bulletins/checks/text', payload, cookie)).body as unknown as CheckReport
const verdictsOf = ({ findings }: CheckReport) => findings.map(({ claim, verdict }) => [claim.text, verdict])

function upload(url: string, name: string, bytes: Uint8Array, cookie = cookies.clerk) {
  const head = `--edge\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--edge--\r\n')])
  return ask({
    method: 'POST',
    url,
    payload,
    cookie,
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
  })
}

describe('a text on the desk', () => {
  test('is told right, wrong and not checked, and nothing is kept', async () => {
    const before = (await get('/api/bulletins/checks')).body['total']
    expect(verdictsOf(await check())).toEqual([
      ['331亿元', 'matched'],
      ['10%', 'matched'],
      ['165亿元', 'contradicted'],
      ['297列', 'not-bound'],
    ])
    expect((await get('/api/bulletins/checks')).body['total']).toBe(before)
  })

  test('the correction that is offered makes it right', async () => {
    const { findings } = await check()
    const wrong = findings.find(({ verdict }) => verdict === 'contradicted')!
    const { start, text: said } = wrong.claim
    const mended = text.slice(0, start) + wrong.correction + text.slice(start + said.length)
    expect(verdictsOf(await check({ text: mended }))[2]).toEqual(['156亿元', 'matched'])
  })

  test.each([
    ['no words', { text: ' \n ' }, 422, 'bulletins/check-empty'],
    ['too many', { text: '增长5%。'.repeat(textLimit / 5 + 1) }, 413, 'bulletins/check-text-long'],
    ['half a character', { text: '增长\ud8005%' }, 400, 'kernel/text-not-kept'],
    ['a NUL', { text: '增长\u00005%' }, 400, 'kernel/text-not-kept'],
    ['no such unit', { text, area: 'NOWHERE' }, 404, 'org/unit-unknown'],
    ['no such period', { text, period: 'last May' }, 422, 'period/unreadable'],
    [
      'blocks past its end',
      { text, blocks: [{ kind: 'paragraph', start: 0, end: 9000 }] },
      422,
      'bulletins/check-blocks',
    ],
    [
      'blocks that overlap',
      { text, blocks: [0, 2].map((start) => ({ kind: 'paragraph', start, end: 6 })) },
      422,
      'bulletins/check-blocks',
    ],
  ])('%s: refused with words', async (_, payload, status, code) => {
    const answer = await post('/api/bulletins/checks/text', payload)
    expect([answer.status, answer.body['code']]).toEqual([status, code])
  })

  test('a clerk of the port may not check against the whole zone', async () => {
    const { status, body } = await post('/api/bulletins/checks/text', { text, area: 'ZONE' }, cookies.port)
    expect([status, body['code']]).toEqual([403, 'org/outside-scope'])
  })
})

describe('a choice of indicator', () => {
  const phrase = '货场作业'
  const inForce = (area: string) => read(work, (tx) => aliasesInForce(tx, area))

  test('binds the words in later checks, says who chose, and ends when it is withdrawn', async () => {
    const chosen = await post('/api/bulletins/aliases', {
      phrase,
      indicator: 'trains.count',
      example: '货场作业297列',
    })
    expect(chosen.status).toBe(200)
    const bound = (await check()).findings.at(-1)!
    expect([bound.indicator, bound.boundBy]).toEqual(['trains.count', 'alias'])
    const { aliases } = (await get('/api/bulletins/aliases')).body as { aliases: Record<string, unknown>[] }
    expect(aliases[0]).toMatchObject({ phrase, indicator: 'trains.count', unit: 'ZONE', mine: true })
    const id = chosen.body['id']
    expect((await ask({ method: 'DELETE', url: `/api/bulletins/aliases/${id}`, cookie: cookies.port })).status).toBe(
      403,
    )
    expect((await ask({ method: 'DELETE', url: `/api/bulletins/aliases/${id}`, cookie: cookies.clerk })).status).toBe(
      200,
    )
    expect((await ask({ method: 'DELETE', url: `/api/bulletins/aliases/${id}`, cookie: cookies.clerk })).status).toBe(
      404,
    )
    expect((await check()).findings.at(-1)!.verdict).toBe('not-bound')
  })

  test('holds in its unit and below; the nearest unit has its own way', async () => {
    await write(work, (tx) => chooseIndicator(tx, { phrase, indicator: 'gdp', unit: 'ZONE' }))
    const { id } = await write(work, (tx) => chooseIndicator(tx, { phrase, indicator: 'trains.count', unit: 'PORT' }))
    expect([(await inForce('ZONE')).get(phrase), (await inForce('PORT')).get(phrase)]).toEqual(['gdp', 'trains.count'])
    expect((await inForce('STAT')).get(phrase)).toBe('gdp')
    await write(work, (tx) => withdrawAlias(tx, id))
    expect((await inForce('PORT')).get(phrase)).toBe('gdp')
  })

  test('the same choice again is the same alias; another ends the one before', async () => {
    const choose = (indicator: string) =>
      write(work, (tx) => chooseIndicator(tx, { phrase: '外资', indicator, unit: 'ZONE' }))
    const first = await choose('gdp')
    expect(await choose('gdp')).toEqual(first)
    expect(await choose('retail.sales')).not.toEqual(first)
    expect((await inForce('ZONE')).get('外资')).toBe('retail.sales')
    const { rows } = await house.pool.query(`select withdrawn_by from claim_aliases where id = ${first.id}`)
    expect(rows[0].withdrawn_by).toBe('everybody')
  })

  test('is never rewritten', async () => {
    const { id } = await write(work, (tx) => chooseIndicator(tx, { phrase: '内资', indicator: 'gdp', unit: 'ZONE' }))
    for (const deed of [
      `update claim_aliases set indicator = 'x' where id = ${id}`,
      `update claim_aliases set withdrawn_at = now(), withdrawn_by = '', withdrawn_by_id = '', phrase = 'x' where id = ${id}`,
      `delete from claim_aliases where id = ${id}`,
      'truncate claim_aliases',
    ]) {
      await expect(house.pool.query(deed), deed).rejects.toThrow('never changed')
    }
  })

  test('an indicator that is not in the catalogue is refused', async () => {
    const { status, body } = await post('/api/bulletins/aliases', { phrase, indicator: 'no.such' })
    expect([status, body['code']]).toEqual([404, 'bulletins/alias-indicator'])
  })
})

describe('a check that is signed off', () => {
  let id: number
  beforeAll(async () => {
    id = (await post('/api/bulletins/checks', { text, name: '半年通报稿' })).body['id'] as number
  })

  test('stays readable with its text, report, counts and checksum; a viewer reads it and cannot make one', async () => {
    const { status, body } = await get(`/api/bulletins/checks/${id}`, cookies.viewer)
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: '半年通报稿', area: 'ZONE', hasFile: false, counts: { contradicted: 1 } })
    expect((body['report'] as CheckReport).text).toBe(text)
    expect(body['textSha256']).toMatch(/^[0-9a-f]{64}$/)
    expect((await post('/api/bulletins/checks', { text }, cookies.viewer)).status).toBe(403)
    const list = (await get('/api/bulletins/checks', cookies.viewer)).body as { checks: { id: number }[] }
    expect(list.checks.map((one) => one.id)).toContain(id)
  })

  test.each(['check_records', 'check_files'])('%s is never changed, deleted or emptied', async (table) => {
    await write(work, async (tx) => {
      const { report } = await checkOf(tx, id)
      return recordCheck(tx, { report: { ...report, format: 'docx' }, file: { bytes: Buffer.from('a file') } })
    })
    for (const deed of [`delete from ${table}`, `truncate ${table} cascade`, `update ${table} set sha256 = sha256`]) {
      await expect(house.pool.query(deed), deed).rejects.toThrow('never changed')
    }
  })

  test('is known by its hash', async () => {
    expect(await read(work, checksUnsound)).toEqual([])
    const client = await house.pool.connect()
    try {
      await client.query('begin')
      await client.query('alter table check_records disable trigger user')
      await client.query(`update check_records set text = text || '。' where id = ${id}`)
      await client.query('commit')
      expect(await read(work, checksUnsound)).toEqual([id])
      expect((await checksSound(work))[0]).toMatchObject({ well: false })
      await client.query(`update check_records set text = left(text, -1) where id = ${id}`)
      await client.query('alter table check_records enable trigger user')
    } finally {
      client.release()
    }
    expect((await checksSound(work))[0]).toMatchObject({ well: true })
  })

  test('every write is in the audit chain', async () => {
    const { rows } = await house.pool.query(`select distinct action from audit_entries where action like 'bulletins/%'`)
    const deeds = rows.map(({ action }) => action)
    for (const deed of ['record-check', 'choose-indicator', 'withdraw-alias'])
      expect(deeds).toContain(`bulletins/${deed}`)
  })

  test.each(['0', '-1', '999999'])('number %s is not there', async (number) => {
    expect((await get(`/api/bulletins/checks/${number}`)).status).toBeGreaterThanOrEqual(400)
    expect((await get(`/api/bulletins/checks/${number}/document`)).status).toBeGreaterThanOrEqual(400)
  })
})

describe('the report as a file', () => {
  test('is a Word file with a comment at every figure that is not right', async () => {
    const report = await check()
    const notes = notesOf(report, new Map(), 'zh')
    expect(notes.map(({ start, end }) => text.slice(start, end))).toEqual(['165亿元', '297列'])
    const closing = ['核对小结']
    const bytes = await reportDocx({ report, notes, closing, author: '经开核对', at: new Date(0), locale: 'zh' })
    const files = unzipSync(bytes)
    const [body, comments] = ['word/document.xml', 'word/comments.xml'].map((file) => strFromU8(files[file]!))
    expect(wordsIn(body!)).toContain(text.replaceAll('\n', ''))
    expect(wordsIn(body!)).toContain('核对小结')
    expect(wordsIn(comments!)).toContain('应为：156亿元')
    expect([...body!.matchAll(/<w:commentRangeStart/g)]).toHaveLength(2)
  })

  test('comes over the door as Word and as JSON', async () => {
    const word = await post('/api/bulletins/checks/text/document', { text })
    expect([word.status, word.text.slice(0, 2)]).toEqual([200, 'PK'])
    const json = await post('/api/bulletins/checks/text/document?format=json', { text })
    expect((json.body['claims'] as { verdict: string }[]).map(({ verdict }) => verdict)).toContain('contradicted')
  })
})

describe('a file on the desk', () => {
  test('is read, checked and signed off with its own bytes', async () => {
    const bytes = await wordFile()
    const report = (await upload('/api/bulletins/checks/file', '通报.docx', bytes)).body as unknown as CheckReport
    expect(report.format).toBe('docx')
    expect(verdictsOf(report)).toContainEqual(['165亿元', 'contradicted'])
    const kept = await upload('/api/bulletins/checks/file/record', '通报.docx', bytes)
    const original = await get(`/api/bulletins/checks/${kept.body['id']}/document?format=original`)
    expect([original.status, original.text.slice(0, 2)]).toEqual([200, 'PK'])
    const commented = await get(`/api/bulletins/checks/${kept.body['id']}/document`)
    expect([commented.status, commented.text.slice(0, 2)]).toEqual([200, 'PK'])
    expect((await upload('/api/bulletins/checks/file/document', '通报.docx', bytes)).status).toBe(200)
  })

  test('a changed text of a file keeps its blocks', async () => {
    const report = (await upload('/api/bulletins/checks/file', '通报.docx', await wordFile()))
      .body as unknown as CheckReport
    const { text: words, blocks, format, name } = report
    const again = await check({ text: words, blocks, format, name })
    expect(verdictsOf(again)).toEqual(verdictsOf(report))
    expect(again.format).toBe('docx')
  })

  test.each([
    ['picture.docx', Buffer.from('GIF89a')],
    ['broken.docx', Buffer.from('PK\u0003\u0004 broken')],
    ['empty.txt', Buffer.alloc(0)],
  ])('%s is refused with words, never a fault', async (name, bytes) => {
    const { status, body } = await upload('/api/bulletins/checks/file', name, bytes)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(body['detail']).toMatch(/[\u4e00-\u9fff]/)
  })

  test('one that is too large is refused', async () => {
    const { status, body } = await upload(
      '/api/bulletins/checks/file',
      'large.txt',
      Buffer.alloc(keptFileLimit + 1, 48),
    )
    expect([status, body['code']]).toEqual([413, 'bulletins/check-file-large'])
    const long = Buffer.from('增长5%。'.repeat(textLimit / 5 + 1))
    expect((await upload('/api/bulletins/checks/file', 'long.txt', long)).body['code']).toBe(
      'bulletins/check-text-long',
    )
  })
})

/** A Word file with the text of this world, as the desk itself writes one. */
function wordFile(): Promise<Uint8Array> {
  const draft = pasteDraft(text)
  const report = { ...draft, findings: [] } as unknown as CheckReport
  return reportDocx({ report, notes: [], closing: [], author: 'x', at: new Date(0), locale: 'zh' })
}

const wordsIn = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, words]) => words).join('')

import { SaxesParser } from 'saxes'
import { expect } from 'vitest'
import { createAccount } from '#kernel/access/accounts.ts'
import { grantRole } from '#kernel/access/grants.ts'
import { makeProgramKey } from '#kernel/access/program-keys.ts'
import { type Tx, write } from '#kernel/db/work.ts'
import { testHouse } from '../house.ts'
import { openMattersWorld } from './matters.ts'
import { everybody } from './work.ts'

const ring = [
  ...[
    [113.7, 34.6],
    [113.9, 34.6],
    [113.9, 34.8],
    [113.7, 34.8],
    [113.7, 34.6],
  ],
]

export type Fields = Record<string, string | string[]>

/** The service on a small world of matters, with a key that opens it and one that does not. */
export async function open311World() {
  const { house, app } = await testHouse()
  const work = house.workAs(everybody)
  let key = ''
  let otherKey = ''
  await openMattersWorld(work)
  await write(work, async (tx) => {
    key = await keyFor(tx, 'gateway', ['portal/report-through'])
    otherKey = await keyFor(tx, 'customs', ['trade/declare'])
    for (const [kind, code] of [
      ['zone', '410171'],
      ['cell', '410171001101001'],
    ])
      await tx.client.query(
        `insert into boundaries (kind, code, unit_code, from_on, west, south, east, north, polygons)
         values ($1, $2, 'ZONE', '2010-01-01', 113.7, 34.6, 113.9, 34.8, $3)`,
        [kind, code, JSON.stringify([[ring]])],
      )
    await tx.client.query(
      `insert into open311_settings (jurisdiction, contact, key_service, batch, at)
       values ('zone.example', '{"zh": "联系", "en": "Contact"}', '{"zh": "密钥", "en": "Keys"}', '{C0101}', now())`,
    )
  })
  const get = async (url: string, language = 'en') => {
    const reply = await app.inject({ url: `/open311${url}`, headers: { 'accept-language': language } })
    return { status: reply.statusCode, type: reply.headers['content-type'], text: reply.body, headers: reply.headers }
  }
  const json = async (url: string) => JSON.parse((await get(url)).text)

  const form = (fields: Fields) => {
    const body = new URLSearchParams()
    for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value)
    return body.toString()
  }
  const post = async (url: string, fields: Fields, headers: Record<string, string> = {}) => {
    const reply = await app.inject({
      ...{ method: 'POST', url: `/open311/v2${url}`, payload: form(fields) },
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        'accept-language': 'en',
        ...headers,
      },
    })
    return { status: reply.statusCode, type: reply.headers['content-type'], text: reply.body }
  }
  const dust = (): Fields => ({
    ...{
      api_key: key,
      service_code: 'E0304',
      lat: '34.7',
      long: '113.8',
      description: 'Dust at the fence\nof the site',
    },
  })
  const sent = async (fields: Fields = {}, headers: Record<string, string> = {}): Promise<string> => {
    const { status, text } = await post('/requests.json', { ...dust(), ...fields }, headers)
    expect(status, text).toBe(200)
    return JSON.parse(text)[0].service_request_id
  }

  return { house, app, key, otherKey, get, json, post, dust, sent }
}

async function keyFor(tx: Tx, username: string, permissions: string[]): Promise<string> {
  const { id } = await createAccount(tx, { username, name: username, password: 'a long password of the test world' })
  await grantRole(tx, { user: id, role: 'clerk', unit: 'SUPERVISION' })
  const of = { userId: id, name: 'program', unit: 'SUPERVISION', root: 'SUPERVISION', permissions }
  return (await makeProgramKey(tx, of)).key
}

/** Elements of an XML answer as paths with their text; fails for anything that is not well formed. */
export function elements(xml: string): [string, string][] {
  const parser = new SaxesParser()
  const [open, found]: [string[], [string, string][]] = [[], []]
  let said = ''
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    open.push(name)
    said = ''
  })
  parser.on('text', (text) => {
    said += text
  })
  parser.on('closetag', () => {
    found.push([open.join('/'), said])
    open.pop()
    said = ''
  })
  parser.write(xml).close()
  return found
}

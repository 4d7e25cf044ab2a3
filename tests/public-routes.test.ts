import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import type { Endpoint } from '#kernel/http/endpoint.ts'
import { writeFirstBulletin } from '#parts/bulletins/bulletins.ts'
import { withdrawBulletin } from '#parts/bulletins/issue.ts'
import { catalogueOf, factsOf, type Indicator } from '#parts/indicators/indicators.ts'
import { choose } from '#parts/portal/choices.ts'
import { releaseFigures } from '#parts/portal/release.ts'
import { routesOf } from '../src/server.ts'
import { testHouse } from './house.ts'
import { everybody } from './world/work.ts'

const { house, app } = await testHouse({ zone: 'zhengzhou-2018' })
const work = house.workAs(everybody)
const endpoints = routesOf(house).map((route) => route.endpoint)
const open = endpoints.filter(({ permission, method }) => permission === 'public' && method === 'GET')

/** Never opened, printed in no open bulletin, named in no guide: what must not be found. */
const secret = await indicatorOf('parcels.value.import')
/** Open, with its latest half-year and everything that ends with it held back. */
const held = await indicatorOf('retail.sales')

const terms = { since: '2017-01-01', release: 'ended', delayDays: 0 } as const
await write(work, async (tx) => {
  const origin = 'page'
  // It was open once: what was let out then is in the place the public reads from.
  const about = { kind: 'indicator', subject: secret.code } as const
  await choose(tx, { subject: about, open: true, terms, reason: 'opened by mistake', origin })
})
await releaseFigures(work)
await write(work, async (tx) => {
  const origin = 'page'
  await choose(tx, { subject: { kind: 'indicator', subject: secret.code }, open: false, reason: 'closed', origin })
  await choose(tx, { subject: { kind: 'template', subject: 'half-year' }, open: false, reason: 'closed', origin })
  const later = { ...terms, delayDays: 15 }
  await choose(tx, {
    subject: { kind: 'indicator', subject: held.code },
    open: true,
    terms: later,
    reason: 'held',
    origin,
  })
})

/** What the guessing reader writes in every gap: the code in all its spellings, its names, wildcards, and nonsense beside. */
const guesses = [
  secret.code,
  secret.code.replaceAll('.', '_').toUpperCase(),
  secret.name.zh,
  secret.name.en,
  ...secret.aliases,
  ...[
    '*',
    'all',
    '1',
    'OPEN_FIGURES',
    'CL_INDICATOR',
    'codelist',
    'dataflow',
    'JK410171',
    '+',
    '...',
    'M...',
    'S.*.*.LEVEL',
  ],
]

const queries = [
  '',
  '?q={guess}',
  '?format=csv&includeHistory=true',
  '?includeHistory=true&detail=full',
  '?updatedAfter=2000-01-01T00:00:00Z&includeHistory=true',
  '?asOf=2099-01-01T00:00:00Z',
  '?references=all&detail=full',
  '?c[INDICATOR]={guess}',
  '?c[INDICATOR]=co:PARCELS&dimensionAtObservation=AllDimensions',
  '?language=en',
]

const labelled = 'application/vnd.sdmx.data+csv;version=2.0.0;labels=both;keys=both'

const named = ({ method, path }: Endpoint) => `${method} ${path}`
const values = await valuesOf(secret)
const heldValues = await valuesOf(held, ({ end }) => end > '2018-06-15')

describe('nothing that is not open is reached by any public address', () => {
  test('there is something to look for, and somewhere to look', () => {
    expect(open.length).toBeGreaterThan(20)
    expect(values.length).toBeGreaterThan(5)
    expect(heldValues.length).toBeGreaterThan(0)
    expect(secret.aliases.length + secret.name.zh.length).toBeGreaterThan(3)
  })

  test.each(open.map((endpoint) => [named(endpoint), endpoint] as const))('%s', async (_name, endpoint) => {
    for (const url of addressesOf(endpoint)) {
      for (const accept of url.startsWith(realData) ? ['*/*', labelled] : ['*/*']) {
        const reply = await app.inject({ url, headers: { accept, 'accept-language': 'en' } })
        expect(reply.statusCode, url).toBeLessThan(500)
        expectClean(reply.body, url)
      }
    }
  })
})

test('an indicator that is there and one that is not are told apart by no answer', async () => {
  const invented = 'gems.value.import'
  expect(invented.length).toBe(secret.code.length - 3)
  for (const endpoint of open) {
    const ask = async (code: string) => {
      const url = endpoint.path.replaceAll(/:\w+/g, encodeURIComponent(code))
      const { statusCode, body } = await app.inject({ url })
      return [statusCode, plain(body, code)]
    }
    expect(await ask(secret.code), named(endpoint)).toEqual(await ask(invented))
  }
})

test.each([
  '%00',
  '..%2F..%2Fetc',
  '💥',
  "'; drop table units; --",
  'x'.repeat(190),
  '-1',
  '99999999999999999999',
  '[',
  '%5B]',
])('a strange value in every public address is answered, never a fault: %s', async (value) => {
  for (const { path } of open) {
    const url = path.replaceAll(/:\w+/g, encodeURIComponent(value))
    for (const query of [
      '',
      `?q=${encodeURIComponent(value)}&c[FREQ]=${encodeURIComponent(value)}&format=x&id=1&id=2`,
    ]) {
      const { statusCode, body } = await app.inject({ url: url + query })
      expect(statusCode === 501 ? 404 : statusCode, `${url}${query} ${body.slice(0, 200)}`).toBeLessThan(500)
    }
  }
})

test('an embargoed period is in no message, the period before it is', async () => {
  for (const url of [
    `/api/open/figures/${held.code}`,
    `/api/open/figures/${held.code}.csv`,
    '/api/open',
    '/sdmx/data/OPEN_FIGURES/..RETAIL_SALES.?includeHistory=true&format=csv',
  ]) {
    const { statusCode, body } = await app.inject({ url })
    expect(statusCode, url).toBe(200)
    if (url !== '/api/open') expect(body, url).toContain('2018-05')
    const own = url === '/api/open' ? JSON.stringify(JSON.parse(body).figures.find(isHeld)) : body
    expect(own, url).not.toMatch(/2018-06|2018-[HS]1|2018-Q2/)
    for (const value of heldValues) expect(numbersIn(own), `${url} ${value}`).not.toContain(value)
  }
})

test('a closed bulletin is not found, an open one leads to open figures only, a withdrawn one leaves its reason', async () => {
  const decide = (isOpen: boolean) =>
    write(work, (tx) =>
      choose(tx, {
        ...{ subject: { kind: 'template', subject: 'half-year' }, open: isOpen, reason: 'try', origin: 'page' },
      }),
    )
  const { id } = await writeFirstBulletin(work)
  const closed = await app.inject({ url: `/api/open/bulletins/${id}` })
  expect(closed.statusCode).toBe(404)
  await decide(true)
  const shown = (await app.inject({ url: `/api/open/bulletins/${id}` })).json()
  const codes = new Set(shown.doors.map(({ code }: { code: string }) => code))
  const listed = (await app.inject({ url: '/api/open' })).json().figures.map(({ code }: { code: string }) => code)
  expect(codes.size).toBeGreaterThan(3)
  for (const code of codes) expect(listed).toContain(code)
  expect(JSON.stringify(shown)).not.toContain('equipment.output')
  for (const format of ['html', 'md', 'docx']) {
    const file = await app.inject({ url: `/api/open/bulletins/${id}/document?format=${format}` })
    expect(file.statusCode, format).toBe(200)
    if (format !== 'docx') expect(file.body).toContain('/open/figures/gdp')
    if (format !== 'docx') expect(file.body).not.toMatch(/lineage|equipment\.output|\/batches\//)
  }
  const reason = '数据口径有误，撤回重发'
  await write(work, (tx) => withdrawBulletin(tx, { id, reason }))
  const gone = (await app.inject({ url: `/api/open/bulletins/${id}` })).json()
  expect(gone).toMatchObject({ state: 'withdrawn', tree: null, doors: [], sha256: null, withdrawn: { reason } })
  expect((await app.inject({ url: `/api/open/bulletins/${id}/document?format=md` })).statusCode).toBe(410)
})

function expectClean(body: string, url: string): void {
  const own = plain(body, ...guesses)
  for (const name of [secret.code, secret.name.zh, secret.name.en]) {
    expect(own.toLowerCase().includes(name.toLowerCase()), `${name} at ${url}`).toBe(false)
  }
  const found = numbersIn(own)
  for (const value of values) expect(found.has(value), `${value} at ${url}`).toBe(false)
}

/** An answer may say back what was asked, and its own number. */
function plain(body: string, ...asked: string[]): string {
  const without = body.replaceAll(/"requestId":"[^"]*"/g, '').replaceAll(/"id":"[0-9a-f]{24}"/g, '')
  const echoes = /"(path|detail|title|description)":"(?:[^"\\]|\\.)*"|"titles?":\{[^}]*\}|<description>[^<]*</g
  return without.replaceAll(echoes, (echo) =>
    asked.reduce((left, one) => left.replaceAll(one, '').replaceAll(encodeURIComponent(one), ''), echo),
  )
}

const numbersIn = (text: string) => new Set(text.match(/-?\d+(\.\d+)?/g))

/** Every guess in every gap; for the code itself and for everything at once, also with every question that can be added. */
function addressesOf({ path }: Endpoint): string[] {
  const filled = (guess: string) => path.replaceAll(/:\w+/g, encodeURIComponent(guess))
  const asked = [secret.code, '*', 'OPEN_FIGURES'].flatMap((guess) =>
    queries.map((query) => filled(guess) + query.replaceAll('{guess}', encodeURIComponent(secret.code))),
  )
  const real = path.includes('/sdmx/data')
    ? queries.map((query) => `${realData}${query.replaceAll('{guess}', '*')}`)
    : []
  return [...new Set([...guesses.map(filled), ...asked, ...real])]
}

const realData = '/sdmx/data/dataflow/JK410171/OPEN_FIGURES/+/*'

const isHeld = ({ code }: { code: string }) => code === held.code

function indicatorOf(code: string): Promise<Indicator> {
  return read(work, async (tx) => (await catalogueOf(tx)).byCode.get(code)!)
}

/** Values of the periods the demonstration has, that no open figure shares by chance. */
async function valuesOf(
  indicator: Indicator,
  among: (period: { end: string }) => boolean = () => true,
): Promise<string[]> {
  const months = Array.from(
    { length: 18 },
    (_, at) => `${2017 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  )
  const ends = new Map([
    ...months.map((month) => [month, `${month}-30`] as const),
    ['2018-H1', '2018-06-30'],
    ['2018-Q2', '2018-06-30'],
    ['2017', '2017-12-31'],
  ])
  const periods = [...ends].filter(([, end]) => among({ end })).map(([period]) => period)
  const facts = await read(work, (tx) =>
    factsOf(
      tx,
      periods.map((period) => ({ indicator: indicator.code, period })),
    ),
  )
  const own = facts.flatMap(({ value }) => (value?.includes('.') ? [value] : []))
  const { rows } = await read(work, (tx) =>
    tx.client.query<{ value: string }>(
      `select distinct trim_scale(value)::text as value from open_observations where indicator <> $1 and value is not null`,
      [indicator.code],
    ),
  )
  const shared = new Set(rows.map(({ value }) => value))
  return [...new Set(own)].filter((value) => !shared.has(value))
}

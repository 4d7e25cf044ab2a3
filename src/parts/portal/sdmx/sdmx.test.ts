import { describe, expect, test } from 'vitest'
import { write } from '#kernel/db/work.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'

const { house, app } = await testHouse({ zone: 'zhengzhou-2018' })
const work = house.workAs(everybody)

const flow = '/sdmx/data/OPEN_FIGURES'
const modern = '/sdmx/data/dataflow/JK410171/OPEN_FIGURES/1.0.0'

/** A revision of one value, an hour after it was let out, and the end of another. */
const revised = '2099-01-01T00:00:00.000Z'
await write(work, (tx) =>
  tx.client.query(
    `insert into open_observations (indicator, freq, period, starts_on, ends_on, measure, value, unit, places, status, basis, valid_from)
     select indicator, freq, period, starts_on, ends_on, measure, case measure when 'LEVEL' then value + 1 end, unit, places, status, basis, $1
     from open_observations where indicator = 'gdp' and period = '2018-Q1'`,
    [revised],
  ),
)

const get = async (url: string, accept = 'text/csv') => {
  const { statusCode, headers, body } = await app.inject({ url, headers: { accept } })
  return { status: statusCode, headers, body }
}

/** The rows of an SDMX-CSV answer, as `dimension.values=value`. */
async function rows(url: string): Promise<string[]> {
  const { status, body } = await get(url)
  if (status !== 200) return [`${status}`]
  const [heading = '', ...lines] = body.trim().split('\r\n')
  const names = heading.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    const at = (name: string) => cells[names.indexOf(name)] ?? ''
    const key = ['FREQ', 'INDICATOR', 'MEASURE', 'TIME_PERIOD'].map(at).join('.')
    const validity = names.includes('VALID_FROM')
      ? ` ${at('VALID_FROM').slice(0, 4)}-${at('VALID_TO').slice(0, 4)}`
      : ''
    return `${at('ACTION')} ${key}=${at('OBS_VALUE')}${validity}`
  })
}

describe('which observations are sent', () => {
  const half = ['I S.GDP.GROWTH.2018-S1=10', 'I S.GDP.LEVEL.2018-S1=331']
  test.each([
    ['the key of 2.1', `${flow}/S.410171.GDP.?startPeriod=2018`, half],
    ['a wildcard of 3.0', `${modern}/S.*.GDP?c[TIME_PERIOD]=ge:2018-S1`, half],
    ['filters alone', `${modern}/*?c[FREQ]=S&c[INDICATOR]=GDP&c[TIME_PERIOD]=2018-S1`, half],
    ['agency, flow and version in one', '/sdmx/data/JK410171,OPEN_FIGURES,1.0.0/S..GDP.?startPeriod=2018', half],
    ['or within a dimension', `${flow}/S..GDP+NOTHING.LEVEL+GROWTH?startPeriod=2018-S1&endPeriod=2018-S1`, half],
    ['several keys', `${modern}/S.*.GDP.GROWTH,S.*.GDP.LEVEL?c[TIME_PERIOD]=gt:2017-12`, half],
    [
      'a range',
      `${modern}/M.*.RETAIL_SALES.LEVEL?c[TIME_PERIOD]=ge:2018-04%2Ble:2018-05`,
      ['I M.RETAIL_SALES.LEVEL.2018-04=20.2', 'I M.RETAIL_SALES.LEVEL.2018-05=20.6'],
    ],
    [
      'by value',
      `${modern}/S.*.GDP?c[OBS_VALUE]=gt:330`,
      ['I S.GDP.LEVEL.2018-S1=331', 'I S.GDP.LEVEL.2017-S2=348.2'].toReversed(),
    ],
    ['the last of each series', `${flow}/S..GDP.?lastNObservations=1`, half],
    ['the first of each series', `${flow}/A..GDP.LEVEL?firstNObservations=1`, ['I A.GDP.LEVEL.2017=640.5']],
    ['without values', `${flow}/S..GDP.?detail=serieskeysonly`, ['I S.GDP.GROWTH.=', 'I S.GDP.LEVEL.=']],
    ['what there is none of, 2.1', `${flow}/S..NOTHING.`, ['404']],
    ['what there is none of, 3.0', `${modern}/S.*.NOTHING`, ['204']],
    ['another flow', '/sdmx/data/OTHER/all', ['404']],
    ['another version', '/sdmx/data/dataflow/JK410171/OPEN_FIGURES/2.0.0', ['404']],
  ])('%s', async (_name, url, expected) => {
    expect(await rows(url)).toEqual(expected)
  })
})

describe('vintages', () => {
  const year = new Date().getUTCFullYear()
  const quarter = `${flow}/Q..GDP.LEVEL+GROWTH?startPeriod=2018-Q1&endPeriod=2018-Q1`
  test.each([
    ['what stands', quarter, ['I Q.GDP.LEVEL.2018-Q1=153']],
    [
      'as it was shown before',
      `${quarter}&asOf=2098-12-31T00:00:00Z`,
      ['I Q.GDP.GROWTH.2018-Q1=9.8', 'I Q.GDP.LEVEL.2018-Q1=152'],
    ],
    ['before anything was shown', `${quarter}&asOf=2018-01-01`, ['404']],
    [
      'what changed since',
      `${quarter}&updatedAfter=2098-12-31T00:00:00Z`,
      ['R Q.GDP.LEVEL.2018-Q1=153', 'D Q.GDP.GROWTH.2018-Q1='],
    ],
    ['what changed after everything', `${quarter}&updatedAfter=2099-12-31T00:00:00%2B08:00`, ['404']],
    [
      'all of it',
      `${quarter}&includeHistory=true`,
      [
        `R Q.GDP.GROWTH.2018-Q1=9.8 ${year}-2099`,
        `R Q.GDP.LEVEL.2018-Q1=152 ${year}-2099`,
        'R Q.GDP.LEVEL.2018-Q1=153 2099-',
        'D Q.GDP.GROWTH.2018-Q1= 2099-',
      ],
    ],
    ['a change after the moment asked about', `${quarter}&asOf=2018-01-01&updatedAfter=2018-02-01`, ['400']],
  ])('%s', async (_name, url, expected) => {
    expect(await rows(url)).toEqual(expected)
  })

  test('the page of the figure tells the revision', async () => {
    const { body } = await get('/api/open/figures/gdp')
    expect(JSON.parse(body).revisions).toContainEqual(
      expect.objectContaining({ period: '2018-Q1', measure: 'LEVEL', was: '152', now: '153', at: revised }),
    )
  })
})

describe('what cannot be answered says so in an SDMX message', () => {
  test.each([
    [`${flow}/a.b.c.d.e`, 400, 140],
    [`${flow}/S..GDP.?startPeriod=soon`, 400, 140],
    [`${flow}/all?asOf=yesterday`, 400, 140],
    [`${flow}/all?lastNObservations=-1`, 400, 140],
    [`${flow}/all?includeHistory=yes`, 400, 140],
    [`${flow}/all?detail=everything`, 400, 140],
    [`${flow}/all?attributes=COLOUR`, 400, 140],
    [`${modern}/*?c[COLOUR]=red`, 400, 140],
    [`${modern}/*?c[TIME_PERIOD]=xx:2018`, 400, 140],
    [`${modern}/*?c[OBS_VALUE]=ge:much`, 400, 140],
    [`${flow}/all?dimensionAtObservation=INDICATOR`, 501, 501],
    [`${flow}/NONE...`, 404, 100],
    ['/sdmx/structure/codelist/JK410171/CL_NOTHING', 404, 100],
    ['/sdmx/structure/colours', 400, 140],
    ['/sdmx/structure/metadataflow', 501, 501],
    ['/sdmx/structure/codelist?references=friends', 400, 140],
  ])('%s', async (url, status, code) => {
    const answer = await get(url, '*/*')
    expect(answer.status).toBe(status)
    const [error] = JSON.parse(answer.body).errors
    expect(error).toMatchObject({ code, titles: { zh: expect.any(String), en: expect.any(String) } })
    expect(answer.headers['cache-control']).toBe('no-store')
  })
})

describe('the form of the answer', () => {
  const data = 'application/vnd.sdmx.data'
  test.each([
    ['*/*', 200, `${data}+json;version=2.0.0`],
    [`${data}+json;version=2.0.0`, 200, `${data}+json;version=2.0.0`],
    [`${data}+csv;version=2.0.0`, 200, `${data}+csv;version=2.0.0`],
    [`${data}+csv;version=2+.0`, 200, `${data}+csv;version=2.0.0`],
    ['application/json;q=0.1, text/csv', 200, `${data}+csv;version=2.0.0`],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 200, `${data}+json;version=2.0.0`],
    [`${data}+json;version=1.0.0`, 406, `${data}+json;version=2.0.0`],
    [`${data}+xml;version=3.0.0`, 406, `${data}+json;version=2.0.0`],
    ['text/csv;q=0', 406, `${data}+json;version=2.0.0`],
  ])('%s', async (accept, status, type) => {
    const answer = await get(`${flow}/S..GDP.`, accept)
    expect(answer.status).toBe(status)
    expect(String(answer.headers['content-type'])).toBe(`${type};charset=utf-8`)
  })

  test('labels and keys in the table', async () => {
    const accept = `${data}+csv;version=2.0.0;labels=name;keys=obs`
    const { body } = await get(`${flow}/S..GDP.LEVEL?lastNObservations=1`, accept)
    const [heading, line] = body.split('\r\n')
    expect(heading).toMatch(/^STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,OBS_KEY,FREQ,频度,/)
    expect(line).toContain('S.410171.GDP.LEVEL.2018-S1,S,半年,410171,郑州经开区,GDP,地区生产总值,')
  })
})

test('JSON by series, JSON flat and CSV carry the same observations', async () => {
  const json = async (more: string) => JSON.parse((await get(`${flow}/all${more}`, '*/*')).body).data
  const decode = (values: { id?: string; value?: string }[], place: number) => values[place]?.id ?? values[place]?.value
  const [series, flat] = [await json(''), await json('?dimensionAtObservation=AllDimensions')]
  const dimensions = series.structures[0].dimensions
  const fromSeries = Object.entries<{ observations: Record<string, [number]> }>(series.dataSets[0].series).flatMap(
    ([key, one]) => {
      const codes = key.split(':').map((place, at) => decode(dimensions.series[at].values, Number(place)))
      return Object.entries(one.observations).map(([place, [value]]) => {
        return `${codes[0]}.${codes[2]}.${codes[3]}.${decode(dimensions.observation[0].values, Number(place))}=${value}`
      })
    },
  )
  const flatDimensions = flat.structures[0].dimensions.observation
  const fromFlat = Object.entries<[number]>(flat.dataSets[0].observations).map(([key, [value]]) => {
    const codes = key.split(':').map((place, at) => decode(flatDimensions[at].values, Number(place)))
    return `${codes[0]}.${codes[2]}.${codes[3]}.${codes[4]}=${value}`
  })
  const fromCsv = (await rows(`${flow}/all`)).map((row) => row.slice(2))
  expect(fromSeries.length).toBeGreaterThan(500)
  expect(fromSeries.sort()).toEqual(fromCsv.sort())
  expect(fromFlat.sort()).toEqual(fromCsv.sort())
})

test('the structure names every dimension with its codelist, and all of it comes with references', async () => {
  const { body } = await get('/sdmx/structure/dataflow/JK410171/OPEN_FIGURES/+?references=all', '*/*')
  const { data } = JSON.parse(body)
  const { dimensionList, attributeList } = data.dataStructures[0].dataStructureComponents
  expect(dimensionList.dimensions.map(({ id }: { id: string }) => id)).toEqual([
    'FREQ',
    'REF_AREA',
    'INDICATOR',
    'MEASURE',
  ])
  expect(dimensionList.timeDimension.id).toBe('TIME_PERIOD')
  const ids = attributeList.attributes.map(({ id }: { id: string }) => id)
  expect(ids).toEqual(['UNIT_MEASURE', 'UNIT_MULT', 'DECIMALS', 'BASIS', 'OBS_STATUS'])
  const lists = data.codelists.map(({ id }: { id: string }) => id)
  for (const id of ['FREQ', 'REF_AREA', 'INDICATOR', 'MEASURE', 'UNIT_MEASURE', 'OBS_STATUS']) {
    expect(lists).toContain(`CL_${id}`)
  }
  const stubs = JSON.parse((await get('/sdmx/codelist?detail=allstubs', '*/*')).body)
  expect(stubs.data.codelists.every((list: object) => !('codes' in list))).toBe(true)
  const item = JSON.parse((await get('/sdmx/structure/codelist/JK410171/CL_INDICATOR/+/GDP', '*/*')).body)
  expect(item.data.codelists).toMatchObject([{ isPartial: true, codes: [{ id: 'GDP' }] }])
})

test('an answer is kept: the same question again costs 304, from any origin', async () => {
  const first = await app.inject({ url: `${flow}/all`, headers: { origin: 'https://elsewhere.example' } })
  expect(first.headers['access-control-allow-origin']).toBe('*')
  expect(first.headers['cache-control']).toBe('public, max-age=60')
  const tag = String(first.headers.etag)
  const again = await app.inject({ url: `${flow}/all`, headers: { 'if-none-match': `"other", ${tag}` } })
  expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag])
  const other = await app.inject({ url: `${flow}/all`, headers: { 'if-none-match': tag, 'accept-language': 'en' } })
  expect(other.statusCode).toBe(200)
})

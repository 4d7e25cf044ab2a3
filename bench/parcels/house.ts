import http from 'node:http'
import type pg from 'pg'
import { write } from '#kernel/db/work.ts'
import { readIndicators } from '#parts/indicators/declaration.ts'
import { declareIndicators } from '#parts/indicators/loading.ts'
import { ledgerOf } from '#parts/ledgers/registry.ts'
import { type SqlNames, sqlNames } from '#parts/ledgers/sql-names.ts'
import type { House } from '../../src/house.ts'
import { repeated, timed } from '../measure.ts'
import { serve } from '../served.ts'
import { everybody, type World } from '../world.ts'
import { benchYear, parcelLedger } from './files.ts'
import { type Importer, openImporter } from './importing.ts'

/** A house without a single parcel yet, listening, with a process that imports into it. */
export interface ParcelHouse {
  house: House
  client: pg.PoolClient
  names: SqlNames
  importer: Importer
  /** the value of a figure of the half-year, over HTTP, in the unit it is printed in */
  figure(code: string): Promise<Record<string, unknown>>
  /** milliseconds of each answer of one reader over a connection that is kept */
  latencies(times: number): Promise<number[]>
  close(): Promise<void>
}

const period = `${benchYear}-H1`
const figureOf = (code: string, unit: string, places: number, expression: string) =>
  `  - { code: ${code}, name: { zh: ${code}, en: ${code} }, unit: ${unit}, basis: count, betterWhen: higher, rounding: { places: ${places} }, growth: none, section: opening, source: { zh: 试, en: bench }, formulas: [{ from: '2015-01-01', expression: '${expression}' }] }`
const declared = ['import', 'export'].flatMap((direction) => [
  figureOf(`bench.count.${direction}`, '万包', 0, `measure("${parcelLedger}.parcels", direction = "${direction}")`),
  figureOf(`bench.value.${direction}`, '亿元', 1, `measure("${parcelLedger}.value", direction = "${direction}")`),
])

export async function parcelHouse(world: World): Promise<ParcelHouse> {
  const house = await world.copy()
  const indicators = readIndicators(`indicators:\n${declared.join('\n')}`, 'bench')
  await write(house.workAs(everybody), (tx) => declareIndicators(tx, indicators))
  const { app, cookie } = await serve(house)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const figure = (code: string) =>
    get(`${address}/api/indicators/${code}/fact?period=${period}`, { agent, headers: { cookie } })
  const importer = await openImporter(house)
  const client = await house.pool.connect()
  return {
    house,
    client,
    names: sqlNames(await ledgerOf(parcelLedger)),
    importer,
    figure,
    latencies: (times) => repeated(times, () => figure('bench.value.import'), { warmUp: 20 }),
    async close() {
      await importer.close()
      agent.destroy()
      await app.close()
      client.release()
      await house.close()
    },
  }
}

function get(url: string, options: http.RequestOptions): Promise<Record<string, unknown>> {
  return new Promise((done, failed) => {
    const request = http.get(url, options, (reply) => {
      let text = ''
      reply.setEncoding('utf8').on('data', (piece: string) => {
        text += piece
      })
      reply.on('end', () => {
        if (reply.statusCode === 200) done(JSON.parse(text) as Record<string, unknown>)
        else failed(new Error(`${url} answered ${reply.statusCode}: ${text.slice(0, 300)}`))
      })
    })
    request.on('error', failed)
  })
}

/** Milliseconds of the same sum over the rows themselves, with what it came to. */
export async function rawSum({ client, names }: ParcelHouse): Promise<{ ms: number; value: string }> {
  const { ms, answer } = await timed(() =>
    client.query<{ value: string }>(
      `select sum(value) as value from ${names.rows} where direction = 'import' and ${names.day} >= '${benchYear}-01-01' and ${names.day} < '${benchYear}-07-01'`,
    ),
  )
  return { ms, value: answer.rows[0]!.value }
}

/** Bytes of the ledger on disk: its rows with their leaves, keys and other indexes; and of its sums and old versions. */
export async function sizeOfLedger({ client, names }: ParcelHouse): Promise<{ rows: number; beside: number }> {
  const whole = (table: string) =>
    `(select sum(pg_total_relation_size(oid)) from (select '${table}'::regclass::oid union select inhrelid from pg_inherits where inhparent = '${table}'::regclass) all_of(oid))`
  const { rows } = await client.query<{ rows: string; beside: string }>(
    `select ${whole(names.rows)} as rows, ${whole(names.history)} + ${whole(names.rollup)} as beside`,
  )
  return { rows: Number(rows[0]!.rows), beside: Number(rows[0]!.beside) }
}

/**
 * Throws unless the sums by day and by month are those of the rows, in every group. Answers how many rows of the
 * bench's year there are.
 */
export async function holdSums({ client, names }: ParcelHouse): Promise<number> {
  const dimensions = names.dimensions.map(({ column }) => column)
  const rolled = names.dimensions.map((dimension) => dimension.rolled)
  const places = [1, 2, ...dimensions.map((_, index) => index + 3)].join(', ')
  await client.query(
    `create temp table bare_days as select ${names.day}::date as day, unit_code, ${dimensions.map((column, index) => `coalesce(${column}, '') as ${rolled[index]}`).join(', ')},
       count(*) as rows, sum(value) as m_value, sum(weight) as m_weight from ${names.rows} group by ${places}`,
  )
  const columns = ['day', 'unit_code', ...rolled, 'rows', 'm_value', 'm_weight'].join(', ')
  const monthly = `select date_trunc('month', day)::date as day, unit_code, ${rolled.join(', ')}, sum(rows)::bigint as rows, sum(m_value) as m_value, sum(m_weight) as m_weight from bare_days group by ${places}`
  const differ = async (raw: string, level: string) => {
    const kept = `select ${columns} from ${names.rollup} where level = '${level}' and rows <> 0`
    const { rows } = await client.query(`((${raw}) except ${kept}) union all (${kept} except (${raw})) limit 3`)
    if (rows.length > 0) throw new Error(`sums are not those of the rows: ${JSON.stringify(rows)}`)
  }
  await differ(`select ${columns} from bare_days`, 'd')
  await differ(monthly, 'm')
  const { rows } = await client.query<{ rows: string }>(
    `select sum(rows) as rows from bare_days where day >= '${benchYear}-01-01'`,
  )
  await client.query('drop table bare_days')
  return Number(rows[0]!.rows)
}

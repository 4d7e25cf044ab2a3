import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import { refuse } from '#kernel/refusal.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { sectionOf } from './industries.ts'
import { unclassified, wordsOfKind } from './overview.ts'
import type { enterpriseShape } from './shapes.ts'
import { explainUscc } from './uscc-explained.ts'
import { registerDay } from './zone-day.ts'

type Enterprise = Answer<typeof enterpriseShape>

/** One enterprise with everything that bears its code. Refuses `trade/enterprise-unknown` (404). */
export async function enterpriseOf(tx: Tx, code: string, roots: readonly string[]): Promise<Enterprise> {
  const units = await unitsUnder(tx, roots)
  const uscc = code.trim().toUpperCase()
  const row = (await registered(tx, uscc, units)) ?? refuse('trade/enterprise-unknown', { code: uscc }, 404)
  const day = await registerDay(tx, 'ftz_registrations')
  const changes = await changesOf(tx, uscc, units)
  const names = namesOver(row, changes)
  return {
    ...{ day, uscc, name: names.at(-1)!.name, registeredOn: row.registeredOn, block: row.block, unit: row.unit },
    ...{ kind: wordsOfKind(row.kind), industry: row.industry, section: sectionOf(row.industry)?.words ?? unclassified },
    ...{ capital: row.capital, currency: row.currency, originalCapital: row.originalCapital, rate: row.rate },
    capitalNow: changes.reduce((sum, { amount }) => sum.plus(amount ?? 0), new Decimal(row.capital)).toFixed(),
    names,
    capitalChanges: changes.flatMap(({ changedOn, amount, note }) =>
      amount === null ? [] : [{ changedOn, amount, note }],
    ),
    code: explainUscc(uscc),
    namesakes: await namesakesOf(tx, uscc, [...names.map(({ name }) => name)], units),
    ...{ parcels: await parcelsOf(tx, uscc, units), trains: await trainsOf(tx, uscc, units) },
    consignments: await consignmentsOf(tx, uscc, units),
    ...{ batch: Number(row.batch), rowId: Number(row.rowId), versions: row.version },
  }
}

interface Registered {
  name: string
  registeredOn: string
  block: string
  kind: string
  industry: string
  unit: string
  capital: string
  currency: string
  originalCapital: string | null
  rate: string | null
  batch: string
  rowId: string
  version: number
}

async function registered(tx: Tx, uscc: string, units: readonly string[]): Promise<Registered | undefined> {
  const { rows } = await tx.client.query<Registered>(
    `select name, to_char(registered_on, 'YYYY-MM-DD') as "registeredOn", block, kind, industry, unit_code as unit, trim_scale(capital)::text as capital, currency,
       trim_scale(original_capital)::text as "originalCapital", trim_scale(rate)::text as rate, batch_id as batch, row_id as "rowId", version
     from ledger_trade_ftz_registrations where uscc = $1 and unit_code = any($2)`,
    [uscc, units],
  )
  return rows[0]
}

interface ChangeRow {
  changedOn: string
  name: string | null
  amount: string | null
  note: string | null
}

async function changesOf(tx: Tx, uscc: string, units: readonly string[]): Promise<ChangeRow[]> {
  const { rows } = await tx.client.query<ChangeRow>(
    `select to_char(changed_on, 'YYYY-MM-DD') as "changedOn", name, trim_scale(capital_change)::text as amount, note
     from ledger_trade_ftz_changes where uscc = $1 and unit_code = any($2) order by changed_on`,
    [uscc, units],
  )
  return rows
}

/** Each name from its day to the day the next one took over. */
function namesOver(row: Registered, changes: readonly ChangeRow[]): Enterprise['names'] {
  const borne = [
    { name: row.name, from: row.registeredOn },
    ...changes.flatMap(({ name, changedOn }) => (name === null ? [] : [{ name, from: changedOn }])),
  ]
  return borne.map((one, place) => ({ ...one, until: borne[place + 1]?.from ?? null }))
}

async function namesakesOf(
  tx: Tx,
  uscc: string,
  names: string[],
  units: readonly string[],
): Promise<Enterprise['namesakes']> {
  const { rows } = await tx.client.query<{ uscc: string; name: string }>(
    `select uscc, name from ledger_trade_ftz_registrations where name = any($1) and uscc <> $2 and unit_code = any($3)
     union select uscc, name from ledger_trade_ftz_changes where name = any($1) and uscc <> $2 and unit_code = any($3) order by 1 limit 20`,
    [names, uscc, units],
  )
  return rows
}

async function parcelsOf(tx: Tx, uscc: string, units: readonly string[]): Promise<Enterprise['parcels']> {
  const { rows } = await tx.client.query<Enterprise['parcels'][number]>(
    `select direction, sum(parcels)::text as parcels, trim_scale(sum(value))::text as value, to_char(min(day), 'YYYY-MM-DD') as first, to_char(max(day), 'YYYY-MM-DD') as last
     from ledger_trade_parcel_manifests where enterprise = $1 and unit_code = any($2) group by 1 order by 1`,
    [uscc, units],
  )
  return rows
}

async function trainsOf(tx: Tx, uscc: string, units: readonly string[]): Promise<Enterprise['trains']> {
  const { rows } = await tx.client.query<{
    number: string
    day: string
    containers: string
    teu: string | null
    value: string
  }>(
    `select train_number as number, to_char(departed_on, 'YYYY-MM-DD') as day, count(*) as containers, trim_scale(sum(teu))::text as teu, trim_scale(sum(value))::text as value
     from ledger_trade_train_containers where consignor = $1 and unit_code = any($2) group by 1, departed_on order by departed_on desc, 1 limit 20`,
    [uscc, units],
  )
  return rows.map((row) => ({ ...row, containers: Number(row.containers) }))
}

async function consignmentsOf(tx: Tx, uscc: string, units: readonly string[]): Promise<Enterprise['consignments']> {
  const { rows } = await tx.client.query<Enterprise['consignments'][number]>(
    `select number, to_char(arrived_on, 'YYYY-MM-DD') as "arrivedOn", goods, coalesce(vehicles::text, trim_scale(tonnes)::text) as quantity,
       case when vehicles is null then '吨' else '辆' end as unit
     from ledger_trade_port_consignments where consignee = $1 and unit_code = any($2) order by arrived_on desc limit 20`,
    [uscc, units],
  )
  return rows
}

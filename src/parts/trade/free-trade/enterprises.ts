import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { sectionOf } from './industries.ts'
import { codeChecks, unclassified, wordsOfKind, wrongCodes } from './overview.ts'
import type { enterprisesShape } from './shapes.ts'

type Found = Answer<typeof enterprisesShape>
type Query = Asked<typeof enterprisesShape>['query']

const orders: Record<Query['sort'], string> = {
  '': 'r.registered_on desc, r.uscc',
  registeredOn: 'r.registered_on, r.uscc',
  '-registeredOn': 'r.registered_on desc, r.uscc',
  capital: 'r.capital, r.uscc',
  '-capital': 'r.capital desc, r.uscc',
}

/** A page of enterprises whose present or former name has the text, or whose code begins with it; newest first unless told. */
export async function findEnterprises(tx: Tx, query: Query, roots: readonly string[]): Promise<Found> {
  const units = await unitsUnder(tx, roots)
  const wrong = query.codes === 'wrong' ? await wrongCodes(tx, units) : null
  const { page, size, sort } = query
  const { where, values } = conditions(query, units, wrong)
  const counted = await tx.client.query<{ n: string }>(
    `select count(*) as n from ledger_trade_ftz_registrations r where ${where}`,
    values,
  )
  const { rows } = await tx.client.query<Row>(
    `select r.uscc, r.name, to_char(r.registered_on, 'YYYY-MM-DD') as "registeredOn", r.block, r.kind, r.industry, r.capital::text as capital,
       (select coalesce(array_agg(c.name order by c.changed_on desc), '{}') from ledger_trade_ftz_changes c
        where c.uscc = r.uscc and c.name is not null) as later
     from ledger_trade_ftz_registrations r where ${where} order by ${orders[sort]} limit ${size} offset ${(page - 1) * size}`,
    values,
  )
  return { total: Number(counted.rows[0]!.n), rows: rows.map(shown) }
}

interface Row {
  uscc: string
  name: string
  registeredOn: string
  block: string
  kind: string
  industry: string
  capital: string
  later: string[]
}

function shown({ name, later, kind, industry, ...row }: Row): Found['rows'][number] {
  const [present, ...former] = [...later, name]
  return {
    ...row,
    ...{ name: present!, former, kind: wordsOfKind(kind) },
    industry: sectionOf(industry)?.words ?? unclassified,
    codeChecks: codeChecks(row.uscc),
  }
}

function conditions({ q, block, kind }: Query, units: readonly string[], wrong: readonly string[] | null) {
  const values: unknown[] = [units]
  const bind = (value: unknown) => `$${values.push(value)}`
  const parts = ['r.unit_code = any($1)']
  const text = q?.trim()
  if (text) {
    const named = bind(`%${text.replace(/[\\%_]/g, '\\$&')}%`)
    const coded = bind(`${text.toUpperCase().replace(/[\\%_]/g, '\\$&')}%`)
    parts.push(
      `(r.name ilike ${named} or r.uscc like ${coded} or exists (select from ledger_trade_ftz_changes c where c.uscc = r.uscc and c.name ilike ${named}))`,
    )
  }
  if (block) parts.push(`r.block = ${bind(block)}`)
  if (kind) parts.push(`r.kind = ${bind(kind)}`)
  if (wrong) parts.push(`r.uscc = any(${bind(wrong)})`)
  return { where: parts.join(' and '), values }
}

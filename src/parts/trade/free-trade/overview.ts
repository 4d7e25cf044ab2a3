import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { isOrganisationCode, isUscc } from '#parts/ledgers/uscc.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { foreignKinds, kinds } from './choices.ts'
import { sectionOf } from './industries.ts'
import type { freeTradeShape } from './shapes.ts'
import { registerDay } from './zone-day.ts'

type Overview = Answer<typeof freeTradeShape>

/** What the register holds by month, block, kind and industry, from the rollup; amounts of capital in 万元. */
export async function freeTradeOverview(
  tx: Tx,
  { since }: Asked<typeof freeTradeShape>['query'],
  roots: readonly string[],
): Promise<Overview> {
  const day = await registerDay(tx, 'ftz_registrations')
  const units = await unitsUnder(tx, roots)
  const cells = await cellsOf(tx, units, since)
  const months = [...new Set(cells.map(({ month }) => month))].sort()
  const foreign = sumOf(cells.filter(({ kind }) => foreignKinds.includes(kind)))
  const total = sumOf(cells)
  return {
    ...{ day, total: printed(total), earlier: await earlierThan(tx, units, since) },
    months: months.map((month) => ({ month, ...printed(sumOf(cells.filter((cell) => cell.month === month))) })),
    blocks: blocksOf(cells, months),
    kinds: grouped(cells, ({ kind }) => kind).map(([kind, sum]) => ({
      ...{ kind, words: wordsOfKind(kind), foreign: foreignKinds.includes(kind) },
      ...printed(sum),
    })),
    industries: industriesOf(cells),
    foreign: {
      ...printed(foreign),
      shareOfEnterprises: percent(new Decimal(foreign.enterprises), new Decimal(total.enterprises)),
      shareOfCapital: percent(foreign.capital, total.capital),
    },
    wrongCodes: (await wrongCodes(tx, units)).length,
    strayChanges: await strayChanges(tx, units),
  }
}

/** Registered codes that fail one of their two checks. */
export async function wrongCodes(tx: Tx, units: readonly string[]): Promise<string[]> {
  const { rows } = await tx.client.query<{ uscc: string }>(
    'select uscc from ledger_trade_ftz_registrations where unit_code = any($1)',
    [units],
  )
  return rows.map(({ uscc }) => uscc).filter((code) => !codeChecks(code))
}

export function codeChecks(code: string): boolean {
  return isUscc(code) && isOrganisationCode(code.slice(8, 17))
}

export function wordsOfKind(kind: string): Words {
  return (kinds as Record<string, Words>)[kind] ?? { zh: kind, en: kind }
}

export const unclassified: Words = { zh: '未归类', en: 'unclassified' }

interface Sum {
  enterprises: number
  capital: Decimal
}

interface Cell extends Sum {
  month: string
  block: string
  kind: string
  industry: string
}

/** Months that are whole since the day come from the month level, a broken first month from its days. */
async function cellsOf(tx: Tx, units: readonly string[], since: string | undefined): Promise<Cell[]> {
  const level = since === undefined || since.endsWith('-01') ? 'm' : 'd'
  const { rows } = await tx.client.query<{
    month: string
    block: string
    kind: string
    industry: string
    n: string
    capital: string
  }>(
    `select to_char(day, 'YYYY-MM') as month, d_block as block, d_kind as kind, d_industry as industry, sum(rows) as n, sum(m_capital)::text as capital
     from rollup_trade_ftz_registrations where level = $1 and unit_code = any($2) and ($3::date is null or day >= $3) group by 1, 2, 3, 4 having sum(rows) > 0`,
    [level, units, since ?? null],
  )
  return rows.map(({ n, capital, ...cell }) => ({ ...cell, enterprises: Number(n), capital: new Decimal(capital) }))
}

async function earlierThan(tx: Tx, units: readonly string[], since: string | undefined): Promise<number> {
  if (since === undefined) return 0
  const { rows } = await tx.client.query<{ n: string }>(
    `select coalesce(sum(rows), 0) as n from rollup_trade_ftz_registrations where level = 'd' and unit_code = any($1) and day < $2`,
    [units, since],
  )
  return Number(rows[0]!.n)
}

async function strayChanges(tx: Tx, units: readonly string[]): Promise<number> {
  const { rows } = await tx.client.query<{ n: string }>(
    `select count(*) as n from ledger_trade_ftz_changes own where unit_code = any($1)
       and not exists (select from ledger_trade_ftz_registrations register where register.uscc = own.uscc)`,
    [units],
  )
  return Number(rows[0]!.n)
}

function blocksOf(cells: readonly Cell[], months: readonly string[]): Overview['blocks'] {
  return grouped(cells, ({ block }) => block).map(([block, sum]) => {
    const own = cells.filter((cell) => cell.block === block)
    const monthly = months.map((month) => sumOf(own.filter((cell) => cell.month === month)).enterprises)
    return { block, ...printed(sum), months: monthly }
  })
}

function industriesOf(cells: readonly Cell[]): Overview['industries'] {
  return grouped(cells, ({ industry }) => sectionOf(industry)?.letter ?? '').map(([letter, sum]) => {
    const held = cells.find(({ industry }) => (sectionOf(industry)?.letter ?? '') === letter)!
    return { letter: letter || null, words: sectionOf(held.industry)?.words ?? unclassified, ...printed(sum) }
  })
}

/** Sums by a name, the largest number of enterprises first. */
function grouped(cells: readonly Cell[], nameOf: (cell: Cell) => string): [string, Sum][] {
  const groups = [...Map.groupBy(cells, nameOf)].map(([name, own]): [string, Sum] => [name, sumOf(own)])
  return groups.sort(([, a], [, b]) => b.enterprises - a.enterprises)
}

function sumOf(cells: readonly Sum[]): Sum {
  return {
    enterprises: cells.reduce((sum, cell) => sum + cell.enterprises, 0),
    capital: cells.reduce((sum, cell) => sum.plus(cell.capital), new Decimal(0)),
  }
}

function printed({ enterprises, capital }: Sum): { enterprises: number; capital: string } {
  return { enterprises, capital: capital.toFixed() }
}

function percent(part: Decimal, whole: Decimal): string | null {
  return whole.isZero() ? null : part.times(100).div(whole).toFixed(1, Decimal.ROUND_HALF_UP)
}

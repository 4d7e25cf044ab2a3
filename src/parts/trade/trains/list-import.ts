import type { Tx } from '#kernel/db/work.ts'
import type { SpooledFile } from '#kernel/files/spool.ts'
import type { SheetRow, Table } from '#kernel/files/table.ts'
import { headingOf } from '#parts/ledgers/headings.ts'
import { type ImportResult, importTableIn } from '#parts/ledgers/import.ts'
import type { Ledger } from '#parts/ledgers/ledger.ts'
import { trainContainers } from '../train-containers.ledger.ts'
import { trains } from '../trains.ledger.ts'
import type { ListedContainer } from './list-form.ts'
import type { TrainListAsked } from './train-list.ts'

/** Columns of a list that are the train's, and where the row came from: they stand in the workbook of rejected rows and fill no container's column. */
const besides = ['route', 'borderPort', 'sheet', 'line'] as const
const besidesWords: Readonly<Record<(typeof besides)[number], string>> = {
  route: headingOf(trains.columns['route']!),
  borderPort: headingOf(trains.columns['borderPort']!),
  sheet: '工作表',
  line: '原行号',
}

/** Imports the containers of a list as one batch of the file. */
export function importContainers(
  tx: Tx,
  asked: TrainListAsked,
  spooled: SpooledFile,
  containers: readonly ListedContainer[],
): Promise<ImportResult> {
  const names = Object.keys(trainContainers.columns)
  const headings = [...names.map((name) => headingOf(trainContainers.columns[name]!)), ...Object.values(besidesWords)]
  const rows = containers.map(({ values, sheet, line, formula }, index): SheetRow => {
    const besideCells = [values['route'] ?? '', values['borderPort'] ?? '', sheet, String(line)]
    const row = { line: index + 2, cells: [...names.map((name) => values[name] ?? ''), ...besideCells] }
    return formula ? { ...row, formula } : row
  })
  const table = tableOf(headings, rows)
  const mapping = Object.fromEntries(Object.values(besidesWords).map((heading) => [heading, null]))
  return importTableIn(tx, trainContainers, { ...askedOf(asked), table, spooled, mapping })
}

/** What a list says of its trains beside their containers. */
interface TrainHead {
  trainNumber: string
  departedOn: string
  direction: string
  scope: string
  route: string
  borderPort: string
}

/**
 * Makes or corrects each train's own row from all of its containers on the ledger. What the list does not say of a train stays as it is
 * known. Answers nothing when none of the trains has a container.
 */
export async function importTrains(
  tx: Tx,
  asked: TrainListAsked,
  containers: readonly ListedContainer[],
): Promise<ImportResult | null> {
  const { rows } = await tx.client.query<Record<string, string | null>>(madeFromContainers, [
    JSON.stringify(headsOf(containers)),
  ])
  if (rows.length === 0) return null
  // The containers' working tables last as long as the transaction; the trains make their own.
  await tx.client.query('drop table if exists pg_temp.staging, pg_temp.matched')
  const names = Object.keys(trains.columns)
  const headings = names.map((name) => headingOf(trains.columns[name]!))
  const lines = rows.map((row, index) => ({ line: index + 2, cells: names.map((name) => row[name] ?? '') }))
  return importTableIn(tx, trains as Ledger, { ...askedOf(asked), table: tableOf(headings, lines) })
}

/** One head a train: of several words for the same thing, the first. */
export function headsOf(containers: readonly ListedContainer[]): TrainHead[] {
  const heads = new Map<string, TrainHead>()
  for (const { values } of containers) {
    const said = (name: keyof TrainHead) => values[name] ?? ''
    const key = `${said('trainNumber')} ${said('departedOn')}`
    const head = heads.get(key)
    const own = {
      ...{ trainNumber: said('trainNumber'), departedOn: said('departedOn'), direction: said('direction') },
      ...{ scope: said('scope'), route: said('route'), borderPort: said('borderPort') },
    }
    for (const name of Object.keys(own) as (keyof TrainHead)[]) if (head) head[name] ||= own[name]
    if (!head && /^\d{4}-\d{2}-\d{2}$/.test(own.departedOn) && own.trainNumber) heads.set(key, own)
  }
  return [...heads.values()]
}

/** TEU of a train are whole: a train with boxes of 2.25 TEU is rounded, halves upward. */
const madeFromContainers = `
  select head.train_number as "trainNumber", head.departed_on::text as "departedOn", c.direction,
    coalesce(nullif(c.scope, ''), t.scope) as scope, coalesce(nullif(head.route, ''), t.route) as route,
    coalesce(nullif(head.border_port, ''), t.border_port) as "borderPort", c.containers::text, round(c.teu)::text as teu,
    trim_scale(c.weight)::text as weight, trim_scale(c.value)::text as value, t.arrived_on::text as "arrivedOn"
  from (select h ->> 'trainNumber' as train_number, (h ->> 'departedOn')::date as departed_on, h ->> 'route' as route,
      h ->> 'borderPort' as border_port from jsonb_array_elements($1::jsonb) as given (h)) head
  join lateral (select mode() within group (order by direction) as direction, mode() within group (order by scope) as scope,
      count(*) as containers, sum(teu) as teu, sum(weight) as weight, sum(value) as value
    from ledger_trade_train_containers c where c.departed_on = head.departed_on and c.train_number = head.train_number) c on c.containers > 0
  left join ledger_trade_trains t on t.departed_on = head.departed_on and t.train_number = head.train_number
  order by 2, 1`

function askedOf({ file, unit, roots, signal }: TrainListAsked) {
  return { file: { name: file.name }, ...(unit && { unit }), ...(roots && { roots }), ...(signal && { signal }) }
}

function tableOf(headings: string[], rows: readonly SheetRow[]): Table {
  const all = [{ line: 1, cells: headings }, ...rows]
  return {
    format: 'xlsx',
    rows: async function* () {
      for (let from = 0; from < all.length; from += 2000) yield all.slice(from, from + 2000)
    },
  }
}

import { read, type Tx, type Work } from '#kernel/db/work.ts'
import type { DoctorLine } from '#kernel/part.ts'
import { ledgers } from './registry.ts'
import { namesOf } from './row-values.ts'
import type { SqlNames } from './sql-names.ts'

/** A table that Citus knows, as `pg_dist_partition` has it: `h` is by the hash of a column, `n` is the same everywhere or by itself. */
export interface DistributedTable {
  name: string
  method: string
  /** of a table that is the same on every node */
  reference: boolean
  column: string | null
  colocation: number
}

/** What docs/scale.md says of a large ledger: its rows and old versions lie by the key, beside each other. */
export interface Expected {
  rows: string
  history: string
  column: string
}

/** The statements that spread a ledger over the workers of a Citus coordinator, as docs/scale.md has them. */
export function spreadStatements({ rows, history, key }: SqlNames): string[] {
  const bare = (name: string) => name.replaceAll('"', '')
  return [
    `select create_distributed_table('${bare(rows)}', '${bare(key[0]!)}')`,
    `select create_distributed_table('${bare(history)}', '${bare(key[0]!)}', colocate_with => '${bare(rows)}')`,
  ]
}

/** Says where the rows lie: on this server, or with Citus on which terms, and what is not as docs/scale.md says. */
export async function distributionWell(work: Work): Promise<DoctorLine> {
  return read(work, async (tx) => {
    const citus = await citusVersion(tx)
    if (!citus) {
      const words = { zh: '全部数据在本数据库服务器上（未安装 Citus）', en: 'everything on this server (no Citus)' }
      return { name: 'distribution', well: true, words }
    }
    return distributionLine(citus, await tablesOf(tx), await expected(), await workersOf(tx))
  })
}

/** The line about a database with Citus. */
export function distributionLine(
  version: string,
  tables: readonly DistributedTable[],
  large: readonly Expected[],
  workers: number,
): DoctorLine {
  const spread = tables.filter(({ method, reference }) => method === 'h' && !reference)
  const everywhere = tables.filter(({ reference }) => reference)
  const faults = faultsOf(spread, large)
  const name = 'distribution'
  const head = { zh: `Citus ${version}，工作节点 ${workers} 个`, en: `Citus ${version}, ${workers} workers` }
  if (spread.length + everywhere.length === 0) {
    const zh = `${head.zh}；没有分布任何表，全部数据在协调节点上。需要分布时按 docs/scale.md 执行`
    const en = `${head.en}; nothing is distributed, everything is on the coordinator. docs/scale.md has the statements`
    return { name, well: true, words: { zh, en } }
  }
  const list = spread.map((table) => `${table.name} (${table.column})`).join(', ')
  const copies = everywhere.map((table) => table.name).join(', ')
  const zh = [
    `分布表：${list || '无'}`,
    `各节点同表：${copies || '无'}`,
    '其余表在协调节点上',
    ...faults.map((fault) => fault.zh),
  ]
  const en = [
    `distributed: ${list || 'none'}`,
    `on every node: ${copies || 'none'}`,
    'all other tables on the coordinator',
    ...faults.map((fault) => fault.en),
  ]
  const words = { zh: `${head.zh}；${zh.join('；')}`, en: `${head.en}; ${en.join('; ')}` }
  return { name, well: faults.length === 0, words }
}

function faultsOf(spread: readonly DistributedTable[], large: readonly Expected[]) {
  const known = new Map(spread.map((table) => [table.name, table]))
  const faults: { zh: string; en: string }[] = []
  const say = (zh: string, en: string) => faults.push({ zh, en })
  for (const { rows, history, column } of large) {
    const [at, past] = [known.get(rows), known.get(history)]
    if (!at && !past) continue
    for (const [name, table] of [[rows, at] as const, [history, past] as const]) {
      if (!table) say(`${name} 尚未分布，见 docs/scale.md`, `${name} is not distributed yet, see docs/scale.md`)
      else if (table.column !== column)
        say(
          `${name} 应按 ${column} 分布，现按 ${table.column}`,
          `${name} lies by ${table.column} and should by ${column}`,
        )
    }
    if (at && past && at.colocation !== past.colocation)
      say(
        `${rows} 与 ${history} 未同置，更正会跨节点`,
        `${rows} and ${history} are not colocated: corrections cross nodes`,
      )
  }
  const expected = new Set(large.flatMap(({ rows, history }) => [rows, history]))
  const stray = spread.map(({ name }) => name).filter((name) => !expected.has(name))
  if (stray.length > 0) say(`不应分布：${stray.join('、')}`, `should stay on the coordinator: ${stray.join(', ')}`)
  return faults
}

async function citusVersion({ client }: Tx): Promise<string | undefined> {
  const { rows } = await client.query<{ version: string }>(
    `select extversion as version from pg_extension where extname = 'citus'`,
  )
  return rows[0]?.version
}

/** Leaves lie as their ledger does and are not listed. */
async function tablesOf({ client }: Tx): Promise<DistributedTable[]> {
  const { rows } = await client.query<DistributedTable>(
    `select c.relname as name, p.partmethod::text as method, p.repmodel = 't' as reference,
       case when p.partmethod = 'h' then column_to_column_name(p.logicalrelid, p.partkey) end as column, p.colocationid as colocation
     from pg_dist_partition p join pg_class c on c.oid = p.logicalrelid where not c.relispartition order by 1`,
  )
  return rows
}

async function workersOf({ client }: Tx): Promise<number> {
  const { rows } = await client.query<{ workers: string }>(
    `select count(*) as workers from pg_dist_node where noderole = 'primary' and shouldhaveshards`,
  )
  return Number(rows[0]!.workers)
}

async function expected(): Promise<Expected[]> {
  const bare = (name: string) => name.replaceAll('"', '')
  return [...(await ledgers()).values()]
    .map(namesOf)
    .filter(({ leaves }) => leaves)
    .map(({ rows, history, key }) => ({ rows: bare(rows), history: bare(history), column: bare(key[0]!) }))
}

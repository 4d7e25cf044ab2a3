import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import type { recordsShape } from './register-shapes.ts'
import { projectOf } from './states.ts'

type Records = Answer<typeof recordsShape>

/** What was ever frozen, judged, lit, excused, coded and noted of a project, the newest first. */
export async function recordsOf(tx: Tx, code: string, roots: readonly string[]): Promise<Records> {
  await projectOf(tx, code, roots)
  const rows = async <T>(sql: string) => (await tx.client.query(sql, [code])).rows.map(dated) as T[]
  return {
    baselines: await rows<Records['baselines'][number]>(
      `select version, frozen_on::text as "frozenOn", reason, by_name as by, at,
         (select count(*)::int from project_baseline_milestones m where m.project_code = b.project_code and m.version = b.version) as milestones
       from project_baselines b where project_code = $1 order by version desc`,
    ),
    judgements: await rows<Records['judgements'][number]>(
      `select level, narrative, on_day::text as "onDay", by_name as by, at from project_judgements where project_code = $1 order by id desc`,
    ),
    lights: await rows<Records['lights'][number]>(
      `select state, rule_version as "ruleVersion", on_day::text as "onDay", inputs from project_lights where project_code = $1 order by id desc limit 100`,
    ),
    excuses: await rows<Records['excuses'][number]>(
      `select input, reason, from_on::text as "fromOn", until_on::text as "untilOn", by_name as by, at from project_excuses
       where project_code = $1 order by id desc`,
    ),
    codes: await rows<Records['codes'][number]>(
      `select scheme, code, from_on::text as "fromOn", until_on::text as "untilOn", reason, by_name as by, at from project_codes
       where project_code = $1 order by from_on desc, id desc`,
    ),
    contacts: await rows<Records['contacts'][number]>(
      `select on_day::text as "onDay", kind, words, by_name as by, at from project_contacts where project_code = $1 order by on_day desc, id desc`,
    ),
  }
}

function dated(row: Record<string, unknown>): Record<string, unknown> {
  return row['at'] instanceof Date ? { ...row, at: row['at'].toISOString() } : row
}

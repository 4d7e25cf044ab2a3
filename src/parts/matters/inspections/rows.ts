import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import type { State } from '../engine/states.ts'
import { type Finding, type Level, type Pollution, type Progress, progressOf } from './words.ts'

export interface BatchRow {
  code: string
  name: Words
  level: Level
  receivedOn: string
  dueOn: string
}

/** An issue with what its matter stands at. */
export interface IssueRow {
  batch: string
  nth: number
  receipt: string
  matter: number
  number: string
  title: string
  description: string
  address: string
  pollution: Pollution
  key: boolean
  state: State
  progress: Progress
  unit: { code: string; name: Words } | null
  dutyUnit: string | null
  /** the unit that the inspection names */
  named: { code: string; name: Words } | null
  /** its own day, the batch's where it has none */
  dueOn: string
  /** when the clock of its stage runs out */
  dueAt: Date | null
  rework: number
  rebounds: number
  finding: Finding | null
  findingWords: string
  measures: string
  ordered: number
  fined: number
  fineYuan: string
  answerable: number
  foundAt: Date | null
  acceptedFirstAt: Date | null
  acceptedFirstBy: string | null
  acceptedAt: Date | null
  acceptedBy: string | null
  publishedAt: Date | null
  closedAt: Date | null
}

/** Batches, the newest first. */
export async function batchesOf(tx: Pick<Tx, 'client'>): Promise<BatchRow[]> {
  const { rows } = await tx.client.query<{
    code: string
    zh: string
    en: string
    level: Level
    received: string
    due: string
  }>(
    `select code, name_zh as zh, name_en as en, level, received_on::text as received, due_on::text as due
     from inspection_batches order by received_on desc, code desc`,
  )
  return rows.map(({ code, zh, en, level, received, due }) => ({
    ...{ code, name: { zh, en }, level, receivedOn: received, dueOn: due },
  }))
}

/** Issues by a condition on `i` (inspection_issues), `m` (matters) and `b` (inspection_batches), in the order of their batches. */
export async function issuesWhere(
  tx: Pick<Tx, 'client'>,
  condition: string,
  values: readonly unknown[],
  today: string,
): Promise<IssueRow[]> {
  const { rows } = await tx.client.query<Record<string, unknown>>(
    `select i.*, m.number, m.title, m.description, m.address, m.state, m.duty_unit, m.due_at, m.rework, m.reopened, m.closed_at,
       coalesce(i.due_on, b.due_on)::text as due_on, u.name_zh, u.name_en, named.name_zh as named_zh, named.name_en as named_en, first.name as first_name, second.name as second_name
     from inspection_issues i join matters m on m.id = i.matter_id join inspection_batches b on b.code = i.batch_code
       left join units u on u.code = m.duty_unit
       left join units named on named.code = i.named_unit
       left join people first on first.code = i.accepted_first_by left join people second on second.code = i.accepted_by
     where ${condition} order by b.received_on desc, b.code desc, i.nth`,
    [...values],
  )
  return rows.map((row) => issueFrom(row, today))
}

function issueFrom(row: Record<string, unknown>, today: string): IssueRow {
  const text = (name: string) => row[name] as string
  const at = (name: string) => row[name] as Date | null
  const state = row['state'] as State
  const dutyUnit = row['duty_unit'] as string | null
  const named = row['named_unit'] as string | null
  return {
    ...{
      batch: text('batch_code'),
      nth: Number(row['nth']),
      receipt: text('receipt'),
      matter: Number(row['matter_id']),
    },
    ...{ number: text('number'), title: text('title'), description: text('description'), address: text('address') },
    ...{ pollution: row['pollution'] as Pollution, key: row['key'] === true, state, dutyUnit },
    unit: dutyUnit === null ? null : { code: dutyUnit, name: { zh: text('name_zh'), en: text('name_en') } },
    named: named === null ? null : { code: named, name: { zh: text('named_zh'), en: text('named_en') } },
    progress: progressOf({ state, acceptedAt: at('accepted_at'), dueOn: text('due_on') }, today),
    ...{ dueOn: text('due_on'), dueAt: at('due_at'), rework: Number(row['rework']), rebounds: Number(row['reopened']) },
    ...{ finding: row['finding'] as Finding | null, findingWords: text('finding_words'), measures: text('measures') },
    ...{ ordered: Number(row['ordered']), fined: Number(row['fined']), fineYuan: text('fine_yuan') },
    ...{ answerable: Number(row['answerable']), foundAt: at('found_at'), acceptedFirstAt: at('accepted_first_at') },
    acceptedFirstBy: (row['first_name'] ?? row['accepted_first_by']) as string | null,
    ...{ acceptedAt: at('accepted_at'), acceptedBy: (row['second_name'] ?? row['accepted_by']) as string | null },
    ...{ publishedAt: at('published_at'), closedAt: at('closed_at') },
  }
}

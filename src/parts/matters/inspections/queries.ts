import { rootsFor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { readScope, scopeSql } from '../desk/scope.ts'
import { desksOf } from '../engine/engine.ts'
import { mattersPermissions } from '../engine/permissions.ts'
import { type BatchRow, batchesOf, type IssueRow, issuesWhere } from './rows.ts'
import type { batchesShape, batchShape } from './shapes.ts'
import { type Standing, standingFor } from './standing.ts'

type Batch = Answer<typeof batchesShape>['batches'][number]
type Issue = Answer<typeof batchShape>['issues'][number]

/** Every batch with how many of its issues stand where, as far as the reader sees them. */
export async function batchesShown(tx: Tx, roots: readonly string[]): Promise<Answer<typeof batchesShape>> {
  const today = await zoneToday(tx)
  const issues = await seen(tx, roots, 'true', [], today)
  const by = Map.groupBy(issues, ({ batch }) => batch)
  const batches = (await batchesOf(tx)).filter(({ code }) => by.has(code))
  const { supervises, supervision } = await standingOf(tx)
  return {
    today,
    batches: batches.map((batch) => countedBatch(batch, by.get(batch.code)!)),
    takesIn: supervises.has(supervision),
  }
}

/** A batch with its issues; refuses `matters/batch-unknown` (404). */
export async function batchShown(tx: Tx, code: string, roots: readonly string[]): Promise<Answer<typeof batchShape>> {
  const batch = (await batchesOf(tx)).find((one) => one.code === code) ?? refuse('matters/batch-unknown', { code }, 404)
  const issues = await seen(tx, roots, 'i.batch_code = $1', [code], await zoneToday(tx))
  const standing = await standingOf(tx)
  return { batch: countedBatch(batch, issues), issues: issues.map((issue) => shown(issue, standing)) }
}

/** Where the reader stands: which units they work for, approve for, and whether they supervise. */
export async function standingOf(tx: Tx): Promise<Standing> {
  const under = async (need: keyof typeof mattersPermissions) =>
    new Set(await unitsUnder(tx, rootsFor(tx.actor, mattersPermissions[need])))
  const { supervision } = await desksOf(tx)
  return {
    ...{ works: await under('matters/work'), approves: await under('matters/approve') },
    ...{ supervises: await under('matters/supervise'), supervision },
  }
}

function seen(
  tx: Tx,
  roots: readonly string[],
  condition: string,
  values: unknown[],
  today: string,
): Promise<IssueRow[]> {
  const bind = (value: unknown) => `$${values.push(value)}`
  return readScope(tx, roots).then((scope) =>
    issuesWhere(tx, [condition, ...scopeSql(scope, bind)].join(' and '), values, today),
  )
}

function countedBatch(batch: BatchRow, issues: readonly IssueRow[]): Batch {
  const count = (progress: IssueRow['progress']) => issues.filter((issue) => issue.progress === progress).length
  return {
    ...batch,
    ...{ issues: issues.length, done: count('done'), staged: count('staged'), underWay: count('under-way') },
    ...{ late: count('late'), rebounds: issues.filter(({ rebounds }) => rebounds > 0).length },
    published: issues.filter(({ publishedAt }) => publishedAt !== null).length,
  }
}

function shown(issue: IssueRow, standing: Standing): Issue {
  const moment = (at: Date | null, by: string | null) => (at === null ? null : { at: at.toISOString(), by: by ?? '' })
  const { nth, receipt, number, title, description, pollution, key, state, progress, unit, dueOn, rework } = issue
  const { named, rebounds, finding, measures, ordered, fined, fineYuan, answerable } = issue
  return {
    ...{ nth, receipt, number, title, description, pollution, key, state, progress, unit, dueOn, rework, rebounds },
    ...{ named, finding, findingWords: issue.findingWords, measures, ordered, fined, fineYuan, answerable },
    acceptedFirst: moment(issue.acceptedFirstAt, issue.acceptedFirstBy),
    accepted: moment(issue.acceptedAt, issue.acceptedBy),
    publishedAt: issue.publishedAt?.toISOString() ?? null,
    deeds: standingFor(issue, standing),
  }
}

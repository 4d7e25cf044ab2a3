import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import type { Asked } from '#kernel/http/endpoint.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneNow, zoneToday } from '#kernel/zone-clock.ts'
import { unitCodes } from '#parts/org/org.ts'
import { matterOf, moveMatter, openMatter } from '../engine/engine.ts'
import { standingOf } from './queries.ts'
import { type IssueRow, issuesWhere } from './rows.ts'
import type { findShape, openBatchShape } from './shapes.ts'
import { type IssueDeed, standingFor } from './standing.ts'

/**
 * Takes in a batch: each issue becomes a matter that is registered, dispatched and checked like any other. Refuses `matters/batch-known` (409),
 * `matters/receipt-known` (409), `matters/days-turned`, `org/unit-unknown`, and what opening a matter refuses; all of a batch comes in, or
 * nothing. `list` is the print of the list it came by, when it came by one.
 */
export async function openBatch(tx: Tx, said: NewBatch, list: string | null = null): Promise<string[]> {
  const { code, issues, receivedOn, dueOn } = said
  if (dueOn < receivedOn) refuse('matters/days-turned', { from: receivedOn, to: dueOn })
  await refuseKnown(
    tx,
    code,
    issues.map(({ receipt }) => receipt),
  )
  await refuseUnits(tx, issues)
  const { id, name } = tx.actor
  await tx.client.query(
    `insert into inspection_batches (code, name_zh, name_en, level, received_on, due_on, kept_at, by_id, by_name, list_sha256)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [code, said.nameZh, said.nameEn, said.level, receivedOn, dueOn, await zoneNow(tx), id, name, list],
  )
  const numbers: string[] = []
  for (const [place, issue] of issues.entries()) numbers.push(await openIssue(tx, said, issue, place + 1))
  audit(tx, { action: 'matters/open-batch', subject: `inspection-batch:${code}`, after: { issues: numbers.length } })
  return numbers
}

type NewBatch = Asked<typeof openBatchShape>['body']
type NewIssue = NewBatch['issues'][number]

async function openIssue(tx: Tx, batch: NewBatch, issue: NewIssue, nth: number): Promise<string> {
  const { receipt, category, pollution, key, title, description, address, unit, dueOn, place } = issue
  const { id, number } = await openMatter(tx, {
    ...{ inflow: 'inspection', category, title, description, address, source: batch.nameZh, place },
    ...{ externalReference: receipt, idempotencyKey: `inspection:${receipt}`, promisedOn: dueOn ?? batch.dueOn },
  })
  await tx.client.query(
    `insert into inspection_issues (batch_code, nth, receipt, matter_id, pollution, key, due_on, named_unit)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [batch.code, nth, receipt, id, pollution, key, dueOn ?? null, unit ?? null],
  )
  return number
}

async function refuseUnits(tx: Tx, issues: readonly NewIssue[]): Promise<void> {
  const known = new Set(await unitCodes(tx))
  const strange = issues.find(({ unit }) => unit !== undefined && !known.has(unit))
  if (strange) refuse('org/unit-unknown', { unit: strange.unit })
}

async function refuseKnown(tx: Tx, code: string, receipts: readonly string[]): Promise<void> {
  const { rowCount } = await tx.client.query('select from inspection_batches where code = $1', [code])
  if (rowCount) refuse('matters/batch-known', { code }, 409)
  const twice = receipts.find((receipt, place) => receipts.indexOf(receipt) !== place)
  const { rows } = await tx.client.query<{ receipt: string }>(
    'select receipt from inspection_issues where receipt = any ($1) limit 1',
    [receipts],
  )
  const known = twice ?? rows[0]?.receipt
  if (known !== undefined) refuse('matters/receipt-known', { receipt: known }, 409)
}

/** What was found on the spot and what was done about it, by the duty unit. */
export async function sayFinding(tx: Tx, receipt: string, said: Asked<typeof findShape>['body']): Promise<void> {
  const issue = await issueFor(tx, receipt, 'find')
  const { finding, words, measures, ordered, fined, fineYuan, answerable } = said
  if (fined === 0 && Number(fineYuan) > 0) refuse('matters/fine-of-nobody', { yuan: fineYuan })
  await tx.client.query(
    `update inspection_issues set finding = $2, finding_words = $3, measures = $4, ordered = $5, fined = $6, fine_yuan = $7, answerable = $8,
       found_at = $9, found_by = $10, accepted_first_at = null, accepted_first_by = null where receipt = $1`,
    [receipt, finding, words, measures, ordered, fined, fineYuan, answerable, await zoneNow(tx), tx.actor.name],
  )
  told(tx, issue, 'matters/say-finding', { finding, measures, fined, fineYuan, answerable })
}

/** 销号 on its two levels; nobody who handled the matter accepts it for the supervision centre. */
export async function acceptIssue(tx: Tx, receipt: string, level: 'first' | 'second'): Promise<void> {
  const issue = await issueFor(tx, receipt, level === 'first' ? 'accept-first' : 'accept')
  const handlers = (await matterOf(tx, issue.number))!.handlers
  if (level === 'second' && handlers.includes(tx.actor.id)) refuse('matters/accepted-own', {}, 403)
  const columns = level === 'first' ? ['accepted_first_at', 'accepted_first_by'] : ['accepted_at', 'accepted_by']
  await tx.client.query(`update inspection_issues set ${columns[0]} = $2, ${columns[1]} = $3 where receipt = $1`, [
    ...[receipt, await zoneNow(tx), tx.actor.name],
  ])
  told(tx, issue, 'matters/accept-issue', { level })
}

/** Lets an issue into the public table. */
export async function publishIssue(tx: Tx, receipt: string): Promise<void> {
  const issue = await issueFor(tx, receipt, 'publish')
  await tx.client.query('update inspection_issues set published_at = $2 where receipt = $1', [
    receipt,
    await zoneNow(tx),
  ])
  told(tx, issue, 'matters/publish-issue', {})
}

/** A look after the end: a failed one is a rebound, which opens the matter again and takes the acceptance back. */
export async function recheckIssue(tx: Tx, receipt: string, said: { passed: boolean; words: string }): Promise<void> {
  const issue = await issueFor(tx, receipt, 'recheck')
  await tx.client.query(
    'insert into inspection_rechecks (matter_id, passed, words, at, by_id, by_name) values ($1, $2, $3, $4, $5, $6)',
    [issue.matter, said.passed, said.words, await zoneNow(tx), tx.actor.id, tx.actor.name],
  )
  told(tx, issue, 'matters/recheck-issue', { ...said })
  if (said.passed) return
  const matter = (await matterOf(tx, issue.number))!
  await moveMatter(tx, { matter: issue.number, seen: matter.version, deed: 'rebound', reason: said.words })
  await tx.client.query(
    `update inspection_issues set accepted_first_at = null, accepted_first_by = null, accepted_at = null, accepted_by = null
     where receipt = $1`,
    [receipt],
  )
}

/** The issue, when the caller may do the deed with it now; refuses `matters/issue-unknown` (404), `matters/issue-not-now` (409). */
async function issueFor(tx: Tx, receipt: string, deed: IssueDeed): Promise<IssueRow> {
  await tx.client.query('select from inspection_issues where receipt = $1 for update', [receipt])
  const [issue] = await issuesWhere(tx, 'i.receipt = $1', [receipt], await zoneToday(tx))
  if (!issue) return refuse('matters/issue-unknown', { receipt }, 404)
  if (!standingFor(issue, await standingOf(tx)).includes(deed)) refuse('matters/issue-not-now', { receipt }, 409)
  return issue
}

function told(tx: Tx, issue: IssueRow, action: `matters/${string}`, after: Record<string, unknown>): void {
  audit(tx, {
    action,
    subject: `inspection-issue:${issue.receipt}`,
    ...(issue.dutyUnit ? { unit: issue.dutyUnit } : {}),
    after,
  })
}

import { type Permission, rootsFor } from '#kernel/access/actor.ts'
import type { Tx } from '#kernel/db/work.ts'
import { type Period, printPeriod } from '#kernel/period.ts'
import { isUnder, unitNamesOn, unitsUnder } from '#parts/org/org.ts'
import { explanationsOf, findingsOf, pastOf } from './audit-reading.ts'
import { emptyCell, lastOf, type Past, yearBeforeOf } from './audit-subject.ts'
import { type AskedRow, isHandedIn } from './desk.ts'
import { deskDay } from './desk-day.ts'
import { dueOn, itemsIn, nextPeriod, periodBefore, workdaysLate } from './periods.ts'
import { permissions } from './permissions.ts'
import type * as shapes from './shapes.ts'
import type { EntryRow, FindingShown, SubmissionView } from './shapes.ts'
import { cellsOf, type Submission, type SubmissionKey, submissionAt } from './submission.ts'

type May = SubmissionView['may']

/** Everything the entry page shows of a submission. */
export async function submissionView(tx: Tx, key: SubmissionKey): Promise<SubmissionView> {
  const submission = await submissionAt(tx, key)
  const { form, unit, period, steps, state } = submission
  const { today, calendar } = await deskDay(tx)
  const names = await unitNamesOn(tx, [period.end, today].toSorted()[0]!)
  const due = dueOn(form, period, calendar)
  const submittedBy = steps.findLast(({ step }) => step === 'submitted')?.byId
  return {
    form: {
      ...{ code: form.code, name: form.name, source: form.source },
      version: submission.version,
      cumulative: form.cumulative !== 'no',
    },
    unit: { code: unit, name: names.get(unit) ?? { zh: unit, en: unit } },
    ...{ period: shownPeriod(form, period), today, dueOn: due, state },
    before: periodBefore(form, period)?.text ?? null,
    after: nextPeriod(form, period.end)?.text ?? null,
    lateBy: due === null || isHandedIn(state) ? null : workdaysLate(calendar, due, today),
    ...(await rowsAndFindings(tx, submission)),
    steps: steps.map(({ step, words, at, byName }) => ({ step, words, at: at.toISOString(), by: byName })),
    may: await mayOn(tx, unit),
    own: submittedBy === tx.actor.id,
  }
}

/** A row of the desk or the board as its reply has it. */
export async function shownRows(tx: Tx, rows: readonly AskedRow[]): Promise<shapes.AskedRow[]> {
  const within = await unitsByDeed(tx)
  return rows.map((row) => ({
    ...row,
    period: shownPeriod({ cumulative: row.cumulative }, row.period),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    may: { enter: within.enter.has(row.unit), review: within.review.has(row.unit), lock: within.lock.has(row.unit) },
  }))
}

/** 2018年6月, or 2018年1—6月 where a month stands for the year to its end. */
export function shownPeriod(form: { cumulative: string }, period: Period): SubmissionView['period'] {
  const { text, start, end } = period
  const told: Period =
    form.cumulative === 'year' && !start.endsWith('-01-01')
      ? { kind: 'range', text: '2018-01/2018-02', start: `${end.slice(0, 4)}-01-01`, end }
      : period
  return { text, start, end, zh: printPeriod(told, 'zh'), en: printPeriod(told, 'en') }
}

async function rowsAndFindings(tx: Tx, submission: Submission): Promise<Pick<SubmissionView, 'rows' | 'findings'>> {
  const { form, period } = submission
  const cells = await cellsOf(tx, submission.id)
  const past = await pastOf(tx, submission)
  const said = await explanationsOf(tx, submission.id)
  const rows = itemsIn(form, period).map((item): EntryRow => {
    const before = { past: past.get(item.code) ?? [], period, form }
    return {
      ...{ code: item.code, name: item.name, unit: item.unit, places: item.places },
      ...{ growthPlaces: item.growthPlaces, growthUnit: item.growthUnit },
      asks: {
        value: item.level === 'reported',
        base: item.level === 'reported' && item.base === 'supplied',
        growth: item.growth === 'published',
      },
      ...(cells.get(item.code) ?? emptyCell),
      ...{ last: shownPast(lastOf(before)), yearBefore: shownPast(yearBeforeOf(before)) },
    }
  })
  const findings = (await findingsOf(tx, submission, cells)).map((finding): FindingShown => {
    const reason = said.get(finding.key)
    const explanation = reason ? { words: reason.words, at: reason.at.toISOString(), by: reason.byName } : null
    return { ...finding, explanation }
  })
  // A sheet that nobody touched is not full of mistakes.
  return { rows, findings: cells.size === 0 ? [] : findings }
}

function shownPast(past: Past | undefined): EntryRow['last'] {
  return past ? { period: past.period, value: past.value, base: past.base, growth: past.growth } : null
}

async function mayOn(tx: Tx, unit: string): Promise<May> {
  const holds = (permission: Permission) => isUnder(tx, unit, rootsFor(tx.actor, permission))
  return {
    enter: await holds(permissions['economy/enter']),
    review: await holds(permissions['economy/review']),
    lock: await holds(permissions['economy/lock']),
  }
}

async function unitsByDeed(tx: Tx): Promise<Record<keyof May, Set<string>>> {
  const below = async (permission: Permission) => new Set(await unitsUnder(tx, rootsFor(tx.actor, permission)))
  return {
    enter: await below(permissions['economy/enter']),
    review: await below(permissions['economy/review']),
    lock: await below(permissions['economy/lock']),
  }
}

import type { Tx } from '#kernel/db/work.ts'
import { read } from '#kernel/db/work.ts'
import { type Request, type Route, reads, works, writes } from '#kernel/http/route.ts'
import { parsePeriod, periodOf } from '#kernel/period.ts'
import { keepInside, unitNamesOn, unitsUnder } from '#parts/org/org.ts'
import { askedBetween, formsDesk, isHandedIn, lateRows } from './desk.ts'
import { deskDay } from './desk-day.ts'
import { saveDraft } from './entry.ts'
import { formWorkbook, takeFormFile } from './form-file.ts'
import { currentForms } from './forms.ts'
import { explainFinding, submitForm } from './handing-in.ts'
import { acceptForm, lockForm, reopenForm, returnForm } from './review.ts'
import * as shapes from './shapes.ts'
import type { SubmissionKey } from './submission.ts'
import { shownPeriod, shownRows, submissionView } from './view.ts'

const deskRoutes: Route[] = [
  reads(shapes.formsShape, async (tx, _asked, { roots }) => {
    const units = await unitsUnder(tx, roots)
    const { today, rows } = await formsDesk(tx, units)
    return { today, forms: await formsOf(tx, units, today), rows: await shownRows(tx, rows) }
  }),
  reads(shapes.boardShape, async (tx, { query }, { roots }) => {
    const units = await unitsUnder(tx, roots)
    const { today } = await deskDay(tx)
    const month = query.period === undefined ? periodOf('month', today) : parsePeriod(query.period)
    const { rows } = await askedBetween(tx, { units, from: month.start, to: month.end })
    const late = await lateRows(tx, units)
    const count = (found: readonly unknown[]) => found.length
    return {
      ...{ today, period: shownPeriod({ cumulative: 'no' }, month) },
      ...{ rows: await shownRows(tx, rows), late: await shownRows(tx, late.rows) },
      counts: {
        asked: count(rows),
        handedIn: count(rows.filter((row) => isHandedIn(row.state))),
        accepted: count(rows.filter((row) => row.state === 'accepted' || row.state === 'locked')),
        late: count(rows.filter((row) => (row.lateBy ?? 0) > 0)),
      },
    }
  }),
]

const submissionRoutes: Route[] = [
  reads(shapes.submissionShape, (tx, { params }, request) => shown(tx, params, request)),
  writes(shapes.saveDraftShape, (tx, { params, body }, request) =>
    done(tx, params, request, () => saveDraft(tx, params, body.rows)),
  ),
  writes(shapes.submitShape, (tx, { params }, request) => done(tx, params, request, () => submitForm(tx, params))),
  writes(shapes.explainShape, (tx, { params, body }, request) =>
    done(tx, params, request, () => explainFinding(tx, params, body)),
  ),
  writes(shapes.returnShape, (tx, { params, body }, request) =>
    done(tx, params, request, () => returnForm(tx, params, body.words)),
  ),
  writes(shapes.acceptShape, (tx, { params }, request) => done(tx, params, request, () => acceptForm(tx, params))),
  writes(shapes.lockShape, (tx, { params }, request) => done(tx, params, request, () => lockForm(tx, params))),
  writes(shapes.reopenShape, (tx, { params, body }, request) =>
    done(tx, params, request, () => reopenForm(tx, params, body.words)),
  ),
]

const fileRoutes: Route[] = [
  reads(shapes.formTemplateShape, async (tx, { params }, { roots }) => {
    await keepInside(tx, params.unit, roots)
    return formWorkbook(tx, params)
  }),
  works(shapes.formFileShape, async (work, { params }, request) => {
    await read(work, (tx) => keepInside(tx, params.unit, request.roots))
    await takeFormFile(work, params, request.file!.stream)
    return read(work, (tx) => shown(tx, params, request))
  }),
]

async function shown(tx: Tx, key: SubmissionKey, { roots }: Request): Promise<shapes.SubmissionView> {
  await keepInside(tx, key.unit, roots)
  return submissionView(tx, key)
}

/** A deed on a submission inside the caller's units, then the submission as it stands. */
async function done(
  tx: Tx,
  key: SubmissionKey,
  request: Request,
  deed: () => Promise<unknown>,
): Promise<shapes.SubmissionView> {
  await keepInside(tx, key.unit, request.roots)
  await deed()
  return submissionView(tx, key)
}

async function formsOf(tx: Tx, units: readonly string[], today: string) {
  const names = await unitNamesOn(tx, today)
  return [...(await currentForms(tx)).values()].flatMap(({ declaration }) => {
    const own = declaration.units.filter((unit) => units.includes(unit))
    if (own.length === 0) return []
    const { code, name, frequency, source, items } = declaration
    const named = own.map((unit) => ({ code: unit, name: names.get(unit) ?? { zh: unit, en: unit } }))
    return [{ code, name, frequency, source, items: items.length, units: named }]
  })
}

export const routes: readonly Route[] = [...deskRoutes, ...submissionRoutes, ...fileRoutes]

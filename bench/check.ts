import { read } from '#kernel/db/work.ts'
import { composeBulletin, documentOf } from '#parts/bulletins/bulletins.ts'
import { checkDraft } from '#parts/bulletins/checking/check-draft.ts'
import { pasteDraft } from '#parts/bulletins/drafts/read-draft.ts'
import { scoreAll } from './claims/score.ts'
import { median, timed } from './measure.ts'
import type { Line } from './report.ts'
import type { Subject } from './subject.ts'
import { everybody } from './world.ts'

const reportLength = 60_000

/** The checker's time on a bulletin and on a report of a hundred pages, and how well its extractor reads labelled texts. */
export const check: Subject = async ({ filled, sizes, repetitions }) => {
  const { house } = await filled.with(sizes[0])
  const work = house.workAs(everybody)
  const asked = { template: 'half-year', period: '2018-H1', locale: 'zh' as const }
  const { texts, sources, asOf } = await read(work, (tx) => composeBulletin(tx, asked))
  const { tree, figures: printed } = texts[0]!
  const drawing = { tree, printed, sources, asOf, state: 'draft' as const, sha256: null }
  const { content } = await documentOf(drawing, 'md', 'http://127.0.0.1')
  const bulletin = String(content)
  const report = bulletin.repeat(Math.ceil(reportLength / bulletin.length)).slice(0, reportLength)
  const checked = async (text: string, times: number) => {
    const taken: number[] = []
    for (let repetition = -1; repetition < times; repetition++) {
      const { ms } = await timed(() => read(work, (tx) => checkDraft(tx, { draft: pasteDraft(text, 'draft.md') })))
      if (repetition >= 0) taken.push(ms)
    }
    return median(taken)
  }
  const aim = (value: number) => ({ value, unit: 'ms' as const, kind: 'aim' as const, what: 'said in the issue' })
  const subject = 'check'
  const times = Math.ceil(repetitions.short / 10)
  return {
    lines: [
      {
        ...{ subject, what: `half-year bulletin, ${bulletin.length} characters` },
        ...{ measured: { value: await checked(bulletin, times), unit: 'ms' }, limit: aim(100) },
      },
      {
        ...{ subject, what: `report of 100 pages, ${report.length} characters` },
        ...{ measured: { value: await checked(report, 3), unit: 'ms' }, limit: aim(2000) },
      },
      ...qualityOf(),
    ],
  }
}

/** Precision of each kind in each set of labelled texts; its recall and number stand beside. */
function qualityOf(): Line[] {
  return Object.entries(scoreAll()).flatMap(([set, { all, kinds }]) =>
    Object.entries({ all, ...kinds })
      .filter(([, { found }]) => found > 0)
      .map(([kind, { found, right, labelled }]) => ({
        subject: 'claims',
        what: `${set}, ${kind}: precision; recall ${((100 * right) / labelled).toFixed(1)} % of ${labelled}`,
        measured: { value: (100 * right) / found, unit: '%' as const },
      })),
  )
}

import { read, type Tx } from '#kernel/db/work.ts'
import { type Request, type Route, reads, works } from '#kernel/http/route.ts'
import type { Locale } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { areaWithin } from '#parts/indicators/areas.ts'
import { keepInside } from '#parts/org/org.ts'
import { checkOf } from '../check-desk/records.ts'
import { saidReason } from '../checking/reason-words.ts'
import { documentOf } from '../documents.ts'
import { areasSeen, bulletinOf, shownFigure } from '../queries.ts'
import { templatesInUse } from '../templates.ts'
import { blocking } from './checking.ts'
import { composeDraft, type Draft, type DraftText, draftOf, figuresRead, movedSince, textsOf } from './drafts.ts'
import { evidencePack } from './evidence-pack.ts'
import { draftsInHand, rowOf, shownStep } from './in-hand.ts'
import * as shapes from './shapes.ts'
import { checkStep, drawUp, dropStep, issueStep, lastWriter, returnStep, reviewStep, saveDraft } from './signing.ts'

export const signOffRoutes: readonly Route[] = [
  reads(shapes.draftsShape, async (tx, _, { roots }) => ({ drafts: await draftsInHand(tx, roots) })),
  works(shapes.drawUpShape, async (work, { body }, { roots }) => {
    const area = await read(work, (tx) => areaWithin(tx, body.area, roots))
    return drawUp(work, { ...body, area })
  }),
  reads(shapes.draftOpenShape, async (tx, { params, query }, { roots, locale }) => {
    const draft = await draftSeen(tx, params.id, roots)
    return openedDraft(tx, draft, { language: query.language ?? locale, locale })
  }),
  reads(shapes.draftVersionShape, async (tx, { params }, { roots }) => {
    await draftSeen(tx, params.id, roots)
    return { bodies: bodiesOf(await textsOf(tx, params.id, params.version)) }
  }),
  works(shapes.saveDraftShape, async (work, { params, body }, request) => {
    await inReach(request, params.id)
    return saveDraft(work, { id: params.id, ...body, bodies: present(body.bodies) })
  }),
  works(shapes.checkStepShape, async (work, { params }, request) => {
    await inReach(request, params.id)
    return checkStep(work, params.id)
  }),
  works(shapes.reviewStepShape, async (work, { params, body }, request) => {
    await inReach(request, params.id)
    await reviewStep(work, { id: params.id, words: body.words })
    return { reviewed: true }
  }),
  works(shapes.returnStepShape, async (work, { params, body }, request) => {
    await inReach(request, params.id)
    await returnStep(work, { id: params.id, words: body.words })
    return { returned: true }
  }),
  works(shapes.issueStepShape, async (work, { params, body }, request) => {
    await inReach(request, params.id)
    return issueStep(work, { id: params.id, ...body })
  }),
  works(shapes.dropStepShape, async (work, { params, body }, request) => {
    await inReach(request, params.id)
    await dropStep(work, { id: params.id, words: body.words })
    return { dropped: true }
  }),
  works(shapes.draftDocumentShape, async (work, { params, query }, { roots, locale, raw }) => {
    const drawing = await read(work, async (tx) => {
      const { composed } = await composeDraft(tx, await draftSeen(tx, params.id, roots))
      const text = composed.texts.find(({ tree }) => tree.locale === (query.language ?? locale)) ?? composed.texts[0]!
      return { tree: text.tree, printed: text.figures, sources: composed.sources }
    })
    const base = `${raw.protocol}://${raw.host}`
    return documentOf({ ...drawing, asOf: null, state: 'draft', sha256: null }, query.format, base)
  }),
  works(shapes.evidenceShape, async (work, { params }, { roots, locale }) =>
    read(work, async (tx) => {
      const { area } = await bulletinOf(tx, params.id, locale)
      // The rows behind the figures are for whoever may see the area's figures, not for all whom its circulars reach.
      if (!(await areasSeen(tx, roots)).includes(area)) refuse('org/outside-scope', { unit: area }, 403)
      await keepInside(tx, area, roots)
      return evidencePack(tx, params.id)
    }),
  ),
]

/** Refuses `bulletins/draft-unknown` (404) and `org/outside-scope` (403). */
async function draftSeen(tx: Tx, id: number, roots: readonly string[]): Promise<Draft> {
  const draft = await draftOf(tx, id)
  await keepInside(tx, draft.area, roots)
  return draft
}

const inReach = ({ work, roots }: Request, id: number) => read(work, (tx) => draftSeen(tx, id, roots))

async function openedDraft(tx: Tx, draft: Draft, { language, locale }: Record<'language' | 'locale', Locale>) {
  const { composed, sha256 } = await composeDraft(tx, draft)
  const text = composed.texts.find(({ tree }) => tree.locale === language) ?? composed.texts[0]!
  const check = draft.stage === 'drafting' ? undefined : draft.steps.findLast(({ step }) => step === 'checked')
  const { counts, checkId, printed } = check ?? {}
  return {
    ...rowOf(draft, await templatesInUse(tx), draft.steps),
    ...{ version: draft.version, dated: draft.dated, sha256 },
    languages: draft.texts.map(({ locale }) => locale),
    bodies: bodiesOf(draft.texts),
    tree: text.tree,
    printed: text.figures.map((figure) => shownFigure(figure, composed.sources.get(figure.key)!, null)),
    missing: text.figures.filter(({ missing }) => missing).length,
    steps: draft.steps.map((step) => ({ ...shownStep(step), version: step.version, sha256: step.sha256 })),
    check: counts && checkId ? { id: checkId, counts, ...(await againstText(tx, checkId, locale)) } : null,
    moved: printed ? movedSince(printed, figuresRead(composed)) : [],
    asChecked: check?.sha256 === sha256,
    own: lastWriter(draft).byId === tx.actor.id,
    bulletin: draft.steps.find(({ bulletinId }) => bulletinId !== null)?.bulletinId ?? null,
  }
}

const MOST_TOLD = 12

/** How many findings stand against the text, and the first of them in words. */
async function againstText(tx: Tx, check: number, locale: Locale) {
  const { report } = await checkOf(tx, check)
  const wrong = report.findings.filter(({ verdict }) => blocking.some((one) => one === verdict))
  return {
    blocking: wrong.length,
    wrong: wrong.slice(0, MOST_TOLD).map(({ place, verdict, claim, reason }) => ({
      ...{ place, verdict, text: claim.text, said: saidReason(reason, locale) },
    })),
  }
}

const bodiesOf = (texts: readonly DraftText[]): { zh?: string; en?: string } =>
  Object.fromEntries(texts.map(({ locale, body }) => [locale, body]))

const present = ({ zh, en }: { zh?: string | undefined; en?: string | undefined }) => ({
  ...(zh === undefined ? {} : { zh }),
  ...(en === undefined ? {} : { en }),
})

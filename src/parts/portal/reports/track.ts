import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneNow, zoneToday } from '#kernel/zone-clock.ts'
import { type Matter, matterOf, standardsOf, stepsOf } from '#parts/matters/engine/engine.ts'
import { endStates } from '#parts/matters/engine/states.ts'
import { unitNamesOn } from '#parts/org/org.ts'
import { zoneName } from '../open-figures.ts'
import { type Line, linesOf } from './line.ts'
import { plainState } from './plain-state.ts'
import { reportSettings } from './settings.ts'
import type { TrackShape } from './shapes.ts'
import { trackPhotos } from './track-photos.ts'

export type Track = Answer<{ method: 'GET'; path: ''; permission: 'public'; summary: Words; reply: typeof TrackShape }>

/** A report with the matter that tells its course: itself, or the one it was merged into. */
export interface Followed {
  own: Matter
  course: Matter
}

/** A report by its code, however it is typed; refuses `portal/report-unknown` (404). */
export async function followed(tx: Tx, code: string): Promise<Followed> {
  const own = await matterOf(tx, { code: code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '') })
  if (!own) return refuse('portal/report-unknown', {}, 404)
  let course = own
  for (let deep = 0; course.mergedInto !== null && deep < 8; deep += 1) {
    course = (await matterOf(tx, { id: course.mergedInto })) ?? refuse('portal/report-unknown', {}, 404)
  }
  return { own, course }
}

/** How a report stands, with nothing of any person in it. */
export async function trackOf(tx: Tx, code: string): Promise<Track> {
  const { own, course } = await followed(tx, code)
  const units = await unitNamesOn(tx, await zoneToday(tx))
  const nameOf = (unit: string): Words => units.get(unit) ?? { zh: unit, en: unit }
  const state = plainState(course, course.dutyUnit ? nameOf(course.dutyUnit) : null)
  const category = (await standardsOf(tx, course.set)).find((one) => one.code === course.category)
  const ended = endStates.includes(course.state)
  const now = await zoneNow(tx)
  return {
    ...{ zone: await zoneName(tx), code: own.code, number: course.number, reportedAt: own.openedAt.toISOString() },
    category: category?.name ?? { zh: course.category, en: course.category },
    ...{ phase: state.phase, ended, title: state.title, words: state.words, by: state.by, promise: state.promise },
    late: state.by !== null && isPast(state.by, now),
    version: course.version,
    own: { description: own.description, address: own.address, placed: own.longitude !== null },
    line: await lineOf(tx, { own, course }, nameOf),
    ...(await whatMayBeSaid(tx, { own, course }, now)),
  }
}

const isPast = (by: string, now: Date) => new Date(by.length === 10 ? `${by}T23:59:59+08:00` : by) < now

async function lineOf(tx: Tx, { own, course }: Followed, nameOf: (unit: string) => Words): Promise<Track['line']> {
  const mine = linesOf(await stepsOf(tx, own.id), nameOf)
  const photos = await trackPhotos(tx, own, course)
  const printed = (line: Line, matter: Matter) => ({
    ...{ at: line.at.toISOString(), words: line.words, told: line.told },
    photos: photos
      .filter((photo) => photo.matter === matter.id && photo.version === line.version)
      .map(({ id, words }) => ({ id, words })),
  })
  const lines = mine.map((line) => printed(line, own))
  if (own.id === course.id) return lines
  // Of the matter it went into, what its offices did since; nothing of what its own reporters wrote.
  const since = mine.at(-1)?.at ?? own.openedAt
  const steps = (await stepsOf(tx, course.id)).filter(({ at, byId }) => at >= since && byId !== 'anonymous')
  return [...lines, ...linesOf(steps, nameOf).map((line) => printed(line, course))]
}

type May = Pick<Track, 'may' | 'answered' | 'answerUntil'>

/** For some days after the closing the reporter may say whether it is fixed; before that they may add to it. */
export async function whatMayBeSaid(tx: Tx, { own, course }: Followed, now: Date): Promise<May> {
  const { answer } = await reportSettings(tx)
  const { rows } = await tx.client.query<{ fixed: boolean }>(
    'select fixed from report_answers where reported = $1 and matter_id = $2 and closing = $3 order by id desc limit 1',
    [own.id, course.id, course.reopened],
  )
  const closed = (course.state === 'closed' || course.state === 'forced-closed') && course.closedAt !== null
  const until = closed ? new Date(course.closedAt!.getTime() + answer.days * 86_400_000) : null
  const answered = closed && rows[0] ? (rows[0].fixed ? 'fixed' : 'not-fixed') : null
  const open = until !== null && now <= until && course.reopened < answer.reopenings
  return {
    may: { answer: open && answered === null, add: !endStates.includes(course.state) },
    answered,
    answerUntil: until?.toISOString() ?? null,
  }
}

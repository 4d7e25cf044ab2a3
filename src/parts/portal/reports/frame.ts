import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { type CategoryWithStandards, similarMatters, standardsOf } from '#parts/matters/engine/engine.ts'
import { endStates } from '#parts/matters/engine/states.ts'
import { zoneName } from '../open-figures.ts'
import { plainState } from './plain-state.ts'
import { reportSettings } from './settings.ts'
import type { nearbyShape, reportFrameShape } from './shapes.ts'

/** What the page of a report needs: the kinds that people report most, and every category that is for the public. */
export async function reportFrame(tx: Tx): Promise<Answer<typeof reportFrameShape>> {
  const { kinds, notPublic, urgent } = await reportSettings(tx)
  const all = await standardsOf(tx)
  const open = all.filter(({ code }) => !notPublic.some((letters) => code.startsWith(letters)))
  return {
    zone: await zoneName(tx),
    urgent,
    kinds: kinds.filter(({ category }) => open.some(({ code }) => code === category)),
    categories: open.map((category) => ({
      ...{ code: category.code, major: category.major, name: category.name },
      keywords: category.keywords.split(/[\s,，、]+/).filter(Boolean),
      limit: limitOf(category),
    })),
  }
}

type Limit = CategoryWithStandards['standards'][number]['limit']

/** The longest of a category's limits: which standard it is, is found out on the spot. */
function limitOf({ standards }: CategoryWithStandards): Words | null {
  const [longest] = standards
    .map(({ limit }) => limit)
    .sort((a, b) => hours[b.kind] * b.amount - hours[a.kind] * a.amount)
  if (!longest) return null
  const { zh, one, many } = plainly[longest.kind]
  return { zh: `${longest.amount}${zh}`, en: `${longest.amount} ${longest.amount === 1 ? one : many}` }
}

const hours: Record<Limit['kind'], number> = {
  'urgent-hours': 1,
  'working-hours': 3,
  'working-days': 34,
  'calendar-days': 24,
}

const plainly: Record<Limit['kind'], { zh: string; one: string; many: string }> = {
  'urgent-hours': { zh: '小时（夜间和节假日照常）', one: 'hour, day and night', many: 'hours, day and night' },
  'working-hours': { zh: '个工作小时', one: 'working hour', many: 'working hours' },
  'working-days': { zh: '个工作日', one: 'working day', many: 'working days' },
  'calendar-days': { zh: '天', one: 'day', many: 'days' },
}

type Nearby = Answer<typeof nearbyShape>

/** What was reported of the same kind close by and of late, without a word of who wrote it. */
export async function reportsNearby(tx: Tx, asked: Asked<typeof nearbyShape>['query']): Promise<Nearby> {
  const { category, longitude, latitude } = asked
  const similar = await similarMatters(tx, { category, place: { longitude, latitude } })
  const found = similar
    .filter(({ state }) => !endStates.includes(state))
    .slice(0, 3)
    .map(({ metres, openedAt, state }) => ({ metres, at: openedAt.toISOString(), state: titleOf(state) }))
  return { found }
}

const titleOf = (state: Parameters<typeof plainState>[0]['state']): Words =>
  plainState(
    {
      ...{ state, aside: null, dueAt: null, limitDueAt: null, promisedOn: null, suspendedUntil: null },
      rework: 0,
      reopened: 0,
      number: '',
    },
    null,
  ).title

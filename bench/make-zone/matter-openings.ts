import { officialCalendar } from '../../src/kernel/calendar.ts'
import { addDays } from '../../src/kernel/period.ts'
import type { Place } from '../../src/kernel/place.ts'
import type { Inflow } from '../../src/parts/matters/engine/states.ts'
import { placeIn } from './boundary.ts'
import { local, type StandardRow, standardRows } from './matter-standards.ts'
import { type Random, seeded } from './random.ts'

/** A matter of the year as it comes in. */
export interface MadeMatter {
  ref: number
  inflow: Inflow
  standard: StandardRow
  openedAt: Date
  place: Place
  /** where it lies, and who handles it */
  community: string
  office: string
  unit: string
  address: string
  title: string
  description: string
  source: string
  batch: string
  /** one that is a report of the same thing again names the first */
  sameAs: MadeMatter | null
}

const month = (from: string, days: number, share: number) => ({ from, days, weight: share })
/** Twelve months with their share of the year's matters: the autumn of dust, the quiet of Spring Festival, the inspection of June. */
const months = [
  month('2017-07-01', 31, 76),
  month('2017-08-01', 31, 80),
  month('2017-09-01', 30, 84),
  month('2017-10-01', 31, 90),
  month('2017-11-01', 30, 96),
  month('2017-12-01', 31, 82),
  month('2018-01-01', 31, 70),
  month('2018-02-01', 28, 44),
  month('2018-03-01', 31, 88),
  month('2018-04-01', 30, 94),
  month('2018-05-01', 31, 100),
  month('2018-06-01', 29, 108),
]

const inflows: { inflow: Inflow; source: string; weight: number }[] = [
  { inflow: 'patrol', source: '监督员巡查', weight: 46 },
  { inflow: 'citizen', source: '网上反映', weight: 24 },
  { inflow: 'hotline', source: '12345 热线', weight: 13 },
  { inflow: 'enterprise', source: '企业反映', weight: 4 },
  { inflow: 'campaign', source: '专项检查', weight: 13 },
]

/** Three campaigns of site checks, each over its own category and months. */
const campaigns = [
  { name: '扬尘污染防治专项检查', code: 'E0304', weight: 5 },
  { name: '小散乱污企业整治', code: 'E0601', weight: 4 },
  { name: '黑臭水体排查', code: 'E0107', weight: 3 },
]

const streets = [
  '经开第三大街',
  '经开第五大街',
  '经开第八大街',
  '经开第十二大街',
  '经南三路',
  '经南八路',
  '经北二路',
  '经北四路',
]
const spots = ['路口西北角', '路口东侧', '中段路北', '南段路西', '北段', '与支路交会处']

/** `count` matters in the order in which they came in; about one report in forty tells of something already reported. */
export function openings(
  count: number,
  communities: readonly { code: string; name: string; office: string }[],
): MadeMatter[] {
  const random = seeded('a year of matters')
  const all: MadeMatter[] = []
  while (all.length < count) {
    const made = opening(random, communities, all.length)
    all.push(made)
    if (made.inflow === 'citizen' && random.below(16) === 0) all.push(again(made, random))
  }
  return all
}

function opening(
  random: Random,
  communities: readonly { code: string; name: string; office: string }[],
  n: number,
): MadeMatter {
  const { inflow, source } = random.pick(inflows)
  const campaign = inflow === 'campaign' ? random.pick(campaigns) : null
  const standard = random.pick(campaign ? standardRows.filter(({ code }) => code === campaign.code) : standardRows)
  const community = communities[random.below(communities.length)]!
  const street = `${streets[random.below(streets.length)]}${spots[random.below(spots.length)]}`
  const address = `${community.name}${street}`
  return {
    ...{ ref: 0, inflow, standard, openedAt: momentOf(random, inflow), place: placeIn(community.code, n) },
    ...{ community: community.code, office: community.office, unit: unitFor(standard, community.office), address },
    ...{ title: `${community.name}${standard.name}`, description: `${street}：${standard.condition}` },
    ...{ source: campaign?.name ?? source, batch: campaign?.name ?? '', sameAs: null },
  }
}

const unitCodes: Record<string, string> = { 城市管理局: 'CITY', 环境保护局: 'ENV', 建设局: 'CONSTRUCTION' }

export function unitFor(standard: StandardRow, office: string): string {
  return standard.unit === local ? office : unitCodes[standard.unit]!
}

/** Patrols and campaigns work by day on working days; people report at any hour they are awake, a little less on days off. */
function momentOf(random: Random, inflow: Inflow): Date {
  const calendar = officialCalendar()
  for (;;) {
    const { from, days } = random.pick(months)
    const day = addDays(from, random.below(days))
    const byDay = inflow === 'patrol' || inflow === 'campaign'
    if (!calendar.isWorkday(day) && random.below(10) < (byDay ? 9 : 4)) continue
    const minute = byDay ? 8 * 60 + random.below(10 * 60) : 6 * 60 + random.below(16 * 60)
    return at(day, minute)
  }
}

export const at = (day: string, minute: number): Date => new Date(Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000)

function again(first: MadeMatter, random: Random): MadeMatter {
  const aside = () => (random.below(40) - 20) / 100_000
  const { longitude, latitude } = first.place
  const place = { longitude: round6(longitude + aside()), latitude: round6(latitude + aside()) }
  const openedAt = new Date(first.openedAt.getTime() + (1 + random.below(14)) * 3_600_000)
  return { ...first, place, openedAt, description: `${first.description}，多次出现`, sameAs: first }
}

const round6 = (value: number) => Math.round(value * 1e6) / 1e6

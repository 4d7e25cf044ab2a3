import { addDays } from '../../src/kernel/period.ts'
import { dayAt } from '../../src/parts/matters/engine/clock.ts'
import { placeIn } from './boundary.ts'
import { csv } from './csv.ts'
import type { Making } from './matter-course.ts'
import type { Crew } from './matter-crew.ts'
import { at, type MadeMatter, unitFor } from './matter-openings.ts'
import { standardRows } from './matter-standards.ts'
import { type Random, seeded } from './random.ts'

interface Batch {
  code: string
  zh: string
  en: string
  level: 'central' | 'province' | 'city'
  received: string
  due: string
  issues: number
}

/** Issues by category: what it pollutes, and how it is said. */
const kinds = [
  {
    code: 'E0602',
    pollution: 'air',
    weight: 34,
    said: ['工地裸土未覆盖，扬尘大', '喷漆作坊异味扰民', '餐饮油烟直排', '搅拌站粉尘外溢'],
  },
  { code: 'E0603', pollution: 'water', weight: 22, said: ['沟渠水体发黑发臭', '污水经雨水口直排', '河道岸边垃圾入水'] },
  { code: 'E0604', pollution: 'noise', weight: 20, said: ['工地夜间施工噪声', '物流园货车夜间鸣笛', '冷却塔噪声扰民'] },
  { code: 'E0605', pollution: 'waste', weight: 18, said: ['渣土随意倾倒', '建筑垃圾长期堆放', '工业固废露天堆存'] },
]

/** The second look sends a batch a day while it stays; the province and the city send a list each. */
const batches: Batch[] = [
  {
    code: 'HENAN-2017-11',
    zh: '省大气污染防治督察交办清单',
    en: 'List of the provincial inspection of air',
    level: 'province',
    received: '2017-11-14',
    due: '2017-12-14',
    issues: 14,
  },
  {
    code: 'CITY-2018-03',
    zh: '市环境问题排查交办清单',
    en: "List of the city's survey of environmental problems",
    level: 'city',
    received: '2018-03-12',
    due: '2018-04-12',
    issues: 9,
  },
  ...Array.from({ length: 18 }, (_, place): Batch => {
    const received = addDays('2018-06-04', place + (place > 11 ? 4 : place > 5 ? 2 : 0))
    const nth = place + 1
    return {
      ...{
        code: `CENTRAL-2018-${String(nth).padStart(2, '0')}`,
        level: 'central',
        received,
        due: addDays(received, 15),
      },
      zh: `中央环保督察“回头看”第${nth}批`,
      en: `Batch ${nth} of the central inspection’s second look`,
      issues: 2 + ((place * 7) % 5),
    }
  }),
]

interface Issue {
  batch: Batch
  nth: number
  pollution: string
  key: boolean
  matter: MadeMatter
}

/** Matters of the inspections and of blocked projects, and the files that tell what an inspection asks beyond a matter. */
export function inspectionsOf(communities: readonly { code: string; name: string; office: string }[]) {
  const random = seeded('inspections and blocked projects')
  const issues = batches.flatMap((batch) =>
    Array.from({ length: batch.issues }, (_, place) => issueOf(batch, place + 1, communities, random)),
  )
  const blocked = Array.from({ length: 28 }, (_, place) => blockedOf(place, communities, random))
  return {
    matters: [...issues.map(({ matter }) => matter), ...blocked],
    files: (told: readonly Making[], crew: Crew): [string, string][] => [
      ['matters/batches.csv', csv('code,name_zh,name_en,level,received_on,due_on', batches.map(batchCells))],
      [
        'matters/issues.csv',
        csv(
          issueHeadings,
          issues.map((issue) => issueCells(issue, told, crew)),
        ),
      ],
    ],
  }
}

function issueOf(
  batch: Batch,
  nth: number,
  communities: readonly { code: string; name: string; office: string }[],
  random: Random,
): Issue {
  const kind = random.pick(kinds)
  const standard = standardRows.find(({ code }) => code === kind.code)!
  const community = communities[random.below(communities.length)]!
  const said = kind.said[random.below(kind.said.length)]!
  const matter: MadeMatter = {
    ...{ ref: 0, inflow: 'inspection', standard, openedAt: at(batch.received, 8 * 60 + 20 + nth * 6) },
    ...{
      place: placeIn(community.code, 20_000 + random.below(9_000)),
      community: community.code,
      office: community.office,
    },
    ...{
      unit: unitFor(standard, community.office),
      address: `${community.name}辖区`,
      title: `${community.name}${said}`,
    },
    ...{
      description: `群众来电反映：${community.name}辖区${said}，要求整改`,
      source: batch.zh,
      batch: batch.code,
      sameAs: null,
    },
  }
  return { batch, nth, pollution: kind.pollution, key: random.below(6) === 0, matter }
}

const troubles = [
  '场地清表未完成',
  '施工道路被占',
  '临时用电未接通',
  '给水管线未到红线',
  '弃土无处外运',
  '相邻地块阻工',
]

function blockedOf(
  place: number,
  communities: readonly { code: string; name: string; office: string }[],
  random: Random,
): MadeMatter {
  const community = communities[random.below(communities.length)]!
  const standard = standardRows.find(({ code }) => code === (place % 2 === 0 ? 'E0701' : 'E0702'))!
  const trouble = troubles[random.below(troubles.length)]!
  const day = addDays('2017-07-05', place * 13)
  return {
    ...{ ref: 0, inflow: 'blocked-project', standard, openedAt: at(day, 9 * 60 + random.below(400)) },
    ...{ place: placeIn(community.code, 40_000 + place), community: community.code, office: community.office },
    ...{
      unit: unitFor(standard, community.office),
      address: `${community.name}项目地块`,
      title: `项目受阻：${trouble}`,
    },
    ...{
      description: `${community.name}项目地块${trouble}，影响工期`,
      source: '项目服务部转办',
      batch: '',
      sameAs: null,
    },
  }
}

const batchCells = ({ code, zh, en, level, received, due }: Batch) => [code, zh, en, level, received, due]

const issueHeadings =
  'batch,nth,receipt,ref,pollution,key,finding,finding_words,measures,ordered,fined,fine_yuan,answerable,found_on,accepted_first_on,accepted_first_by,accepted_on,accepted_by,published_on'

/** What was found and done follows from how far the matter came. */
function issueCells(issue: Issue, told: readonly Making[], crew: Crew): string[] {
  const { batch, nth, pollution, key, matter } = issue
  const { course } = told.find((made) => made.matter === matter)!
  const random = seeded(`issue ${batch.code} ${nth}`)
  const receipt = `${batch.received.slice(0, 4)}-${batch.code.split('-')[0]}-${batch.received.slice(5).replace('-', '')}${String(nth).padStart(2, '0')}`
  const head = [batch.code, String(nth), receipt, String(matter.ref), pollution, key ? 'yes' : 'no']
  const foundAt = course.firstHandedBackAt
  if (!foundAt) return [...head, '', '', '', '0', '0', '0', '0', '', '', '', '', '', '']
  const finding = random.pick([
    { is: 'true', weight: 62 },
    { is: 'partly', weight: 28 },
    { is: 'false', weight: 10 },
  ]).is
  const fined = finding !== 'false' && random.below(3) === 0 ? 1 : 0
  const words = { true: '反映情况属实', partly: '反映情况部分属实', false: '现场未发现反映的问题' }[finding]!
  const measures =
    finding === 'false' ? '加强巡查，防止发生' : `责令立即整改${fined ? '并立案处罚' : ''}；已落实整改措施`
  const found = dayAt(foundAt.getTime())
  const ended = course.state === 'closed' ? dayAt(course.closedAt!.getTime()) : ''
  return [
    ...[...head, finding, words, measures, finding === 'false' ? '0' : '1', String(fined), String(fined * 20_000)],
    ...[finding === 'true' && key ? '1' : '0', found],
    ...(ended ? [ended, crew.head(matter.unit), ended, 'P0402'] : ['', '', '', '']),
    addDays(found, 1) <= '2018-06-29' ? addDays(found, 1) : '',
  ]
}

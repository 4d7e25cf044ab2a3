import { addDays, daysBetween } from '#kernel/period.ts'
import { csv, type ZoneFiles } from './csv.ts'
import { problemFiles } from './project-problems.ts'
import { seeded } from './random.ts'

/** Code of whoever in a unit deals with projects: its commissioner, else its account's holder, else a member of staff. */
export type Post = (unit: string) => string

const year = '2018-06-30'

/** project|unit|nth person of the post|from|last visit of the half-year; the second line of a project takes over from the first. */
const secondments = `
DT-01|PARK-AUTO|1|2017-01-16|2018-06-22
DT-02|PARK-AUTO|2|2018-01-08|2018-03-07
DT-02|PARK-AUTO|0|2018-03-09|2018-06-13
DT-03|PARK-AUTO|0|2018-06-28|
DT-04|PARK-AUTO|3|2017-01-04|2018-06-27
DT-05|PARK-LOGI|0|2017-03-01|2018-06-26
DT-06|PARK-EQUIP|0|2017-04-05|2018-06-05
DT-07|PARK-LOGI|1|2017-08-10|2018-06-20
DL-01|CONSTRUCTION|0|2017-09-18|2018-06-25
DL-02|CONSTRUCTION|0|2017-11-27|2018-06-19
DL-03|CONSTRUCTION|0|2017-06-20|2018-06-08
DL-04|EDUCATION|0|2017-12-18|2018-06-21
DL-05|CONSTRUCTION|0|2016-12-12|2018-06-28
DL-07|CONSTRUCTION|0|2017-08-28|2018-06-12
DL-08|ENV|0|2017-11-13|2018-06-15
DL-09|ENV|0|2017-10-16|2018-06-22
DL-10|HOUSING|0|2017-12-04|2018-06-26`

const handover = '箱变增容没有办完，联系人为设备经理；五月底前要盯夜间施工许可；业主每周三下午开例会，请参加'

/** projects/commissioners.csv, visits.csv and the files of problems; people are those of `people.csv`. */
export function projectPeopleFiles(peopleCsv: string): ZoneFiles {
  const posts = postsOf(peopleCsv)
  const served = servedOf(posts)
  return new Map([
    [
      'projects/commissioners.csv',
      csv(
        'project,person,unit,from,to,handover,by',
        served.map(({ project, person, unit, from, to }) => [
          project,
          person,
          unit,
          from,
          to,
          to && handover,
          '项目服务部',
        ]),
      ),
    ],
    ['projects/visits.csv', csv('project,person,on,kind,met,words,longitude,latitude', visitsOf(served))],
    ...problemFiles((unit) => clerks[unit] ?? posts(unit, 0)),
  ])
}

/** Holders of the accounts that deal with problems in the demonstration. */
const clerks: Record<string, string> = { PROJECT: 'P0103', CONSTRUCTION: 'P0163' }

type Posts = (unit: string, nth: number) => string

/** Parks second their commissioners, departments a section chief. */
function postsOf(peopleCsv: string): Posts {
  const rows = peopleCsv.trim().split('\n').slice(1)
  const people = rows.map((row) => row.split(','))
  return (unit, nth) => {
    const own = people.filter(([, , at]) => at === unit)
    const titled = ['服务专员', '科长', '科员'].map((title) => own.filter((one) => one[3] === title))
    const found = titled.find((some) => some.length > nth)?.[nth]?.[0]
    if (!found) throw new Error(`nobody is there to serve projects in ${unit}`)
    return found
  }
}

interface Served {
  project: string
  person: string
  unit: string
  from: string
  to: string
  last: string
}

function servedOf(posts: Posts): Served[] {
  const lines = secondments
    .trim()
    .split('\n')
    .map((line) => line.split('|'))
  return lines.map(([project = '', unit = '', nth = '', from = '', last = ''], at) => {
    const next = lines[at + 1]
    const to = next?.[0] === project ? (next[3] ?? '') : ''
    return { project, person: posts(unit, Number(nth)), unit, from, to, last }
  })
}

const kinds = [
  { kind: 'site', weight: 6 },
  { kind: 'meeting', weight: 2 },
  { kind: 'call', weight: 2 },
]

const words: Record<string, readonly string[]> = {
  site: [
    '看了现场，作业面正常，围挡喷淋开着',
    '核对了形象进度，与月报一致；材料堆放要再规整',
    '和监理一起看了隐蔽工程验收，没有遗留问题',
    '现场有两个班组交叉作业，已提醒总包错开',
    '看了雨季排水措施，沉淀池要清一次',
  ],
  meeting: ['参加业主周例会，梳理了下月节点和要协调的事', '与总包、监理会商赶工方案，关键线路压缩五天'],
  call: ['电话了解资金到位和工人到岗情况，都正常', '电话核对许可证办理进度，材料已齐'],
}

const met = ['项目经理', '总工程师', '现场代表', '基建经理']

/** About a visit in ten days, from January or the first day of the service to the last visit; the last one is on site. */
function visitsOf(served: readonly Served[]): string[][] {
  const rows = served.flatMap(({ project, person, from, last }) => {
    if (last === '') return []
    const random = seeded(`visits ${project} ${person}`)
    const days: string[] = [last]
    for (let day = last; ; ) {
      day = addDays(day, -6 - random.below(9))
      if (day < from || day < '2018-01-02') break
      days.push(day)
    }
    return days.toReversed().map((on) => {
      const kind = on === last ? 'site' : random.pick(kinds).kind
      const said = words[kind]!
      return [project, person, on, kind, met[random.below(met.length)]!, said[random.below(said.length)]!, '', '']
    })
  })
  if (rows.some(([, , on]) => daysBetween(on!, year) < 0)) throw new Error('a visit is still ahead')
  return rows.sort((a, b) => (`${a[2]} ${a[0]}` < `${b[2]} ${b[0]}` ? -1 : 1))
}

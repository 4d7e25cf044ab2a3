import { csv, type ZoneFiles } from './csv.ts'
import { type Random, seeded } from './random.ts'

interface Unit {
  code: string
  name: string
  kind: string
  closedOn: string
}

interface Person {
  code: string
  name: string
  unit: string
  title: string
}

/** people.csv and accounts.csv: invented people in the posts of `units.csv`, and the demonstration accounts of nine of them. */
export function peopleFiles(unitsCsv: string): ZoneFiles {
  const people = peopleOf(unitsOf(unitsCsv))
  return new Map([
    [
      'people.csv',
      csv(
        'code,name_zh,unit,title',
        people.map(({ code, name, unit, title }) => [code, name, unit, title]),
      ),
    ],
    ['accounts.csv', csv('username,person,role,unit', accountsOf(people))],
  ])
}

function unitsOf(text: string): Unit[] {
  const lines = text.trim().split('\n').slice(1)
  return lines.map((line) => {
    const [code = '', , name = '', , kind = '', , closedOn = ''] = line.split(',')
    return { code, name, kind, closedOn }
  })
}

function peopleOf(units: Unit[]): Person[] {
  const names = inventedNames(seeded('people'))
  const posts = units
    .filter((unit) => unit.closedOn === '')
    .flatMap((unit) => postsOf(unit).map((title) => ({ unit: unit.code, title })))
  return posts.map((post, index) => ({ code: `P${String(index + 1).padStart(4, '0')}`, name: names[index]!, ...post }))
}

function postsOf({ name, kind }: Unit): string[] {
  const head = name.endsWith('局') ? '局长' : name.endsWith('部') ? '部长' : name.endsWith('组') ? '组长' : '主任'
  const staff = (title: string, count: number) => Array.from({ length: count }, () => title)
  if (kind === 'committee') return [head, ...staff(`副${head}`, 4)]
  if (kind === 'department') return [head, ...staff(`副${head}`, 2), ...staff('科长', 4), ...staff('科员', 8)]
  if (kind === 'office') return ['办事处主任', ...staff('办事处副主任', 2), ...staff('科员', 8)]
  if (kind === 'park') return ['园区主任', '园区副主任', ...staff('服务专员', 5)]
  return ['社区书记', '社区主任', '网格员']
}

const surnames = [...'李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕']
const givenFirst = [...'知云清书景思子明以若星安沐予言嘉承望']
const givenSecond = [...'远舟和禾行宁川遥舒然朗澄序溪乔桐']

/** Full names, each once: every surname with a given name that nobody else has under it. */
function inventedNames(random: Random): string[] {
  const given = givenFirst.flatMap((first) => givenSecond.map((second) => first + second))
  const taken = new Set<string>()
  return Array.from({ length: 800 }, () => {
    let name = ''
    do name = surnames[random.below(surnames.length)]! + given[random.below(given.length)]!
    while (taken.has(name))
    taken.add(name)
    return name
  })
}

/** username | title of the person | their unit | role@unit … */
const accounts = `
leader|主任|ZONE|lead@ZONE viewer@ZONE
viewer|副主任|ZONE|viewer@ZONE
stat-chief|局长|STAT|reviewer@STAT lead@STAT
statistician|科员|STAT|clerk@STAT
port-clerk|科员|PORT|clerk@PORT
ftz-clerk|科员|FTZ|clerk@FTZ
projects|科员|PROJECT|clerk@PROJECT
project-chief|部长|PROJECT|reviewer@PROJECT lead@PROJECT
commissioner|服务专员|PARK-AUTO|clerk@PARK-AUTO
construction|科员|CONSTRUCTION|clerk@CONSTRUCTION
acceptor|科员|SUPERVISION|clerk@SUPERVISION
duty-chief|副主任|SUPERVISION|reviewer@SUPERVISION clerk@SUPERVISION
inspector|科长|SUPERVISION|clerk@SUPERVISION
dispatcher|科员|COMMAND|clerk@COMMAND
command-chief|主任|COMMAND|reviewer@COMMAND lead@COMMAND
city-clerk|科员|CITY|clerk@CITY
city-chief|局长|CITY|reviewer@CITY lead@CITY
env-clerk|科员|ENV|clerk@ENV
office-clerk|科员|OFFICE-1|clerk@OFFICE-1
writer|科员|OFFICE|clerk@ZONE
office-chief|主任|OFFICE|reviewer@ZONE
admin|科长|OFFICE|administrator@ZONE
security|副主任|OFFICE|security@ZONE
auditor|副组长|DISCIPLINE|auditor@ZONE`

function accountsOf(people: Person[]): string[][] {
  return accounts
    .trim()
    .split('\n')
    .map((line) => line.split('|') as [string, string, string, string])
    .flatMap(([username, title, unit, grants]) => {
      const person = people.find((one) => one.unit === unit && one.title === title)
      if (!person) throw new Error(`nobody is ${title} of ${unit}`)
      return grants.split(' ').map((grant) => [username, person.code, ...grant.split('@')])
    })
}

import { csv, type ZoneFiles } from './csv.ts'
import {
  type Enterprise,
  firstLetters,
  type Group,
  inventedGroups,
  type Named,
  namedEnterprises,
  secondLetters,
} from './enterprise-groups.ts'
import { type Random, seeded } from './random.ts'
import { demonstrationUscc } from './uscc.ts'

/** Every enterprise of the register, always the same ones under the same codes. */
export const enterprises: Enterprise[] = register()

/** records/economy/enterprises.csv */
export function enterpriseFiles(): ZoneFiles {
  const rows = enterprises.map((one) => [
    one.uscc,
    one.name,
    one.industry,
    one.registeredOn,
    String(one.capital),
    one.unit,
  ])
  return new Map([
    ['records/economy/enterprises.csv', csv('统一社会信用代码,企业名称,行业,成立日期,注册资本(万元),所属单位', rows)],
  ])
}

function register(): Enterprise[] {
  const random = seeded('enterprises')
  const names = inventedNames(random)
  const invented = inventedGroups.flatMap((group) =>
    Array.from({ length: group.count }, (_, index) => inventedOf(group, index, names.pop()!, random)),
  )
  return [...namedEnterprises, ...invented].map((one, index) => ({ uscc: demonstrationUscc(index + 1), ...one }))
}

function inventedOf(group: Group, index: number, name: string, random: Random): Named {
  const later = group.later && index >= group.count - group.later.count ? group.later.from : undefined
  const year = later ? Number(later.slice(0, 4)) - 1 : 1996 + random.below(18)
  const place = ['郑州', '郑州', '河南'][random.below(3)]!
  return {
    name: `${place}${name}${group.trades[index % group.trades.length]}`,
    industry: group.industry,
    segment: group.segment,
    unit: group.unit,
    registeredOn: `${year}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`,
    capital: [500, 800, 1000, 1200, 2000, 3000, 5000, 6000, 8000, 10000][random.below(10)]!,
    ...(later ? { from: later } : {}),
  }
}

function inventedNames(random: Random): string[] {
  const names = firstLetters.flatMap((first) => secondLetters.map((second) => first + second))
  for (let last = names.length - 1; last > 0; last--) {
    const other = random.below(last + 1)
    ;[names[last], names[other]] = [names[other]!, names[last]!]
  }
  return names
}

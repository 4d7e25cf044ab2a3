import type { Decimal } from 'decimal.js'
import type { AcrossCheck } from '#parts/ledgers/across.ts'
import type { Check } from '#parts/ledgers/ledger.ts'
import { spellingSql } from './unit-spelling.ts'

interface RegisterRow {
  nationalCode: string | null
  promised: Decimal | null
  verified: Decimal | null
  investment: Decimal | null
  longitude: Decimal | null
  latitude: Decimal | null
  plannedStart: string | null
  plannedEnd: string | null
}

/** 2105-410171-04-01-123456 and the older 2015-410171-36-03-123456 (GB/T 40058-2021; its check character is not published, so only the shape is looked at). */
export const nationalCodeShape = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/

export const registerChecks: readonly Check<RegisterRow>[] = [
  {
    name: 'planned-end-before-start',
    severity: 'reject',
    column: 'plannedEnd',
    passes: ({ plannedStart, plannedEnd }) => !plannedStart || !plannedEnd || plannedStart <= plannedEnd,
    meaning: { zh: '计划完工早于计划开工', en: 'The planned end is before the planned start' },
    cure: { zh: '请核对两个日期', en: 'See to both days' },
  },
  {
    name: 'half-a-place',
    severity: 'reject',
    column: 'latitude',
    passes: ({ longitude, latitude }) => (longitude === null) === (latitude === null),
    meaning: { zh: '经度和纬度只填了一个', en: 'Only one of longitude and latitude is given' },
    cure: { zh: '请两个都填，或都不填', en: 'Give both, or neither' },
  },
  {
    name: 'verified-beyond-promised',
    severity: 'warn',
    column: 'verified',
    passes: ({ promised, verified }) => !promised || !verified || verified.lte(promised),
    meaning: { zh: '核实投资大于协议投资', en: 'The verified investment is above what was promised' },
    cure: { zh: '已导入；请核对两个数', en: 'It is in; see to both amounts' },
  },
  {
    name: 'investment-slip-of-ten-thousand',
    severity: 'reject',
    column: 'investment',
    passes: ({ investment }) => investment === null || investment.lt(100_000_000),
    meaning: { zh: '总投资超过 1 万亿元', en: 'A total investment of more than a trillion yuan' },
    cure: { zh: '请看单位是否为元；应填万元', en: 'See whether the figure is in yuan; it should be in 10,000 yuan' },
  },
  {
    name: 'investment-of-hundred-millions',
    severity: 'warn',
    column: 'investment',
    passes: ({ investment }) => investment === null || investment.isZero() || investment.gte(1000),
    details: ({ investment }) => ({ amount: investment?.toFixed() ?? '' }),
    meaning: {
      zh: '总投资只有 {amount} 万元，像是按亿元填的',
      en: 'A total investment of only {amount} ten thousand yuan looks as if it were given in hundred millions',
    },
    cure: {
      zh: '已导入；清单的单位若是亿元，请乘以 10000 后再导入一次',
      en: 'It is in; where the list is in hundred millions of yuan, multiply by 10,000 and import again',
    },
  },
  {
    name: 'national-code-shape',
    severity: 'warn',
    column: 'nationalCode',
    passes: ({ nationalCode }) => nationalCode === null || nationalCodeShape.test(nationalCode),
    details: ({ nationalCode }) => ({ code: nationalCode ?? '' }),
    meaning: {
      zh: '{code} 不像国家项目代码（形如 2018-410171-36-03-000123）',
      en: '{code} does not look like a national project code (as 2018-410171-36-03-000123)',
    },
    cure: { zh: '已导入；请对照赋码单核对', en: 'It is in; compare it with the notice of the code' },
  },
]

const lettersOf = (text: string) => `regexp_split_to_table(${text}, '')`

/** A unit that the zone does not have, now or before: nobody of it would ever see the project. Names the unit with most characters in common. */
export const unknownDepartment: AcrossCheck = {
  name: 'department-unknown',
  severity: 'warn',
  meaning: {
    zh: '责任单位“{unit}”不是本区单位的名称或代码；最接近的是“{nearest}”',
    en: '"{unit}" is neither the name nor the code of one unit of the zone; the nearest is {nearest}',
  },
  cure: {
    zh: '已导入，但该单位的人看不到它；请写单位全称（只写一个单位）或代码，再导入一次',
    en: 'It is in, but nobody of that unit sees it; write the whole name of one unit, or its code, and import again',
  },
  sql: `select own.code, jsonb_build_object('unit', own.department, 'nearest', coalesce((
      select unit_names.name_zh || ' ' || unit_names.unit_code from unit_names cross join lateral (
        select count(*) as letters from (select ${lettersOf('own.department')} intersect select ${lettersOf('unit_names.name_zh')}) common) common
      where common.letters > 0
      order by 2.0 * common.letters / (length(own.department) + length(unit_names.name_zh)) desc, unit_names.unit_code limit 1), '—')) as details
    from ledger_projects_projects own
    where own.batch_id = $1 and not exists (select from units where ${spellingSql('units.code')} = ${spellingSql('own.department')})
      and (select count(distinct unit_code) from unit_names
        where ${spellingSql('own.department')} in (${spellingSql('name_zh')}, ${spellingSql('name_en')})) <> 1`,
}

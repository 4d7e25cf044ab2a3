import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import type { TargetOperator } from './target-operator.ts'
import { reviseTarget, versionsOf } from './targets.ts'
import { zoneRows } from './zone-rows.ts'

const operators: readonly TargetOperator[] = ['>', '>=', '<', '<=']

/**
 * Reads targets.csv (`indicator,name_zh,year,operator,value,unit`; `year` is any period). A row that says what the package said
 * last time, or what is in force, changes nothing, even where a page has revised the target since. Answers how many were set.
 */
export async function loadTargets(tx: Tx, zone: ZonePackage): Promise<number> {
  if (!zone.has('targets.csv')) return 0
  let set = 0
  for (const row of zoneRows(zone, 'targets.csv', ['indicator', 'year', 'operator', 'value', 'unit'])) {
    const operator = operators.find((known) => known === row.cell('operator'))
    if (!operator) {
      return refuse('indicators/file-unreadable', {
        file: `targets.csv:${row.line}`,
        problem: `operator: ${row.cell('operator')} (${operators.join(' ')})`,
      })
    }
    const wanted = {
      ...{ indicator: row.cell('indicator'), period: row.cell('year'), operator, value: row.digits('value') },
      ...{ unit: row.cell('unit'), reason: '年度目标', origin: 'zone' as const },
    }
    const versions = await versionsOf(tx, wanted.indicator, wanted.period)
    const known = [versions.findLast(({ origin }) => origin === 'zone'), versions.at(-1)]
    const says = (version: (typeof versions)[number] | undefined) =>
      version?.operator === operator && version.unit === wanted.unit && new Decimal(version.value).eq(wanted.value)
    if (known.some(says)) continue
    await reviseTarget(tx, wanted)
    set++
  }
  return set
}

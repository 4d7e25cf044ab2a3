import type { AcrossCheck } from '#parts/ledgers/across.ts'

interface PlanRow {
  readonly plannedOn: string
  readonly outcome: string
  readonly ranOn: string | null
  readonly reason: string | null
}

/** Rules over one planned departure. On its day is punctual; trains leave by the day, hours are the railway's own. */
export const planChecks = [
  {
    name: 'ran-before-its-plan',
    severity: 'warn' as const,
    column: 'ranOn' as const,
    passes: (row: PlanRow) => !row.ranOn || row.ranOn >= row.plannedOn,
    meaning: { zh: '实际日期早于计划日期', en: 'it ran before the day planned' },
    cure: { zh: '请核对两个日期；提前开行的请改计划', en: 'See to the days; move the plan if it ran early' },
  },
  {
    name: 'outcome-not-its-day',
    severity: 'warn' as const,
    column: 'outcome' as const,
    passes: (row: PlanRow) =>
      !row.ranOn ||
      ((row.outcome !== 'on-day' || row.ranOn === row.plannedOn) &&
        (row.outcome !== 'late' || row.ranOn > row.plannedOn)),
    details: ({ plannedOn, ranOn }: PlanRow) => ({ plannedOn, ranOn }),
    meaning: {
      zh: '计划 {plannedOn}、实际 {ranOn}，与所填的兑现情况不符',
      en: 'planned {plannedOn} and run {ranOn}: that is not the outcome given',
    },
    cure: { zh: '当天开行为正点，之后为晚点；请更正', en: 'On the day is on its day, after it is late; correct it' },
  },
  {
    name: 'ran-without-day',
    severity: 'warn' as const,
    column: 'ranOn' as const,
    passes: (row: PlanRow) => row.ranOn !== null || (row.outcome !== 'on-day' && row.outcome !== 'late'),
    meaning: { zh: '已开行，没有填实际日期', en: 'it ran, but on no day' },
    cure: { zh: '请填实际日期', en: 'Write the day it ran' },
  },
  {
    name: 'cancelled-without-reason',
    severity: 'warn' as const,
    column: 'reason' as const,
    passes: (row: PlanRow) => row.outcome !== 'cancelled' || row.reason !== null,
    meaning: { zh: '停运没有写原因', en: 'cancelled without a reason' },
    cure: { zh: '请写停运原因', en: 'Write why' },
  },
  {
    name: 'cancelled-but-ran',
    severity: 'warn' as const,
    column: 'ranOn' as const,
    passes: (row: PlanRow) => row.outcome !== 'cancelled' || row.ranOn === null,
    meaning: { zh: '停运的计划填了实际日期', en: 'a cancelled plan with a day on which it ran' },
    cure: { zh: '请核对是停运还是晚点', en: 'See whether it was cancelled or late' },
  },
]

/** What shows only beside the trains that ran. */
export const planAcross: readonly AcrossCheck[] = [
  {
    name: 'ran-although-cancelled',
    severity: 'warn',
    meaning: {
      zh: '计划停运，但班列台账里有这一天的车次 {train}',
      en: 'is cancelled, yet train {train} of that day is on the register',
    },
    cure: { zh: '请核对是停运还是已开行', en: 'See whether it was cancelled or ran' },
    sql: `select p.train_number, p.planned_on, jsonb_build_object('train', p.train_number) as details
      from ledger_trade_train_plans p join ledger_trade_trains t on t.departed_on = p.planned_on and t.train_number = p.train_number
      where p.batch_id = $1 and p.outcome = 'cancelled'`,
  },
]

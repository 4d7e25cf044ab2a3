import type { AcrossCheck } from '#parts/ledgers/across.ts'

interface LegRow {
  readonly departedOn: string
  readonly fromPlace: string
  readonly toPlace: string
  readonly plannedDeparture: string
  readonly plannedArrival: string
  readonly departure: string | null
  readonly arrival: string | null
}

/** Rules over one leg; a day is no finer than what the railways report. */
export const legChecks = [
  {
    name: 'arrives-before-it-leaves',
    severity: 'reject' as const,
    column: 'arrival' as const,
    passes: (row: LegRow) => !row.departure || !row.arrival || row.arrival >= row.departure,
    details: ({ departure, arrival }: LegRow) => ({ departure, arrival }),
    meaning: {
      zh: '{arrival} 到达，早于 {departure} 发车',
      en: 'arrives on {arrival}, before it leaves on {departure}',
    },
    cure: { zh: '请核对两个日期，看是否填反或写错月份', en: 'See whether the days are swapped or a month is wrong' },
  },
  {
    name: 'plan-arrives-before-it-leaves',
    severity: 'reject' as const,
    column: 'plannedArrival' as const,
    passes: (row: LegRow) => row.plannedArrival >= row.plannedDeparture,
    details: ({ plannedDeparture, plannedArrival }: LegRow) => ({ plannedDeparture, plannedArrival }),
    meaning: {
      zh: '计划 {plannedArrival} 到达，早于计划 {plannedDeparture} 发车',
      en: 'is planned to arrive on {plannedArrival}, before it leaves on {plannedDeparture}',
    },
    cure: { zh: '请核对计划的两个日期', en: 'See to the two planned days' },
  },
  {
    name: 'leaves-before-its-train',
    severity: 'warn' as const,
    column: 'departure' as const,
    passes: (row: LegRow) => !row.departure || row.departure >= row.departedOn,
    details: ({ departure, departedOn }: LegRow) => ({ departure, departedOn }),
    meaning: {
      zh: '区段 {departure} 发车，早于全列发车日期 {departedOn}',
      en: 'leaves on {departure}, before the train itself on {departedOn}',
    },
    cure: { zh: '请核对发车日期', en: 'See to the days' },
  },
  {
    name: 'goes-nowhere',
    severity: 'warn' as const,
    column: 'toPlace' as const,
    passes: (row: LegRow) => row.fromPlace !== row.toPlace,
    meaning: { zh: '起讫是同一个地点', en: 'begins and ends at the same place' },
    cure: { zh: '请核对起讫地点', en: 'See to the two places' },
  },
]

const legsAround = `ledger_trade_train_legs l join ledger_trade_train_legs before
  on before.departed_on = l.departed_on and before.train_number = l.train_number and before.leg = l.leg - 1`

/** What shows only beside the leg before. */
export const legAcross: readonly AcrossCheck[] = [
  {
    name: 'begins-elsewhere',
    severity: 'warn',
    meaning: {
      zh: '从 {from} 起，而上一段到 {before} 止',
      en: 'begins at {from}, while the leg before ends at {before}',
    },
    cure: { zh: '请核对起讫地点，或补上缺少的区段', en: 'See to the places, or add the leg that is missing' },
    sql: `select l.train_number, l.departed_on, l.leg, jsonb_build_object('from', l.from_place, 'before', before.to_place) as details
      from ${legsAround} where l.batch_id = $1 and before.to_place <> l.from_place`,
  },
  {
    name: 'leaves-before-the-last-arrived',
    severity: 'warn',
    meaning: {
      zh: '{departure} 发车，而上一段 {arrival} 才到',
      en: 'leaves on {departure}, while the leg before arrives on {arrival}',
    },
    cure: { zh: '请核对两段的实际日期', en: 'See to the days of both legs' },
    sql: `select l.train_number, l.departed_on, l.leg, jsonb_build_object('departure', l.departure, 'arrival', before.arrival) as details
      from ${legsAround} where l.batch_id = $1 and l.departure < before.arrival`,
  },
  {
    name: 'place-unknown',
    severity: 'warn',
    meaning: { zh: '班列地点表里没有“{places}”', en: 'the table of places does not have {places}' },
    cure: {
      zh: '请写地点代码，例如 {known}；新地点请管理员加进地点表',
      en: "Write the code of the place, such as {known}; a new place is added to the zone's table",
    },
    sql: `select l.train_number, l.departed_on, l.leg, jsonb_build_object('places', string_agg(p.place, ', '),
        'known', (select string_agg(code, ', ') from (select code from train_places order by ordinal limit 3) as first_few)) as details
      from ledger_trade_train_legs l cross join lateral (values (l.from_place), (l.to_place)) p (place)
      where l.batch_id = $1 and exists (select 1 from train_places) and not exists (select 1 from train_places where code = p.place)
      group by l.train_number, l.departed_on, l.leg`,
  },
]

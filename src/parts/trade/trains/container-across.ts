import type { AcrossCheck } from '#parts/ledgers/across.ts'

/** What shows only beside other containers. */
export const containerAcross: readonly AcrossCheck[] = [
  {
    name: 'container-on-two-trains',
    severity: 'warn',
    meaning: {
      zh: '箱 {container} 同一天还在车次 {others} 上',
      en: '{container} is on train {others} the same day as well',
    },
    cure: {
      zh: '一个箱一天只能在一列车上；请对照装车清单更正其中一行',
      en: 'A box is on one train a day; see the loading lists and correct one of the rows',
    },
    sql: `select c.train_number, c.departed_on, c.container, jsonb_build_object('container', c.container,
        'others', string_agg(distinct o.train_number, ', ')) as details
      from ledger_trade_train_containers c join ledger_trade_train_containers o
        on o.departed_on = c.departed_on and o.container = c.container and o.train_number <> c.train_number
      where c.batch_id = $1 group by 1, 2, 3`,
  },
  {
    name: 'wagon-overfull',
    severity: 'warn',
    meaning: {
      zh: '车号 {wagon} 上有 {containers} 箱、{teu} 标箱，超过一辆车能装的 4 标箱',
      en: 'wagon {wagon} carries {containers} boxes, {teu} TEU; the longest take 4 TEU',
    },
    cure: { zh: '请核对车号和箱型', en: 'See to the wagon numbers and the sizes' },
    sql: `select train_number, departed_on, container,
        jsonb_build_object('wagon', wagon, 'containers', containers, 'teu', trim_scale(teus)::text) as details
      from (select c.*, count(*) over wagons as containers, sum(teu) over wagons as teus
        from ledger_trade_train_containers c join (
          select distinct train_number, departed_on from ledger_trade_train_containers where batch_id = $1) of_batch using (departed_on, train_number)
        where wagon is not null window wagons as (partition by departed_on, train_number, wagon)) loaded
      where batch_id = $1 and teus > 4`,
  },
]

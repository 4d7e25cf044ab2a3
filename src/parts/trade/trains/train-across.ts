import type { AcrossCheck } from '#parts/ledgers/across.ts'

/** A train beside the containers that are registered on it; a train without any is left alone. */
export const trainAcross: readonly AcrossCheck[] = [
  {
    name: 'totals-not-of-containers',
    severity: 'warn',
    meaning: {
      zh: '与所载集装箱的合计不符：箱数 {containers}，标箱 {teu}，货重 {weight}，货值 {value}（本行 / 集装箱合计）',
      en: 'differs from its containers: boxes {containers}, TEU {teu}, weight {weight}, value {value} (this row / its containers)',
    },
    cure: {
      zh: '请重新导入该列的班列清单，由集装箱合计得出，或核对本行',
      en: 'Import its train list again, so that the row is made from the containers, or see to this row',
    },
    sql: `select t.train_number, t.departed_on, jsonb_build_object(
        'containers', concat(coalesce(t.containers::text, '—'), ' / ', c.containers), 'teu', concat(coalesce(t.teu::text, '—'), ' / ', c.teu),
        'weight', concat(trim_scale(t.weight), ' / ', c.weight), 'value', concat(trim_scale(t.value), ' / ', c.value)) as details
      from ledger_trade_trains t join lateral (
        select count(*) as containers, trim_scale(sum(teu)) as teu, trim_scale(sum(weight)) as weight, trim_scale(sum(value)) as value
        from ledger_trade_train_containers c where c.departed_on = t.departed_on and c.train_number = t.train_number
      ) c on c.containers > 0
      where t.batch_id = $1 and (coalesce(t.containers, c.containers) <> c.containers or round(c.teu) <> coalesce(t.teu, round(c.teu))
        or t.weight <> c.weight or t.value <> c.value)`,
  },
]

import type { AcrossCheck } from '#parts/ledgers/across.ts'

const rows = 'ledger_trade_ftz_registrations'

/** The zone opens with the unit that keeps its register. */
export const beforeOpening: AcrossCheck = {
  name: 'before-opening',
  severity: 'warn',
  meaning: {
    zh: '入区日期 {day} 早于自贸区挂牌（{opened}）',
    en: 'Registered on {day}, before the free trade zone opened ({opened})',
  },
  cure: {
    zh: '已导入，但不计入“新入区企业”；请核对日期，原有企业请填迁入自贸区的日期',
    en: 'It is in but does not count as new; see to the day, or write when the enterprise moved into the zone',
  },
  sql: `select own.uscc, jsonb_build_object('day', own.registered_on, 'opened', kept.opened_on) as details
    from ${rows} own join units kept on kept.code = own.unit_code where own.batch_id = $1 and own.registered_on < kept.opened_on`,
}

export const renamed: AcrossCheck = {
  name: 'renamed',
  severity: 'warn',
  meaning: {
    zh: '此前登记的名称是“{before}”，现在是“{name}”',
    en: 'It stood here as "{before}" before, now as "{name}"',
  },
  cure: {
    zh: '已更正；若是企业改名，请恢复原名，并在“变更登记”台账记下新名称和变更日期',
    en: 'The row was corrected; if the enterprise changed its name, restore the old one and write the new name with its day in the ledger of changes',
  },
  sql: `select own.uscc, jsonb_build_object('name', own.name, 'before', max(old.name)) as details
    from ${rows} own join ${rows}_history old on old.row_id = own.row_id and old.replaced_by = $1 and old.name <> own.name
    where own.batch_id = $1 group by own.uscc, own.name`,
}

export const sameName: AcrossCheck = {
  name: 'same-name',
  severity: 'warn',
  meaning: {
    zh: '“{name}”已经以代码 {other} 登记',
    en: '"{name}" is registered already, under {other}',
  },
  cure: {
    zh: '已导入，算作两家；若是同一家，请对照营业执照，在批次页撤回代码填错的那一行',
    en: 'It is in and counts twice; if it is one enterprise, see the licence and withdraw the batch with the wrong code',
  },
  sql: `select own.uscc, jsonb_build_object('name', own.name, 'other', min(other.uscc)) as details
    from ${rows} own join ${rows} other on other.name = own.name and other.uscc <> own.uscc
    where own.batch_id = $1 group by own.uscc, own.name`,
}

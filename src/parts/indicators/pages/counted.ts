import type { Words } from '#web/locale.tsx'

const things = {
  row: { zh: '{n} 行', one: '{n} row', many: '{n} rows' },
  batch: { zh: '{n} 个批次', one: '{n} batch', many: '{n} batches' },
  report: { zh: '{n} 份填报', one: '{n} report', many: '{n} reports' },
} as const

/** 297 行, `297 rows`, `1 row`. */
export function counted(n: number, thing: keyof typeof things): Words {
  const { zh, one, many } = things[thing]
  return { zh: zh.replace('{n}', String(n)), en: (n === 1 ? one : many).replace('{n}', String(n)) }
}

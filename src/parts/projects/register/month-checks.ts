import type { Decimal } from 'decimal.js'
import type { AcrossCheck } from '#parts/ledgers/across.ts'
import type { Check } from '#parts/ledgers/ledger.ts'
import { unregistered } from './stage-checks.ts'

interface MonthRow {
  plannedPercent: Decimal | null
  actualPercent: Decimal | null
  planned: Decimal | null
  invested: Decimal | null
  paymentDue: Decimal | null
  paid: Decimal | null
  entered: Decimal | null
}

export const monthChecks: readonly Check<MonthRow>[] = [
  {
    name: 'nothing-reported',
    severity: 'reject',
    passes: (row) =>
      [row.plannedPercent, row.actualPercent, row.planned, row.invested, row.paymentDue, row.paid, row.entered].some(
        (value) => value !== null,
      ),
    meaning: { zh: '进度和资金都没有填', en: 'Neither progress nor money is given' },
    cure: {
      zh: '请至少填一项；没有进展请填与上月相同的进度',
      en: 'Give at least one; where nothing moved, write the progress of last month',
    },
  },
  {
    name: 'percent-as-share',
    severity: 'warn',
    column: 'actualPercent',
    passes: ({ actualPercent, invested }) =>
      !actualPercent || actualPercent.isZero() || actualPercent.gte(1) || !invested || invested.isZero(),
    details: ({ actualPercent }) => ({
      value: actualPercent?.toFixed() ?? '',
      percent: actualPercent?.times(100).toFixed() ?? '',
    }),
    meaning: { zh: '形象进度 {value}% 不到百分之一', en: 'Physical progress of {value}% is below one percent' },
    cure: {
      zh: '已导入；若是把 {percent}% 写成了小数，请按百分数更正',
      en: 'It is in; if {percent}% was written as a share, correct it to percent',
    },
  },
  {
    name: 'money-slip-of-ten-thousand',
    severity: 'reject',
    column: 'invested',
    passes: (row) =>
      [row.planned, row.invested, row.paid, row.entered].every((value) => !value || value.abs().lt(10_000_000)),
    meaning: {
      zh: '一个项目一个月的金额超过 1000 亿元',
      en: 'More than 100 billion yuan for one project in one month',
    },
    cure: { zh: '请看单位是否为元；应填万元', en: 'See whether the figure is in yuan; it should be in 10,000 yuan' },
  },
]

const wentBack: AcrossCheck = {
  name: 'progress-went-back',
  severity: 'warn',
  meaning: {
    zh: '{project} 的累计形象进度 {percent}% 低于 {otherMonth} 的 {other}%',
    en: 'The cumulative progress of {project}, {percent}%, is below that of {otherMonth}, {other}%',
  },
  cure: {
    zh: '已导入；进度按到月末的累计数填，请核对是否填成了当月数',
    en: 'It is in; progress is cumulative at the end of the month: see whether the month alone was written',
  },
  sql: `select own.project, to_char(own.month, 'YYYY-MM') as month, jsonb_build_object('project', own.project, 'percent', trim_scale(own.actual_percent),
      'other', trim_scale(other.actual_percent), 'otherMonth', to_char(other.month, 'YYYY-MM')) as details
    from ledger_projects_project_months own join lateral (select * from ledger_projects_project_months before
      where before.project = own.project and before.month < own.month and before.actual_percent is not null order by before.month desc limit 1) other
      on other.actual_percent > own.actual_percent
    where own.batch_id = $1`,
}

export const monthAcross: readonly AcrossCheck[] = [
  wentBack,
  unregistered('ledger_projects_project_months', `own.project, to_char(own.month, 'YYYY-MM') as month`),
]

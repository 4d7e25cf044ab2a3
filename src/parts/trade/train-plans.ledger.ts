import { choice, day, text, whole } from '#parts/ledgers/columns.ts'
import { ledger } from '#parts/ledgers/ledger.ts'
import { planAcross, planChecks } from './trains/plan-checks.ts'
import { directions, scopes } from './trains/train-words.ts'

export const trainPlans = ledger({
  name: 'trade/train-plans',
  words: { zh: '班列计划', en: 'Train plans' },
  grain: { zh: '一行一列计划开行的班列', en: 'one row a planned departure' },
  source: { zh: '班列公司月度开行计划', en: "the operator's monthly plan" },
  columns: {
    trainNumber: text({
      words: { zh: '车次', en: 'Train number' },
      headings: ['班列车次', '班列号', 'train no', 'train'],
      longest: 40,
      samples: ['X8203', 'X8204'],
    }),
    plannedOn: day({
      words: { zh: '计划日期', en: 'Planned on' },
      headings: ['计划发车日期', '计划开行日期', '计划发车'],
    }),
    direction: choice({
      words: { zh: '方向', en: 'Direction' },
      headings: ['去回程', '往返', '开行方向'],
      choices: directions,
    }),
    scope: choice({
      words: { zh: '口径', en: 'Scope' },
      headings: ['班列口径', '统计口径'],
      choices: scopes,
      otherwise: 'europe',
      optional: true,
    }),
    route: text({
      words: { zh: '线路', en: 'Route' },
      headings: ['运行线路', '开行线路'],
      longest: 80,
      samples: ['郑州—汉堡', '郑州—列日'],
    }),
    borderPort: text({
      words: { zh: '口岸', en: 'Border port' },
      headings: ['出境口岸', '进出境口岸', '边境口岸'],
      longest: 40,
      optional: true,
    }),
    containers: whole({
      words: { zh: '计划箱数', en: 'Planned containers' },
      headings: ['计划集装箱数', '箱数'],
      unit: '箱',
      min: 1,
      max: 200,
      optional: true,
    }),
    outcome: choice({
      words: { zh: '兑现情况', en: 'Outcome' },
      headings: ['开行情况', '兑现', '状态'],
      choices: {
        planned: { zh: '待开', en: 'to run' },
        'on-day': { zh: '正点', en: 'on its day' },
        late: { zh: '晚点', en: 'late' },
        cancelled: { zh: '停运', en: 'cancelled' },
      },
    }),
    ranOn: day({
      words: { zh: '实际日期', en: 'Ran on' },
      headings: ['实际发车日期', '实际开行日期', '实际发车'],
      optional: true,
    }),
    reason: text({
      words: { zh: '晚点或停运原因', en: 'Why late or cancelled' },
      headings: ['停运原因', '晚点原因', '备注'],
      longest: 200,
      optional: true,
    }),
  },
  key: ['trainNumber', 'plannedOn'],
  day: 'plannedOn',
  foretells: true,
  checks: planChecks,
  across: planAcross,
  measures: {
    plans: { words: { zh: '计划列数', en: 'Planned departures' }, count: true, unit: '列' },
    containers: { words: { zh: '计划箱数', en: 'Planned containers' }, sum: 'containers', unit: '箱' },
  },
  dimensions: ['direction', 'scope', 'route', 'outcome'],
  examples: {
    good: [
      {
        ...{ trainNumber: 'X8203', plannedOn: '2018-06-01', direction: '去程', route: '郑州—汉堡' },
        ...{ borderPort: '阿拉山口', containers: '41', outcome: '正点', ranOn: '2018-06-01' },
      },
      {
        ...{ trainNumber: 'X8203', plannedOn: '2018-06-04', direction: 'outbound', route: '郑州—汉堡' },
        ...{ containers: '41', outcome: 'late', ranOn: '2018-06-05', reason: '口岸拥堵' },
      },
      {
        ...{ trainNumber: 'X9041', plannedOn: '20180607', direction: '去程', scope: '中亚', route: '郑州—塔什干' },
        ...{ outcome: '停运', reason: '货源不足' },
      },
    ],
    bad: (
      [
        ['ran-before-its-plan', { ranOn: '2018-05-31' }],
        ['outcome-not-its-day', { ranOn: '2018-06-02' }],
        ['ran-without-day', { ranOn: '' }],
        ['cancelled-without-reason', { outcome: '停运', ranOn: '' }],
        ['cancelled-but-ran', { outcome: '停运', reason: '货源不足' }],
        ['required', { route: '' }],
        ['choice', { outcome: '可能' }],
      ] as const
    ).map(([fails, changed]) => ({
      row: {
        ...{ trainNumber: 'X8203', plannedOn: '2018-06-01', direction: '去程', route: '郑州—汉堡' },
        ...{ outcome: '正点', ranOn: '2018-06-01' },
        ...changed,
      },
      fails,
    })),
  },
})

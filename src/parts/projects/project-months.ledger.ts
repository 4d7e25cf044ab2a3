import { choice, decimal, month, text } from '#parts/ledgers/columns.ts'
import { ledger } from '#parts/ledgers/ledger.ts'
import { monthAcross, monthChecks } from './register/month-checks.ts'
import { programmes, projectKinds } from './register/words.ts'

const good = {
  ...{ project: 'XM-001', month: '2018-05', kind: '产业', programme: '双十工程·产业', plannedPercent: '24' },
  ...{ actualPercent: '22.5', planned: '18000', invested: '17,400.5', paymentDue: '3000', paid: '3000' },
  ...{ entered: '16000', note: '主厂房桩基完成' },
}

const money = { unit: '万元', places: 2, optional: true } as const

export const projectMonths = ledger({
  name: 'projects/project-months',
  words: { zh: '项目月报', en: 'Monthly reports of projects' },
  grain: { zh: '一行一个项目一个月', en: 'one row a project and month' },
  source: { zh: '服务专员月度更新', en: "the service commissioners' monthly updates" },
  columns: {
    project: text({
      words: { zh: '项目编号', en: 'Project code' },
      headings: ['编号', '项目代码', '项目'],
      longest: 40,
    }),
    month: month({ words: { zh: '月份', en: 'Month' }, headings: ['报告月份', '所属月份', '报告期'] }),
    kind: choice({ words: { zh: '项目类型', en: 'Kind' }, headings: ['类型', '类别'], choices: projectKinds }),
    programme: choice({
      words: { zh: '专项', en: 'Programme' },
      headings: ['所属专项', '分组'],
      choices: programmes,
      otherwise: 'none',
      optional: true,
    }),
    planned: decimal({
      words: { zh: '计划投资', en: 'Planned investment' },
      headings: ['当月计划投资'],
      ...money,
      min: 0,
    }),
    invested: decimal({
      words: { zh: '完成投资', en: 'Investment done' },
      headings: ['当月完成投资', '本月完成投资'],
      ...money,
    }),
    paymentDue: decimal({
      words: { zh: '应支付', en: 'Payment due' },
      headings: ['应拨付', '应付资金'],
      ...money,
      min: 0,
    }),
    paid: decimal({ words: { zh: '已支付', en: 'Paid' }, headings: ['当月支付', '已拨付', '支付资金'], ...money }),
    entered: decimal({
      words: { zh: '入库入统', en: 'Entered in statistics' },
      headings: ['入统投资', '当月入统', '入库投资'],
      ...money,
    }),
    plannedPercent: decimal({
      words: { zh: '计划形象进度', en: 'Planned physical progress' },
      headings: ['计划累计进度', '计划进度'],
      ...{ unit: '%', places: 2, min: 0, max: 100, optional: true },
      note: { zh: '到月末累计', en: 'cumulative at the end of the month' },
    }),
    actualPercent: decimal({
      words: { zh: '实际形象进度', en: 'Actual physical progress' },
      headings: ['累计形象进度', '形象进度', '实际进度'],
      ...{ unit: '%', places: 2, min: 0, max: 100, optional: true },
      note: { zh: '到月末累计', en: 'cumulative at the end of the month' },
    }),
    note: text({
      words: { zh: '本月进展', en: 'This month' },
      headings: ['进展情况', '备注'],
      longest: 1000,
      optional: true,
    }),
  },
  key: ['project', 'month'],
  day: 'month',
  foretells: true,
  page: '/projects/{project}',
  follows: ['projects/projects'],
  checks: monthChecks,
  across: monthAcross,
  measures: {
    planned: { words: { zh: '计划投资', en: 'Planned investment' }, sum: 'planned', unit: '万元' },
    invested: { words: { zh: '完成投资', en: 'Investment done' }, sum: 'invested', unit: '万元' },
    paid: { words: { zh: '已支付', en: 'Paid' }, sum: 'paid', unit: '万元' },
    entered: { words: { zh: '入库入统', en: 'Entered in statistics' }, sum: 'entered', unit: '万元' },
  },
  dimensions: ['kind', 'programme', 'project'],
  examples: {
    good: [
      good,
      { project: 'XM-001', month: '2018年6月', kind: 'industrial', plannedPercent: '30', planned: '20000' },
      { project: 'XM-002', month: '201805', kind: '学校', actualPercent: '8', invested: '320' },
    ],
    bad: (
      [
        ['required', { project: '' }],
        ['month', { month: '2018-13' }],
        ['too-large', { actualPercent: '101' }],
        [
          'nothing-reported',
          { plannedPercent: '', actualPercent: '', planned: '', invested: '', paymentDue: '', paid: '', entered: '' },
        ],
        ['percent-as-share', { actualPercent: '0.22', invested: '17400' }],
        ['money-slip-of-ten-thousand', { invested: '174000000' }],
      ] as const
    ).map(([fails, changed]) => ({ row: { ...good, ...changed }, fails })),
  },
})

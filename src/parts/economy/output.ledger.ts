import { decimal, month, text, unit, uscc, whole } from '#parts/ledgers/columns.ts'
import { ledger } from '#parts/ledgers/ledger.ts'

export const output = ledger({
  name: 'economy/output',
  words: { zh: '企业产值', en: 'Enterprise output' },
  grain: { zh: '一行一家企业一个月', en: 'one row an enterprise and month' },
  source: { zh: '规模以上企业月度报表', en: 'monthly returns of enterprises above the designated size' },
  columns: {
    enterprise: uscc({
      words: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      headings: ['信用代码', '企业代码', '社会信用代码'],
    }),
    month: month({ words: { zh: '月份', en: 'Month' }, headings: ['所属月份', '报告期', '统计月份'] }),
    industry: text({
      words: { zh: '行业', en: 'Industry' },
      headings: ['所属行业', '产业'],
      longest: 60,
      samples: ['汽车及零部件', '装备制造', '现代物流'],
    }),
    segment: text({
      words: { zh: '细分行业', en: 'Segment' },
      headings: ['行业细分', '子行业', '细分'],
      longest: 60,
      optional: true,
    }),
    output: decimal({
      words: { zh: '产值', en: 'Output' },
      headings: ['工业总产值', '总产值', '当月产值'],
      unit: '万元',
      places: 2,
      min: 0,
      optional: true,
    }),
    revenue: decimal({
      words: { zh: '营业收入', en: 'Revenue' },
      headings: ['收入', '主营业务收入', '当月营业收入'],
      unit: '万元',
      places: 2,
      optional: true,
    }),
    vehicles: whole({
      words: { zh: '整车产量', en: 'Vehicles built' },
      headings: ['整车', '汽车产量', '产量(辆)'],
      unit: '辆',
      min: 0,
      optional: true,
    }),
    unit: unit({ words: { zh: '所属单位', en: 'Unit' }, headings: ['单位', '园区', '办事处'] }),
  },
  key: ['enterprise', 'month'],
  day: 'month',
  checks: [
    {
      name: 'output-or-revenue',
      severity: 'reject',
      passes: (row) => row.output !== null || row.revenue !== null,
      meaning: { zh: '产值和营业收入都没有填', en: 'Neither output nor revenue is given' },
      cure: {
        zh: '工业企业填产值，物流等服务企业填营业收入；确为零请填 0',
        en: 'Give output for industry, revenue for logistics and services; write 0 where it is nothing',
      },
    },
    {
      name: 'output-slip-of-ten-thousand',
      severity: 'reject',
      passes: (row) => row.output === null || row.output.lt(10_000_000),
      meaning: {
        zh: '一家企业一个月的产值超过 1000 亿元',
        en: 'More than 100 billion yuan of output by one enterprise in one month',
      },
      cure: { zh: '请看单位是否为元；应填万元', en: 'See whether the figure is in yuan; it should be in 10,000 yuan' },
    },
    {
      name: 'revenue-near-output',
      severity: 'warn',
      passes: ({ output, revenue }) =>
        revenue === null || output === null || output.isZero() || revenue.lte(output.times(20)),
      meaning: { zh: '营业收入超过产值的 20 倍', en: 'Revenue of more than twenty times the output' },
      cure: { zh: '请核对两列的单位是否一致', en: 'See whether both columns are in the same unit' },
    },
  ],
  measures: {
    output: { words: { zh: '产值', en: 'Output' }, sum: 'output', unit: '万元' },
    revenue: { words: { zh: '营业收入', en: 'Revenue' }, sum: 'revenue', unit: '万元' },
    vehicles: { words: { zh: '整车产量', en: 'Vehicles built' }, sum: 'vehicles', unit: '辆' },
  },
  dimensions: ['enterprise', 'industry', 'segment'],
  examples: {
    good: [
      {
        enterprise: '91410171DEM000014J',
        month: '2018-05',
        industry: '汽车及零部件',
        segment: '整车',
        output: '82,485.39',
        revenue: '81531.03',
        vehicles: '12753',
      },
      {
        enterprise: '91410171DEM000022D',
        month: '2018年5月',
        industry: '汽车及零部件',
        output: '179940.5',
        revenue: '175415.08',
      },
      { enterprise: '91410171DEM000022D', month: '201806', industry: '汽车及零部件', output: '0' },
      { enterprise: '91410171DEM0006396', month: '2018-06', industry: '现代物流', revenue: '5120.4' },
    ],
    bad: [
      { row: { enterprise: '91410171DEM000014J', month: '2018-05', industry: '汽车' }, fails: 'output-or-revenue' },
      { row: { enterprise: '91410171DEM000014J', month: '2018-13', industry: '汽车', output: '1' }, fails: 'month' },
      { row: { enterprise: '91410171DEM000014X', month: '2018-05', industry: '汽车', output: '1' }, fails: 'uscc' },
      { row: { enterprise: '91410171DEM000014J', month: '2018-05', output: '1' }, fails: 'required' },
      {
        row: { enterprise: '91410171DEM000014J', month: '2018-05', industry: '汽车', output: '-1' },
        fails: 'too-small',
      },
      {
        row: { enterprise: '91410171DEM000014J', month: '2018-05', industry: '汽车', output: '824853900' },
        fails: 'output-slip-of-ten-thousand',
      },
      {
        row: { enterprise: '91410171DEM000014J', month: '2018-05', industry: '汽车', output: '1', revenue: '300' },
        fails: 'revenue-near-output',
      },
      {
        row: {
          enterprise: '91410171DEM000014J',
          month: '2018-05',
          industry: '汽车',
          output: '1',
          unit: '没有这个单位',
        },
        fails: 'unit',
      },
    ],
  },
})

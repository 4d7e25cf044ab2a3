import { day, decimal, text, unit, uscc } from '#parts/ledgers/columns.ts'
import { ledger } from '#parts/ledgers/ledger.ts'

export const enterprises = ledger({
  name: 'economy/enterprises',
  words: { zh: '企业名录', en: 'Enterprises' },
  grain: { zh: '一行一家企业', en: 'one row an enterprise' },
  source: { zh: '市场监管登记信息', en: 'business registration' },
  columns: {
    uscc: uscc({
      words: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      headings: ['信用代码', '企业代码', '社会信用代码'],
    }),
    name: text({ words: { zh: '企业名称', en: 'Name' }, headings: ['名称', '单位名称', '市场主体名称'], longest: 120 }),
    industry: text({
      words: { zh: '行业', en: 'Industry' },
      headings: ['所属行业', '行业名称', '产业'],
      longest: 60,
      samples: ['汽车及零部件', '装备制造', '现代物流'],
    }),
    registeredOn: day({
      words: { zh: '成立日期', en: 'Registered on' },
      headings: ['注册日期', '登记日期', '成立时间'],
    }),
    capital: decimal({
      words: { zh: '注册资本', en: 'Registered capital' },
      headings: ['注册资金', '认缴资本'],
      unit: '万元',
      places: 4,
      min: 0,
      optional: true,
    }),
    unit: unit({ words: { zh: '所属单位', en: 'Unit' }, headings: ['单位', '园区', '办事处'] }),
  },
  key: ['uscc'],
  day: 'registeredOn',
  checks: [
    {
      name: 'capital-slip-of-ten-thousand',
      severity: 'warn',
      passes: (row) => row.capital === null || row.capital.lt(10_000_000),
      meaning: { zh: '注册资本超过 1000 亿元', en: 'Registered capital above 100 billion yuan' },
      cure: { zh: '请看单位是否为元；应填万元', en: 'See whether the figure is in yuan; it should be in 10,000 yuan' },
    },
  ],
  measures: {
    enterprises: { words: { zh: '企业数', en: 'Enterprises' }, count: true, unit: '家' },
    capital: { words: { zh: '注册资本', en: 'Registered capital' }, sum: 'capital', unit: '万元' },
  },
  dimensions: ['industry'],
  examples: {
    good: [
      {
        uscc: '91410171DEM000014J',
        name: '示例整车厂',
        industry: '汽车及零部件',
        registeredOn: '2017-01-18',
        capital: '200000',
      },
      {
        uscc: '91410171DEM000022D',
        name: '示例零部件厂',
        industry: '汽车及零部件',
        registeredOn: '2004/11/2',
        capital: '129,000.5',
      },
      { uscc: '91410100MA44UQJ03U', name: '示例物流公司', industry: '现代物流', registeredOn: '2016年3月1日' },
    ],
    bad: [
      { row: { uscc: '91410171DEM000014J', name: '示例', industry: '物流', registeredOn: '2017-13-01' }, fails: 'day' },
      { row: { uscc: '12345', name: '示例', industry: '物流', registeredOn: '2017-01-01' }, fails: 'uscc' },
      { row: { uscc: '91410171DEM000014J', industry: '物流', registeredOn: '2017-01-01' }, fails: 'required' },
      {
        row: {
          uscc: '91410171DEM000014J',
          name: '示例',
          industry: '物流',
          registeredOn: '2017-01-01',
          capital: '12.00001',
        },
        fails: 'too-precise',
      },
      {
        row: {
          uscc: '91410171DEM000014J',
          name: '示例',
          industry: '物流',
          registeredOn: '2017-01-01',
          capital: '20000000',
        },
        fails: 'capital-slip-of-ten-thousand',
      },
      {
        row: { uscc: '91410171DEM000014J', name: '=HYPERLINK("x")', industry: '物流', registeredOn: '2017-01-01' },
        fails: 'formula',
      },
    ],
  },
})

import { choice, day, decimal, text, uscc } from '#parts/ledgers/columns.ts'
import { ledger } from '#parts/ledgers/ledger.ts'
import { isOrganisationCode, organisationCharacter } from '#parts/ledgers/uscc.ts'
import { currencies, kinds } from './free-trade/choices.ts'
import { sectionOf } from './free-trade/industries.ts'
import { beforeOpening, renamed, sameName } from './free-trade/registers.ts'

const good = {
  uscc: '91410171DEM000014J',
  name: '示例一号国际贸易有限公司',
  registeredOn: '2018-06-01',
  industry: '51',
  block: '综合保税区块',
  kind: '内资企业',
  capital: '500',
}

export const ftzRegistrations = ledger({
  name: 'trade/ftz-registrations',
  words: { zh: '自贸区入区企业', en: 'Enterprises in the free trade zone' },
  grain: { zh: '一行一家企业', en: 'one row an enterprise' },
  source: { zh: '自贸区综合协调局登记', en: 'register of the free trade zone coordination bureau' },
  columns: {
    uscc: uscc({
      words: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      headings: ['信用代码', '企业代码', '社会信用代码'],
    }),
    name: text({
      words: { zh: '企业名称', en: 'Name' },
      headings: ['名称', '市场主体名称', '登记名称'],
      longest: 120,
      note: {
        zh: '入区时的名称；以后改名记入“变更登记”',
        en: 'as registered; later names go to the ledger of changes',
      },
    }),
    registeredOn: day({
      words: { zh: '入区日期', en: 'Registered on' },
      headings: ['登记日期', '注册日期', '成立日期', '入区登记日期'],
    }),
    industry: text({
      words: { zh: '行业大类', en: 'Industry division' },
      headings: ['行业代码', '行业', '国民经济行业大类'],
      longest: 10,
      samples: ['51', '52', '58', '59', '64', '72'],
      note: { zh: 'GB/T 4754 两位大类代码，如 51 批发业', en: 'two-digit division of GB/T 4754, such as 51 wholesale' },
    }),
    block: text({
      words: { zh: '功能区块', en: 'Block' },
      headings: ['区块', '所在区块', '片区'],
      longest: 40,
      samples: ['综合保税区块', '国际陆港区块', '商务服务区块'],
    }),
    kind: choice({
      words: { zh: '企业类型', en: 'Kind' },
      headings: ['类型', '主体类型', '资本性质'],
      choices: kinds,
    }),
    capital: decimal({
      words: { zh: '注册资本', en: 'Registered capital' },
      headings: ['注册资本(人民币)', '折合人民币', '注册资金'],
      unit: '万元',
      places: 4,
      min: 0,
      note: { zh: '一律折合人民币，以万元计', en: 'always in yuan, in units of 10,000' },
    }),
    currency: choice({
      words: { zh: '原币', en: 'Currency' },
      headings: ['币种', '注册资本币种', '资本币种'],
      choices: currencies,
      otherwise: 'CNY',
    }),
    originalCapital: decimal({
      words: { zh: '原币注册资本', en: 'Capital in its currency' },
      headings: ['原币金额', '外币注册资本', '注册资本(原币)'],
      unit: '万',
      places: 4,
      min: 0,
      optional: true,
    }),
    rate: decimal({
      words: { zh: '折算汇率', en: 'Rate' },
      headings: ['汇率', '折合汇率'],
      places: 6,
      min: 0,
      optional: true,
      note: { zh: '一单位原币合多少人民币元', en: 'yuan for one unit of the currency' },
    }),
  },
  key: ['uscc'],
  day: 'registeredOn',
  page: '/opening/free-trade/{uscc}',
  checks: [
    {
      name: 'organisation-code',
      severity: 'warn',
      column: 'uscc',
      passes: (row) => row.uscc.length !== 18 || isOrganisationCode(row.uscc.slice(8, 17)),
      details: (row) => ({ found: row.uscc[16] ?? '', expected: organisationCharacter(row.uscc.slice(8, 16)) ?? '—' }),
      meaning: {
        zh: '第 9 至 17 位的主体标识码校验不符（GB 11714）：第 17 位是 {found}，按前八位应为 {expected}',
        en: 'The organisation code in positions 9 to 17 does not check (GB 11714): position 17 is {found}, the eight before it give {expected}',
      },
      cure: {
        zh: '已导入；请对照营业执照核对第 9 至 17 位',
        en: 'It is in; compare positions 9 to 17 with the business licence',
      },
    },
    {
      name: 'industry-division',
      severity: 'warn',
      column: 'industry',
      passes: (row) => sectionOf(row.industry) !== undefined,
      meaning: { zh: '不是 GB/T 4754 的两位大类代码', en: 'This is no two-digit division of GB/T 4754' },
      cure: {
        zh: '已导入，按“未归类”统计；请填两位代码，如批发业 51、仓储业 59',
        en: 'It is in and counts as unclassified; write two digits, such as 51 wholesale or 59 storage',
      },
    },
    {
      name: 'rate-missing',
      severity: 'reject',
      passes: (row) => row.currency === 'CNY' || (row.originalCapital !== null && row.rate !== null),
      meaning: {
        zh: '外币出资没有原币金额或折算汇率',
        en: 'Capital in a foreign currency without its amount or its rate',
      },
      cure: {
        zh: '请补原币注册资本和折算汇率；人民币出资请把币种改为人民币',
        en: 'Give the amount in that currency and the rate; for yuan set the currency to CNY',
      },
    },
    {
      name: 'conversion',
      severity: 'reject',
      passes: ({ currency, originalCapital, rate, capital }) =>
        currency === 'CNY' ||
        originalCapital === null ||
        rate === null ||
        originalCapital.times(rate).minus(capital).abs().lte(capital.times('0.0001').plus('0.01')),
      details: ({ originalCapital, rate }) => ({
        expected: originalCapital && rate ? originalCapital.times(rate).toFixed(4) : '—',
      }),
      meaning: {
        zh: '注册资本不等于原币金额乘以汇率（应为 {expected} 万元）',
        en: 'The capital is not the amount times the rate (that is {expected} ten thousand yuan)',
      },
      cure: { zh: '请核对原币金额、汇率和折合数三者', en: 'See to the amount, the rate and the converted capital' },
    },
    {
      name: 'capital-slip-of-ten-thousand',
      severity: 'warn',
      column: 'capital',
      passes: (row) => row.capital.lt(100_000),
      details: (row) => ({ value: row.capital.toFixed(), less: row.capital.div(10_000).toFixed() }),
      meaning: { zh: '{value} 万元即 10 亿元以上', en: '{value} ten thousand yuan is a billion yuan or more' },
      cure: {
        zh: '已导入；若填的是元，请除以一万（{less} 万元）后再导入一次',
        en: 'It is in; if the figure is in yuan, divide it by 10,000 ({less}) and import again',
      },
    },
  ],
  across: [beforeOpening, renamed, sameName],
  measures: {
    enterprises: { words: { zh: '入区企业', en: 'Enterprises' }, count: true, unit: '家' },
    capital: { words: { zh: '注册资本', en: 'Registered capital' }, sum: 'capital', unit: '万元' },
  },
  dimensions: ['block', 'kind', 'industry'],
  examples: {
    good: [
      good,
      {
        uscc: '91410171DEM000022D',
        name: '示例二号供应链有限公司',
        registeredOn: '2018年6月4日',
        industry: 'G59',
        block: '国际陆港区块',
        kind: 'foreign',
        capital: '6,412.30',
        currency: '美元',
        originalCapital: '1000',
        rate: '6.4123',
      },
      {
        uscc: '91410100MA44UQJ03U',
        name: '示例三号软件有限公司',
        registeredOn: '20180605',
        industry: '65',
        block: '商务服务区块',
        kind: '分支机构',
        capital: '0',
        currency: 'CNY',
      },
    ],
    bad: [
      { row: { ...good, registeredOn: '2018-06-31' }, fails: 'day' },
      { row: { ...good, uscc: '91410171DEM000014K' }, fails: 'uscc' },
      { row: { ...good, uscc: '91410171DEM000015H' }, fails: 'organisation-code' },
      { row: { ...good, industry: '批发' }, fails: 'industry-division' },
      { row: { ...good, industry: 'A51' }, fails: 'industry-division' },
      { row: { ...good, currency: '贝壳币' }, fails: 'choice' },
      { row: { ...good, currency: 'USD' }, fails: 'rate-missing' },
      { row: { ...good, currency: 'USD', originalCapital: '100', rate: '6.4' }, fails: 'conversion' },
      { row: { ...good, capital: '5000000' }, fails: 'capital-slip-of-ten-thousand' },
      { row: { ...good, capital: '500万' }, fails: 'decimal' },
    ],
  },
})

import { day, decimal, text, uscc } from '#parts/ledgers/columns.ts'
import { ledger } from '#parts/ledgers/ledger.ts'

const good = {
  uscc: '91410171DEM000014J',
  changedOn: '2018-06-20',
  name: '示例一号跨境贸易有限公司',
  capitalChange: '5',
}

export const ftzChanges = ledger({
  name: 'trade/ftz-changes',
  words: { zh: '自贸区变更登记', en: 'Changes of enterprises in the free trade zone' },
  grain: { zh: '一行一家企业的一次变更', en: 'one row a change of an enterprise' },
  source: { zh: '自贸区综合协调局变更登记', en: 'changes registered by the free trade zone coordination bureau' },
  columns: {
    uscc: uscc({
      words: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      headings: ['信用代码', '企业代码', '社会信用代码'],
    }),
    changedOn: day({ words: { zh: '变更日期', en: 'Changed on' }, headings: ['核准日期', '变更登记日期'] }),
    name: text({
      words: { zh: '变更后名称', en: 'New name' },
      headings: ['新名称', '变更后的名称', '现名称'],
      longest: 120,
      optional: true,
    }),
    capitalChange: decimal({
      words: { zh: '注册资本变动', en: 'Change of capital' },
      headings: ['增减资', '注册资本增减'],
      unit: '万元',
      places: 4,
      optional: true,
      note: { zh: '增资为正，减资为负', en: 'more is positive, less is negative' },
    }),
    note: text({ words: { zh: '备注', en: 'Note' }, headings: ['说明', '变更事由'], longest: 200, optional: true }),
  },
  key: ['uscc', 'changedOn'],
  day: 'changedOn',
  checks: [
    {
      name: 'nothing-changed',
      severity: 'reject',
      passes: (row) => row.name !== null || row.capitalChange !== null,
      meaning: { zh: '既没有新名称，也没有资本变动', en: 'Neither a new name nor a change of capital' },
      cure: { zh: '请填变更后名称或注册资本变动', en: 'Give the new name or the change of capital' },
    },
  ],
  measures: {
    changes: { words: { zh: '变更次数', en: 'Changes' }, count: true, unit: '次' },
    capital: { words: { zh: '注册资本变动', en: 'Change of capital' }, sum: 'capitalChange', unit: '万元' },
  },
  dimensions: ['uscc'],
  examples: {
    good: [
      good,
      { uscc: '91410171DEM000022D', changedOn: '2018/6/21', capitalChange: '-1,200.5', note: '减资公告期满' },
      { uscc: '91410171DEM000022D', changedOn: '2018年6月25日', name: '示例二号国际物流有限公司' },
    ],
    bad: [
      { row: { uscc: good.uscc, changedOn: '2018-06-20' }, fails: 'nothing-changed' },
      { row: { ...good, changedOn: '6月20日' }, fails: 'day' },
      { row: { ...good, uscc: '914101' }, fails: 'uscc' },
    ],
  },
})

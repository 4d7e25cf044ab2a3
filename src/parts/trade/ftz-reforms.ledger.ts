import { choice, day, text, whole } from '#parts/ledgers/columns.ts'
import { ledger } from '#parts/ledgers/ledger.ts'
import { oneTitle, reformStages, stagesInOrder } from './free-trade/stages.ts'

const rows = 'ledger_trade_ftz_reforms'
const good = {
  number: 'FZ-01',
  title: '企业名称自主申报',
  document: '国发〔2016〕63号',
  documentOn: '2016-11-02',
  stage: '复制落地',
  reachedOn: '2017-06-12',
  enterprises: '6',
}

export const ftzReforms = ledger({
  name: 'trade/ftz-reforms',
  words: { zh: '自贸区改革事项', en: 'Reform items of the free trade zone' },
  grain: { zh: '一行一项改革的一个阶段', en: 'one row an item and stage' },
  source: { zh: '自贸区综合协调局改革任务台账', en: 'reform register of the free trade zone coordination bureau' },
  columns: {
    number: text({ words: { zh: '编号', en: 'Number' }, headings: ['事项编号', '序号', '改革编号'], longest: 40 }),
    title: text({ words: { zh: '改革事项', en: 'Reform item' }, headings: ['事项名称', '名称', '标题'], longest: 200 }),
    document: text({
      words: { zh: '印发文件', en: 'Issuing document' },
      headings: ['文号', '来源文件', '文件'],
      longest: 120,
      optional: true,
    }),
    documentOn: day({
      words: { zh: '印发日期', en: 'Issued on' },
      headings: ['文件日期', '发文日期'],
      optional: true,
    }),
    stage: choice({
      words: { zh: '阶段', en: 'Stage' },
      headings: ['进展', '推进阶段', '状态'],
      choices: reformStages,
    }),
    reachedOn: day({ words: { zh: '达到日期', en: 'Reached on' }, headings: ['日期', '完成日期', '落地日期'] }),
    enterprises: whole({
      words: { zh: '惠及企业', en: 'Enterprises served' },
      headings: ['受惠企业数', '惠及企业数'],
      unit: '家',
      min: 0,
      optional: true,
    }),
  },
  key: ['number', 'stage'],
  day: 'reachedOn',
  checks: [
    {
      name: 'before-its-document',
      severity: 'warn',
      column: 'reachedOn',
      passes: (row) => row.documentOn === null || row.reachedOn >= row.documentOn,
      details: (row) => ({ issued: row.documentOn ?? '', day: row.reachedOn }),
      meaning: {
        zh: '{day} 早于文件印发日期 {issued}',
        en: '{day} is before the document was issued ({issued})',
      },
      cure: { zh: '已导入；请核对两个日期', en: 'It is in; see to both days' },
    },
  ],
  across: [stagesInOrder(rows, reformStages), oneTitle(rows)],
  measures: {
    steps: { words: { zh: '改革事项', en: 'Reform items' }, count: true, unit: '条' },
    enterprises: { words: { zh: '惠及企业', en: 'Enterprises served' }, sum: 'enterprises', unit: '家' },
  },
  dimensions: ['stage'],
  examples: {
    good: [
      good,
      { ...good, stage: 'in-effect', reachedOn: '2017/9/30', enterprises: '120' },
      { number: 'FZ-02', title: '企业简易注销', stage: '研究', reachedOn: '2017年5月10日' },
    ],
    bad: [
      { row: { ...good, stage: '复印' }, fails: 'choice' },
      { row: { ...good, reachedOn: '2017-06-31' }, fails: 'day' },
      { row: { ...good, reachedOn: '2016-10-01' }, fails: 'before-its-document' },
      { row: { ...good, enterprises: '-1' }, fails: 'too-small' },
    ],
  },
})

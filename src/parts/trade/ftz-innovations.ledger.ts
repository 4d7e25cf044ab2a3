import { choice, day, text, whole } from '#parts/ledgers/columns.ts'
import { ledger } from '#parts/ledgers/ledger.ts'
import { innovationStages, oneTitle, stagesInOrder } from './free-trade/stages.ts'

const rows = 'ledger_trade_ftz_innovations'
const good = {
  number: 'CX-01',
  title: '一区多功能',
  stage: '上报',
  reachedOn: '2017-08-18',
  receiver: '省自贸办',
  enterprises: '5',
}

export const ftzInnovations = ledger({
  name: 'trade/ftz-innovations',
  words: { zh: '自贸区创新案例', en: 'Innovation cases of the free trade zone' },
  grain: { zh: '一行一个案例的一个阶段', en: 'one row a case and stage' },
  source: { zh: '自贸区综合协调局创新案例台账', en: 'innovation register of the free trade zone coordination bureau' },
  columns: {
    number: text({ words: { zh: '编号', en: 'Number' }, headings: ['案例编号', '序号'], longest: 40 }),
    title: text({
      words: { zh: '创新案例', en: 'Innovation case' },
      headings: ['案例名称', '名称', '标题'],
      longest: 200,
    }),
    stage: choice({
      words: { zh: '阶段', en: 'Stage' },
      headings: ['进展', '推进阶段', '状态'],
      choices: innovationStages,
    }),
    reachedOn: day({ words: { zh: '达到日期', en: 'Reached on' }, headings: ['日期', '上报日期', '完成日期'] }),
    receiver: text({
      words: { zh: '报送对象', en: 'Sent to' },
      headings: ['上报单位', '采纳单位', '受理单位'],
      longest: 80,
      optional: true,
    }),
    enterprises: whole({
      words: { zh: '参与企业', en: 'Enterprises taking part' },
      headings: ['参与企业数', '试点企业数'],
      unit: '家',
      min: 0,
      optional: true,
    }),
  },
  key: ['number', 'stage'],
  day: 'reachedOn',
  checks: [
    {
      name: 'receiver-missing',
      severity: 'warn',
      column: 'receiver',
      passes: (row) => row.stage === 'drafted' || row.stage === 'filed' || row.receiver !== null,
      meaning: { zh: '已上报或被采纳，却没有写报送对象', en: 'Reported or adopted, but to whom is not said' },
      cure: { zh: '已导入；请补上收文或采纳的单位', en: 'It is in; name the office that received or adopted it' },
    },
  ],
  across: [stagesInOrder(rows, innovationStages), oneTitle(rows)],
  measures: {
    steps: { words: { zh: '创新案例', en: 'Innovation cases' }, count: true, unit: '个' },
    enterprises: { words: { zh: '参与企业', en: 'Enterprises taking part' }, sum: 'enterprises', unit: '家' },
  },
  dimensions: ['stage'],
  examples: {
    good: [
      good,
      { ...good, stage: 'drafted', reachedOn: '2017/6/1', enterprises: '2' },
      { number: 'CX-02', title: '一店多模式', stage: '备案', reachedOn: '2017年7月3日' },
    ],
    bad: [
      { row: { ...good, stage: '报告' }, fails: 'choice' },
      { row: { ...good, reachedOn: '昨天' }, fails: 'day' },
      {
        row: { number: 'CX-03', title: '多式联运', stage: '上报', reachedOn: '2018-01-03' },
        fails: 'receiver-missing',
      },
    ],
  },
})

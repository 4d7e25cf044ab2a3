import { choice, day, decimal, text, whole } from '#parts/ledgers/columns.ts'
import { ledger } from '#parts/ledgers/ledger.ts'
import { trainAcross } from './trains/train-across.ts'
import { directions, scopes } from './trains/train-words.ts'

export const trains = ledger({
  name: 'trade/trains',
  words: { zh: '中欧班列', en: 'China–Europe trains' },
  grain: { zh: '一行一列班列', en: 'one row a departure' },
  source: { zh: '口岸与开放办公室班列开行登记', en: 'departure register of the office for ports and opening up' },
  columns: {
    trainNumber: text({
      words: { zh: '车次', en: 'Train number' },
      headings: ['班列车次', '班列号', '列车车次', 'train no', 'train'],
      longest: 40,
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
      note: {
        zh: '不填即中欧班列；中亚班列不计入中欧班列的各项数字',
        en: 'empty means China–Europe; Central Asian trains count in none of its figures',
      },
    }),
    route: text({
      words: { zh: '线路', en: 'Route' },
      headings: ['运行线路', '开行线路'],
      samples: ['郑州—汉堡', '郑州—慕尼黑', '郑州—列日', '郑州—华沙'],
      longest: 80,
      optional: true,
    }),
    borderPort: text({
      words: { zh: '口岸', en: 'Border port' },
      headings: ['出境口岸', '进出境口岸', '边境口岸'],
      samples: ['阿拉山口', '二连浩特'],
      longest: 40,
      optional: true,
    }),
    departedOn: day({
      words: { zh: '发车日期', en: 'Departed on' },
      headings: ['日期', '开行日期', '发车时间', '开行时间', 'date'],
    }),
    containers: whole({
      words: { zh: '集装箱数', en: 'Containers' },
      headings: ['箱数', '箱量', '集装箱'],
      unit: '箱',
      min: 1,
      max: 200,
      optional: true,
    }),
    teu: whole({
      words: { zh: '标箱', en: 'TEU' },
      headings: ['标箱数', '标准箱', 'TEU数'],
      unit: 'TEU',
      min: 1,
      max: 400,
      optional: true,
    }),
    weight: decimal({
      words: { zh: '货重', en: 'Cargo weight' },
      headings: ['重量', '货物重量', '货物重量(吨)', '重量(吨)', '吨数'],
      unit: '吨',
      places: 3,
      min: 0,
    }),
    value: decimal({
      words: { zh: '货值', en: 'Cargo value' },
      headings: ['货物价值', '货值(美元)', '金额(美元)', '货值(USD)'],
      unit: '美元',
      places: 2,
      min: 0,
    }),
    arrivedOn: day({
      words: { zh: '到达日期', en: 'Arrived on' },
      headings: ['抵达日期', '终到日期', '到达时间'],
      optional: true,
    }),
  },
  key: ['trainNumber', 'departedOn'],
  day: 'departedOn',
  page: '/opening/trains/{trainNumber}/{departedOn}',
  checks: [
    {
      name: 'teu-not-below-containers',
      severity: 'warn',
      passes: (row) => row.teu === null || row.containers === null || row.teu >= row.containers,
      meaning: {
        zh: '标箱数少于集装箱数；每个集装箱至少折合一个标箱',
        en: 'Fewer TEU than containers; a container is at least one TEU',
      },
      cure: {
        zh: '请核对两列是否填反，或是否有 20 英尺以下的箱',
        en: 'See whether the two columns are swapped, or boxes are shorter than 20 feet',
      },
    },
    {
      name: 'weight-within-train',
      severity: 'reject',
      passes: (row) => row.weight.lte(6000),
      meaning: { zh: '一列班列的货重超过 6000 吨', en: 'A train with more than 6,000 tonnes of cargo' },
      cure: { zh: '请看单位是否为千克；应填吨', en: 'See whether the weight is in kilograms; it should be in tonnes' },
    },
    {
      name: 'departed-after-arrival',
      severity: 'reject',
      column: 'departedOn',
      passes: (row) => row.arrivedOn === null || row.departedOn <= row.arrivedOn,
      details: ({ departedOn, arrivedOn }) => ({ departedOn, arrivedOn }),
      meaning: {
        zh: '{departedOn} 发车，晚于 {arrivedOn} 到达',
        en: 'left on {departedOn}, after it arrived on {arrivedOn}',
      },
      cure: {
        zh: '请核对两个日期，看是否填反或写错年月',
        en: 'See whether the days are swapped, or a month or year is wrong',
      },
    },
  ],
  across: trainAcross,
  measures: {
    departures: { words: { zh: '开行列数', en: 'Departures' }, count: true, unit: '列' },
    containers: { words: { zh: '集装箱数', en: 'Containers' }, sum: 'containers', unit: '箱' },
    teu: { words: { zh: '标箱', en: 'TEU' }, sum: 'teu', unit: 'TEU' },
    weight: { words: { zh: '货重', en: 'Cargo weight' }, sum: 'weight', unit: '吨' },
    value: { words: { zh: '货值', en: 'Cargo value' }, sum: 'value', unit: '美元' },
  },
  dimensions: ['direction', 'scope', 'route', 'borderPort'],
  examples: {
    good: [
      {
        trainNumber: 'X8001',
        direction: '去程',
        route: '郑州—汉堡',
        borderPort: '阿拉山口',
        departedOn: '2018-06-01',
        containers: '41',
        teu: '82',
        weight: '530.125',
        value: '5,250,000.5',
      },
      {
        trainNumber: 'X8002',
        direction: 'return',
        route: '慕尼黑—郑州',
        borderPort: '二连浩特',
        departedOn: '2018年6月2日',
        containers: '40',
        teu: '80',
        weight: '498',
        value: '4100000',
      },
      { trainNumber: 'X8003', direction: '回程', departedOn: '20180603', weight: '０.５', value: '0' },
    ],
    bad: [
      {
        row: { trainNumber: 'X8001', direction: '去程', departedOn: '2018-02-30', weight: '1', value: '1' },
        fails: 'day',
      },
      { row: { direction: '去程', departedOn: '2018-06-01', weight: '1', value: '1' }, fails: 'required' },
      {
        row: { trainNumber: 'X8001', direction: '往东', departedOn: '2018-06-01', weight: '1', value: '1' },
        fails: 'choice',
      },
      {
        row: { trainNumber: 'X8001', direction: '去程', departedOn: '2018-06-01', weight: '一百', value: '1' },
        fails: 'decimal',
      },
      {
        row: { trainNumber: 'X8001', direction: '去程', departedOn: '2018-06-01', weight: '1.0005', value: '1' },
        fails: 'too-precise',
      },
      {
        row: {
          trainNumber: 'X8001',
          direction: '去程',
          departedOn: '2018-06-01',
          containers: '3.5',
          weight: '1',
          value: '1',
        },
        fails: 'whole',
      },
      {
        row: {
          trainNumber: 'X8001',
          direction: '去程',
          departedOn: '2018-06-01',
          containers: '0',
          weight: '1',
          value: '1',
        },
        fails: 'too-small',
      },
      {
        row: {
          trainNumber: 'X8001',
          direction: '去程',
          departedOn: '2018-06-01',
          containers: '2',
          teu: '1',
          weight: '1',
          value: '1',
        },
        fails: 'teu-not-below-containers',
      },
      {
        row: { trainNumber: 'X8001', direction: '去程', departedOn: '2018-06-01', weight: '530125', value: '1' },
        fails: 'weight-within-train',
      },
      {
        row: {
          ...{ trainNumber: 'X8001', direction: '去程', departedOn: '2018-06-20', arrivedOn: '2018-06-05' },
          ...{ weight: '530', value: '1' },
        },
        fails: 'departed-after-arrival',
      },
      {
        row: { trainNumber: '=1+1', direction: '去程', departedOn: '2018-06-01', weight: '1', value: '1' },
        fails: 'formula',
      },
    ],
  },
})

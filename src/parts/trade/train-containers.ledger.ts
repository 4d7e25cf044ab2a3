import { choice, day, decimal, text, uscc } from '#parts/ledgers/columns.ts'
import { ledger } from '#parts/ledgers/ledger.ts'
import { containerAcross } from './trains/container-across.ts'
import { containerChecks } from './trains/container-checks.ts'
import { directions, scopes } from './trains/train-words.ts'

export const trainContainers = ledger({
  name: 'trade/train-containers',
  words: { zh: '班列集装箱', en: 'Containers on trains' },
  grain: { zh: '一行一列班列上的一个集装箱', en: 'one row a container on a train' },
  source: { zh: '班列公司装车清单', en: "the operator's loading list" },
  columns: {
    trainNumber: text({
      words: { zh: '车次', en: 'Train number' },
      headings: ['班列车次', '班列号', '列车车次', 'train no', 'train'],
      longest: 40,
      samples: ['X8203', 'X8204'],
    }),
    departedOn: day({
      words: { zh: '发车日期', en: 'Departed on' },
      headings: ['日期', '开行日期', '发车时间', '开行时间', '装车日期', 'departure date', 'date'],
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
      note: { zh: '不填即中欧班列', en: 'empty means China–Europe' },
    }),
    container: text({
      words: { zh: '箱号', en: 'Container' },
      headings: ['集装箱号', '集装箱箱号', '柜号', 'container no', 'container number'],
      longest: 20,
      samples: ['CSQU3054383', 'TCNU6225360', 'CMAU5110875'],
    }),
    wagon: text({
      words: { zh: '车号', en: 'Wagon' },
      headings: ['车辆号', '车皮号', '车板号', 'wagon no', 'wagon number'],
      longest: 20,
      optional: true,
    }),
    wagonCountry: text({
      words: { zh: '车辆国别', en: 'Wagon country' },
      headings: ['车板国别', 'wagon owner country'],
      longest: 2,
      samples: ['CN', 'KZ', 'PL'],
      optional: true,
      note: { zh: '两位国家代码，例如 CN', en: 'two letters, such as CN' },
    }),
    size: text({
      words: { zh: '箱型', en: 'Size and type' },
      headings: ['箱型代码', '尺寸箱型', '箱型尺寸', '规格', 'type', 'size', 'size/type'],
      longest: 12,
      samples: ['45G1', '22G1', 'L5G1'],
      optional: true,
    }),
    teu: decimal({
      words: { zh: '标箱', en: 'TEU' },
      headings: ['标箱数', '标准箱', 'TEU数'],
      unit: 'TEU',
      places: 2,
      min: 0,
      max: 10,
      optional: true,
    }),
    load: choice({
      words: { zh: '空重', en: 'Loaded or empty' },
      headings: ['空重箱', '重空', '箱况', '空/重', 'load', 'loaded', 'status'],
      choices: { loaded: { zh: '重', en: 'loaded' }, empty: { zh: '空', en: 'empty' } },
    }),
    consignor: uscc({
      words: { zh: '发货人信用代码', en: 'Consignor' },
      headings: ['发货人代码', '发货人统一社会信用代码', '统一社会信用代码', '货主信用代码', 'shipper uscc', 'shipper'],
      optional: true,
    }),
    hs: text({
      words: { zh: 'HS章', en: 'HS chapter' },
      headings: ['商品章', 'HS编码章', 'HS', 'HS code', 'hs chapter'],
      longest: 2,
      samples: ['84', '85', '87', '94'],
      optional: true,
    }),
    goods: text({
      words: { zh: '品名', en: 'Goods' },
      headings: ['货物品名', '货名', '货物名称', 'cargo', 'commodity', 'description'],
      longest: 200,
      optional: true,
    }),
    weight: decimal({
      words: { zh: '毛重', en: 'Gross weight' },
      headings: ['重量', '货重', '货物重量', '货物毛重', 'weight'],
      unit: '吨',
      places: 3,
      min: 0,
    }),
    amount: decimal({
      words: { zh: '货值(原币)', en: 'Value in its currency' },
      headings: ['原币货值', '原币金额', '申报金额', '金额', 'amount'],
      places: 2,
      min: 0,
      optional: true,
    }),
    currency: text({
      words: { zh: '币种', en: 'Currency' },
      headings: ['币制', '货币'],
      longest: 12,
      samples: ['USD', 'EUR', 'CNY'],
      optional: true,
    }),
    rate: decimal({
      words: { zh: '折美元汇率', en: 'USD for one unit' },
      headings: ['汇率', '对美元汇率', 'rate', 'exchange rate'],
      places: 8,
      min: 0,
      optional: true,
      note: { zh: '一单位该币种折合多少美元', en: 'US dollars for one unit of the currency' },
    }),
    value: decimal({
      words: { zh: '货值', en: 'Value' },
      headings: ['货物价值', '货值(美元)', '美元货值', '美元金额', '金额(美元)', '货值(USD)', 'value usd'],
      unit: '美元',
      places: 2,
      min: 0,
    }),
  },
  key: ['trainNumber', 'departedOn', 'container'],
  day: 'departedOn',
  page: '/opening/trains/{trainNumber}/{departedOn}',
  checks: containerChecks,
  across: containerAcross,
  measures: {
    containers: { words: { zh: '集装箱数', en: 'Containers' }, count: true, unit: '箱' },
    teu: { words: { zh: '标箱', en: 'TEU' }, sum: 'teu', unit: 'TEU' },
    weight: { words: { zh: '毛重', en: 'Gross weight' }, sum: 'weight', unit: '吨' },
    value: { words: { zh: '货值', en: 'Value' }, sum: 'value', unit: '美元' },
  },
  dimensions: ['direction', 'scope', 'load', 'hs', 'wagonCountry'],
  examples: {
    good: [
      {
        ...{ trainNumber: 'X8203', departedOn: '2018-06-01', direction: '去程', container: 'CSQU3054383' },
        ...{ wagon: '5272511', wagonCountry: 'CN', size: '45G1', teu: '2', load: '重', hs: '85', goods: '显示器' },
        ...{ consignor: '91410100170033534A', weight: '12.5', amount: '80000', currency: 'EUR' },
        ...{ rate: '1.165', value: '93,200' },
      },
      {
        ...{ trainNumber: 'X8203', departedOn: '2018年6月1日', direction: 'outbound', container: 'TCNU6225360' },
        ...{ size: 'L5G1', teu: '2.25', load: 'loaded', weight: '18.025', value: '120000.5' },
      },
      {
        ...{ trainNumber: 'X8204', departedOn: '20180602', direction: '回程', scope: '中欧', container: 'CMAU5110875' },
        ...{ size: '45G1', teu: '2', load: '空', weight: '0', value: '0' },
      },
    ],
    bad: (
      [
        ['container-check-digit', { container: 'CSQU3054384' }],
        ['container-check-missing', { container: 'CSQU305438' }],
        ['container-letter-digit', { container: 'CSQU3O54383' }],
        ['container-category', { container: 'CSQX3054383' }],
        ['container-shape', { container: '散货' }],
        ['container-discouraged', { container: 'MRKU4976720' }],
        ['required', { container: '' }],
        ['day', { departedOn: '2018-06-31' }],
        ['choice', { load: '半' }],
        ['decimal', { weight: '十吨' }],
        ['size-asked', { size: '高柜', teu: '' }],
        ['teu-not-of-size', { size: '22G1', teu: '2' }],
        ['currency-unknown', { currency: 'EURO', amount: '100' }],
        ['currency-missing', { amount: '100', currency: '' }],
        ['value-not-amount-times-rate', { amount: '100', currency: 'EUR', rate: '1.1', value: '1100' }],
        ['empty-with-cargo', { load: '空', weight: '12', value: '0' }],
        ['loaded-without-weight', { weight: '0' }],
        ['weight-within-box', { weight: '12500' }],
        ['hs-not-a-chapter', { hs: '77' }],
        ['wagon-country-unknown', { wagonCountry: 'C1' }],
        ['uscc', { consignor: '91410100170033534B' }],
      ] as const
    ).map(([fails, changed]) => ({
      row: {
        ...{ trainNumber: 'X8203', departedOn: '2018-06-01', direction: '去程', container: 'CSQU3054383' },
        ...{ size: '45G1', teu: '2', load: '重', weight: '12', value: '90000' },
        ...changed,
      },
      fails,
    })),
  },
})

import { choice, day, decimal, text, uscc, whole } from '#parts/ledgers/columns.ts'
import { ledger } from '#parts/ledgers/ledger.ts'
import { contradictionOf } from './free-trade/consignment-states.ts'

const stateDay = (zh: string, en: string, headings: string[]) => day({ words: { zh, en }, headings, optional: true })

const cars = {
  number: 'QC2018-0012',
  port: '汽车',
  arrivedOn: '2018-05-02',
  goods: '越野车',
  vehicles: '12',
  value: '3,600,000',
  origin: 'DE',
  carrier: '班列',
}
const grain = {
  number: 'LS2018-0003',
  port: 'grain',
  arrivedOn: '2018年5月3日',
  goods: '小麦',
  tonnes: '1296.5',
  value: '2,463,350',
  origin: 'KZ',
  carrier: '集装箱',
}

export const portConsignments = ledger({
  name: 'trade/port-consignments',
  words: { zh: '指定口岸货物', en: 'Consignments at designated ports' },
  grain: { zh: '一行一批货物', en: 'one row a consignment' },
  source: { zh: '汽车口岸、粮食口岸查验登记', en: 'inspection register of the automobile and grain ports' },
  columns: {
    number: text({ words: { zh: '批次号', en: 'Consignment' }, headings: ['货物批次', '批号', '提单号'], longest: 40 }),
    port: choice({
      words: { zh: '口岸', en: 'Port' },
      headings: ['指定口岸', '口岸类别'],
      choices: { automobiles: { zh: '汽车', en: 'automobiles' }, grain: { zh: '粮食', en: 'grain' } },
    }),
    arrivedOn: day({ words: { zh: '到港日期', en: 'Arrived on' }, headings: ['到达日期', '进境日期', '到货日期'] }),
    goods: text({ words: { zh: '货物', en: 'Goods' }, headings: ['品名', '货物名称', '商品名称'], longest: 80 }),
    vehicles: whole({
      words: { zh: '整车数量', en: 'Vehicles' },
      headings: ['辆数', '台数', '汽车数量'],
      unit: '辆',
      min: 1,
      max: 5000,
      optional: true,
    }),
    tonnes: decimal({
      words: { zh: '粮食重量', en: 'Grain' },
      headings: ['重量', '吨数', '净重(吨)'],
      unit: '吨',
      places: 3,
      min: 0,
      max: 100000,
      optional: true,
    }),
    value: decimal({
      words: { zh: '货值', en: 'Value' },
      headings: ['金额', '货值(人民币)', '总值'],
      unit: '元',
      places: 2,
      min: 0,
    }),
    origin: text({
      words: { zh: '原产国', en: 'Origin' },
      headings: ['原产地', '起运国', '国家'],
      longest: 2,
      samples: ['DE', 'JP', 'US', 'KZ', 'RU', 'CA', 'AU'],
      note: { zh: 'ISO 3166-1 两位字母代码', en: 'ISO 3166-1 alpha-2 code' },
    }),
    carrier: choice({
      words: { zh: '运输方式', en: 'Came by' },
      headings: ['运输工具', '到货方式'],
      choices: {
        train: { zh: '班列', en: 'train' },
        vessel: { zh: '船舶转运', en: 'vessel' },
        container: { zh: '集装箱', en: 'container' },
        truck: { zh: '公路', en: 'truck' },
      },
    }),
    carrierNumber: text({
      words: { zh: '运输工具号', en: 'Train, vessel or container' },
      headings: ['车次或船名', '箱号', '车次'],
      longest: 60,
      optional: true,
    }),
    consignee: uscc({
      words: { zh: '收货企业代码', en: 'Consignee' },
      headings: ['收货企业', '收货人代码', '经营单位代码'],
      optional: true,
    }),
    declaredOn: stateDay('申报日期', 'Declared on', ['报关日期', '报检日期']),
    inspectedOn: stateDay('开始查验日期', 'In inspection since', ['查验日期', '检验日期']),
    passedOn: stateDay('查验合格日期', 'Passed on', ['合格日期', '检验合格日期']),
    releasedOn: stateDay('放行日期', 'Released on', ['出区日期', '提离日期']),
    heldOn: stateDay('扣留日期', 'Held on', ['暂扣日期', '封存日期']),
    returnedOn: stateDay('退运日期', 'Returned on', ['退回日期']),
  },
  key: ['number'],
  day: 'arrivedOn',
  checks: [
    {
      name: 'quantity-of-the-port',
      severity: 'reject',
      passes: (row) =>
        row.port === 'automobiles'
          ? row.vehicles !== null && row.tonnes === null
          : row.tonnes !== null && row.vehicles === null,
      meaning: {
        zh: '汽车口岸按辆、粮食口岸按吨登记，两者只填其一',
        en: 'The automobile port counts vehicles, the grain port tonnes; a row has one of them',
      },
      cure: { zh: '请把数量移到对应的一列', en: 'Move the quantity to the column of its port' },
    },
    {
      name: 'state-out-of-order',
      severity: 'reject',
      passes: (row) => contradictionOf(row) === undefined,
      details: (row) => {
        const found = contradictionOf(row)
        return found
          ? { laterDay: row[found.later] ?? '—', earlierDay: row[found.earlier] ?? '—', ...stateNames(found) }
          : {}
      },
      meaning: {
        zh: '状态次序不对：{laterZh}（{laterDay}）要在{earlierZh}（{earlierDay}）之后',
        en: 'States out of order: {laterEn} ({laterDay}) has to come after {earlierEn} ({earlierDay})',
      },
      cure: {
        zh: '次序是到港、申报、查验、合格、放行；请补上漏填的日期，退运的不再放行',
        en: 'The order is arrived, declared, inspected, passed, released; fill in the missing day, and what was returned is not released',
      },
    },
    {
      name: 'country-code',
      severity: 'reject',
      passes: (row) => /^[A-Z]{2}$/.test(row.origin),
      meaning: {
        zh: '原产国不是 ISO 3166-1 两位大写字母代码',
        en: 'The origin is not an ISO 3166-1 code of two capital letters',
      },
      cure: { zh: '请填两位字母代码，如德国 DE、哈萨克斯坦 KZ', en: 'Write the two-letter code, such as DE or KZ' },
    },
    {
      name: 'price-plausible',
      severity: 'warn',
      column: 'value',
      passes: ({ vehicles, tonnes, value }) => {
        if (vehicles !== null) return value.gte(vehicles * 20_000) && value.lte(vehicles * 5_000_000)
        return tonnes === null || tonnes.isZero() || (value.gte(tonnes.times(500)) && value.lte(tonnes.times(20_000)))
      },
      meaning: {
        zh: '每辆低于 2 万元或高于 500 万元，或每吨低于 500 元或高于 2 万元',
        en: 'Below 20 thousand or above 5 million yuan a vehicle, or below 500 or above 20 thousand yuan a tonne',
      },
      cure: {
        zh: '已导入；请看货值是否以万元计，重量是否以千克计',
        en: 'It is in; see whether the value is in 10,000 yuan or the weight in kilograms',
      },
    },
  ],
  measures: {
    consignments: { words: { zh: '货物批次', en: 'Consignments' }, count: true, unit: '批' },
    vehicles: { words: { zh: '整车数量', en: 'Vehicles' }, sum: 'vehicles', unit: '辆' },
    tonnes: { words: { zh: '粮食重量', en: 'Grain' }, sum: 'tonnes', unit: '吨' },
    value: { words: { zh: '货值', en: 'Value' }, sum: 'value', unit: '元' },
  },
  dimensions: ['port', 'origin', 'carrier'],
  examples: {
    good: [
      cars,
      {
        ...grain,
        declaredOn: '2018-05-03',
        inspectedOn: '2018-05-04',
        passedOn: '2018-05-06',
        releasedOn: '2018-05-07',
        carrierNumber: 'TEMU1234565',
      },
      {
        ...cars,
        number: 'QC2018-0013',
        heldOn: '2018-05-09',
        returnedOn: '2018-05-30',
        vehicles: '2',
        value: '600000',
      },
    ],
    bad: [
      { row: { ...cars, arrivedOn: '2018-02-30' }, fails: 'day' },
      { row: { ...cars, tonnes: '20' }, fails: 'quantity-of-the-port' },
      { row: { ...grain, tonnes: '' }, fails: 'quantity-of-the-port' },
      { row: { ...cars, port: '肉类' }, fails: 'choice' },
      { row: { ...cars, releasedOn: '2018-05-08' }, fails: 'state-out-of-order' },
      { row: { ...cars, declaredOn: '2018-05-01' }, fails: 'state-out-of-order' },
      { row: { ...cars, origin: '德国' }, fails: 'country-code' },
      { row: { ...grain, tonnes: '99999' }, fails: 'price-plausible' },
    ],
  },
})

function stateNames({ earlier, later }: NonNullable<ReturnType<typeof contradictionOf>>) {
  const [before, after] = [dayNames[earlier], dayNames[later]]
  return { earlierZh: before.zh, earlierEn: before.en, laterZh: after.zh, laterEn: after.en }
}

const dayNames = {
  arrivedOn: { zh: '到港', en: 'arrived' },
  declaredOn: { zh: '申报', en: 'declared' },
  inspectedOn: { zh: '查验', en: 'inspected' },
  passedOn: { zh: '查验合格', en: 'passed' },
  releasedOn: { zh: '放行', en: 'released' },
  heldOn: { zh: '扣留', en: 'held' },
  returnedOn: { zh: '退运', en: 'returned' },
}

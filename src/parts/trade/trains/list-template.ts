import { type WriteSheet, writeXlsx } from 'hucre'
import { headingOf } from '#parts/ledgers/headings.ts'
import { trainContainers } from '../train-containers.ledger.ts'
import { trains } from '../trains.ledger.ts'

/** The workbook to fill in: one sheet a train with its head above the containers, or one row a container. What it holds imports as it is. */
export function trainListTemplate(form: 'sheet' | 'rows'): Promise<Uint8Array> {
  return writeXlsx({ sheets: [form === 'sheet' ? oneSheet : oneRow, notes] })
}

const boxColumns = [
  ...['container', 'wagon', 'wagonCountry', 'size', 'teu', 'load', 'consignor', 'hs', 'goods'],
  ...['weight', 'amount', 'currency', 'rate', 'value'],
]
const boxHeadings = boxColumns.map((name) => headingOf(trainContainers.columns[name]!))
const trainHeadings = ['trainNumber', 'departedOn', 'direction', 'scope', 'route', 'borderPort'].map((name) =>
  headingOf(trains.columns[name]!),
)

/** Made-up numbers, to be written over. */
const boxes = [
  ['QZGU1234569', '5230001', 'CN', '45G1', 2, '重', null, '85', '电子产品', 12.5, 80000, 'EUR', 1.165, 93200],
  ['QZGU1234574', '5230002', 'CN', '45G1', 2, '空', null, null, null, 0, null, null, null, 0],
]

const oneSheet: WriteSheet = {
  name: 'X8203 2018-06-28',
  rows: [
    ['中欧班列装车清单（每列一张工作表）'],
    ['车次', 'X8203', null, '发车日期', '2018-06-28', null, '方向', '去程'],
    ['线路', '郑州—汉堡', null, '口岸', '阿拉山口', null, '口径', '中欧'],
    [],
    ['序号', ...boxHeadings],
    ...boxes.map((cells, index) => [index + 1, ...cells]),
    ['合计', ...boxHeadings.map((_, place) => totalOf(place))],
  ],
  columns: [{ width: 8 }, ...boxHeadings.map((heading) => ({ width: widthOf(heading) }))],
}

function totalOf(place: number): number | null {
  if (boxColumns[place] === 'container') return boxes.length
  if (!['teu', 'weight', 'value'].includes(boxColumns[place]!)) return null
  return boxes.reduce((sum, cells) => sum + Number(cells[place] ?? 0), 0)
}

const oneRow: WriteSheet = {
  name: '班列清单',
  rows: [
    [...trainHeadings, ...boxHeadings],
    ...boxes.map((cells) => ['X8203', '2018-06-28', '去程', '中欧', '郑州—汉堡', '阿拉山口', ...cells]),
  ],
  columns: [...trainHeadings, ...boxHeadings].map((heading) => ({ width: widthOf(heading) })),
  freezePane: { rows: 1 },
}

function widthOf(heading: string): number {
  return Math.max(12, heading.length * 2 + 2)
}

const notes: WriteSheet = {
  name: '填写说明',
  rows: [
    ['本表不是清单，导入时会指出并跳过。'],
    ['毛重可写吨或千克，货值可写美元或万美元：单位写在表头括号里，例如“毛重(千克)”“货值(万美元)”。'],
    ['箱号按 ISO 6346 核对校验码，有误只提醒，不退回。箱型写 45G1、22G1、L5G1 或 40HQ、20GP；标箱数可不填。'],
    ['空重写“重”或“空”；空箱的毛重和货值为 0。币种写三个字母的代码；折美元汇率是一单位该币种折合多少美元。'],
    ['同一个文件再导入一次不会重复；退回的行改好后可单独导入，班列合计会随之更新。'],
  ],
  columns: [{ width: 110 }],
}

import { Decimal } from 'decimal.js'
import { printDecimal } from '#kernel/decimal.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Part } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import { BoxNumber } from './BoxNumber.tsx'
import { chapterWords } from './hs-chapters.ts'
import type { Train } from './TrainPage.tsx'

type Box = Train['containers'][number] & { place: number }

/** The boxes in the order of the loading list, each number held against ISO 6346. */
export function TrainBoxes({ train: { containers, sums } }: { train: Train }) {
  const t = useWords()
  return (
    <Part
      title={t({ zh: '装车清单', en: 'Loading list' })}
      note={
        sums &&
        t(
          {
            zh: '{containers} 箱 {teu} TEU，重箱 {loaded}，空箱 {empty}，{weight} 吨',
            en: '{containers} boxes, {teu} TEU, {loaded} loaded, {empty} empty, {weight} t',
          },
          { ...sums, weight: printDecimal(new Decimal(sums.weight), 1) },
        )
      }
    >
      <DataTable<Box>
        caption={{ zh: '装车清单', en: 'Loading list' }}
        columns={columns}
        rows={containers.map((box, index) => ({ ...box, place: index + 1 }))}
        rowKey={({ container }) => container}
        empty={<NoList />}
      />
    </Part>
  )
}

const columns: Column<Box>[] = [
  {
    key: 'place',
    title: { zh: '序', en: 'No.' },
    number: true,
    phone: 'none',
    width: '36px',
    draw: ({ place }) => place,
  },
  { key: 'container', title: { zh: '箱号', en: 'Container' }, phone: 'head', draw: (box) => <BoxNumber box={box} /> },
  {
    key: 'wagon',
    title: { zh: '车号', en: 'Wagon' },
    draw: ({ wagon, wagonCountry }) =>
      wagon ? (
        <>
          {wagon} {wagonCountry && <small>{wagonCountry}</small>}
        </>
      ) : (
        <Missing />
      ),
  },
  { key: 'size', title: { zh: '箱型', en: 'Size' }, draw: ({ size }) => size ?? <Missing /> },
  { key: 'teu', title: { zh: 'TEU', en: 'TEU' }, number: true, draw: ({ teu }) => teu ?? <Missing /> },
  {
    key: 'load',
    title: { zh: '重空', en: 'Load' },
    draw: ({ load }) =>
      load === 'loaded' ? (
        <T zh="重" en="loaded" />
      ) : (
        <span className="box-empty">
          <T zh="空" en="empty" />
        </span>
      ),
  },
  {
    key: 'goods',
    title: { zh: '货物', en: 'Goods' },
    draw: ({ hs, goods, load }) =>
      load === 'empty' ? null : (
        <>
          {hs === null ? <Missing /> : <T {...chapterWords(hs)} />} {goods && <small lang="zh-CN">{goods}</small>}
        </>
      ),
  },
  {
    key: 'consignor',
    title: { zh: '发货人', en: 'Consignor' },
    draw: ({ consignor, consignorName }) =>
      consignor ? <span title={consignor}>{consignorName ?? consignor}</span> : null,
  },
  {
    key: 'weight',
    title: { zh: '毛重', en: 'Weight' },
    unit: { zh: '吨', en: 't' },
    number: true,
    draw: ({ weight }) => printDecimal(new Decimal(weight), 3),
  },
  {
    key: 'value',
    title: { zh: '货值', en: 'Value' },
    unit: { zh: '美元', en: 'USD' },
    number: true,
    draw: (box) => <Worth box={box} />,
  },
]

/** In US dollars, with the amount and the rate it was converted by where another currency was on the list. */
function Worth({ box: { value, amount, currency, rate, load } }: { box: Box }) {
  if (load === 'empty') return null
  return (
    <span className="box-worth">
      {grouped(value)}
      {amount !== null && currency !== null && currency !== 'USD' && (
        <small>
          {currency} {grouped(amount)} × {rate ?? '?'}
        </small>
      )}
    </span>
  )
}

const grouped = (digits: string) => printDecimal(new Decimal(digits), 2).replace(/\B(?=(\d{3})+\.)/g, ',')

function NoList() {
  return (
    <Empty title={<T zh="没有装车清单" en="No loading list" />}>
      <T
        zh="这一列只有开行登记。导入班列公司的清单后，这里逐箱列出箱号、货物、发货人和货值，并与登记核对。"
        en="Only the departure register knows this train. Once the operator's list is imported its boxes stand here, held against the register."
      />
    </Empty>
  )
}

function Missing() {
  return <span className="missing">—</span>
}

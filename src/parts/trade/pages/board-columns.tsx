import { Decimal } from 'decimal.js'
import { printDecimal } from '#kernel/decimal.ts'
import type { Reply } from '#web/client.ts'
import type { Column } from '#web/kit/DataTable.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { T, useLocale } from '#web/locale.tsx'
import type { boardYearShape } from '../trains/board-shapes.ts'
import { type BoardRow, dayWords, directionWords, standingOf, weekdayWords } from './board-words.ts'
import { Way } from './Way.tsx'

/** The columns of the board; what it can be narrowed to comes with the year. */
export function boardColumns(year: Reply<typeof boardYearShape> | undefined): Column<BoardRow>[] {
  return [
    {
      key: 'month',
      title: { zh: '日期', en: 'Day' },
      phone: 'head',
      filter: (year?.months ?? []).map((month) => ({ value: month, words: { zh: month, en: month } })),
      draw: ({ day }) => <Day day={day} />,
    },
    {
      key: 'number',
      title: { zh: '车次', en: 'Train' },
      phone: 'head',
      draw: ({ number }) => <b className="board-number">{number}</b>,
    },
    {
      key: 'direction',
      title: { zh: '方向', en: 'Way' },
      phone: 'none',
      filter: (['outbound', 'return'] as const).map((value) => ({ value, words: directionWords[value] })),
      draw: ({ direction }) => <T {...directionWords[direction]} />,
    },
    {
      key: 'route',
      title: { zh: '线路', en: 'Route' },
      filter: year?.routes ?? [],
      draw: (row) => <Way row={row} />,
    },
    {
      key: 'port',
      title: { zh: '口岸', en: 'Border port' },
      filter: year?.ports ?? [],
      draw: ({ borderPort }) => (borderPort ? <T {...borderPort} /> : <Missing />),
    },
    { key: 'state', title: { zh: '状态', en: 'State' }, filter: stateFilter, draw: (row) => <Standing row={row} /> },
    {
      key: 'boxes',
      title: { zh: '箱', en: 'Boxes' },
      number: true,
      draw: ({ containers }) => containers ?? <Missing />,
    },
    { key: 'teu', title: { zh: 'TEU', en: 'TEU' }, number: true, phone: 'none', draw: ({ teu }) => plain(teu) },
    { key: 'load', title: { zh: '重 / 空', en: 'Loaded / empty' }, number: true, draw: (row) => <Load row={row} /> },
    {
      key: 'weight',
      title: { zh: '货重', en: 'Weight' },
      unit: { zh: '吨', en: 't' },
      number: true,
      draw: ({ weight }) => (weight === null ? <Missing /> : printDecimal(new Decimal(weight), 1)),
    },
    {
      key: 'value',
      title: { zh: '货值', en: 'Value' },
      unit: { zh: '万美元', en: 'USD 10,000' },
      number: true,
      draw: ({ value }) => (value === null ? <Missing /> : printDecimal(new Decimal(value).div(10_000), 1)),
    },
  ]
}

const stateFilter = [
  { value: 'late', words: { zh: '晚点', en: 'late' } },
  { value: 'cancelled', words: { zh: '停运', en: 'cancelled' } },
  { value: 'empty', words: { zh: '有空箱', en: 'with empty boxes' } },
]

function Day({ day }: { day: string }) {
  const { locale } = useLocale()
  return (
    <time dateTime={day} className="board-day">
      {dayWords(day, locale, { year: true })} <small>{weekdayWords(day, locale)}</small>
    </time>
  )
}

function Standing({ row }: { row: BoardRow }) {
  const { locale } = useLocale()
  const { state, words, note } = standingOf(row, locale)
  return (
    <span className="board-state">
      <StateMark state={state} words={words} />
      {note && (
        <small>
          <T {...note} />
        </small>
      )}
      {row.reason && <small lang="zh-CN">{row.reason}</small>}
    </span>
  )
}

/** Loaded and empty boxes, with a bar of their shares where a list is there. */
function Load({ row: { loaded, empty } }: { row: BoardRow }) {
  if (loaded === null || empty === null) return <Missing />
  const share = loaded + empty === 0 ? 0 : loaded / (loaded + empty)
  return (
    <span className="board-load">
      {loaded} / {empty}
      <i aria-hidden style={{ '--loaded': share } as React.CSSProperties} />
    </span>
  )
}

const plain = (text: string | null) => (text === null ? <Missing /> : new Decimal(text).toFixed())

function Missing() {
  return <span className="missing">—</span>
}

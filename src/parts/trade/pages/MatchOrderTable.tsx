import { CheckOutlined } from '@ant-design/icons'
import { Fragment, useState } from 'react'
import { Link } from 'react-router'
import { Part } from '#web/kit/Page.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { ComparedCell, ComparedColumn, ComparedRow, OrderShown } from '../customs/order-shapes.ts'
import { awaited, comparedWords, kindTitles, ruleWords, senderTime } from './order-words.ts'

const kinds = ['order', 'payment', 'waybill', 'list'] as const

/** A document, or the place of one that has not come. */
type Slot =
  | { kind: ComparedColumn['kind']; column: ComparedColumn; place: number }
  | { kind: ComparedColumn['kind']; column: null; place: -1 }

/** The documents side by side, field by field under the rule that each field serves: what is equal stays quiet. */
export function MatchOrderTable({ order }: { order: OrderShown }) {
  const t = useWords()
  const [only, setOnly] = useState(false)
  const slots = slotsOf(order)
  const odd = order.rows.filter(({ state }) => state === 'differs' || state === 'hint')
  const rules = [...Map.groupBy(only ? odd : order.rows, ({ rule }) => rule)].toSorted(
    ([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)),
  )
  return (
    <Part
      title={t({ zh: '单证并列', en: 'The documents side by side' })}
      note={t({
        zh: '个人信息只存掩码和是否相同',
        en: 'of persons only a mask is kept, and whether they are the same',
      })}
      deeds={
        odd.length > 0 && (
          <label className="match-order-only">
            <input type="checkbox" checked={only} onChange={(event) => setOnly(event.target.checked)} />{' '}
            <T zh="只看不同的 {count} 项" en="Only what differs ({count})" count={odd.length} />
          </label>
        )
      }
    >
      <div className="match-compare-ground">
        <table className="match-compare">
          <thead>
            <tr>
              <td />
              {slots.map((slot) => (
                <ColumnHead key={`${slot.kind} ${slot.place}`} slot={slot} flow={order.flow} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.map(([rule, rows]) => (
              <Fragment key={rule}>
                <tr className="match-compare-rule">
                  <th scope="rowgroup" colSpan={slots.length + 1}>
                    <small>{rule}</small> {t(ruleWords[rule] ?? { zh: rule, en: rule })}
                  </th>
                </tr>
                {rows.map((row) => (
                  <FieldRow key={row.field} row={row} slots={slots} flow={order.flow} />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  )
}

function slotsOf({ columns }: OrderShown): Slot[] {
  return kinds.flatMap((kind): Slot[] => {
    const own = columns.flatMap((column, place) => (column.kind === kind ? [{ kind, column, place }] : []))
    return own.length > 0 ? own : [{ kind, column: null, place: -1 }]
  })
}

function ColumnHead({ slot: { kind, column }, flow }: { slot: Slot; flow: OrderShown['flow'] }) {
  const t = useWords()
  return (
    <th
      scope="col"
      data-gap={column === null || undefined}
      data-elsewhere={column?.elsewhere != null || column?.cancelled || undefined}
    >
      <strong>{t(kindTitles[kind][flow])}</strong>
      {column === null ? (
        <small>
          ○ <T zh="没有到" en="not here" />
          <br />
          {t(awaited[kind][flow])}
        </small>
      ) : (
        <small>
          {column.cancelled && (
            <>
              <T zh="已被海关撤销" en="cancelled by customs" />
              <br />
            </>
          )}
          {column.elsewhere !== null && (
            <>
              <T zh="写着另一个订单" en="names another order" />
              <br />
            </>
          )}
          {senderTime(column.sentAt)}
          <br />
          <Link to={`/opening/customs/messages/${column.file.id}`} title={column.message}>
            {column.file.name}
          </Link>{' '}
          <T zh="第 {ordinal} 份" en="no. {ordinal}" ordinal={column.ordinal} />
        </small>
      )}
    </th>
  )
}

function FieldRow({ row, slots, flow }: { row: ComparedRow; slots: readonly Slot[]; flow: OrderShown['flow'] }) {
  const t = useWords()
  return (
    <tr data-state={row.state}>
      <th scope="row">
        {t(comparedWords[row.field])}
        <RowMark state={row.state} />
      </th>
      {slots.map(({ kind, column, place }) => (
        <td key={`${kind} ${place}`} data-gap={column === null || undefined} data-of={t(kindTitles[kind][flow])}>
          {place >= 0 && <Cell cell={row.cells[place] ?? null} row={row} />}
        </td>
      ))}
    </tr>
  )
}

function RowMark({ state }: { state: ComparedRow['state'] }) {
  const t = useWords()
  if (state === 'differs') return <StateMark state="behind" words={{ zh: '不同', en: 'differs' }} />
  if (state === 'hint') return <StateMark state="warning" words={{ zh: '提示', en: 'hint' }} />
  if (state === 'equal') return <CheckOutlined className="match-same" aria-label={t({ zh: '相同', en: 'the same' })} />
  return null
}

/** A value; of persons whose words are not kept, a number that is the same where they are the same. */
function Cell({ cell, row }: { cell: ComparedCell | null; row: ComparedRow }) {
  const t = useWords()
  if (!cell) return null
  if (cell.text === '' && cell.same === 0) return <span className="missing">—</span>
  const numbered = cell.hidden || row.field === 'buyerName' || row.field === 'buyerNumber'
  const several = new Set(row.cells.flatMap((one) => (one && one.same > 0 ? [one.same] : []))).size > 1
  return (
    <span data-other={several && cell.same > 1 ? true : undefined}>
      {cell.hidden ? <span className="match-hidden">{t({ zh: '（不留存）', en: '(not kept)' })}</span> : cell.text}
      {numbered && several && (
        <b>
          <span className="for-readers">{t({ zh: '第 {same} 种', en: 'kind {same}' }, { same: cell.same })}</span>
          <span aria-hidden>{'①②③④⑤⑥'[cell.same - 1] ?? cell.same}</span>
        </b>
      )}
    </span>
  )
}

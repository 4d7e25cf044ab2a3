import { Link } from 'react-router'
import type { Reply } from '#web/client.ts'
import { Part } from '#web/kit/Page.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { parcelOverview } from '../parcels/parcel-shapes.ts'
import { grouped } from './parcel-words.ts'

type Overview = Reply<typeof parcelOverview>
type Sums = Pick<Overview['days'][number], 'import' | 'export'>

/** The year by month, and the last days: parcels and value of both directions, with a bar that both lists share the scale of their own. */
export function ParcelMonths({ overview: { months, days } }: { overview: Overview }) {
  const t = useWords()
  return (
    <div className="parcels-when">
      <Part title={t({ zh: '今年各月', en: 'The year by month' })}>
        <SumsTable
          caption={t({ zh: '今年各月的包裹和货值', en: 'Parcels and value by month' })}
          rows={months.map(({ month, ...sums }) => ({ key: month, name: <MonthName month={month} />, sums }))}
        />
      </Part>
      <Part
        title={t({ zh: '最近几天', en: 'The last days' })}
        note={t({ zh: '有单票的日子', en: 'days with parcels' })}
      >
        <SumsTable
          caption={t({ zh: '最近几天的包裹和货值', en: 'Parcels and value of the last days' })}
          rows={days.map(({ day, ...sums }) => ({
            key: day,
            name: (
              <Link to={`/ledgers/trade/parcels?${new URLSearchParams({ 'f.from': day, 'f.to': day })}`}>
                <When at={day} short />
              </Link>
            ),
            sums,
          }))}
        />
      </Part>
    </div>
  )
}

interface SumsRow {
  key: string
  name: React.ReactNode
  sums: Sums
}

function SumsTable({ caption, rows }: { caption: string; rows: readonly SumsRow[] }) {
  const most = Math.max(1, ...rows.map(({ sums }) => Number(sums.import.parcels) + Number(sums.export.parcels)))
  return (
    <table className="parcels-sums">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <T zh="时间" en="When" />
          </th>
          <th scope="col" className="number">
            <T zh="进口（票）" en="Import" />
          </th>
          <th scope="col" className="number">
            <T zh="货值" en="Value" />
          </th>
          <th scope="col" className="number">
            <T zh="出口（票）" en="Export" />
          </th>
          <th scope="col" className="number">
            <T zh="货值" en="Value" />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, sums }) => (
          <tr key={key}>
            <th scope="row">
              {name}
              <Bar sums={sums} most={most} />
            </th>
            <Amount sums={sums} side="import" />
            <Amount sums={sums} side="export" />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Amount({ sums, side }: { sums: Sums; side: 'import' | 'export' }) {
  const { parcels, value } = sums[side]
  const none = parcels === '0'
  return (
    <>
      <td className="number">{none ? <span className="missing">—</span> : grouped(parcels)}</td>
      <td className="number">{none ? <span className="missing">—</span> : <Worth yuan={value} />}</td>
    </>
  )
}

/** Whole 元 while they are few, then 万元 and 亿元; the exact sums stand in the reconciliation. */
function Worth({ yuan }: { yuan: string }) {
  const t = useWords()
  const whole = Math.round(Number(yuan))
  if (whole >= 10_000_000) return <Quantity value={(whole / 10_000).toFixed(1)} unit="万元" places={1} />
  return <>{t({ zh: '{n} 元', en: 'CNY {n}' }, { n: grouped(String(whole)) })}</>
}

/** Imports dark, exports light, together as long as the largest of the list allows. */
function Bar({ sums, most }: { sums: Sums; most: number }) {
  const width = (side: 'import' | 'export') => `${(Number(sums[side].parcels) / most) * 100}%`
  return (
    <span className="parcels-bar" aria-hidden>
      <span data-side="import" style={{ width: width('import') }} />
      <span data-side="export" style={{ width: width('export') }} />
    </span>
  )
}

function MonthName({ month }: { month: string }) {
  const t = useWords()
  const number = Number(month.slice(5))
  const name = new Date(Date.UTC(2018, number - 1, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' })
  return <>{t({ zh: `${number}月`, en: name })}</>
}

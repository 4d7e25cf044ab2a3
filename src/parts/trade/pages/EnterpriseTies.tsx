import { Decimal } from 'decimal.js'
import { Link } from 'react-router'
import { Part } from '#web/kit/Page.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { T, useWords, type Words } from '#web/locale.tsx'
import { trainPath } from './board-words.ts'
import type { Enterprise } from './free-trade-words.ts'

/** What else bears the code: parcels of the manifests, containers on trains, consignments at the ports. */
export function EnterpriseTies({ enterprise }: { enterprise: Enterprise }) {
  const t = useWords()
  const { parcels, trains, consignments, uscc } = enterprise
  if (parcels.length + trains.length + consignments.length === 0)
    return (
      <Part title={t({ zh: '业务往来', en: 'What it does' })}>
        <p className="enterprise-note">
          <T
            zh="您能看到的包裹清单、班列装箱单和口岸货物里没有这个代码。"
            en="Of what you may see, neither the parcel manifests nor the loading lists of trains nor the ports know this code."
          />
        </p>
      </Part>
    )
  return (
    <>
      {parcels.length > 0 && (
        <Part title={t({ zh: '跨境包裹', en: 'Parcels' })} note={t({ zh: '监管清单汇总', en: 'daily manifests' })}>
          <table className="enterprise-sums">
            <tbody>
              {parcels.map((row) => (
                <tr key={row.direction}>
                  <th scope="row">
                    <Link to={`/ledgers/trade/parcel-manifests?f.enterprise=${uscc}&f.direction=${row.direction}`}>
                      {t(directionWords[row.direction] ?? { zh: row.direction, en: row.direction })}
                    </Link>
                    <small>
                      <T zh="{first} 至 {last}" en="{first} to {last}" first={row.first} last={row.last} />
                    </small>
                  </th>
                  <td data-number>
                    <Quantity value={row.parcels} unit="包" />
                  </td>
                  <td data-number>
                    <Quantity value={new Decimal(row.value).div(10_000).toFixed(0)} unit="万元" />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Part>
      )}
      {trains.length > 0 && <Trains rows={trains} />}
      {consignments.length > 0 && <Consignments rows={consignments} />}
    </>
  )
}

const directionWords: Record<string, Words> = {
  import: { zh: '进口', en: 'import' },
  export: { zh: '出口', en: 'export' },
}

function Trains({ rows }: { rows: Enterprise['trains'] }) {
  const t = useWords()
  return (
    <Part
      title={t({ zh: '班列', en: 'Trains' })}
      note={t({ zh: '装箱单，最近 20 列', en: 'loading lists, the last 20' })}
    >
      <table className="enterprise-sums">
        <tbody>
          {rows.map(({ number, day, containers, value }) => (
            <tr key={`${day} ${number}`}>
              <th scope="row">
                <Link to={trainPath({ number, day })}>{number}</Link>
                <small>{day}</small>
              </th>
              <td data-number>
                <Quantity value={String(containers)} unit="箱" />
              </td>
              <td data-number>
                <Quantity value={value} unit="美元" places={0} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

function Consignments({ rows }: { rows: Enterprise['consignments'] }) {
  const t = useWords()
  return (
    <Part title={t({ zh: '口岸货物', en: 'Consignments' })} note={t({ zh: '最近 20 批', en: 'the last 20' })}>
      <table className="enterprise-sums">
        <tbody>
          {rows.map(({ number, arrivedOn, goods, quantity, unit }) => (
            <tr key={number}>
              <th scope="row">
                <Link to={`/opening/ports?q=${encodeURIComponent(number)}`}>{number}</Link>
                <small>
                  {goods} · {arrivedOn}
                </small>
              </th>
              <td data-number>
                <Quantity value={quantity} unit={unit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

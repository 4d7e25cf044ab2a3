import { Decimal } from 'decimal.js'
import { printDecimal } from '#kernel/decimal.ts'
import { usePhone } from '#web/appearance.tsx'
import { Part } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { Corridor } from './corridor-edges.ts'

type Way = Corridor['outbound']

/** The numbers of the map, a line a route and port, both ways side by side; pointing at a line lights its way on the map. */
export function CorridorTable({
  corridors,
  onLit,
}: {
  corridors: readonly Corridor[]
  onLit: (index: number | null) => void
}) {
  const t = useWords()
  const phone = usePhone()
  const whole = together(corridors)
  return (
    <Part title={t({ zh: '各线路、各口岸', en: 'By route and border port' })}>
      <div className="corridor-table">
        <table>
          <caption className="for-readers">
            {t({ zh: '各线路、各口岸的班列量', en: 'Trains by route and border port' })}
          </caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                <T zh="线路" en="Route" />
              </th>
              {!phone && (
                <th scope="col" rowSpan={2} className="corridor-port">
                  <T zh="口岸" en="Border port" />
                </th>
              )}
              {(['outbound', 'return'] as const).map((way) => (
                <th key={way} scope="colgroup" colSpan={phone ? 1 : 4} data-way={way}>
                  {way === 'outbound' ? <T zh="去程" en="Outbound" /> : <T zh="回程" en="Return" />}
                </th>
              ))}
            </tr>
            <tr>
              {(['outbound', 'return'] as const).map((way) => (
                <Headings key={way} phone={phone} />
              ))}
            </tr>
          </thead>
          <tbody>
            {corridors.map((corridor, index) => {
              const { route, port, scope, outbound, return: back, path } = corridor
              return (
                <tr
                  key={`${scope} ${route.zh} ${port.zh}`}
                  tabIndex={0}
                  onMouseEnter={() => onLit(index)}
                  onMouseLeave={() => onLit(null)}
                  onFocus={() => onLit(index)}
                  onBlur={() => onLit(null)}
                >
                  <th scope="row">
                    {t(route)}
                    {phone && <small>{t(port)}</small>}
                    {path.length === 0 && (
                      <small>
                        <T zh="走向不明，未画" en="way unknown, not drawn" />
                      </small>
                    )}
                  </th>
                  {!phone && <td className="corridor-port">{t(port)}</td>}
                  <Cells way={outbound} phone={phone} />
                  <Cells way={back} phone={phone} />
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={phone ? 1 : 2}>
                <T zh="合计" en="Together" />
              </th>
              <Cells way={whole.outbound} phone={phone} />
              <Cells way={whole.return} phone={phone} />
            </tr>
          </tfoot>
        </table>
      </div>
    </Part>
  )
}

function Headings({ phone }: { phone: boolean }) {
  return (
    <>
      <th scope="col">
        <T zh="列" en="trains" />
      </th>
      {!phone && (
        <>
          <th scope="col">TEU</th>
          <th scope="col">
            <T zh="吨" en="t" />
          </th>
          <th scope="col">
            <T zh="万美元" en="USD million" />
          </th>
        </>
      )}
    </>
  )
}

function Cells({ way, phone }: { way: Way; phone: boolean }) {
  const t = useWords()
  const value = new Decimal(way.value)
  const worth = t({ zh: grouped(value.div(10_000), 0), en: grouped(value.div(1_000_000), 1) })
  return (
    <>
      <td>{way.trains}</td>
      {!phone && (
        <>
          <td>{grouped(new Decimal(way.teu), 0)}</td>
          <td>{grouped(new Decimal(way.weight), 0)}</td>
          <td>{worth}</td>
        </>
      )}
    </>
  )
}

const grouped = (value: Decimal, places: number) => printDecimal(value, places).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

function together(corridors: readonly Corridor[]): { outbound: Way; return: Way } {
  const sum = (direction: 'outbound' | 'return'): Way =>
    corridors.reduce<Way>(
      (all, corridor) => {
        const way = corridor[direction]
        const add = (a: string, b: string) => new Decimal(a).plus(b).toFixed()
        return {
          trains: all.trains + way.trains,
          teu: add(all.teu, way.teu),
          weight: add(all.weight, way.weight),
          value: add(all.value, way.value),
        }
      },
      { trains: 0, teu: '0', weight: '0', value: '0' },
    )
  return { outbound: sum('outbound'), return: sum('return') }
}

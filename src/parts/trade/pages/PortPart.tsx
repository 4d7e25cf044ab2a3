import { Decimal } from 'decimal.js'
import type { CSSProperties } from 'react'
import { Link } from 'react-router'
import { Part } from '#web/kit/Page.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { T, useWords } from '#web/locale.tsx'
import { MonthBars } from './MonthBars.tsx'
import { markOf, type PortOverview, portWords, stateWords } from './port-words.ts'

/** One port: its consignments by state, the days of each step, arrivals by month. */
export function PortPart({ port }: { port: PortOverview }) {
  const t = useWords()
  const name = t(portWords[port.port])
  const total = port.months.reduce((sum, { quantity }) => sum.plus(quantity), new Decimal(0))
  return (
    <Part title={name} note={t({ zh: '近一年', en: 'the last twelve months' })}>
      <ul className="port-states">
        {port.states.map(({ state, consignments }) => (
          <li key={state} data-none={consignments === 0 || undefined}>
            <Link to={`/opening/ports?f.port=${port.port}&f.state=${state}#list`}>
              <StateMark state={markOf(state)} words={stateWords[state]} />
            </Link>
            <Quantity value={String(consignments)} unit="批" />
          </li>
        ))}
      </ul>
      <Steps steps={port.steps} />
      <MonthBars
        months={port.months.map(({ month }) => month)}
        unit={port.unit}
        rows={[
          {
            ...{ key: port.port, label: name, total: total.toFixed(0), strong: true },
            name: t({ zh: '各月到货', en: 'Arrivals' }),
            values: port.months.map(({ quantity }) => quantity),
          },
        ]}
      />
    </Part>
  )
}

/** From one state to the next: half of them took this long or less, and the longest. */
function Steps({ steps }: { steps: PortOverview['steps'] }) {
  const t = useWords()
  const longest = Math.max(1, ...steps.map(({ median }) => Number(median ?? 0)))
  return (
    <table className="port-steps">
      <thead>
        <tr>
          <th scope="col">{t({ zh: '每一步用时', en: 'Days of each step' })}</th>
          <th scope="col" data-number>
            {t({ zh: '中位数', en: 'Median' })}
          </th>
          <th scope="col" data-number>
            {t({ zh: '最长', en: 'Longest' })}
          </th>
          <th scope="col" data-number>
            {t({ zh: '批次', en: 'Of' })}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ from, to, median, longest: most, consignments }, place) => (
          <tr
            key={`${from} ${to}`}
            data-whole={place === steps.length - 1 || undefined}
            style={{ '--part': (Number(median ?? 0) / longest).toFixed(4) } as CSSProperties}
          >
            <th scope="row">
              <T zh="{from} → {to}" en="{from} → {to}" from={t(stateWords[from])} to={t(stateWords[to])} />
            </th>
            <td data-number>
              <Quantity value={median} unit="天" />
            </td>
            <td data-number>
              <Quantity value={most === null ? null : String(most)} unit="天" />
            </td>
            <td data-number>{consignments}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

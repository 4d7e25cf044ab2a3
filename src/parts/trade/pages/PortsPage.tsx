import { Link } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { portsShape } from '../free-trade/port-shapes.ts'
import { ConsignmentTable } from './ConsignmentTable.tsx'
import { PortPart } from './PortPart.tsx'
import { type PortOverview, portWords } from './port-words.ts'
import './ports.css'

/** The designated ports: what stands where, how long each step takes, what came by month, and every consignment. */
export default function PortsPage() {
  const t = useWords()
  const { data, error, refetch } = useEndpoint(portsShape)
  const arrived = data?.ports.filter(
    ({ months, states }) => months.length > 0 || states.some((one) => one.consignments > 0),
  )
  return (
    <Page
      title={t({ zh: '指定口岸', en: 'Designated ports' })}
      sentence={arrived && arrived.length > 0 && <PortsSentence ports={arrived} />}
      deeds={<Deeds />}
      help="clerk/ports"
      wide
    >
      {error && <ErrorState problem={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading lines={12} />}
      {arrived?.length === 0 && <NoConsignments />}
      {arrived && arrived.length > 0 && (
        <div className="ports">
          <div className="ports-pair">
            {arrived.map((port) => (
              <PortPart key={port.port} port={port} />
            ))}
          </div>
          <Part
            title={t({ zh: '各批货物', en: 'Consignments' })}
            note={t({ zh: '扣留的在前', en: 'those held come first' })}
          >
            <ConsignmentTable />
          </Part>
        </div>
      )}
    </Page>
  )
}

/** Each port: what came in the year, what waits, what is held, and the days from arrival to release. */
function PortsSentence({ ports }: { ports: readonly PortOverview[] }) {
  const t = useWords()
  return ports.map(({ port, unit, states, months, steps }, place) => {
    const of = (...wanted: string[]) =>
      states.filter(({ state }) => wanted.includes(state)).reduce((sum, { consignments }) => sum + consignments, 0)
    const quantity = months.reduce((sum, month) => sum + Number(month.quantity), 0)
    const waiting = of('arrived', 'declared', 'in-inspection', 'passed')
    return (
      <span key={port}>
        <T zh="{port}近一年到货 " en="The {port} took in " port={t(portWords[port]).toLowerCase()} />
        <Quantity value={String(Math.round(quantity))} unit={unit} />
        <T zh="，在办 {waiting} 批" en=" within a year; consignments in hand: {waiting}" waiting={waiting} />
        {of('held') > 0 && <T zh="、扣留 {held} 批" en=", held: {held}" held={of('held')} />}
        {steps.at(-1)?.median && (
          <T
            zh="，从到港到放行一般 {days} 天"
            en="; arrival to release usually takes {days} days"
            days={steps.at(-1)!.median!}
          />
        )}
        {place < ports.length - 1 ? <T zh="；" en=". " /> : <T zh="。" en="." />}
      </span>
    )
  })
}

function Deeds() {
  const may = useMay()
  if (!may('ledgers/import')) return null
  return (
    <Link to="/ledgers/trade/port-consignments/import">
      <T zh="导入口岸货物" en="Import consignments" />
    </Link>
  )
}

function NoConsignments() {
  return (
    <Empty title={<T zh="还没有口岸货物" en="No consignment yet" />} deed={<Deeds />}>
      <T
        zh="一行是一批货物：批次号、口岸、到港日期、数量、货值，以及申报、查验、合格、放行、扣留、退运各在哪一天。同一批以后再导入一次，就补上新的日期。这里显示哪批卡在哪一步、每一步要几天。"
        en="A row is a consignment: number, port, day of arrival, quantity, value, and the days it was declared, inspected, passed, released, held or returned. Import it again to add a day. Here it shows what waits where, and how many days each step takes."
      />
    </Empty>
  )
}

import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { T } from '#web/locale.tsx'
import { type FreeTrade, freeTradePath } from './free-trade-words.ts'

/** What of the register is in doubt, each with the list that shows it; nothing where nothing is. */
export function FreeTradeDoubts({ zone, since }: { zone: FreeTrade; since: string | undefined }) {
  const { wrongCodes, earlier, strayChanges } = zone
  if (wrongCodes + earlier + strayChanges === 0) return null
  return (
    <ul className="free-trade-doubts">
      {wrongCodes > 0 && (
        <Doubt to={`${freeTradePath}?f.codes=wrong#find`}>
          <T zh="{count} 家的信用代码校验不符" en="{count} codes do not check" count={wrongCodes} />
        </Doubt>
      )}
      {earlier > 0 && (
        <Doubt to={`/ledgers/trade/ftz-registrations?f.to=${dayBefore(since!)}`}>
          <T
            zh="{count} 家的入区日期早于挂牌，没有计入"
            en="{count} registered before the opening, not counted"
            count={earlier}
          />
        </Doubt>
      )}
      {strayChanges > 0 && (
        <Doubt to="/ledgers/trade/ftz-changes">
          <T
            zh="{count} 条变更在入区登记中找不到企业"
            en="{count} changes of enterprises that are not registered"
            count={strayChanges}
          />
        </Doubt>
      )}
    </ul>
  )
}

function Doubt({ to, children }: { to: string; children: ReactNode }) {
  return (
    <li>
      <span aria-hidden>▲ </span>
      <Link to={to}>{children}</Link>
    </li>
  )
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

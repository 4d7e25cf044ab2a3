import { useEndpoint } from '#web/client.ts'
import { useSession } from '#web/session.ts'
import type { LedgerSummary } from '../shapes.ts'
import { listLedgers } from '../shapes.ts'

/** One ledger of the list: how many rows, through which day, who brought the last. */
export function useSummary(ledger: string): LedgerSummary | undefined {
  return useEndpoint(listLedgers).data?.ledgers.find((one) => one.ledger === ledger)
}

/** The unit whose rows came last, else the one this person may import for: what a form offers before anybody chooses. */
export function useUsualUnit(ledger: string): string | undefined {
  const last = useSummary(ledger)?.lastBatch
  const importing = useSession().data?.grants.find((grant) => grant.role === 'clerk' || grant.role === 'lead')
  return last?.unit ?? importing?.unit
}

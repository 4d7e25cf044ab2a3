import { addressOf } from '#web/client.ts'
import type { TableSteering } from '#web/kit/table-address.ts'
import { type Age, ages, matchExport, type OrderFilter } from '../customs/match-shapes.ts'
import { type ReasonCode, reasonCodes } from '../customs/reasons.ts'

const states = ['open', 'mismatch', 'waiting', 'matched', 'all'] as const

/** The filters of the address; a value that is none of the choices narrows nothing. */
export function filterIn({ q, filters }: Pick<TableSteering, 'q' | 'filters'>): OrderFilter {
  const oneOf = <V extends string>(values: readonly V[], text: string | undefined) =>
    values.find((value) => value === text)
  const flow = oneOf(['import', 'export'] as const, filters['flow'])
  const state = oneOf(states, filters['state'])
  const reason = oneOf<ReasonCode>(reasonCodes, filters['reason'])
  const age = oneOf<Age>(ages, filters['age'])
  const platform = filters['platform']
  return {
    ...(flow ? { flow } : {}),
    ...(state ? { state } : {}),
    ...(reason ? { reason } : {}),
    ...(age ? { age } : {}),
    ...(platform ? { platform } : {}),
    ...(q ? { q } : {}),
  }
}

/** The same page with other filters; the list begins at its first page. */
export function searchWith(filters: Record<string, string | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (value) search.set(`f.${name}`, value)
  return search.size > 0 ? `?${search}` : '?'
}

export function orderPath({ flow, platform, orderNo }: { flow: string; platform: string; orderNo: string }): string {
  return `/opening/customs/orders/${flow}/${encodeURIComponent(platform)}/${encodeURIComponent(orderNo)}`
}

export function exportAddress(filter: OrderFilter, format: 'xlsx' | 'csv'): string {
  return addressOf(matchExport, { query: { ...filter, format } })
}

/** The two ways of a line, as every ledger of the trains says them. */
export const directions = {
  outbound: { zh: '去程', en: 'outbound' },
  return: { zh: '回程', en: 'return' },
} as const

/** Which series a train belongs to: counts of the two are never added up in silence. */
export const scopes = {
  europe: { zh: '中欧', en: 'China–Europe' },
  asia: { zh: '中亚', en: 'Central Asia' },
} as const

import { useState } from 'react'
import { freshKey } from '#web/kit/fresh-key.ts'

/** What somebody has written of a report and not yet sent; photos are with the server already. */
export interface Draft {
  /** names the report whatever happens: sent twice it is there once */
  key: string
  category: string | null
  description: string
  place: { longitude: number; latitude: number } | null
  address: string
  enterprise: boolean
  name: string
  phone: string
}

const remembered = 'jingkai.report'

const empty = (): Draft => ({
  ...{ key: freshKey(), category: null, description: '', place: null, address: '' },
  ...{ enterprise: false, name: '', phone: '' },
})

/** The draft of this browser: a call, an empty battery or a closed page loses nothing. Who it is from is not written down here. */
export function useDraft() {
  const [draft, setDraft] = useState<Draft>(() => ({ ...empty(), ...kept() }))
  const change = (what: Partial<Draft>) =>
    setDraft((now) => {
      const next = { ...now, ...what }
      const { name: _, phone: __, ...kept } = next
      sessionStorage.setItem(remembered, JSON.stringify(kept))
      return next
    })
  const clear = () => {
    sessionStorage.removeItem(remembered)
    setDraft(empty())
  }
  return { draft, change, clear }
}

function kept(): Partial<Draft> {
  try {
    return JSON.parse(sessionStorage.getItem(remembered) ?? '{}') as Partial<Draft>
  } catch {
    return {}
  }
}

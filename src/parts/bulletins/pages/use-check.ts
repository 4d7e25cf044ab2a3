import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useReducer, useState } from 'react'
import { addressOf, ask, type Problem, uploadFile } from '#web/client.ts'
import { useSession } from '#web/session.ts'
import { checkFileShape, checkTextShape } from '../check-desk/shapes.ts'
import type { CheckReport } from '../checking/report.ts'
import { type Desk, type DeskDraft, desked, emptyDesk } from './check-desk-state.ts'
import { laidOver } from './check-edits.ts'

/** What the figures are held against; the checker reads the period from the text unless told. */
export interface Against {
  period?: string | undefined
  area?: string | undefined
  asOf?: string | undefined
}

/** The desk is kept while the reader looks elsewhere in the product, for the person who laid the draft on it. */
let kept: { who: string; desk: Desk } | null = null

/** A draft on the desk, checked again after every change, after a choice of indicator, and when it is held against something else. */
export function useCheck(against: Against) {
  const who = useSession().data?.person?.id ?? ''
  const [desk, act] = useReducer(desked, kept?.who === who ? kept.desk : emptyDesk)
  useEffect(() => {
    kept = { who, desk }
  }, [who, desk])
  const { draft, report } = desk
  const rested = useRested(draft)
  const check = useQuery<{ report: CheckReport; round: number }, Problem>({
    queryKey: [checkTextShape.path, rested?.round, against],
    queryFn: ({ signal }) => checked(rested!, against, signal),
    enabled: rested !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  const { data } = check
  useEffect(() => {
    if (data) act({ deed: 'told', ...data })
  }, [data])
  const shown = useMemo(() => (draft && report ? laidOver(report, draft.text) : null), [draft, report])
  const busy = check.isFetching || rested !== draft
  return { desk, act, shown, busy, problem: check.error, again: check.refetch }
}

export type Check = ReturnType<typeof useCheck>

/** The draft once the hand rests: what is typed waits a moment, everything else is checked at once. */
function useRested(draft: DeskDraft | null): DeskDraft | null {
  const [rested, setRested] = useState(draft)
  useEffect(() => {
    if (draft?.changed !== 'freely') {
      setRested(draft)
      return
    }
    const timer = window.setTimeout(() => setRested(draft), 350)
    return () => window.clearTimeout(timer)
  }, [draft])
  return rested
}

/** What is sent of a text: a file's text that was changed here keeps its headings and tables. */
export const sentText = ({ text, name, format, notes, blocks }: DeskDraft, against: Against) => ({
  ...{ text, name, format, notes, ...against },
  ...(blocks ? { blocks } : {}),
})

async function checked(draft: DeskDraft, against: Against, signal: AbortSignal) {
  const { file, changed, round } = draft
  if (file && changed === 'no') {
    return {
      round,
      report: (await uploadFile(checkFileShape, { sent: { query: against }, file, signal })) as CheckReport,
    }
  }
  const { method } = checkTextShape
  const told = await ask(method, addressOf(checkTextShape), sentText(draft, against), signal)
  return { round, report: told as CheckReport }
}

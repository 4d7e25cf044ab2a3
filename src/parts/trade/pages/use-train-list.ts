import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { uploadFile } from '#web/client.ts'
import { Problem } from '#web/problem.ts'
import { sendTrainList, type TrainListShown } from '../trains/list-shapes.ts'

/** How far a train list has come: chosen, tried, imported. */
export interface TrainListState {
  file: File | null
  busy: 'trying' | 'importing' | null
  tried: TrainListShown | null
  done: TrainListShown | null
  problem: Problem | null
}

const blank: TrainListState = { file: null, busy: null, tried: null, done: null, problem: null }

/** A list is tried as soon as it is chosen; importing it is a second step. */
export function useTrainList() {
  const queries = useQueryClient()
  const [state, setState] = useState(blank)
  const running = useRef<AbortController>(null)

  async function send(file: File, dryRun: boolean, before: TrainListState) {
    running.current?.abort()
    const mine = new AbortController()
    running.current = mine
    setState({ ...before, file, busy: dryRun ? 'trying' : 'importing', problem: null })
    try {
      const sent = { query: { dryRun: dryRun ? ('true' as const) : ('false' as const) } }
      const list = await uploadFile(sendTrainList, { sent, file, signal: mine.signal })
      setState(dryRun ? { ...blank, file, tried: list } : { ...blank, file, done: list })
      if (!dryRun) await queries.invalidateQueries()
    } catch (met) {
      if (mine.signal.aborted) return
      setState({ ...before, file, busy: null, problem: met instanceof Problem ? met : null })
    }
  }

  return {
    state,
    choose: (file: File) => void send(file, true, blank),
    importIt: () => state.file && void send(state.file, false, state),
    startOver: () => {
      running.current?.abort()
      setState(blank)
    },
  }
}

export type TrainListWork = ReturnType<typeof useTrainList>

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { uploadFile } from '#web/client.ts'
import { newProgressId } from '#web/kit/Progress.tsx'
import { Problem } from '#web/problem.ts'
import type { ImportShown } from '../import-shapes.ts'
import { previewImport, startImport } from '../import-shapes.ts'
import type { LedgerShown } from '../shapes.ts'
import { type Mapping, mappingGuessed, needsMapping, sentMapping } from './mapping.ts'
import type { Preview } from './reply-types.ts'
import { useUsualUnit } from './usual-unit.ts'
import { placeOf } from './values.ts'

/** How far an import has come. */
export interface ImportState {
  file: File | null
  preview: Preview | null
  mapping: Mapping
  /** the headings are open to be matched */
  matching: boolean
  /** unit of rows that name none; the server's choice unless told */
  unit: string | undefined
  /** what a dry run of this file with this mapping found */
  tried: ImportShown | null
  done: ImportShown | null
  problem: Problem | null
  /** what the person stopped */
  stopped: 'trying' | 'importing' | null
  busy: 'previewing' | 'trying' | 'importing' | null
  /** names the running work, for its progress */
  progress: string | null
  /** share of the file that has gone up, 0 to 1 */
  sent: number
}

const blank: ImportState = {
  file: null,
  preview: null,
  mapping: {},
  matching: false,
  unit: undefined,
  tried: null,
  done: null,
  problem: null,
  stopped: null,
  busy: null,
  progress: null,
  sent: 0,
}

/** The steps of an import: choose, match where needed, try, import. Each step takes back what came after it. */
export function useImport(ledger: LedgerShown) {
  const usual = useUsualUnit(ledger.ledger)
  const queries = useQueryClient()
  const [state, setState] = useState<ImportState>(blank)
  const running = useRef<AbortController>(null)
  const params = placeOf(ledger.ledger)
  const put = (change: Partial<ImportState>) => setState((before) => ({ ...before, ...change }))

  async function attempt(step: (signal: AbortSignal) => Promise<void>) {
    running.current?.abort()
    const mine = new AbortController()
    running.current = mine
    try {
      await step(mine.signal)
    } catch (met) {
      if (mine.signal.aborted) {
        if (running.current === mine) put({ busy: null, progress: null })
        return
      }
      put({ busy: null, progress: null, problem: problemOf(met) })
    }
  }

  const choose = (file: File) =>
    attempt(async (signal) => {
      setState({ ...blank, file, unit: state.unit, busy: 'previewing' })
      const preview = await uploadFile(previewImport, { sent: { params }, file, signal })
      const mapping = mappingGuessed(preview)
      const matching = needsMapping(preview)
      put({ preview, mapping, matching, busy: null })
      if (!matching) await send(file, { preview, mapping, unit: state.unit ?? usual }, true, signal)
    })

  async function send(
    file: File,
    { preview, mapping, unit }: { preview: Preview; mapping: Mapping; unit: string | undefined },
    dryRun: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const progress = newProgressId()
    put({
      busy: dryRun ? 'trying' : 'importing',
      progress,
      sent: 0,
      problem: null,
      stopped: null,
      done: null,
      ...(dryRun ? { tried: null } : {}),
    })
    const reply = await uploadFile(startImport, {
      sent: { params, query: { dryRun: dryRun ? 'true' : 'false', progress } },
      file,
      fields: { mapping: JSON.stringify(sentMapping(preview, mapping)), ...(unit ? { unit } : {}) },
      onProgress: (sent) => put({ sent }),
      signal,
    })
    put({ busy: null, progress: null, ...(dryRun ? { tried: reply } : { done: reply }) })
    if (!dryRun) await queries.invalidateQueries()
  }

  const again = (dryRun: boolean, change: Partial<Pick<ImportState, 'unit'>> = {}) =>
    attempt(async (signal) => {
      const { file, preview, mapping, unit = usual } = { ...state, ...change }
      if (!file || !preview) return
      put({ ...change, matching: false })
      await send(file, { preview, mapping, unit }, dryRun, signal)
    })

  return {
    state,
    /** the unit of rows that name none, as it stands */
    unit: state.unit ?? usual,
    choose,
    /** says what a heading is; what was tried before no longer holds */
    match: (heading: string, column: string | null) =>
      put({ mapping: { ...state.mapping, [heading]: column }, tried: null, problem: null }),
    openMatching: () => put({ matching: true }),
    toUnit: (unit: string) => again(true, { unit }),
    tryIt: () => again(true),
    doIt: () => again(false),
    stop: () => {
      running.current?.abort()
      put({ stopped: state.busy === 'importing' ? 'importing' : 'trying' })
    },
    startOver: () => {
      running.current?.abort()
      setState(blank)
    },
  }
}

export type Import = ReturnType<typeof useImport>

function problemOf(met: unknown): Problem {
  return met instanceof Problem ? met : new Problem({ code: 'fault', status: 500, title: String(met) })
}

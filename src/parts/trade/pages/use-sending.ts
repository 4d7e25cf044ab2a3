import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { addressOf, uploadFile } from '#web/client.ts'
import { newProgressId } from '#web/kit/Progress.tsx'
import { Problem } from '#web/problem.ts'
import {
  type FileReceived,
  type MessagesRead,
  readMessageFile,
  receiveMessageFile,
  sampleMessage,
  type sampleNames,
} from '../customs/message-shapes.ts'

export type SendingMode = 'read' | 'receive'

/** One file on its way, and what came of it. */
export interface Sent {
  key: string
  file: File
  mode: SendingMode
  state: 'queued' | 'sending' | 'done' | 'failed' | 'stopped'
  /** names the running work, for its progress */
  progress: string | null
  read: MessagesRead | null
  received: FileReceived | null
  problem: Problem | null
}

/** Files sent one after the other: read only, or received. What came before stays on the page. */
export function useSending() {
  const queries = useQueryClient()
  const [mode, setMode] = useState<SendingMode>('receive')
  const [sent, setSent] = useState<readonly Sent[]>([])
  const queue = useRef<Promise<void>>(Promise.resolve())
  const running = useRef(new Map<string, AbortController>())
  const put = (key: string, change: Partial<Sent>) =>
    setSent((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)))

  async function run({ key, file, mode: how }: Sent): Promise<void> {
    const gone = running.current.get(key)!
    if (gone.signal.aborted) return
    const progress = how === 'receive' ? newProgressId() : null
    put(key, { state: 'sending', progress })
    const { signal } = gone
    try {
      if (how === 'read')
        put(key, { state: 'done', read: await uploadFile(readMessageFile, { sent: {}, file, signal }) })
      else {
        const received = await uploadFile(receiveMessageFile, {
          sent: { query: { progress: progress! } },
          file,
          signal,
        })
        put(key, { state: 'done', received })
        await queries.invalidateQueries()
      }
    } catch (met) {
      if (signal.aborted) put(key, { state: 'stopped', progress: null })
      else put(key, { state: 'failed', progress: null, problem: met instanceof Problem ? met : null })
    }
  }

  function send(files: readonly File[], how: SendingMode): void {
    const added = files.map((file): Sent => {
      const blank = { progress: null, read: null, received: null, problem: null }
      return { key: newProgressId(), file, mode: how, state: 'queued', ...blank }
    })
    for (const { key } of added) running.current.set(key, new AbortController())
    setSent((before) => [...added, ...before])
    for (const one of added) queue.current = queue.current.then(() => run(one))
  }

  function stop(key: string): void {
    running.current.get(key)?.abort()
    put(key, { state: 'stopped' })
  }

  async function trySample(name: (typeof sampleNames)[number]): Promise<void> {
    const answer = await fetch(addressOf(sampleMessage, { params: { name } }), { credentials: 'same-origin' })
    send([new File([await answer.blob()], `${name}.xml`, { type: 'application/xml' })], 'read')
  }

  return { mode, setMode, sent, send, stop, trySample }
}

export type Sending = ReturnType<typeof useSending>

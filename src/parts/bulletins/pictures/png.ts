import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'

export interface ToDraw {
  id: number
  svg: string
}
export type Drawn = { id: number; png: Uint8Array } | { id: number; failure: string }

/** Pictures of issued bulletins never change, so that the last few are kept. */
const kept = new Map<string, Promise<Uint8Array>>()
const MOST_KEPT = 32

/** A drawing as PNG at twice its size, for word processors that cannot draw SVG; drawn in a thread of its own. */
export function pngOf(svg: string): Promise<Uint8Array> {
  const key = createHash('sha256').update(svg).digest('hex')
  const known = kept.get(key)
  if (known) return known
  const drawn = asked(svg)
  kept.set(key, drawn)
  drawn.catch(() => kept.delete(key))
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  return drawn
}

interface Waiting {
  done: (png: Uint8Array) => void
  fail: (error: Error) => void
}

const IDLE_MS = 20_000
const waiting = new Map<number, Waiting>()
let thread: Worker | undefined
let rest: NodeJS.Timeout | undefined
let count = 0

function asked(svg: string): Promise<Uint8Array> {
  clearTimeout(rest)
  thread ??= started()
  thread.ref()
  count += 1
  const id = count
  return new Promise((done, fail) => {
    waiting.set(id, { done, fail })
    thread!.postMessage({ id, svg } satisfies ToDraw)
  })
}

/** One thread for all; it ends when nobody has asked for a while, and its memory with it. */
function started(): Worker {
  const worker = new Worker(new URL('./png-worker.ts', import.meta.url))
  worker.on('message', (drawn: Drawn) => {
    const of = waiting.get(drawn.id)
    waiting.delete(drawn.id)
    if ('png' in drawn) of?.done(drawn.png)
    else of?.fail(new Error(drawn.failure))
    if (waiting.size === 0) letRest(worker)
  })
  worker.on('error', (error) => {
    if (thread === worker) thread = undefined
    for (const of of waiting.values()) of.fail(error)
    waiting.clear()
  })
  return worker
}

/** Nobody waits for it: the process may end, and after a while the thread does. */
function letRest(worker: Worker): void {
  worker.unref()
  rest = setTimeout(() => {
    if (thread === worker) thread = undefined
    void worker.terminate()
  }, IDLE_MS).unref()
}

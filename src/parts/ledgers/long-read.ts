import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { read, type Tx, type Work } from '#kernel/db/work.ts'

/**
 * Items read in one snapshot, handed on as fast as they are taken. The connection is given back when the last one is out, when reading
 * fails, or when whoever takes them goes away.
 */
export async function* longRead<T>(work: Work, produce: (tx: Tx) => AsyncIterable<T>): AsyncGenerator<T> {
  const through = new PassThrough({ objectMode: true, highWaterMark: 2 })
  const reading = read(work, async (tx) => {
    for await (const item of produce(tx)) {
      if (!through.destroyed && !through.write(item))
        await Promise.race([once(through, 'drain'), once(through, 'close')])
      if (through.destroyed) return
    }
  }).then(
    () => through.end(),
    (error: Error) => through.destroy(error),
  )
  try {
    yield* through as AsyncIterable<T>
  } finally {
    through.destroy()
    await reading
  }
}

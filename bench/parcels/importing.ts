import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { ImportResult } from '#parts/ledgers/import.ts'
import type { House } from '../../src/house.ts'

/** A process of its own that imports one file after another. */
export interface Importer {
  /** milliseconds from the first look at the file to its commit; throws when its counts are not what they must be */
  import(file: string, expected: Partial<ImportResult>): Promise<number>
  /** bytes it held at most so far */
  peak(): number
  close(): Promise<void>
}

interface Said {
  ms?: number
  result?: ImportResult
  error?: string
  peakBytes?: number
}

export async function openImporter({ config }: House): Promise<Importer> {
  const env = {
    ...process.env,
    ...{ DATABASE_URL: config.databaseUrl!, JINGKAI_DATA: config.dataFolder, LOG_LEVEL: 'silent' },
  }
  const child = fork(path.join(import.meta.dirname, 'importer.ts'), { env })
  const ended = once(child, 'exit')
  const lost = ended.then(([code, signal]) => Promise.reject(new Error(`the importer ended: ${code ?? signal}`)))
  lost.catch(() => {})
  await Promise.race([once(child, 'message'), lost])
  let peak = 0
  return {
    async import(file, expected) {
      child.send({ path: file, name: path.basename(file) })
      const [said] = (await Promise.race([once(child, 'message'), lost])) as [Said]
      peak = Math.max(peak, said.peakBytes ?? 0)
      if (said.error || !said.result) throw new Error(`import of ${file}: ${said.error}`)
      for (const [name, value] of Object.entries(expected)) {
        const found = said.result[name as keyof ImportResult]
        if (found !== value) throw new Error(`import of ${file}: ${name} is ${found}, expected ${value}`)
      }
      return said.ms!
    },
    peak: () => peak,
    async close() {
      child.disconnect()
      await ended
    },
  }
}

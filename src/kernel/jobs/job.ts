import type { Work } from '../db/work.ts'
import type { Words } from '../i18n/words.ts'

/** One kind of background work, named by its deed: `economy/remind-of-submissions`. */
export interface Job {
  name: `${string}/${string}`
  words: Words
  /** cron in Asia/Shanghai, when it runs by the clock */
  schedule?: string
  /** tries after the first, with backoff; 3 unless told */
  retries?: number
  run(work: Work, data: Record<string, unknown>, signal: AbortSignal): Promise<void>
}

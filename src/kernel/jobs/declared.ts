import type { Words } from '../i18n/words.ts'
import type { Part } from '../part.ts'
import type { Job } from './job.ts'

/** What of a part the jobs need. */
export type Working = Pick<Part, 'name' | 'words' | 'jobs' | 'listens'>

/** One queue: a declared job, or a part's ear for an event. */
export interface Queue extends Omit<Job, 'name'> {
  name: string
  /** the event it hears; null for a job */
  event: string | null
}

/** Every queue of the house: the jobs of the kernel and of the parts, and one for each listener. */
export function queuesOf(parts: readonly Working[], kernel: readonly Job[] = []): Queue[] {
  const jobs = [...kernel, ...parts.flatMap((part) => part.jobs ?? [])].map((job) => ({ ...job, event: null }))
  return [...jobs, ...parts.flatMap(earsOf)]
}

function earsOf(part: Working): Queue[] {
  return Object.entries(part.listens ?? {}).map(([event, listener]) => ({
    name: `${part.name}/on-${event.replaceAll(/[^\w.-]/g, '.')}`,
    words: wordsOfEar(part, event),
    event,
    run: (work, data) => listener(work, data),
  }))
}

const wordsOfEar = (part: Working, event: string): Words => ({
  zh: `${part.words.zh}：响应 ${event}`,
  en: `${part.words.en}: on ${event}`,
})

import type { Permissions } from './access/actor.ts'
import type { Command } from './command.ts'
import type { Tx, Work } from './db/work.ts'
import type { Dialect } from './http/problems.ts'
import type { Route } from './http/route.ts'
import type { Words } from './i18n/words.ts'
import type { Job } from './jobs/job.ts'
import type { RefusalTexts } from './refusal.ts'
import type { ZonePackage } from './zone.ts'

/** Something that happened, told to parts that come later in the list. Handlers run as jobs after commit. */
export type Listener = (work: Work, payload: Record<string, unknown>) => Promise<void>

/** One hit of the command palette. */
export interface SearchHit {
  kind: 'figure' | 'ledger' | 'unit' | 'person' | 'bulletin' | 'form' | 'target' | 'project' | 'matter'
  title: Words
  path: string
  hint?: Words
}

/** A part's manifest: everything the kernel and the doors need to know of it. */
export interface Part {
  name: string
  words: Words
  refusals: RefusalTexts
  permissions?: Permissions
  routes?: readonly Route[]
  /** standards of its doors that tell problems in a shape of their own */
  dialects?: readonly Dialect[]
  jobs?: readonly Job[]
  commands?: readonly Command[]
  /** reads its files of a zone package; called in the order of the parts; loading twice changes nothing */
  load?: (work: Work, zone: ZonePackage, tell: (words: Words) => void) => Promise<void>
  /** writes its files of a zone package back */
  export?: (work: Work, folder: string) => Promise<void>
  listens?: Record<string, Listener>
  search?: (tx: Tx, query: string, roots: readonly string[]) => Promise<SearchHit[]>
  /** lines of `jingkai doctor`: what is checked, whether it is well, and what to do */
  doctor?: (work: Work) => Promise<DoctorLine[]>
}

export interface DoctorLine {
  name: string
  well: boolean
  words: Words
}

import type { Actor } from '#kernel/access/actor.ts'
import { read, type Work, write } from '#kernel/db/work.ts'
import type { Said, Sent } from '#parts/matters/engine/deed-shapes.ts'
import { type Moved, matterOf, moveMatter, type NewMatter, openMatter } from '#parts/matters/engine/engine.ts'

/** Moves matters on a test database: each deed by a person, at a moment, on the version that is there unless told. */
export function coursesOn(workAs: (actor: Actor, now: Date) => Work) {
  const open = (by: Actor, at: string, said: NewMatter) => write(workAs(by, new Date(at)), (tx) => openMatter(tx, said))
  const move = async (number: string, by: Actor, at: string, deed: Said & Sent): Promise<Moved> => {
    const work = workAs(by, new Date(at))
    const seen = deed.seen ?? (await read(work, (tx) => matterOf(tx, number)))?.version ?? 1
    return write(work, (tx) => moveMatter(tx, { ...deed, matter: number, seen }))
  }
  return { open, move }
}

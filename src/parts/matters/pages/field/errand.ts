import type { Problem } from '#web/problem.ts'

/** A picture that waits on the phone; `id` once the server has it. */
export interface WaitingPhoto {
  /** names the picture whatever happens: the server keeps one picture a key */
  key: string
  kind: string
  name: string
  content: Blob
  id: string | null
}

/** A deed done in the field that the server has not confirmed yet. */
export interface Errand {
  /** names the deed whatever happens: the server does it once a key */
  key: string
  /** the account that did it; another person on the same phone sends nothing of it */
  owner: string
  madeAt: number
  /** what it is, said to the person while it waits */
  title: string
  deed: string
  /** the request without its pictures: address parameters and body */
  params: Record<string, string>
  body: Record<string, unknown>
  photos: WaitingPhoto[]
  /** the server said no, in its own words; it waits for the person */
  refused: { title: string; cure: string } | null
}

/** Where errands lie on the phone. */
export interface Outbox {
  of(owner: string): Promise<Errand[]>
  put(errand: Errand): Promise<void>
  drop(key: string): Promise<void>
}

/** The two doors an errand goes through. Both know a key again and do nothing twice; both throw a {@link Problem}. */
export interface Doors {
  photo(photo: WaitingPhoto): Promise<string>
  deed(errand: Errand): Promise<void>
}

/** What became of a round: everything sent, or why it stopped. */
export type Round = 'empty' | 'later' | 'sign-in'

/**
 * Sends what waits, oldest first, and forgets an errand only when the server has confirmed it. A refusal keeps the errand with its
 * words and goes on with the next; no answer, a fault or too many requests end the round. Deeds on one matter keep their order:
 * behind a refused one the others of the matter wait too.
 */
export async function sendWaiting(outbox: Outbox, owner: string, doors: Doors, told: () => void): Promise<Round> {
  const held = new Set<string>()
  for (const errand of await outbox.of(owner)) {
    const subject = subjectOf(errand)
    if (errand.refused || held.has(subject)) {
      held.add(subject)
      continue
    }
    try {
      await sendOne(outbox, errand, doors)
    } catch (met) {
      const problem = met as Problem
      const fate = fateOf(problem.status)
      if (fate !== 'refused') return fate
      held.add(subject)
      // Pictures that no deed names are swept after a day: they are sent again, and so is the deed.
      if (problem.code === 'photos/unknown' && errand.photos.some(({ id }) => id !== null)) {
        await outbox.put({ ...errand, photos: errand.photos.map((photo) => ({ ...photo, id: null })) })
        return 'later'
      }
      await outbox.put({ ...errand, refused: { title: problem.title, cure: problem.cure } })
    }
    told()
  }
  return 'empty'
}

/** Each picture is noted as soon as the server has it, so that a lost connection costs at most one picture again. */
async function sendOne(outbox: Outbox, errand: Errand, doors: Doors): Promise<void> {
  for (const photo of errand.photos) {
    if (photo.id) continue
    photo.id = await doors.photo(photo)
    await outbox.put(errand)
  }
  await doors.deed(errand)
  await outbox.drop(errand.key)
}

/** A new report is a matter of its own; deeds on one matter belong together. */
const subjectOf = ({ params, key }: Errand) => params['number'] ?? key

/** 0 is no answer; what the person cannot mend is tried again, what they can is told. */
export function fateOf(status: number | undefined): 'later' | 'sign-in' | 'refused' {
  if (status === undefined || status === 0 || status === 408 || status === 429 || status >= 500) return 'later'
  return status === 401 ? 'sign-in' : 'refused'
}

/** Seconds until the next try: 2, 4, 8 … 60. */
export const pauseAfter = (failures: number): number => Math.min(60, 2 ** Math.min(failures, 6))

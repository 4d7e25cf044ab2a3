import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '#web/problem.ts'
import { type Doors, type Errand, fateOf, type Outbox, pauseAfter, sendWaiting } from './errand.ts'

const problem = (status: number) => new Problem({ code: 'test/said', status, title: 'no', cure: 'do' })

function errandOf(nth: number, matter: string, photos: number): Errand {
  return {
    ...{ key: `e${nth}`, owner: 'me', madeAt: nth, title: '', deed: 'pass', refused: null },
    params: { number: matter },
    body: {},
    photos: Array.from({ length: photos }, (_, index) => ({
      ...{ key: `e${nth}p${index}`, kind: 'after', name: 'a.jpg', content: new Blob([]), id: null },
    })),
  }
}

/** An outbox that forgets nothing but what is dropped, and copies like a browser's. */
function memory(errands: readonly Errand[]): Outbox & { left(): Errand[] } {
  const kept = new Map(errands.map((errand) => [errand.key, structuredClone(errand)]))
  const sorted = () => [...kept.values()].toSorted((a, b) => a.madeAt - b.madeAt)
  return {
    left: sorted,
    of: async (owner) => structuredClone(sorted().filter((errand) => errand.owner === owner)),
    put: async (errand) => void kept.set(errand.key, structuredClone(errand)),
    drop: async (key) => void kept.delete(key),
  }
}

/** Doors of a server that knows keys again, behind a line that breaks before or after the server has heard. */
function doorsBehind(line: () => 'whole' | 'before' | 'after') {
  const photos = new Map<string, string>()
  const deeds: string[] = []
  let heard = 0
  const through = <T>(deed: () => T): T => {
    const fate = line()
    if (fate === 'before') throw problem(0)
    const answer = deed()
    if (fate === 'after') throw problem(0)
    return answer
  }
  const doors: Doors = {
    photo: async ({ key }) =>
      through(() => {
        heard += 1
        if (!photos.has(key)) photos.set(key, `photo ${photos.size}`)
        return photos.get(key)!
      }),
    deed: async ({ key, photos: sent }) =>
      through(() => {
        expect(sent.every(({ id }) => id !== null)).toBe(true)
        if (!deeds.includes(key)) deeds.push(key)
      }),
  }
  return { doors, deeds, photos, heard: () => heard }
}

describe('what waits on the phone', () => {
  test('arrives whole, in order and once, wherever the line breaks', async () => {
    const fate = fc.constantFrom('whole', 'before', 'after' as const)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 6 }), fc.infiniteStream(fate), async (photoCounts, fates) => {
        const outbox = memory(photoCounts.map((count, nth) => errandOf(nth, `M${nth % 2}`, count)))
        const server = doorsBehind(() => fates.next().value as 'whole')
        for (let round = 0; round < 400 && outbox.left().length > 0; round++) {
          await sendWaiting(outbox, 'me', server.doors, () => undefined)
        }
        expect(outbox.left()).toEqual([])
        expect(server.deeds).toEqual(photoCounts.map((_, nth) => `e${nth}`))
        expect(server.photos.size).toBe(photoCounts.reduce((sum, count) => sum + count, 0))
      }),
      { seed: 20180630, numRuns: 200 },
    )
  })

  test('a picture that the server has is not sent again', async () => {
    const outbox = memory([errandOf(1, 'M1', 2)])
    const fates = ['whole', 'before', 'whole', 'whole', 'whole'] as const
    let nth = 0
    const server = doorsBehind(() => fates[nth++]!)
    expect(await sendWaiting(outbox, 'me', server.doors, () => undefined)).toBe('later')
    expect(await sendWaiting(outbox, 'me', server.doors, () => undefined)).toBe('empty')
    expect(server.heard()).toBe(2)
  })

  test('a refusal keeps its words and its pictures, and holds back later deeds on that matter only', async () => {
    const outbox = memory([errandOf(1, 'M1', 1), errandOf(2, 'M1', 0), errandOf(3, 'M2', 0)])
    const done: string[] = []
    const doors: Doors = {
      photo: async () => 'photo 1',
      deed: async ({ key }) => {
        if (key === 'e1') throw problem(409)
        done.push(key)
      },
    }
    for (let round = 0; round < 2; round++) {
      expect(await sendWaiting(outbox, 'me', doors, () => undefined)).toBe('empty')
    }
    expect(done).toEqual(['e3'])
    expect(outbox.left()).toMatchObject([
      { key: 'e1', refused: { title: 'no', cure: 'do' }, photos: [{ id: 'photo 1' }] },
      { key: 'e2', refused: null },
    ])
  })

  test('pictures that the server has swept meanwhile are sent again', async () => {
    const outbox = memory([errandOf(1, 'M1', 1)])
    const swept = new Set(['photo 0'])
    let sent = 0
    const doors: Doors = {
      photo: async () => `photo ${sent++}`,
      deed: async ({ photos }) => {
        if (swept.has(photos[0]!.id!)) throw new Problem({ code: 'photos/unknown', status: 404 })
      },
    }
    expect(await sendWaiting(outbox, 'me', doors, () => undefined)).toBe('later')
    expect(await sendWaiting(outbox, 'me', doors, () => undefined)).toBe('empty')
    expect([outbox.left(), sent]).toEqual([[], 2])
  })

  test('another person on the same phone sends nothing of mine', async () => {
    const outbox = memory([errandOf(1, 'M1', 0)])
    const server = doorsBehind(() => 'whole')
    await sendWaiting(outbox, 'somebody else', server.doors, () => undefined)
    expect([server.deeds, outbox.left().length]).toEqual([[], 1])
  })

  test.each([
    [undefined, 'later'],
    [0, 'later'],
    [429, 'later'],
    [503, 'later'],
    [401, 'sign-in'],
    [400, 'refused'],
    [403, 'refused'],
    [409, 'refused'],
    [413, 'refused'],
  ] as const)('an answer of %s means %s', (status, fate) => {
    expect(fateOf(status)).toBe(fate)
  })

  test('tries come further apart, but at least once a minute', () => {
    expect([1, 2, 3, 6, 99].map(pauseAfter)).toEqual([2, 4, 8, 60, 60])
  })
})

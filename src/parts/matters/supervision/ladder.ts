import type { Words } from '#kernel/i18n/words.ts'

/** A rung of the ladder: reached when so much of the limit is used up, in hundredths of it. */
export interface Rung {
  rung: 1 | 2 | 3 | 4
  percent: number
  to: 'unit' | 'command' | 'supervision' | 'zone'
  words: Words
}

/** Who is told when a unit is late with a matter. It stops at the hand-back: only clocks that run climb. */
export const ladder: readonly Rung[] = [
  { rung: 1, percent: 80, to: 'unit', words: { zh: '提醒责任单位', en: 'The duty unit is reminded' } },
  {
    rung: 2,
    percent: 100,
    to: 'command',
    words: { zh: '亮红灯，通报指挥中心', en: 'Red; the command centre is told' },
  },
  {
    rung: 3,
    percent: 150,
    to: 'supervision',
    words: { zh: '监督中心发督办函', en: 'The supervision centre issues an order' },
  },
  { rung: 4, percent: 200, to: 'zone', words: { zh: '报管委会领导', en: "The committee's leaders are told" } },
]

export interface Running {
  startedAt: Date
  warnAt: Date
  dueAt: Date
}

/** When a clock reaches a rung: 80% and 100% by its own calendar, what lies past it by the length the limit came to. */
export function reachedAt({ startedAt, warnAt, dueAt }: Running, { percent }: Pick<Rung, 'percent'>): Date {
  if (percent <= 80) return warnAt
  if (percent <= 100) return dueAt
  return new Date(dueAt.getTime() + ((dueAt.getTime() - startedAt.getTime()) * (percent - 100)) / 100)
}

/** Rungs that a running clock has reached, lowest first. */
export function rungsReached(clock: Running, now: Date): Rung[] {
  return ladder.filter((rung) => reachedAt(clock, rung) <= now)
}

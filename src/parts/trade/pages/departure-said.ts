import { say } from '#kernel/i18n/words.ts'
import type { Locale } from '#web/locale.tsx'
import { breakWords, departureWords } from '../ceb/departure-words.ts'
import type { DepartureShown, MessageShown } from '../customs/message-shapes.ts'

/** What a departure is and how it is mended. */
export function departureSaid(departure: DepartureShown, locale: Locale): { problem: string; cure: string } {
  const { problem, cure } = departureWords[departure.code]
  const details = {
    ...departure,
    wanted: departure.wanted || '—',
    words: departure.words || departure.path.split('/').at(-1),
  }
  return { problem: say(problem, locale, details), cure: say(cure, locale, details) }
}

/** Why a message could not be read to its end. */
export function breakSaid(
  broken: NonNullable<MessageShown['broken']>,
  locale: Locale,
): { problem: string; cure: string } {
  const known = breakWords[broken.code as keyof typeof breakWords]
  if (!known) return { problem: broken.code, cure: '' }
  return { problem: say(known.problem, locale, { ...broken }), cure: say(known.cure, locale, { ...broken }) }
}

/** `CEB311Message/Order[2]/OrderHead/orderNo` without the places of its documents. */
export const fieldPath = (path: string): string => path.replaceAll(/\[\d+\]/g, '')

import { useWords } from '#web/locale.tsx'
import { type BoardRow, directionWords } from './board-words.ts'

/** Which way a train goes: an arrow west or east, and the word for those who do not see it. */
export function Heading({ direction, told }: { direction: BoardRow['direction']; told?: boolean }) {
  const t = useWords()
  return (
    <span className="train-heading" data-direction={direction}>
      <span aria-hidden>{direction === 'outbound' ? '←' : '→'}</span>
      <span className={told ? undefined : 'for-readers'}>{t(directionWords[direction])}</span>
    </span>
  )
}

import { T, useWords } from '#web/locale.tsx'
import { type BoardRow, directionWords, scopeWords } from './board-words.ts'
import { Heading } from './Heading.tsx'

/** From where to where: 郑州 → 汉堡; the route as it was written where no table knows its ends. */
export function Way({
  row: { direction, route, way, scope },
}: {
  row: Pick<BoardRow, 'direction' | 'route' | 'way' | 'scope'>
}) {
  const t = useWords()
  return (
    <span className="train-way" data-direction={direction}>
      {way ? (
        <>
          {t(way.from)} <i aria-hidden>→</i> <span className="for-readers">{t({ zh: '至', en: 'to' })}</span>
          {t(way.to)}
        </>
      ) : (
        <>
          <Heading direction={direction} told /> {t(route ?? directionWords[direction])}
        </>
      )}
      {scope === 'asia' && (
        <small>
          <T {...scopeWords.asia} />
        </small>
      )}
    </span>
  )
}

import { Link } from 'react-router'
import { useStored } from '#web/kit/stored-words.ts'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { Cockpit } from '../shapes.ts'

const SHOWN = 4

/** What came in within a day: each line leads to the batch, the report or the target. */
export function LatelyChanged({ changed }: { changed: Cockpit['changed'] }) {
  const stored = useStored()
  const t = useWords()
  if (changed.length === 0) {
    return (
      <p className="side-none">
        <T zh="过去 24 小时没有新的入账。" en="Nothing came in within 24 hours." />
      </p>
    )
  }
  return (
    <ul className="side-list">
      {changed.slice(0, SHOWN).map(({ kind, words, by, at, path }) => (
        <li key={`${kind} ${words.zh} ${at}`}>
          <Link to={path}>{t(words)}</Link>
          <small>
            {stored(by)} · <When at={at} short />
          </small>
        </li>
      ))}
      {changed.length > SHOWN && (
        <li className="side-none">
          <T zh="另有 {more} 项" en="and {more} more" more={changed.length - SHOWN} />
        </li>
      )}
    </ul>
  )
}

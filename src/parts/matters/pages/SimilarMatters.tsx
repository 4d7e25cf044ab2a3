import { Link } from 'react-router'
import type { Place } from '#kernel/place.ts'
import { useEndpoint } from '#web/client.ts'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { similarTo } from '../desk/open-shapes.ts'
import { stateWords } from '../engine/states.ts'
import { matterPath } from './matter-words.ts'

/** Like matters within 50 m and 24 hours, while a category and a place are chosen. */
export function SimilarMatters({ category, place }: { category: string | undefined; place: Place | null }) {
  const t = useWords()
  const asked = category && place ? { category, ...place } : undefined
  const similar = useEndpoint(similarTo, asked && { query: asked }, { enabled: asked !== undefined })
  if (!asked || !similar.data) return null
  if (similar.data.length === 0)
    return (
      <p className="new-matter-none" role="status">
        <T zh="附近 50 米、24 小时内没有同类事项。" en="No like matter within 50 m and 24 hours." />
      </p>
    )
  return (
    <section className="new-matter-similar" aria-live="polite" data-state="warning">
      <p>
        <strong>
          <span aria-hidden>▲ </span>
          <T
            zh="附近 50 米、24 小时内已有 {count} 件同类事项，先看是不是同一件："
            en="{count} like matters within 50 m and 24 hours; is it one of them?"
            count={similar.data.length}
          />
        </strong>
      </p>
      <ul>
        {similar.data.map((one) => (
          <li key={one.number}>
            <Link to={matterPath(one)} target="_blank" lang="zh-CN">
              {one.title}
            </Link>
            <small>
              {' '}
              {t({ zh: '{metres} 米', en: '{metres} m' }, { metres: Math.round(one.metres) })} ·{' '}
              {t(stateWords[one.state])} · <When at={one.openedAt} short />
            </small>
          </li>
        ))}
      </ul>
      <p>
        <T zh="确是同一件，就不必再登记；不是，可以继续登记。" en="If it is the same, leave it; if it is not, go on." />
      </p>
    </section>
  )
}

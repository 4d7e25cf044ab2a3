import { Link } from 'react-router'
import { T, useWords } from '#web/locale.tsx'
import { readingOrder, verdictSigns } from '../check-desk/verdict-words.ts'
import type { Verdict } from '../checking/report.ts'
import type { DraftShown } from './DraftPage.tsx'
import { SignedSteps } from './SignedSteps.tsx'

/** The margin: what the check found, what has moved since, and who took which step. */
export function DraftMargin({ draft }: { draft: DraftShown }) {
  const t = useWords()
  return (
    <aside className="bulletin-margin" aria-label={t({ zh: '页边', en: 'Margin' })}>
      {draft.moved.length > 0 && <MovedSince moved={draft.moved} />}
      {draft.check && <CheckCounts check={draft.check} />}
      {draft.missing > 0 && (
        <section>
          <h2>
            <T zh="数据暂缺" en="Not yet known" />
          </h2>
          <p>
            <T
              zh="{missing} 处数字没有数据，文中印作“暂缺”。"
              en="{missing} figures have no value and are printed as not yet known."
              missing={draft.missing}
            />
          </p>
        </section>
      )}
      <section>
        <h2>
          <T zh="步骤" en="Steps" />
        </h2>
        <SignedSteps steps={draft.steps} />
      </section>
    </aside>
  )
}

function MovedSince({ moved }: Pick<DraftShown, 'moved'>) {
  return (
    <section>
      <h2>
        <T zh="核对后变动" en="Changed since the check" />
      </h2>
      <ol className="bulletin-changes">
        {moved.map(({ was, now }) => (
          <li key={`${was} ${now}`} lang="zh-CN">
            <del>{was}</del> <span aria-hidden>→</span> <ins>{now}</ins>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** How many claims of each verdict, what was not checked first, and the record behind them. */
function CheckCounts({ check: { id, counts, wrong } }: { check: NonNullable<DraftShown['check']> }) {
  const t = useWords()
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <section>
      <h2>
        <T zh="核对" en="Check" />
      </h2>
      <ul className="draft-verdicts">
        {readingOrder.map((verdict) => {
          const count = counts[verdict] ?? 0
          if (count === 0) return null
          const { glyph, words } = verdictSigns[verdict]
          return (
            <li key={verdict} data-verdict={verdict}>
              <span aria-hidden>{glyph}</span>
              <span>{t(words)}</span>
              <span>{count}</span>
            </li>
          )
        })}
      </ul>
      {wrong.length > 0 && (
        <ol className="bulletin-changes draft-wrong">
          {wrong.map(({ place, verdict, text, said }) => (
            <li key={place}>
              <strong lang="zh-CN">{text}</strong>
              <span className="for-readers">{t(verdictSigns[verdict as Verdict].words)}</span>
              <p>{said}</p>
            </li>
          ))}
        </ol>
      )}
      <p>
        <T zh="共 {total} 处表述。" en="{total} claims in all." total={total} />{' '}
        <Link to={`/checks/${id}`}>
          <T zh="核对记录" en="Record of the check" />
        </Link>
      </p>
    </section>
  )
}

import { T, useWords, type Words } from '#web/locale.tsx'
import { readingOrder, unchecked, verdictSigns, wrong } from '../check-desk/verdict-words.ts'
import type { Verdict } from '../checking/report.ts'
import { type Counts, type Filter, tally } from './check-items.ts'
import './check-side.css'

interface CheckLegendProps {
  counts: Counts
  /** absent: nothing can be chosen, the legend only tells */
  filter?: Filter
  onFilter?: (filter: Filter) => void
}

const right = readingOrder.filter((verdict) => ![...unchecked, ...wrong].includes(verdict))

/** What the marks mean and how many there are of each: what was not checked first. Pressing one shows only those. */
export function CheckLegend({ counts, filter, onFilter }: CheckLegendProps) {
  const sums = tally(counts)
  const groups: [Words, number, readonly Verdict[]][] = [
    [{ zh: '没有核对', en: 'Not checked' }, sums.unchecked, unchecked],
    [{ zh: '有问题', en: 'In question' }, sums.wrong, wrong],
    [{ zh: '相符', en: 'Right' }, sums.right, right],
  ]
  return (
    <section className="check-legend">
      {groups.map(([words, sum, verdicts]) => (
        <div key={words.en} className="check-group">
          <h3>
            <T {...words} /> <strong>{sum}</strong>
          </h3>
          <ul>
            {verdicts.map((verdict) => (
              <li key={verdict}>
                <Chip {...{ verdict, count: counts[verdict], filter, onFilter }} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

interface ChipProps {
  verdict: Verdict
  count: number
  filter: Filter | undefined
  onFilter: ((filter: Filter) => void) | undefined
}

function Chip({ verdict, count, filter, onFilter }: ChipProps) {
  const t = useWords()
  const { words, means } = verdictSigns[verdict]
  const told = (
    <>
      <VerdictGlyph verdict={verdict} /> {t(words)} <span className="check-count">{count}</span>
    </>
  )
  if (!onFilter) {
    return (
      <span className="check-chip" data-none={count === 0 || undefined}>
        {told}
      </span>
    )
  }
  return (
    <button
      type="button"
      className="check-chip"
      title={t(means)}
      aria-pressed={filter === verdict}
      disabled={count === 0}
      onClick={() => onFilter(filter === verdict ? 'open' : verdict)}
    >
      {told}
    </button>
  )
}

/** The mark of a verdict; the word stands beside it. */
export function VerdictGlyph({ verdict }: { verdict: Verdict }) {
  return (
    <span className="check-glyph" data-verdict={verdict} aria-hidden>
      {verdictSigns[verdict].glyph}
    </span>
  )
}

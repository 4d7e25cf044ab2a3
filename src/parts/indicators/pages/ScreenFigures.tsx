import { sharedScale } from '#web/charts/line-path.ts'
import { Sparkline } from '#web/charts/Sparkline.tsx'
import { Change } from '#web/kit/Figure.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { T, useWords } from '#web/locale.tsx'
import { changeShown } from './FactFigure.tsx'
import { noChangeWords } from './fact-words.ts'
import { growthMarks, type HeadlineGroup } from './headline-groups.ts'

/** A line is as wide as its column: one, two or three stand side by side. */
const lineWidth = (count: number) => (count === 1 ? 1776 : count === 2 || count === 4 ? 848 : 540)

/** The headline figures of one pillar, large. */
export function ScreenFigures({ group: { words, members } }: { group: HeadlineGroup }) {
  const t = useWords()
  const marks = members.map(({ series }) => growthMarks(series))
  const scale = sharedScale(
    marks.filter((_, index) => members[index]?.fact.change.unit === '%'),
    true,
  )
  return (
    <>
      <h2>{t(words)}</h2>
      <ul className="screen-figures" data-count={members.length}>
        {members.map(({ fact }, index) => (
          <li key={fact.indicator}>
            <span className="screen-name">{t(fact.name)}</span>
            <strong>
              <Quantity value={fact.value} unit={fact.unit} />
            </strong>
            {fact.change.value === null ? (
              <span className="missing">— {fact.change.reason && <T {...noChangeWords[fact.change.reason]} />}</span>
            ) : (
              <Change {...changeShown(fact.change, fact)} />
            )}
            {(marks[index] ?? []).filter(({ value }) => value !== null).length > 1 && (
              <Sparkline
                marks={marks[index] ?? []}
                width={lineWidth(members.length)}
                height={80}
                zero
                {...(fact.change.unit === '%' ? { scale } : {})}
                label={t(
                  { zh: '{name}近两年累计同比走势', en: '{name}: growth over two years' },
                  { name: t(fact.name) },
                )}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

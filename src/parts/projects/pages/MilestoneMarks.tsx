import { printWhen } from '#web/kit/When.tsx'
import { useLocale, useWords } from '#web/locale.tsx'
import { type Milestone, slipWords } from './project-words.ts'
import type { TimeScale } from './time-scale.ts'

/** The milestones of one project on the scale: solid once met, hollow while expected; a tail leads back to the baseline. */
export function MilestoneMarks({ milestones, scale }: { milestones: readonly Milestone[]; scale: TimeScale }) {
  const t = useWords()
  const { locale } = useLocale()
  const told = milestones.map((one) => {
    const day = one.met ?? one.expected ?? one.baseline
    const told =
      one.slip.current === null ? '' : t({ zh: '，{slip}', en: ', {slip}' }, { slip: t(slipWords(one.slip.current)) })
    return { ...one, day, words: `${one.title} ${day ? printWhen(day, locale) : '—'}${told}` }
  })
  return (
    <span role="img" aria-label={told.map(({ words }) => words).join('; ')}>
      {told.map(({ milestone, day, baseline, met, slip, words }) => {
        if (!day) return null
        const late = (slip.current ?? 0) > 14 ? 'much' : (slip.current ?? 0) > 0 ? 'some' : undefined
        const [a, b] = [scale.at(baseline ?? day), scale.at(day)]
        return (
          <span key={milestone} data-late={late} title={words}>
            {baseline && baseline !== day && (
              <>
                <i className="gantt-was" style={{ left: `${a}%` }} />
                <i className="gantt-tail" style={{ left: `${Math.min(a, b)}%`, width: `${Math.abs(b - a)}%` }} />
              </>
            )}
            <i className="gantt-mark" data-met={met !== null || undefined} style={{ left: `${b}%` }} />
          </span>
        )
      })}
    </span>
  )
}

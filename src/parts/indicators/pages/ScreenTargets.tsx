import { PaceBar } from '#web/kit/PaceBar.tsx'
import { endOf } from '#web/kit/pace-scale.ts'
import { Quantity } from '#web/kit/Quantity.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { PaceTarget } from '../shapes.ts'
import { outlookShares, signedGap, stateOf, statusWords } from './pace-words.ts'

/** Targets for six metres: name, amounts, the bar with its two marks, state and gap. Eight at most fit the wall. */
export function ScreenTargets({ targets }: { targets: readonly PaceTarget[] }) {
  const t = useWords()
  const shown = targets.slice(0, 8)
  const paces = shown.map((target) => ({
    completion: target.completion,
    calendar: target.calendar,
    seasonal: target.seasonal,
    outlook: outlookShares(target),
  }))
  const end = Math.max(100, ...paces.map(endOf))
  return (
    <>
      <ul className="screen-targets">
        {shown.map((target, index) => (
          <li key={target.indicator}>
            <div>
              <strong>{t(target.name)}</strong>
              <span>
                <Quantity value={target.actual} unit={target.unit} /> /{' '}
                <Quantity value={target.target} unit={target.unit} />
              </span>
            </div>
            <PaceBar name={t(target.name)} state={stateOf[target.status]} end={end} quiet {...paces[index]!} />
            <StateMark state={stateOf[target.status]} words={statusWords[target.status]} />
            <b>{signedGap(target.gap)}</b>
          </li>
        ))}
      </ul>
      <p className="screen-key">
        <T
          zh="实心为已完成，空心为预计期末；上标为时序，下标为季节，竖线为目标；右侧为与时序相差的百分点"
          en="Solid is done, hollow the outlook; upper mark the calendar, lower mark the season, line the target; right: points from the calendar"
        />
      </p>
    </>
  )
}

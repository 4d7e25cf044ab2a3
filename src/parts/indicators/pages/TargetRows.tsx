import type { ReactNode } from 'react'
import { Figure } from '#web/kit/Figure.tsx'
import { type PaceRow, PaceRows } from '#web/kit/PaceRows.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { type Locale, T, useLocale, useWords } from '#web/locale.tsx'
import type { PaceTarget } from '../shapes.ts'
import { figureAddress, lineageAddress } from './addresses.ts'
import { outlookShares, signedGap, stateOf } from './pace-words.ts'
import { periodWords, yearToDate } from './which.ts'
import './target-rows.css'

/** Targets under each other on one scale, in the order given (the server's: most behind first). */
export function TargetRows({ targets }: { targets: readonly PaceTarget[] }) {
  const t = useWords()
  const { locale } = useLocale()
  const rows = targets.map((target): PaceRow => {
    const { indicator, name, completion, calendar, seasonal, status } = target
    return {
      key: `${indicator} ${target.period}`,
      name: withPeriod(t(name), target.period, locale),
      to: figureAddress(indicator),
      amounts: <Amounts target={target} />,
      ...{ completion, calendar, seasonal, outlook: outlookShares(target), state: stateOf[status] },
      gap: <Standing target={target} />,
      note: <Note target={target} />,
    }
  })
  return <PaceRows rows={rows} />
}

/** 160 / 500亿元: the unit is said once. */
function Amounts({ target }: { target: PaceTarget }) {
  const { indicator, actual, unit, period, through } = target
  // A year that runs is asked for to the last day of its records, so that the door opens on the number shown.
  const covered = through && period === through.slice(0, 4) ? yearToDate(through) : period
  return (
    <>
      <Figure
        value={actual}
        unit={unit}
        to={actual === null ? undefined : lineageAddress(indicator, { period: covered })}
      />
      {' / '}
      <Quantity value={target.target} unit={unit} />
    </>
  )
}

/** A target of a part of the year says which part. */
function withPeriod(name: string, period: string, locale: Locale): string {
  if (/^\d{4}$/.test(period)) return name
  return `${name} · ${periodWords(period, locale)}`
}

function Standing({ target }: { target: PaceTarget }) {
  if (!target.begun) return <T zh="尚未开始" en="not begun" />
  return target.gap === null ? <T zh="尚无数据" en="no figure yet" /> : <Gaps target={target} />
}

/** 时序 −17.6 季节 −17.2: the pair that says whether a target is late, or only late in its season. */
function Gaps({ target: { gap, seasonalGap } }: { target: PaceTarget }) {
  return (
    <span className="target-gaps">
      <span>
        <T zh="时序" en="calendar" /> <b>{signedGap(gap)}</b>
      </span>
      <span>
        <T zh="季节" en="season" /> <b>{signedGap(seasonalGap)}</b>
      </span>
    </span>
  )
}

function Note({ target }: { target: PaceTarget }): ReactNode {
  const { runRateNeeded, runRateSoFar, unit } = target
  return (
    <>
      {runRateNeeded && (
        <span>
          <T zh="今后月均需 " en="needs " />
          <Quantity value={runRateNeeded.perMonth} unit={unit} />
          <T zh="" en=" a month" />
          {runRateSoFar && (
            <>
              <T zh="，至今 " en=", so far " />
              <Quantity value={runRateSoFar.perMonth} unit={unit} />
            </>
          )}
        </span>
      )}
    </>
  )
}

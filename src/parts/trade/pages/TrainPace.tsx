import { Decimal } from 'decimal.js'
import { Link } from 'react-router'
import { printDecimal } from '#kernel/decimal.ts'
import { useEndpoint } from '#web/client.ts'
import { PaceBar } from '#web/kit/PaceBar.tsx'
import { Part } from '#web/kit/Page.tsx'
import { type State, StateMark } from '#web/kit/StateMark.tsx'
import { T, useWords } from '#web/locale.tsx'
import { trainPaceShape } from '../trains/balance-shapes.ts'

const states = { met: 'ahead', ahead: 'ahead', on: 'on', behind: 'behind', unknown: 'none' } satisfies Record<
  string,
  State
>

const metWords = { zh: '已完成', en: 'Met' }

/** The year's target of trains: done, where the calendar and the season stand, and what each week still has to bring. */
export function TrainPace({ year }: { year: number }) {
  const t = useWords()
  const { data } = useEndpoint(trainPaceShape, { query: { year } }, { placeholderData: (before) => before })
  const pace = data?.targets.find(({ indicator }) => indicator === 'trains.count')
  if (!pace || pace.actual === null) return null
  const { target, actual, completion, calendar, seasonal, outlook, status, runRateNeeded, runRateSoFar } = pace
  const left = Decimal.max(0, new Decimal(target).minus(actual)).toFixed()
  const weekly = (rate: { perDay: string } | null) => (rate ? printDecimal(new Decimal(rate.perDay).times(7), 1) : '—')
  const percentOf = (value: string) => new Decimal(value).div(target).times(100).toFixed(1)
  return (
    <Part
      title={t({ zh: '全年 {target} 列', en: '{target} trains in the year' }, { target })}
      note={
        left === '0' ? (
          <T zh="已完成 {actual} 列" en="{actual} have run: the target is met" actual={actual} />
        ) : (
          <T
            zh="已开 {actual} 列，还要 {left} 列：今后每周 {needed} 列，至今每周 {sofar} 列"
            en="{actual} have run, {left} to go: {needed} a week from now on, {sofar} a week so far"
            actual={actual}
            left={left}
            needed={weekly(runRateNeeded)}
            sofar={weekly(runRateSoFar)}
          />
        )
      }
      deeds={
        <>
          <StateMark state={states[status]} {...(status === 'met' ? { words: metWords } : {})} />
          <Link to={`/targets?year=${year}`}>
            <T zh="全部目标" en="All targets" />
          </Link>
        </>
      }
    >
      <PaceBar
        name={t({ zh: '班列全年目标', en: 'Target of trains' })}
        state={states[status]}
        completion={completion}
        calendar={calendar}
        seasonal={seasonal}
        outlook={
          outlook && { value: percentOf(outlook.value), low: percentOf(outlook.low), high: percentOf(outlook.high) }
        }
      />
    </Part>
  )
}

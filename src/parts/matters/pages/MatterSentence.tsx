import { printWhen } from '#web/kit/When.tsx'
import { useLocale, useWords } from '#web/locale.tsx'
import type { MatterShown } from '../desk/matter-shapes.ts'
import { stageWords, stateWords } from '../engine/states.ts'
import { remainingSaid, spanSaid } from './remaining.ts'

/** 处置中，在城市管理局手上，6月29日 18:00 前办完，剩 3 小时；when it has ended: how long it took, and where it was late. */
export function MatterSentence({ matter }: { matter: MatterShown }) {
  return matter.row.closedAt ? <Ended matter={matter} /> : <UnderWay matter={matter} />
}

function UnderWay({ matter: { row, now, suspendedUntil } }: { matter: MatterShown }) {
  const t = useWords()
  const { locale } = useLocale()
  const { state, liesWith, dueAt } = row
  const stands = t(
    { zh: '{state}，在{unit}手上', en: '{state}; it lies with {unit}' },
    { state: t(stateWords[state]), unit: t(liesWith.name) },
  )
  if (suspendedUntil)
    return (
      <>{`${stands}${t({ zh: '，停表至{day}。', en: ', its clock stopped until {day}.' }, { day: printWhen(suspendedUntil, locale) })}`}</>
    )
  if (!dueAt) return <>{`${stands}${t({ zh: '，不计时。', en: ', without a clock.' })}`}</>
  const details = {
    due: printWhen(dueAt, locale, { short: true, time: true }),
    left: remainingSaid(Date.parse(dueAt) - Date.parse(now), locale),
  }
  return <>{`${stands}${t({ zh: '，{due} 前办完这一步，{left}。', en: ', to be done by {due}: {left}.' }, details)}`}</>
}

function Ended({ matter: { row, passages } }: { matter: MatterShown }) {
  const t = useWords()
  const { locale } = useLocale()
  const took = Date.parse(row.closedAt!) - Date.parse(row.openedAt)
  const [worst] = passages.filter(({ lateMs }) => lateMs > 0).toSorted((a, b) => b.lateMs - a.lateMs)
  const said = t(
    { zh: '{state}，从上报到办结用了 {took}', en: '{state}; it took {took} from the report to its end' },
    { state: t(stateWords[row.state]), took: spanSaid(took, locale) },
  )
  const late = worst
    ? t(
        {
          zh: '；最迟的一步是{unit}的{stage}，超 {late}。',
          en: '; the latest step was {stage} by {unit}, {late} over.',
        },
        { unit: t(worst.unit.name), stage: t(stageWords[worst.stage]), late: spanSaid(worst.lateMs, locale) },
      )
    : t({ zh: '，每一步都在时限内。', en: ', every step within its limit.' })
  return <>{said + late}</>
}

import { Decimal } from 'decimal.js'
import { Link } from 'react-router'
import { printDecimal } from '#kernel/decimal.ts'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import { dayWords, directionWords, lateWords, scopeWords, trainPath } from './board-words.ts'
import type { Train } from './TrainPage.tsx'

/** 6月28日从郑州开往华沙，经霍尔果斯，正点；45 箱 90 TEU，货重 605.0 吨，货值 495.7 万美元。 */
export function TrainSentence({ train }: { train: Train }) {
  const t = useWords()
  const { locale } = useLocale()
  const { number, day, direction, scope, way, route, borderPort, plan } = train
  const whole = { year: true } as const
  const said = {
    day: dayWords(day, locale, whole),
    way: way
      ? t({ zh: '从{from}开往{to}', en: 'from {from} to {to}' }, { from: t(way.from), to: t(way.to) })
      : t(route ?? directionWords[direction]),
    port: borderPort ? t({ zh: '，经{port}', en: ' by {port}' }, { port: t(borderPort) }) : '',
    scope: scope === 'asia' ? t({ zh: '（{scope}班列）', en: ' ({scope})' }, { scope: t(scopeWords.asia) }) : '',
  }
  if (!train.train)
    return (
      <>
        {t({ zh: '计划{day}{way}{port}{scope}', en: 'Planned on {day} {way}{port}{scope}' }, said)}
        {plan && t(outcomeWords(plan.outcome))}
        {plan?.ranOn && (
          <Link to={trainPath({ number, day: plan.ranOn })}>
            <T zh="看这一列" en="see the train" />
          </Link>
        )}
      </>
    )
  return (
    <>
      {t({ zh: '{day}{way}{port}{scope}', en: 'Left on {day} {way}{port}{scope}' }, said)}
      {t(punctualWords(plan, day))}
      {t({ zh: '；', en: '; ' })}
      {t(cargoWords(train.train))}
    </>
  )
}

function outcomeWords(outcome: string): Words {
  if (outcome === 'cancelled') return { zh: '，已停运。', en: ', cancelled.' }
  if (outcome === 'planned') return { zh: '，待开。', en: ', still to run.' }
  return { zh: '，已开行：', en: ', it ran: ' }
}

function punctualWords(plan: Train['plan'], day: string): Words {
  if (!plan) return { zh: '，没有对应的计划', en: ', without a plan' }
  const late = Math.round((Date.parse(day) - Date.parse(plan.plannedOn)) / 86_400_000)
  if (late <= 0) return { zh: '，正点发车', en: ', on its day' }
  const words = lateWords(late)
  return { zh: `，${words.zh}`, en: `, ${words.en}` }
}

function cargoWords({ containers, teu, weight, value }: NonNullable<Train['train']>): Words {
  const tonnes = printDecimal(new Decimal(weight), 1)
  const worth = new Decimal(value).div(10_000)
  const million = printDecimal(worth.div(100), 2)
  const boxes = {
    zh: containers === null ? '' : `${containers} 箱${teu === null ? '' : ` ${teu} TEU`}，`,
    en: containers === null ? '' : `${containers} boxes${teu === null ? '' : `, ${teu} TEU`}, `,
  }
  return {
    zh: `${boxes.zh}货重 ${tonnes} 吨，货值 ${printDecimal(worth, 1)} 万美元。`,
    en: `${boxes.en}${tonnes} t of cargo worth USD ${million} million.`,
  }
}

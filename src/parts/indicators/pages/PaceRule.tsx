import { T, useWords, type Words } from '#web/locale.tsx'
import type { PaceAnswer } from '../shapes.ts'

/** The rule of the status in words, and what the two yardsticks and the outlook are. */
export function PaceRule({ pace: { rule, targets } }: { pace: PaceAnswer }) {
  const t = useWords()
  const history = Math.max(0, ...targets.map(({ historyMonths }) => historyMonths))
  return (
    <dl className="pace-rule">
      {terms.map(([name, words]) => (
        <div key={name.en}>
          <dt>{t(name)}</dt>
          <dd>{t(words, { history })}</dd>
        </div>
      ))}
      <div>
        <dt>
          <T zh="判定" en="Status" />
        </dt>
        <dd>{t(rule)}</dd>
      </div>
    </dl>
  )
}

const terms: readonly [Words, Words][] = [
  [
    { zh: '时序', en: 'Calendar' },
    {
      zh: '到数据截至那天为止，时期已过去的天数占全部天数的百分比。这是官方的比法。',
      en: 'The share of the days of the period that had passed on the last day of the data. This is the official yardstick.',
    },
  ],
  [
    { zh: '季节', en: 'Season' },
    {
      zh: '往年到同一天时已完成全年的百分比，春节所在月份已对齐；用到 {history} 个月的历史。',
      en: 'The share of the whole year that earlier years had reached by this day, Spring Festival aligned; {history} months of history are used.',
    },
  ],
  [
    { zh: '预测', en: 'Outlook' },
    {
      zh: '期末可能的数值和 80% 区间：季节占比、Theta 与 MSTL 三种方法合成，区间按本区过去的误差校准。完整历史不足三年的不预测。',
      en: 'The likely value at the end and its 80% range: seasonal share, Theta and MSTL together, the range calibrated on past errors of the zone itself. Under three full years of history there is none.',
    },
  ],
]

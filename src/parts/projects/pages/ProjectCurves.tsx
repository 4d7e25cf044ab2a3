import { Part } from '#web/kit/Page.tsx'
import { useWords } from '#web/locale.tsx'
import { Curves } from './Curves.tsx'
import type { ProjectTold } from './ProjectPage.tsx'
import { inYi, oneDecimal } from './project-words.ts'

/** Work and money from the beginning to each month, side by side on the same months; where they part stands above them. */
export function ProjectCurves({ told: { curve, alarms, lastReport } }: { told: ProjectTold }) {
  const t = useWords()
  const months = curve.map(({ month }) => month)
  const percent = (of: (month: ProjectTold['curve'][number]) => string | null) =>
    curve.map((one) => oneDecimal(of(one)))
  const money = (of: (month: ProjectTold['curve'][number]) => string | null) => curve.map((one) => inYi(of(one)))
  return (
    <Part
      title={t({ zh: '形象进度与资金', en: 'Work and money' })}
      note={
        lastReport
          ? t({ zh: '填报到 {month}', en: 'reported up to {month}' }, { month: lastReport })
          : t({ zh: '还没有月度填报', en: 'no monthly report yet' })
      }
    >
      {alarms.length > 0 && (
        <ul className="curve-alarms">
          {alarms.map((words) => (
            <li key={words.en}>
              <span aria-hidden>▲</span> {t(words)}
            </li>
          ))}
        </ul>
      )}
      <div className="two-curves">
        <Curves
          title={{ zh: '形象进度', en: 'Work done' }}
          unit={{ zh: '累计，%', en: 'cumulative, %' }}
          top={100}
          months={months}
          lines={[
            {
              key: 'planned',
              words: { zh: '计划', en: 'planned' },
              values: percent((one) => one.baselinePercent ?? one.plannedPercent),
            },
            { key: 'actual', words: { zh: '完成', en: 'done' }, values: percent((one) => one.actualPercent) },
          ]}
        />
        <Curves
          title={{ zh: '资金', en: 'Money' }}
          unit={{ zh: '累计，亿元', en: 'cumulative, CNY 100 million' }}
          months={months}
          lines={[
            { key: 'planned', words: { zh: '计划', en: 'planned' }, values: money((one) => one.plannedMoney) },
            { key: 'actual', words: { zh: '完成', en: 'done' }, values: money((one) => one.investedMoney) },
            { key: 'paid', words: { zh: '支付', en: 'paid' }, values: money((one) => one.paidMoney) },
            { key: 'entered', words: { zh: '入库', en: 'in statistics' }, values: money((one) => one.enteredMoney) },
          ]}
        />
      </div>
    </Part>
  )
}

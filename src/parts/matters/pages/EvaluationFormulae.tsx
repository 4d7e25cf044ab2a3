import { useWords } from '#web/locale.tsx'
import { measures } from '../evaluation/measures.ts'
import { type RateName, rateRow } from '../evaluation/rates.ts'
import { type Bands, grades, type SubjectName, subjectRow } from '../evaluation/subjects.ts'

/** The composite of a subject as it is computed: weights, what divides what, steps and grades, printed from the rule itself. */
export function EvaluationFormulae({ subject }: { subject: SubjectName }) {
  const t = useWords()
  return (
    <div className="evaluation-formulae">
      <table>
        <caption className="for-readers">{t({ zh: '计分办法', en: 'How the score is made' })}</caption>
        <thead>
          <tr>
            <th scope="col">{t({ zh: '项目', en: 'Part' })}</th>
            <th scope="col">{t({ zh: '权重', en: 'Weight' })}</th>
            <th scope="col">{t({ zh: '得分', en: 'Score' })}</th>
          </tr>
        </thead>
        <tbody>
          {subjectRow(subject).parts.map((part) => (
            <tr key={'rate' in part ? part.rate : part.bands.count}>
              <th scope="row">{t('rate' in part ? rateRow(part.rate).words : part.bands.words)}</th>
              <td>{part.weight}%</td>
              <td>{'rate' in part ? <Formula rate={part.rate} /> : <Steps bands={part.bands} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {t({
          zh: '到期或办出的月份算一次，以先到者为准；是否超期看责任单位交回处置结果的时刻；挂账中的不算到期，申诉成立的不算超期（事实保留）；没有基数的项目不计，权重按比例分给其余各项。',
          en: 'Work counts once, in the month in which it fell due or was done, whichever came first; lateness is judged when the unit hands back; what is suspended is not due, what is excused on appeal is not late (the fact stays); a part without a base is left out and its weight goes to the others.',
        })}
      </p>
      <p>
        {grades
          .map(({ grade, from }) => t({ zh: `${grade} 级：${from} 分起`, en: `grade ${grade}: from ${from}` }))
          .join(t({ zh: '；', en: '; ' }))}
      </p>
    </div>
  )
}

function Formula({ rate }: { rate: RateName }) {
  const t = useWords()
  const { of, among, lessIsBetter, note } = rateRow(rate)
  const ratio = `${t(measures[of].words)} ÷ ${t(measures[among].words)}`
  return (
    <>
      <span className="evaluation-formula">{lessIsBetter ? `(1 − ${ratio}) × 100` : `${ratio} × 100`}</span>
      {note && <small>{t(note)}</small>}
    </>
  )
}

function Steps({ bands }: { bands: Bands }) {
  const t = useWords()
  return (
    <span className="evaluation-formula">
      {bands.steps
        .map(({ upTo, score }) =>
          upTo === null
            ? t({ zh: `更多 → ${score}`, en: `more → ${score}` })
            : t({ zh: `至 ${upTo} → ${score}`, en: `to ${upTo} → ${score}` }),
        )
        .join(t({ zh: '；', en: '; ' }))}
    </span>
  )
}

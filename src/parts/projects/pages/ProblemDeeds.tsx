import { Button, Input } from 'antd'
import { useState } from 'react'
import { type Reply, useSend } from '#web/client.ts'
import { DayInput } from '#web/kit/DayInput.tsx'
import { Part } from '#web/kit/Page.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { T, useWords } from '#web/locale.tsx'
import { moveShape, type problemShape } from '../problems/shapes.ts'
import { deedWords, type ProblemDeed } from '../problems/states.ts'
import { PeopleField } from './PeopleField.tsx'
import { deedForms } from './problem-words.ts'

type Detail = Reply<typeof problemShape>

/** The deeds that are open to this person now, one form at a time; the first one stands open. */
export function ProblemDeeds({ problem }: { problem: Detail }) {
  const t = useWords()
  const [chosen, choose] = useState<ProblemDeed | null>(null)
  const { deeds } = problem
  const deed = chosen !== null && deeds.includes(chosen) ? chosen : deeds[0]
  if (!deed) return null
  return (
    <Part title={<T zh="办理" en="Deal with it" />}>
      {deeds.length > 1 && (
        <fieldset className="people-choices" aria-label={t({ zh: '可以做的事', en: 'What can be done' })}>
          {deeds.map((one) => (
            <button key={one} type="button" aria-pressed={one === deed} onClick={() => choose(one)}>
              {t(deedForms[one]?.button ?? deedWords[one])}
            </button>
          ))}
        </fieldset>
      )}
      <DeedForm key={`${deed} ${problem.version}`} deed={deed} problem={problem} />
    </Part>
  )
}

function DeedForm({ deed, problem }: { deed: ProblemDeed; problem: Detail }) {
  const t = useWords()
  const say = useSay()
  const [words, setWords] = useState('')
  const [unit, setUnit] = useState('')
  const [dueOn, setDueOn] = useState(problem.usualDue)
  const move = useSend(moveShape, { onDone: () => say(t({ zh: '已办理', en: 'Done' })) })
  const form = deedForms[deed]
  const sends = deed === 'dispatch'
  const ready = sends ? unit !== '' : words.trim().length >= 2
  return (
    <form
      className="people-form"
      onSubmit={(event) => {
        event.preventDefault()
        const where = sends ? { unit, dueOn } : {}
        move.mutate({ params: { number: problem.number }, body: { deed, seen: problem.version, words, ...where } })
      }}
    >
      {sends && (
        <div className="people-pair">
          <PeopleField label={t({ zh: '交给哪个单位', en: 'To which department' })}>
            {(id) => (
              <select id={id} className="plain-field" value={unit} onChange={({ target }) => setUnit(target.value)}>
                <option value="">{t({ zh: '选择单位', en: 'Choose a department' })}</option>
                {problem.units.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {t(name)}
                  </option>
                ))}
              </select>
            )}
          </PeopleField>
          <PeopleField label={t({ zh: '答复期限', en: 'Answer by' })}>
            {(id) => (
              <DayInput
                id={id}
                value={dueOn}
                min={problem.today}
                onChange={({ target }) => target.value && setDueOn(target.value)}
              />
            )}
          </PeopleField>
        </div>
      )}
      {form && (
        <PeopleField label={t(form.label)} hint={form.hint && t(form.hint)}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={3}
              maxLength={2000}
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          )}
        </PeopleField>
      )}
      <ProblemLine problem={move.error} />
      <Button type="primary" htmlType="submit" autoInsertSpace={false} loading={move.isPending} disabled={!ready}>
        {t(form?.button ?? deedWords[deed])}
      </Button>
    </form>
  )
}

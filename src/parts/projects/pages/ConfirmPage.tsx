import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { type Reply, useEndpoint, useSend } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { LanguageSwitch } from '#web/shell/LanguageSwitch.tsx'
import { Mark } from '#web/shell/Mark.tsx'
import { answerShape, linkedShape } from '../problems/shapes.ts'
import { deedWords } from '../problems/states.ts'
import { PeopleField } from './PeopleField.tsx'
import './confirm.css'
import './people.css'

type Linked = Reply<typeof linkedShape>

/** What an enterprise sees through its link: its problem, the reply, and one question. */
export default function ConfirmPage() {
  const t = useWords()
  const { token = '' } = useParams()
  const problem = useEndpoint(linkedShape, { params: { token } }, { retry: false })
  const { data } = problem
  const title = t({ zh: '问题解决了吗？', en: 'Is it solved?' })
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="confirm">
      <header>
        <span>
          <Mark size={22} /> {data && t(data.zone)}
        </span>
        <LanguageSwitch />
      </header>
      <main>
        {problem.error && (
          <>
            <h1>{title}</h1>
            <ErrorState problem={problem.error} />
          </>
        )}
        {!data && !problem.error && <Loading lines={8} />}
        {data && (
          <>
            <h1>{data.deeds.includes('confirm') ? title : <StateWords problem={data} />}</h1>
            <p className="confirm-about" lang="zh-CN">
              {data.number} · {data.project}
            </p>
            <h2 lang="zh-CN">{data.title}</h2>
            <Course steps={data.steps} />
            <Answer key={data.version} token={token} problem={data} />
          </>
        )}
      </main>
    </div>
  )
}

function StateWords({ problem: { state } }: { problem: Linked }) {
  if (state === 'solved') return <T zh="您已确认解决，谢谢" en="You have confirmed it; thank you" />
  if (state === 'withdrawn') return <T zh="这个问题已撤销" en="This has been withdrawn" />
  return <T zh="已退回部门重新办理" en="It is with the department again" />
}

function Course({ steps }: { steps: Linked['steps'] }) {
  const t = useWords()
  return (
    <ol className="people-course">
      {steps.map(({ ordinal, on, deed, who, dueOn, words }) => (
        <li key={ordinal} data-deed={deed}>
          <p>
            <b>{deed === 'dispatch' ? `${t(deedWords[deed])} → ${t(who)}` : `${t(who)} ${t(deedWords[deed])}`}</b>
            {dueOn && (
              <small>
                <T zh="答复期限" en="answer by" /> <When at={dueOn} short />
              </small>
            )}
          </p>
          {words && (
            <p className="people-words" lang="zh-CN">
              {words}
            </p>
          )}
          <small>
            <When at={on} />
          </small>
        </li>
      ))}
    </ol>
  )
}

function Answer({ token, problem }: { token: string; problem: Linked }) {
  const t = useWords()
  const [name, setName] = useState('')
  const [words, setWords] = useState('')
  const answer = useSend(answerShape)
  const may = (deed: Linked['deeds'][number]) => problem.deeds.includes(deed)
  const tell = (solved: boolean) =>
    answer.mutate({ params: { token }, body: { seen: problem.version, solved, words, name } })
  if (problem.deeds.length === 0) return null
  const named = name.trim().length >= 2
  return (
    <section className="confirm-answer">
      {may('reopen') && (
        <p>
          <T
            zh="如果问题又出现了，可以在这里退回部门重办。"
            en="Should it come back, you can send it to the department again here."
          />
        </p>
      )}
      <PeopleField label={t({ zh: '您的姓名和职务', en: 'Your name and post' })}>
        {(id) => (
          <Input id={id} size="large" value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />
        )}
      </PeopleField>
      <PeopleField
        label={t({ zh: '想说明的情况（没有解决时必填）', en: 'What you want to say (needed when it is not solved)' })}
      >
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            value={words}
            maxLength={2000}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
      </PeopleField>
      <ProblemLine problem={answer.error} />
      <div className="confirm-buttons">
        {may('confirm') && (
          <Button
            type="primary"
            size="large"
            autoInsertSpace={false}
            disabled={!named}
            loading={answer.isPending}
            onClick={() => tell(true)}
          >
            {t({ zh: '已经解决', en: 'It is solved' })}
          </Button>
        )}
        {(may('refuse') || may('reopen')) && (
          <Button
            size="large"
            autoInsertSpace={false}
            disabled={!named || words.trim().length < 2}
            loading={answer.isPending}
            onClick={() => tell(false)}
          >
            {t({ zh: '没有解决，退回重办', en: 'Not solved: send it back' })}
          </Button>
        )}
      </div>
    </section>
  )
}

import { Link, useParams } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { problemShape } from '../problems/shapes.ts'
import { deedWords, kindWords, sourceWords } from '../problems/states.ts'
import { ConfirmLink } from './ConfirmLink.tsx'
import { ProblemDeeds } from './ProblemDeeds.tsx'
import { problemMark } from './problem-words.ts'
import './people.css'

type Detail = Reply<typeof problemShape>

/** One problem: with whom it lies, what was done, and what may be done next. */
export default function ProblemPage() {
  const t = useWords()
  const { number = '' } = useParams()
  const problem = useEndpoint(problemShape, { params: { number } })
  const { data } = problem
  return (
    <Page
      title={t({ zh: '问题 {number}', en: 'Problem {number}' }, { number })}
      trail={[
        { title: t({ zh: '重大项目', en: 'Projects' }), to: '/projects' },
        { title: t({ zh: '问题清单', en: 'Problems' }), to: '/projects/problems' },
      ]}
      sentence={data && <Sentence problem={data} />}
      help="clerk/problems"
    >
      {problem.error && <ErrorState problem={problem.error} onRetry={() => problem.refetch()} />}
      {!data && !problem.error && <Loading lines={10} />}
      {data && (
        <div className="people">
          <About problem={data} />
          <ProblemDeeds problem={data} />
          {(data.mayLink || data.link) && <ConfirmLink problem={data} />}
          {data.party && data.state === 'replied' && <PartyNote />}
          <Course steps={data.steps} />
        </div>
      )}
    </Page>
  )
}

function Sentence({ problem: { state, overdue, unit, dueOn, reopened } }: { problem: Detail }) {
  const t = useWords()
  const again =
    reopened > 0 ? t({ zh: '，企业退回过 {n} 次', en: '; the enterprise sent it back {n} times' }, { n: reopened }) : ''
  const named = { unit: unit ? t(unit.name) : '', due: dueOn ?? '', again }
  if (state === 'raised')
    return <T zh="等待交办给一个部门{again}。" en="It waits to be dispatched to a department{again}." {...named} />
  if (state === 'dispatched' && overdue)
    return (
      <T zh="{unit}应在 {due} 前答复，已经超期{again}。" en="{unit} should have answered by {due}{again}." {...named} />
    )
  if (state === 'dispatched')
    return (
      <T zh="{unit}办理中，{due} 前答复{again}。" en="It lies with {unit}, which answers by {due}{again}." {...named} />
    )
  if (state === 'replied')
    return (
      <T
        zh="{unit}已答复，等企业确认{again}。"
        en="{unit} has replied; the enterprise has the last word{again}."
        {...named}
      />
    )
  if (state === 'solved')
    return <T zh="企业已确认解决{again}。" en="The enterprise has confirmed that it is solved{again}." {...named} />
  return <T zh="已撤销，不计入已解决。" en="Withdrawn; it does not count as solved." />
}

function About({ problem }: { problem: Detail }) {
  const t = useWords()
  const mark = problemMark(problem)
  return (
    <section className="problem-about">
      <h2 lang="zh-CN">{problem.title}</h2>
      <p lang="zh-CN" className="people-words">
        {problem.description}
      </p>
      <dl className="people-facts">
        <Fact label={t({ zh: '状态', en: 'State' })}>
          <StateMark state={mark.state} words={mark.words} />
        </Fact>
        <Fact label={t({ zh: '项目', en: 'Project' })}>
          <Link to={`/projects/${problem.project.code}`} lang="zh-CN">
            {problem.project.name}
          </Link>
        </Fact>
        <Fact label={t({ zh: '类别', en: 'Kind' })}>{t(kindWords[problem.kind])}</Fact>
        <Fact label={t({ zh: '来源', en: 'From' })}>{t(sourceWords[problem.source])}</Fact>
        <Fact label={t({ zh: '提出', en: 'Raised' })}>
          <When at={problem.raisedOn} /> <span lang="zh-CN">{problem.raisedBy}</span>
        </Fact>
        {problem.escalated && (
          <Fact label={t({ zh: '督办', en: 'Matter' })}>
            <Link to={`/matters?q=${problem.number}`}>
              <T zh="已转为督办事项" en="Became a matter" />
            </Link>
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function PartyNote() {
  return (
    <p className="people-note">
      <T
        zh="本部门办理的问题由企业确认是否解决，本部门不能自行了结，也拿不到确认链接。"
        en="What your department dealt with is confirmed by the enterprise: your department can neither settle it nor get the link."
      />
    </p>
  )
}

function Course({ steps }: { steps: Detail['steps'] }) {
  const t = useWords()
  return (
    <Part title={<T zh="经过" en="Course" />}>
      <ol className="people-course">
        {steps.toReversed().map(({ ordinal, at, deed, by, unit, dueOn, words }) => (
          <li key={ordinal} data-deed={deed}>
            <p>
              <b>{t(deedWords[deed])}</b>
              {unit && (
                <>
                  {' → '}
                  {t(unit.name)}
                </>
              )}
              {dueOn && (
                <small>
                  <T zh="期限" en="due" /> <When at={dueOn} short />
                </small>
              )}
            </p>
            {words && (
              <p className="people-words" lang="zh-CN">
                {words}
              </p>
            )}
            <small>
              <When at={at} time /> · <span lang="zh-CN">{by}</span>
            </small>
          </li>
        ))}
      </ol>
    </Part>
  )
}

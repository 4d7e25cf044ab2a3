import { Link } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { states } from '#web/kit/StateMark.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { rulesShape } from '../sight/rules-shapes.ts'
import { JudgedMark, LightMark } from './Lights.tsx'
import { ProjectDoors } from './ProjectDoors.tsx'
import { confidenceMeaning, lightStates, lightWords, projectPath } from './project-words.ts'
import { handling, linesOf } from './rule-words.ts'
import './rules.css'

type Rules = Reply<typeof rulesShape>
type Tried = Rules['rules'][number]

/** How lights are computed: each version with its limits, and what another version would change; how a person judges. */
export default function LightRulesPage() {
  const t = useWords()
  const { data, error, refetch } = useEndpoint(rulesShape)
  return (
    <Page
      title={t({ zh: '亮灯规则', en: 'Light rules' })}
      sentence={data && <RulesSentence rules={data} />}
      deeds={<ProjectDoors here="rules" />}
      help="leader/light-rules"
    >
      {error && <ErrorState problem={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading lines={12} />}
      {data?.rules.map((tried) => (
        <RulePart key={tried.rule.version} tried={tried} inForce={tried.rule.version === data.inForce} />
      ))}
      {data && <JudgementPart />}
    </Page>
  )
}

function RulesSentence({ rules: { rules, inForce } }: { rules: Rules }) {
  const t = useWords()
  const now = rules.find(({ rule }) => rule.version === inForce)
  const other = rules.find(({ rule }) => rule.version !== inForce)
  if (!now) return <T zh="还没有起用的规则，所有项目都不评灯。" en="No rule is in force, so no project has a light." />
  return (
    <>
      <T
        zh="现行的是“{title}”：绿灯 {green} 个、黄灯 {yellow} 个、红灯 {red} 个"
        en="In force is {title}: {green} green, {yellow} yellow, {red} red"
        {...{ title: t(now.rule.title), green: now.lights.green, yellow: now.lights.yellow, red: now.lights.red }}
      />
      {other && (
        <T
          zh="；换成“{title}”，有 {count} 个项目会变灯"
          en="; by {title}, {count} projects would change colour"
          {...{ title: t(other.rule.title), count: other.changed.length }}
        />
      )}
      <T zh="。" en="." />
    </>
  )
}

function RulePart({ tried: { rule, changed }, inForce }: { tried: Tried; inForce: boolean }) {
  const t = useWords()
  const said = (light: 'green' | 'yellow' | 'red') => `${states[lightStates[light]].mark} ${t(lightWords[light])}`
  return (
    <Part
      title={
        <>
          {t(rule.title)} <small className="rule-version">{rule.version}</small>
        </>
      }
      note={
        inForce && rule.from ? (
          <>
            <T zh="现行，" en="in force since " />
            <When at={rule.from} />
            <T zh="起" en="" />
          </>
        ) : (
          t({ zh: '只用来比较', en: 'kept to compare by' })
        )
      }
    >
      <div className="rule-ground">
        <table className="rule-table">
          <caption className="for-readers">{t(rule.title)}</caption>
          <thead>
            <tr>
              <th scope="col">
                <T zh="看什么" en="Looks at" />
              </th>
              {(['green', 'yellow', 'red'] as const).map((light) => (
                <th key={light} scope="col">
                  <LightMark light={light} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {linesOf(rule).map(({ name, green, yellow, red }) => (
              <tr key={name.en}>
                <th scope="row">{t(name)}</th>
                <td data-said={said('green')}>{t(green)}</td>
                <td data-said={said('yellow')}>{yellow ? t(yellow) : '—'}</td>
                <td data-said={said('red')}>{t(red)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">
                <T zh="怎么办" en="What follows" />
              </th>
              <td data-said={said('green')}>{t(handling.green)}</td>
              <td data-said={said('yellow')}>{t(handling.yellow)}</td>
              <td data-said={said('red')}>{t(handling.red)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p className="rule-note">
        <T
          zh="取四项中最差的；没有数据的一项不计。两条曲线：支付占总投资超过形象进度 {paid} 个百分点、入库超过支付 {entered} 个百分点时提示。"
          en="The worst of the four counts; one without data is left out. The curves ring when payment runs {paid} points of the investment ahead of the work, or statistics {entered} points ahead of payment."
          {...{ paid: rule.alarms.paidBeyondPhysical, entered: rule.alarms.enteredBeyondPaid }}
        />{' '}
        {t(rule.source)}
        {t({ zh: '。', en: '.' })}
      </p>
      {!inForce && changed.length > 0 && <Changed changed={changed} />}
    </Part>
  )
}

function Changed({ changed }: { changed: Tried['changed'] }) {
  const t = useWords()
  return (
    <ul className="rule-changed" aria-label={t({ zh: '会变灯的项目', en: 'Projects that would change colour' })}>
      {changed.map((project) => (
        <li key={project.code}>
          <Link to={projectPath(project)}>{project.name}</Link>
          <span>
            <LightMark light={project.now} /> <span aria-hidden>→</span> <LightMark light={project.other} />
            <span className="for-readers">
              {t(
                { zh: '由{now}变为{other}', en: 'from {now} to {other}' },
                { now: lightWords[project.now], other: lightWords[project.other] },
              )}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function JudgementPart() {
  const t = useWords()
  return (
    <Part
      title={t({ zh: '由人研判', en: 'Judged by a person' })}
      note={t({
        zh: '三级交付信心，由具名的人判断，不是计算',
        en: 'delivery confidence on three levels: a named person judges, nothing is calculated',
      })}
    >
      <dl className="rule-levels">
        {(['green', 'amber', 'red'] as const).map((level) => (
          <div key={level}>
            <dt>
              <JudgedMark judged={level} />
            </dt>
            <dd>{t(confidenceMeaning[level])}</dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}

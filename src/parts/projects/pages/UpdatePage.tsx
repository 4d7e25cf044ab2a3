import { useParams, useSearchParams } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { T, useWords } from '#web/locale.tsx'
import { updateShape } from '../commissioners/update-shapes.ts'
import { monthWords } from './month-words.ts'
import { PeopleField } from './PeopleField.tsx'
import { lightStates, lightWords } from './project-words.ts'
import { UpdateForm } from './UpdateForm.tsx'
import './people.css'

export type Form = Reply<typeof updateShape>

/** The month of one project, told on a phone in two minutes: what was told last stands there already. */
export default function UpdatePage() {
  const t = useWords()
  const { code = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const month = search.get('month') ?? undefined
  const form = useEndpoint(updateShape, { params: { code }, query: { month } })
  const { data } = form
  return (
    <Page
      title={t({ zh: '月度填报', en: 'Monthly update' })}
      trail={[{ title: t({ zh: '我的项目', en: 'My projects' }), to: '/projects/mine' }]}
      sentence={data && <Sentence form={data} />}
      help="clerk/update"
    >
      {form.error && <ErrorState problem={form.error} onRetry={() => form.refetch()} />}
      {!data && !form.error && <Loading lines={10} />}
      {data && (
        <>
          <div className="people-form update-head">
            <p lang="zh-CN">
              <b>{data.name}</b>
            </p>
            <PeopleField label={t({ zh: '月份', en: 'Month' })}>
              {(id) => (
                <select
                  id={id}
                  className="plain-field"
                  value={data.month}
                  onChange={({ target }) => setSearch({ month: target.value }, { replace: true })}
                >
                  {data.months.map((one) => (
                    <option key={one} value={one}>
                      {t(monthWords(one))}
                    </option>
                  ))}
                </select>
              )}
            </PeopleField>
          </div>
          <UpdateForm key={`${code} ${data.month}`} code={code} form={data} />
        </>
      )}
    </Page>
  )
}

function Sentence({ form: { month, percent, light } }: { form: Form }) {
  const t = useWords()
  const mark = <StateMark state={lightStates[light.state]} words={lightWords[light.state]} />
  if (percent.told === null)
    return (
      <>
        <T zh="{month} 还没有填报。" en="{month} is not reported yet." month={t(monthWords(month))} /> {mark}
      </>
    )
  return (
    <>
      <T
        zh="{month} 已填报 {percent}%。"
        en="{month} is reported at {percent}%."
        month={t(monthWords(month))}
        percent={percent.told}
      />{' '}
      {mark} {light.toGreen.length > 0 && t(light.toGreen[0]!)}
    </>
  )
}

import { Link, useParams } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { type SubmissionView, submissionShape } from '../shapes.ts'
import { packageWords, stepWords } from '../state-words.ts'
import { EntrySentence } from './EntrySentence.tsx'
import { EntrySheet } from './EntrySheet.tsx'
import type { Params } from './use-entry.ts'
import '#web/kit/plain-field.css'
import './economy.css'

/** One submission: its figures, what the audit says of them, and what happened to it. */
export default function EntryPage() {
  const t = useWords()
  const { locale } = useLocale()
  const { form = '', unit = '', period = '' } = useParams()
  const params: Params = { form, unit, period }
  const { data: view, error, refetch } = useEndpoint(submissionShape, { params })
  const names = view && [t(view.unit.name), t(view.form.name), view.period[locale]]
  const title = names?.join(locale === 'zh' ? ' ' : ', ') ?? t({ zh: '填报', en: 'Submission' })
  return (
    <Page
      title={title}
      trail={[{ title: t({ zh: '报表', en: 'Forms' }), to: '/forms' }]}
      sentence={view && <EntrySentence view={view} />}
      deeds={view && <Neighbours view={view} params={params} />}
      help="clerk/forms"
    >
      {error && <ErrorState problem={error} onRetry={() => refetch()} />}
      {!error && !view && <Loading lines={10} />}
      {view && <EntrySheet key={`${form} ${unit} ${period}`} view={view} params={params} />}
      {view && view.steps.length > 0 && <Steps view={view} />}
    </Page>
  )
}

function Neighbours({ view, params }: { view: SubmissionView; params: Params }) {
  const t = useWords()
  const to = (period: string) => `/forms/${params.form}/${params.unit}/${encodeURIComponent(period)}`
  return (
    <span className="entry-neighbours">
      {view.before && (
        <Link
          to={to(view.before)}
          aria-label={t({ zh: '前一期 {period}', en: 'Period before, {period}' }, { period: view.before })}
        >
          ← {view.before}
        </Link>
      )}
      {view.after && (
        <Link
          to={to(view.after)}
          aria-label={t({ zh: '后一期 {period}', en: 'Period after, {period}' }, { period: view.after })}
        >
          {view.after} →
        </Link>
      )}
    </span>
  )
}

function Steps({ view }: { view: SubmissionView }) {
  const t = useWords()
  return (
    <Part title={<T zh="经过" en="What happened" />}>
      <ol className="entry-steps">
        {view.steps.map((step) => (
          <li key={`${step.step} ${step.at}`}>
            <strong>{t(stepWords[step.step])}</strong> {step.by || t(packageWords)} · <When at={step.at} />
            {step.words && <q>{step.words}</q>}
          </li>
        ))}
      </ol>
    </Part>
  )
}

import { useParams } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useWords } from '#web/locale.tsx'
import { templateShape } from '../template-shapes.ts'
import { TemplateEditor } from './TemplateEditor.tsx'

/** One template: its text beside what it prints, and its versions. */
export default function TemplatePage() {
  const t = useWords()
  const { code = '' } = useParams()
  const { data, error, refetch } = useEndpoint(templateShape, { params: { code } })
  if (data) return <TemplateEditor key={code} template={data} />
  return (
    <Page
      title={t({ zh: '通报模板', en: 'Template' })}
      trail={[{ title: t({ zh: '通报模板', en: 'Templates' }), to: '/templates' }]}
    >
      {error ? <ErrorState problem={error} onRetry={() => refetch()} /> : <Loading lines={16} />}
    </Page>
  )
}

import { useParams, useSearchParams } from 'react-router'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { type Reply, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { draftOpenShape } from '../sign-off/shapes.ts'
import { DraftChanges } from './DraftChanges.tsx'
import { DraftDeeds } from './DraftDeeds.tsx'
import { DraftEditor } from './DraftEditor.tsx'
import { DraftMargin } from './DraftMargin.tsx'
import { draftSentence, stageStamps, uncheckedIn } from './draft-words.ts'
import { Paper } from './Paper.tsx'
import './bulletins.css'
import './sign-off.css'

export type DraftShown = Reply<typeof draftOpenShape>

/** A bulletin on its way: the sheet with the figures of now, what the check found, who has signed, and the next deed. */
export default function DraftPage() {
  const t = useWords()
  const may = useMay()
  const id = Number(useParams()['id'])
  const { locale } = useLocale()
  const [search] = useSearchParams()
  const asked = search.get('language')
  const language = asked === 'zh' || asked === 'en' ? asked : locale
  const { data, error, refetch } = useEndpoint(draftOpenShape, { params: { id }, query: { language } })
  const trail = [{ title: t({ zh: '通报', en: 'Bulletins' }), to: '/bulletins' }]
  if (!data) {
    return (
      <Page title={t({ zh: '通报草稿', en: 'Draft' })} trail={trail}>
        {error ? <ErrorState problem={error} onRetry={() => refetch()} /> : <Loading lines={16} />}
      </Page>
    )
  }
  const title = t(
    { zh: '{name}草稿，{period}', en: 'Draft: {name}, {period}' },
    { name: t(data.name), period: printPeriod(parsePeriod(data.period), locale) },
  )
  const open = data.stage !== 'issued' && data.stage !== 'dropped'
  if (search.get('edit') !== null && open && may('bulletins/draft')) {
    return <DraftEditor key={data.version} draft={data} title={title} trail={trail} />
  }
  return (
    <Page
      title={title}
      trail={trail}
      sentence={t(draftSentence(data, may), { figures: data.printed.length, unchecked: uncheckedIn(data) })}
      help="clerk/sign-off"
      wide
      deeds={<DraftDeeds draft={data} />}
    >
      <div className="bulletin">
        <Paper
          tree={data.tree}
          printed={data.printed}
          stamp={<T {...stageStamps[data.stage]} version={data.version} />}
        />
        <DraftMargin draft={data} />
      </div>
      <DraftChanges draft={data} />
    </Page>
  )
}

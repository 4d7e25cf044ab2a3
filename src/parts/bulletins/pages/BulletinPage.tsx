import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { downloadOf, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import { bulletinShape, documentShape } from '../shapes.ts'
import { evidenceShape } from '../sign-off/shapes.ts'
import { bulletinSentence } from './bulletin-words.ts'
import { Margin } from './Margin.tsx'
import { Paper } from './Paper.tsx'
import { WithdrawSheet } from './WithdrawSheet.tsx'
import './bulletins.css'

/** One issued bulletin: the sheet, and in its margin what changed since. */
export default function BulletinPage() {
  const t = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const id = Number(useParams()['id'])
  const { locale } = useLocale()
  const language = useLanguage()
  const [withdrawing, setWithdrawing] = useState(false)
  const { data, error, refetch } = useEndpoint(bulletinShape, { params: { id }, query: { language } })
  const trail = [{ title: t({ zh: '通报', en: 'Bulletins' }), to: '/bulletins' }]
  if (!data) {
    return (
      <Page title={t({ zh: '通报', en: 'Bulletin' })} trail={trail}>
        {error ? <ErrorState problem={error} onRetry={() => refetch()} /> : <Loading lines={16} />}
      </Page>
    )
  }
  const changed = new Set(data.changes?.flatMap((change) => change.places))
  return (
    <Page
      title={t(
        { zh: '{period}通报', en: 'Bulletin, {period}' },
        { period: printPeriod(parsePeriod(data.period), locale) },
      )}
      trail={trail}
      sentence={t(bulletinSentence(data), { figures: data.printed.length, changed: data.changes?.length ?? 0 })}
      help="leader/bulletin"
      wide
      deeds={
        <>
          {(['docx', 'html', 'md'] as const).map((format) => (
            <Button
              key={format}
              autoInsertSpace={false}
              type={format === 'docx' ? 'primary' : 'default'}
              href={downloadOf(documentShape, { params: { id }, query: { format, language } })}
              download
            >
              {fileWords[format] ?? t({ zh: '网页', en: 'HTML' })}
            </Button>
          ))}
          {data.changes !== null && (
            <Button autoInsertSpace={false} href={downloadOf(evidenceShape, { params: { id } })} download>
              <T zh="证据包" en="Evidence" />
            </Button>
          )}
          <Button autoInsertSpace={false} onClick={() => window.print()}>
            <T zh="打印" en="Print" />
          </Button>
          <Button autoInsertSpace={false} onClick={() => navigate(`/bulletins/compare?to=${id}`)}>
            <T zh="与另一期对比" en="Compare issues" />
          </Button>
          {may('bulletins/issue') && data.state === 'issued' && (
            <Button autoInsertSpace={false} onClick={() => setWithdrawing(true)}>
              <T zh="撤回" en="Withdraw" />
            </Button>
          )}
        </>
      }
    >
      <div className="bulletin">
        <Paper
          tree={data.tree}
          printed={data.printed}
          changed={changed}
          stamp={data.state === 'withdrawn' && <T zh="已撤回，仅供查阅" en="Withdrawn, kept for reference" />}
        />
        <Margin bulletin={data} />
      </div>
      {withdrawing && <WithdrawSheet id={id} onClose={() => setWithdrawing(false)} />}
    </Page>
  )
}

const fileWords: Partial<Record<'docx' | 'html' | 'md', string>> = { docx: 'Word', md: 'Markdown' }

/** The document's language follows the reader's; `?language=en` holds it. */
function useLanguage() {
  const { locale } = useLocale()
  const [search] = useSearchParams()
  const asked = search.get('language')
  return asked === 'zh' || asked === 'en' ? asked : locale
}

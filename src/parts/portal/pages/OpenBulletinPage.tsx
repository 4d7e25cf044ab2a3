import { useParams } from 'react-router'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { Paper } from '#parts/bulletins/pages/Paper.tsx'
import { downloadOf, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { type OpenBulletin, openBulletinShape, openDocumentShape } from '../shapes.ts'
import { OpenFrame } from './OpenFrame.tsx'

/** One open bulletin on its sheet; its figures lead to open figures only. Of a withdrawn one, what became of it. */
export default function OpenBulletinPage() {
  const t = useWords()
  const { locale } = useLocale()
  const id = Number(useParams()['id'])
  const { data, error, refetch } = useEndpoint(openBulletinShape, { params: { id }, query: { language: locale } })
  return (
    <OpenFrame
      zone={data?.zone}
      title={t(
        { zh: '{period}通报', en: 'Bulletin, {period}' },
        { period: data ? printPeriod(parsePeriod(data.period), locale) : '' },
      )}
      above={{ title: t({ zh: '全部公开数据', en: 'All open figures' }), to: '/open' }}
    >
      {error && <ErrorState problem={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading lines={16} />}
      {data?.withdrawn && <Tombstone withdrawn={data.withdrawn} />}
      {data?.tree && <Sheet bulletin={data} tree={data.tree} />}
    </OpenFrame>
  )
}

function Tombstone({ withdrawn: { at, reason } }: { withdrawn: NonNullable<OpenBulletin['withdrawn']> }) {
  const { locale } = useLocale()
  return (
    <p className="open-tombstone" role="status">
      <strong>
        <T zh="✕ 已撤回" en="✕ Withdrawn" />
      </strong>
      <br />
      <T
        zh="这份通报已于{at}撤回。原因：{reason}"
        en="This bulletin was withdrawn on {at}. Reason: {reason}"
        at={printWhen(at, locale, { time: false })}
        reason={reason}
      />
    </p>
  )
}

const formats = [
  ['docx', 'Word'],
  ['html', 'HTML'],
  ['md', 'Markdown'],
] as const

function Sheet({ bulletin, tree }: { bulletin: OpenBulletin; tree: NonNullable<OpenBulletin['tree']> }) {
  const { id, doors, sha256 } = bulletin
  const printed = doors.map(({ place, code, text }) => ({
    ...{ place, text, missing: false, door: `/open/figures/${code}`, name: null, period: '' },
    ...{ exact: null, unit: null, basis: null, vintage: null, status: null },
  }))
  return (
    <>
      <p className="open-downloads">
        {formats.map(([format, name]) => (
          <a
            key={format}
            href={downloadOf(openDocumentShape, { params: { id }, query: { format, language: tree.locale } })}
            download
          >
            {name}
          </a>
        ))}
      </p>
      <Paper tree={tree} printed={printed} />
      <p className="open-checksum">
        <T zh="校验值 SHA-256" en="Checksum SHA-256" /> <code>{sha256}</code>
      </p>
    </>
  )
}

import { useParams } from 'react-router'
import { addressOf, type Reply, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { PhotoStrip, type PictureAddress } from '#web/kit/PhotoStrip.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import { reportPhotoShape, trackShape } from '../reports/shapes.ts'
import { OpenFrame } from './OpenFrame.tsx'
import { spelledCode } from './own-reports.ts'
import { TrackAdding, TrackAnswer } from './TrackAnswer.tsx'
import './report.css'
import './track.css'

export type Track = Reply<typeof trackShape>

/** How a report goes: where it stands in plain words with what is promised, each step, and what its reporter may say. */
export default function TrackPage() {
  const t = useWords()
  const { locale } = useLocale()
  const code = useParams()['code'] ?? ''
  const { data, error, refetch } = useEndpoint(trackShape, { params: { code } }, { refetchInterval: 60_000 })
  return (
    <OpenFrame
      zone={data?.zone}
      title={data ? t(data.title) : t({ zh: '办理进度', en: 'Progress of a report' })}
      sentence={data && [t(data.words), promise(data, locale)].filter(Boolean).join(locale === 'zh' ? '' : ' ')}
      above={{ title: t({ zh: '我要反映', en: 'Report a problem' }), to: '/report' }}
      foot={t({ zh: '这个页面不显示任何人的姓名和电话。', en: 'Nobody is named on this page.' })}
    >
      {error && <ErrorState problem={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading lines={10} />}
      {data && <Shown track={data} />}
    </OpenFrame>
  )
}

function promise({ by, late, promise: kind, ended }: Track, locale: 'zh' | 'en'): string {
  if (by === null || ended) return ''
  const day = printWhen(by, locale, { short: true, time: by.length > 10 })
  return (late ? lateWords : promised[kind])[locale].replace('{day}', day)
}

const lateWords: Words = {
  zh: '承诺的时间是{day}，已经超过。',
  en: 'It was promised by {day}, which is past.',
}

const promised: Record<Track['promise'], Words> = {
  word: { zh: '最迟{day}有结果。', en: 'You will hear by {day} at the latest.' },
  done: { zh: '承诺{day}前办完。', en: 'It is promised by {day}.' },
  check: { zh: '{day}前完成核查。', en: 'The check is made by {day}.' },
  again: { zh: '暂缓到{day}。', en: 'On hold until {day}.' },
  rest: { zh: '后续整改到{day}。', en: 'The rest is due by {day}.' },
}

const phases: readonly Words[] = [
  { zh: '收到', en: 'Received' },
  { zh: '立案', en: 'Registered' },
  { zh: '处置', en: 'Handled' },
  { zh: '核查', en: 'Checked' },
  { zh: '办结', en: 'Closed' },
]

function Shown({ track }: { track: Track }) {
  const t = useWords()
  const { code, phase, number, category, own } = track
  const from: PictureAddress = (photo, size) =>
    addressOf(reportPhotoShape, { params: { code, photo, file: `${size}.jpg` } })
  return (
    <div className="track">
      <ol className="track-phases">
        {phases.map((words, nth) => (
          <li
            key={words.en}
            data-reached={nth < phase || undefined}
            aria-current={nth + 1 === phase ? 'step' : undefined}
          >
            {t(words)}
          </li>
        ))}
      </ol>
      {track.may.answer && <TrackAnswer track={track} />}
      {track.answered === 'fixed' && (
        <p className="track-answered">
          ● {t({ zh: '您已确认：解决了。谢谢。', en: 'You said that it is fixed. Thank you.' })}
        </p>
      )}
      <section>
        <h2>{t({ zh: '您反映的', en: 'What you reported' })}</h2>
        <p className="track-own">{own.description}</p>
        <dl className="track-facts">
          <dt>{t({ zh: '类别', en: 'Kind' })}</dt>
          <dd>{t(category)}</dd>
          {own.address && (
            <>
              <dt>{t({ zh: '地址', en: 'Address' })}</dt>
              <dd>{own.address}</dd>
            </>
          )}
          <dt>{t({ zh: '编号', en: 'Number' })}</dt>
          <dd>{number}</dd>
          <dt>{t({ zh: '查询码', en: 'Code' })}</dt>
          <dd>{spelledCode(code)}</dd>
        </dl>
      </section>
      <section>
        <h2>{t({ zh: '办理过程', en: 'Step by step' })}</h2>
        <ol className="track-line">
          {track.line.toReversed().map((line) => (
            <Step key={`${line.at} ${line.words.zh}`} line={line} from={from} />
          ))}
        </ol>
      </section>
      {track.may.add && <TrackAdding track={track} />}
    </div>
  )
}

function Step({ line: { at, words, told, photos }, from }: { line: Track['line'][number]; from: PictureAddress }) {
  const t = useWords()
  const { locale } = useLocale()
  return (
    <li>
      <time dateTime={at}>{printWhen(at, locale, { short: true, time: true })}</time>
      <div>
        <p>{t(words)}</p>
        {told && (
          <p className="track-told">
            <T zh="“{told}”" en="“{told}”" told={told} />
          </p>
        )}
        <PhotoStrip photos={photos.map(({ id, words: of }) => ({ id, words: t(of) }))} from={from} />
      </div>
    </li>
  )
}

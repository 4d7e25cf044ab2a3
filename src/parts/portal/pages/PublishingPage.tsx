import { Switch } from 'antd'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { useStored } from '#web/kit/stored-words.ts'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import { publishingShape } from '../publishing-shapes.ts'
import { ChoiceSheet } from './ChoiceSheet.tsx'
import { type About, type Publishing, seenWords, termsWords } from './publishing-words.ts'
import './publishing.css'

/** Which figures and bulletins anybody may see: a switch each, the terms, and what the public sees of it now. */
export default function PublishingPage() {
  const t = useWords()
  const { locale } = useLocale()
  const [about, setAbout] = useState<About | null>(null)
  const { data, error, refetch } = useEndpoint(publishingShape)
  const open = data?.indicators.filter(({ choice }) => choice?.open)
  return (
    <Page
      title={t({ zh: '公开数据', en: 'Open figures' })}
      sentence={
        data &&
        t(
          {
            zh: '{open} 项指标对外公开（共 {all} 项），公众看到截至{through}的数据。',
            en: '{open} of {all} indicators are open; the public sees figures up to {through}.',
          },
          { open: open?.length ?? 0, all: data.indicators.length, through: printWhen(data.through, locale) },
        )
      }
      deeds={
        <Link to="/open" target="_blank">
          <T zh="看公众看到的页面" en="See what the public sees" />
        </Link>
      }
      help="leader/publishing"
    >
      {error && <ErrorState problem={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading lines={14} />}
      {data && <Lists data={data} onTurn={setAbout} />}
      {about && data && <ChoiceSheet about={about} through={data.through} onClose={() => setAbout(null)} />}
    </Page>
  )
}

function Lists({ data, onTurn }: { data: Publishing; onTurn: (about: About) => void }) {
  const t = useWords()
  const { locale } = useLocale()
  return (
    <>
      {data.sections
        .filter(({ code }) => data.indicators.some(({ section }) => section === code))
        .map(({ code: section, words }) => (
          <Part key={section} title={t(words)}>
            <ul className="publishing-list">
              {data.indicators
                .filter((one) => one.section === section)
                .map(({ code, name, choice, seen }) => (
                  <Row
                    key={code}
                    name={name}
                    open={choice?.open ?? false}
                    told={choice?.open && choice.terms ? t(termsWords(choice.terms, locale)) : ''}
                    seen={seen && t(seenWords(seen, locale))}
                    onTurn={(open) =>
                      onTurn({ kind: 'indicator', subject: code, name, open, terms: choice?.terms ?? null })
                    }
                  />
                ))}
            </ul>
          </Part>
        ))}
      <Part title={t({ zh: '通报', en: 'Bulletins' })} note={t(bulletinNote)}>
        <ul className="publishing-list">
          {data.templates.map(({ code, name, choice }) => (
            <Row
              key={code}
              name={{ zh: `${name.zh}：印发即公开`, en: `${name.en}: open as soon as issued` }}
              open={choice?.open ?? false}
              told=""
              onTurn={(open) => onTurn({ kind: 'template', subject: code, name, open, terms: null })}
            />
          ))}
          {data.bulletins.map(({ id, title, open }) => (
            <Row
              key={id}
              name={title}
              open={open}
              told=""
              onTurn={(next) => onTurn({ kind: 'bulletin', subject: String(id), name: title, open: next, terms: null })}
            />
          ))}
        </ul>
      </Part>
      <History data={data} />
    </>
  )
}

const bulletinNote = {
  zh: '一份通报公开后，正文里的数字公众都能看到；撤回后只留撤回说明。',
  en: 'Once open, every figure in a bulletin’s text is seen; once withdrawn, only the note of it stays.',
}

interface RowProps {
  name: Words
  open: boolean
  told: string
  seen?: string | null
  onTurn: (open: boolean) => void
}

function Row({ name, open, told, seen, onTurn }: RowProps) {
  const t = useWords()
  const id = useId()
  return (
    <li>
      <span className="publishing-name" id={id}>
        {t(name)}
      </span>
      <span className="publishing-told">{told}</span>
      <span className="publishing-told">{seen}</span>
      <span className="publishing-state">
        {open ? <T zh="● 公开" en="● open" /> : <T zh="○ 未公开" en="○ not open" />}
      </span>
      <Switch size="small" checked={open} aria-labelledby={id} onChange={onTurn} />
    </li>
  )
}

function History({ data: { history } }: { data: Publishing }) {
  const t = useWords()
  const stored = useStored()
  const { locale } = useLocale()
  if (history.length === 0) return null
  return (
    <Part title={t({ zh: '历次决定', en: 'Every choice' })}>
      <ul className="publishing-history">
        {history.map(({ kind, subject, name, open, by, at, reason }) => (
          <li key={`${kind} ${subject} ${at}`}>
            <time dateTime={at}>{printWhen(at, locale, { time: true })}</time>
            <span>
              {open ? <T zh="公开" en="Opened" /> : <T zh="停止公开" en="Closed" />} {t(name)}
            </span>
            <span className="publishing-told">
              {stored(by)} · {reason}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

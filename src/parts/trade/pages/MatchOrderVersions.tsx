import { Link } from 'react-router'
import { Part } from '#web/kit/Page.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { DocumentVersion, OrderShown } from '../customs/order-shapes.ts'
import { deedWords, fieldWords, kindTitles, refusalWords, senderTime } from './order-words.ts'

/** Every document that came, changed or was not taken, the newest first, with its file and place. */
export function MatchOrderVersions({ order: { versions, flow } }: { order: OrderShown }) {
  const t = useWords()
  return (
    <Part title={t({ zh: '来历', en: 'Where it came from' })} note={t({ zh: '新的在前', en: 'newest first' })}>
      <ol className="match-order-versions">
        {versions.map((version) => (
          <Version
            key={`${version.file.id} ${version.message} ${version.kind} ${version.number} ${version.ordinal} ${version.deed}`}
            version={version}
            flow={flow}
          />
        ))}
      </ol>
    </Part>
  )
}

function Version({ version, flow }: { version: DocumentVersion; flow: OrderShown['flow'] }) {
  const t = useWords()
  const { kind, deed, number, sentAt, receivedAt, file, message, ordinal, changed, refusal } = version
  return (
    <li>
      <When at={receivedAt} />
      <div>
        <p>
          <strong>
            {t(deedWords[deed])} {t(kindTitles[kind][flow])}
          </strong>{' '}
          <span className="match-number">{number}</span>
        </p>
        <p className="match-order-from">
          {sentAt !== '' && (
            <>
              <T zh="发送方时间 {at}" en="sent {at}" at={senderTime(sentAt)} />
              {' · '}
            </>
          )}
          <Link to={`/opening/customs/messages/${file.id}`}>{file.name}</Link>
          {message !== '' && message !== file.name && ` · ${message.slice(file.name.length + 1)}`}
          {ordinal > 0 && (
            <>
              {' · '}
              <T zh="第 {ordinal} 份" en="no. {ordinal}" ordinal={ordinal} />
            </>
          )}
        </p>
        {refusal && <p className="match-order-hint">{t(refusalWords[refusal])}</p>}
        {changed.length > 0 && (
          <ul>
            {changed.map(({ field, before, after }) => (
              <li key={field}>
                {t(fieldWords(field))}{' '}
                {before !== '' || after !== '' ? (
                  <>
                    <del>{before || '—'}</del> <ins>{after || '—'}</ins>
                  </>
                ) : (
                  <T zh="已改（不留存原文）" en="changed (words are not kept)" />
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

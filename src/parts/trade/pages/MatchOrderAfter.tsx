import { Link } from 'react-router'
import { Part } from '#web/kit/Page.tsx'
import { useWords } from '#web/locale.tsx'
import type { FollowUpShown } from '../customs/order-shapes.ts'
import { aboutWords, faultWords, followUpWords, statusWords } from './follow-up-words.ts'
import { senderTime } from './order-words.ts'

/** What customs and others said of the documents afterwards: receipts, cancellations, returns, tax bills. */
export function MatchOrderAfter({ followUps }: { followUps: readonly FollowUpShown[] }) {
  const t = useWords()
  if (followUps.length === 0) return null
  return (
    <Part title={t({ zh: '回执、撤销与退货', en: 'Receipts, cancellations and returns' })}>
      <ol className="match-order-versions">
        {followUps.map((one) => (
          <li key={`${one.file.id} ${one.number} ${one.saidAt} ${one.status} ${one.about}`}>
            <time>{senderTime(one.saidAt)}</time>
            <div>
              <p>
                <strong>
                  {t(followUpWords(one.kind))}
                  {one.about !== '' && ` · ${t(aboutWords(one.about))}`}
                </strong>{' '}
                {t(statusWords(one.status))}
                <small>{` CEB${one.number} · `}</small>
                <Link to={`/opening/customs/messages/${one.file.id}`}>{one.file.name}</Link>
              </p>
              {one.codeWords && (
                <p className="match-order-hint">
                  {one.code} {t(one.codeWords)}
                  {one.codeCure && ` · ${t(one.codeCure)}`}
                </p>
              )}
              {one.faults.map(({ code, details }) => (
                <p key={code + JSON.stringify(details)} className="match-order-hint">
                  <span aria-hidden>▲ </span>
                  {t(faultWords(code), details)}
                </p>
              ))}
              {one.info !== '' && <p lang="zh-CN">{one.info}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Part>
  )
}

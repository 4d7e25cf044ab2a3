import { Button } from 'antd'
import { Link } from 'react-router'
import { T, useWords } from '#web/locale.tsx'
import type { Errand } from './errand.ts'
import type { Waiting } from './use-outbox.ts'

/** What lies on the phone and has not arrived: always in sight while there is any, and what the server said no to. */
export function WaitingStrip({ waiting, online }: { waiting: Waiting; online: boolean }) {
  const { errands, sending, signIn } = waiting
  if (errands.length === 0) return null
  const refused = errands.filter(({ refused: no }) => no)
  return (
    <section className="field-waiting" aria-live="polite" data-state={refused.length > 0 ? 'behind' : 'warning'}>
      <p className="field-waiting-said">
        <strong>
          <T zh="{count} 件在手机上待发送" en="{count} waiting on this phone" count={errands.length} />
        </strong>{' '}
        <WhyWaiting online={online} sending={sending} signIn={signIn} refused={refused.length} />
      </p>
      <ol>
        {errands.map((errand) => (
          <WaitingErrand key={errand.key} errand={errand} onDrop={() => void waiting.drop(errand.key)} />
        ))}
      </ol>
      <Button size="small" loading={sending} onClick={waiting.again}>
        <T zh="现在发送" en="Send now" />
      </Button>
    </section>
  )
}

function WhyWaiting({
  online,
  sending,
  signIn,
  refused,
}: {
  online: boolean
  sending: boolean
  signIn: boolean
  refused: number
}) {
  if (signIn)
    return (
      <>
        <T zh="登录已过期，内容都在。" en="You were signed out; nothing is lost." />{' '}
        <Link to="/sign-in?next=/matters/field">
          <T zh="重新登录后继续发送" en="Sign in to go on" />
        </Link>
      </>
    )
  if (refused > 0) return <T zh="{count} 件没有被接受，见下。" en="{count} not accepted, see below." count={refused} />
  if (!online) return <T zh="没有网络；恢复后自动发送。" en="No network; it is sent once it is back." />
  if (sending) return <T zh="正在发送…" en="Sending…" />
  return <T zh="没有连上服务器，稍后自动再试。" en="The server was not reached; it is tried again by itself." />
}

function WaitingErrand({ errand, onDrop }: { errand: Errand; onDrop: () => void }) {
  const t = useWords()
  const { title, photos, refused } = errand
  const sent = photos.filter(({ id }) => id !== null).length
  return (
    <li data-refused={refused ? true : undefined}>
      {title}{' '}
      {photos.length > 0 && (
        <small>{t({ zh: '照片 {sent}/{all}', en: 'photos {sent}/{all}' }, { sent, all: photos.length })}</small>
      )}
      {refused && (
        <p className="field-refused" role="alert">
          <strong>{refused.title}</strong> {refused.cure}{' '}
          <button type="button" className="plain-link" onClick={onDrop}>
            <T zh="不再发送，删除" en="Do not send; delete" />
          </button>
        </p>
      )}
    </li>
  )
}

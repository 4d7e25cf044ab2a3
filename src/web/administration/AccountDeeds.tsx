import { Button, Popconfirm } from 'antd'
import { disableAccount, enableAccount, endSessions, resetPassword } from '#kernel/access/shapes.ts'
import { useSend } from '../client.ts'
import { ProblemLine } from '../kit/ProblemLine.tsx'
import { useSay } from '../kit/Said.tsx'
import { T, useWords } from '../locale.tsx'
import { useMay } from '../session.ts'
import type { AccountRow } from './AccountsPage.tsx'
import './administration.css'
import type { Told } from './SecretOnce.tsx'

/** Disable or open again, set a new password, end the sessions: each to the administrator whose deed it is. */
export function AccountDeeds({ account, onSecret }: { account: AccountRow; onSecret: (told: Told) => void }) {
  const t = useWords()
  const say = useSay()
  const may = useMay()
  const sent = { params: { id: account.id } }
  const done = { onDone: () => say(t({ zh: '已办理', en: 'Done' })) }
  const disable = useSend(disableAccount, done)
  const enable = useSend(enableAccount, done)
  const end = useSend(endSessions, done)
  const reset = useSend(resetPassword, { onDone: ({ password }) => onSecret({ username: account.username, password }) })
  return (
    <div className="row-deeds">
      {may('access/accounts') && account.disabledAt && (
        <Button size="small" onClick={() => enable.mutate(sent)}>
          <T zh="恢复" en="Enable" />
        </Button>
      )}
      {may('access/accounts') && !account.disabledAt && (
        <>
          <Sure
            words={t({ zh: '重设 {name} 的口令？', en: 'Set a new password for {name}?' }, account)}
            onSure={() => reset.mutate(sent)}
          >
            <T zh="重设口令" en="New password" />
          </Sure>
          <Sure
            words={t(
              { zh: '停用 {name}？其登录随即结束。', en: 'Disable {name}? Their sessions end at once.' },
              account,
            )}
            onSure={() => disable.mutate(sent)}
          >
            <T zh="停用" en="Disable" />
          </Sure>
        </>
      )}
      {may('access/sessions') && (
        <Sure
          words={t({ zh: '结束 {name} 的全部登录？', en: 'End every session of {name}?' }, account)}
          onSure={() => end.mutate(sent)}
        >
          <T zh="结束登录" en="End sessions" />
        </Sure>
      )}
      <ProblemLine problem={disable.error ?? enable.error ?? end.error ?? reset.error} />
    </div>
  )
}

function Sure({ words, onSure, children }: { words: string; onSure: () => void; children: React.ReactNode }) {
  return (
    <Popconfirm title={words} onConfirm={onSure}>
      <Button size="small">{children}</Button>
    </Popconfirm>
  )
}

import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useEndpoint, useSend } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { type KeyShown, listKeys, makeKey, revokeKey } from '../parcels/key-shapes.ts'

/** How a program sends, with the keys it comes in with: made here, shown once, revoked here. */
export function ParcelKeys() {
  const t = useWords()
  const keys = useEndpoint(listKeys)
  const make = useSend(makeKey)
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate({ body: { name } }, { onSuccess: () => setName('') })
  }
  const standing = keys.data?.keys.filter(({ revokedAt }) => !revokedAt) ?? []
  return (
    <details className="parcels-how">
      <summary>
        <T zh="怎样报送，程序密钥" en="How to send, and keys for programs" />
      </summary>
      <pre>
        <code>{sample}</code>
      </pre>
      <p>
        <T
          zh="字段与逐票台账的列相同（接口文档 /api/docs）。回答里每一票都有结果；写得不对的那一票带着原因和改法退回，不影响其他票。回答 429 或 503 时，按 Retry-After 的秒数后重送同样的内容。"
          en="Fields are the columns of the ledger (see /api/docs). Each declaration has its outcome in the answer; one that is wrong comes back with its reason and cure and holds no other. On 429 or 503, send the same again after the seconds in Retry-After."
        />
      </p>
      <form className="parcels-make-key" onSubmit={submit}>
        <label htmlFor="key-name">{t({ zh: '给哪个程序用', en: 'Which program is it for' })}</label>
        <Input id="key-name" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        <Button htmlType="submit" disabled={name.trim() === ''} loading={make.isPending}>
          <T zh="开立密钥" en="Make a key" />
        </Button>
      </form>
      <ProblemLine problem={make.error} />
      {make.data && (
        <p className="parcels-new-key" role="status">
          <T zh="请现在抄下，之后不再显示：" en="Copy it now; it is not shown again:" /> <code>{make.data.key}</code>
        </p>
      )}
      {standing.length > 0 && (
        <ul className="parcels-keys">
          {standing.map((key) => (
            <KeyLine key={key.id} standing={key} />
          ))}
        </ul>
      )}
    </details>
  )
}

function KeyLine({ standing: { id, name, prefix, unit, madeAt, usedOn } }: { standing: KeyShown }) {
  const t = useWords()
  const say = useSay()
  // The line is gone before its own callbacks would be called.
  const revoke = useSend(revokeKey, { onDone: () => say(t({ zh: '密钥已作废', en: 'The key is revoked' })) })
  return (
    <li>
      <span>
        {name} <code>{prefix}…</code> · {unit} · <T zh="开立于" en="made" /> <When at={madeAt} />
        {usedOn ? (
          <>
            {' · '}
            <T zh="最近使用" en="last used" /> <When at={usedOn} />
          </>
        ) : (
          <>
            {' · '}
            <T zh="还没用过" en="never used" />
          </>
        )}
      </span>
      <button type="button" className="plain-link" onClick={() => revoke.mutate({ params: { id } })}>
        <T zh="作废" en="Revoke" />
      </button>
      <ProblemLine problem={revoke.error} />
    </li>
  )
}

const sample = `curl -X POST ${globalThis.location?.origin ?? ''}/api/trade/declarations \\
  -H 'Authorization: Bearer jk_…' -H 'Content-Type: application/json' \\
  -d '{"declaration":"46052018I000000001","declaredAt":"2018-06-28 10:00:00",
       "direction":"import","mode":"1210","country":"JP","hs":"3304990099",
       "enterprise":"91410100170033534A","value":"158.20","weight":"0.96","state":"declared"}'`

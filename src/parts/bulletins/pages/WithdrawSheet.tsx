import { Button } from 'antd'
import { useState } from 'react'
import { useSend } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useWords } from '#web/locale.tsx'
import { withdrawalShape } from '../shapes.ts'

/** Withdraws a bulletin with a reason. */
export function WithdrawSheet({ id, onClose }: { id: number; onClose: () => void }) {
  const t = useWords()
  const say = useSay()
  const [reason, setReason] = useState('')
  const withdraw = useSend(withdrawalShape, {
    onDone: () => {
      say(t({ zh: '已撤回', en: 'Withdrawn' }))
      onClose()
    },
  })
  return (
    <SideSheet title={<T zh="撤回通报" en="Withdraw the bulletin" />} onClose={onClose}>
      <form
        className="bulletin-withdrawal"
        onSubmit={(event) => {
          event.preventDefault()
          withdraw.mutate({ params: { id }, body: { reason } })
        }}
      >
        <p>
          <T
            zh="撤回以后，原文和数字仍可查阅，页面和文件上会标明已撤回；同一时期可以重新印发。"
            en="The text and its figures stay readable and are marked as withdrawn; the period can be issued anew."
          />
        </p>
        <label htmlFor="withdrawal-reason">
          <T zh="原因（至少六个字）" en="Reason (six characters or more)" />
        </label>
        <textarea
          id="withdrawal-reason"
          className="plain-field"
          required
          minLength={6}
          maxLength={400}
          rows={4}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemLine problem={withdraw.error} />
        <div className="bulletin-deeds">
          <Button type="primary" danger htmlType="submit" loading={withdraw.isPending}>
            <T zh="撤回" en="Withdraw" />
          </Button>
          <Button onClick={onClose}>
            <T zh="取消" en="Cancel" />
          </Button>
        </div>
      </form>
    </SideSheet>
  )
}

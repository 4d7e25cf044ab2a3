import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useEndpoint, useSend } from '#web/client.ts'
import { Loading } from '#web/kit/Loading.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useWords } from '#web/locale.tsx'
import { type BatchShown, foreseenWithdrawal, withdrawal } from '../import-shapes.ts'
import { ReasonField } from './ReasonField.tsx'
import { grouped } from './values.ts'

interface WithdrawSheetProps {
  batch: BatchShown
  onClose: () => void
}

/** Takes a batch back: what will happen stands above the button, the words why go on record. */
export function WithdrawSheet({ batch, onClose }: WithdrawSheetProps) {
  const t = useWords()
  const say = useSay()
  const [reason, setReason] = useState('')
  const withdraw = useSend(withdrawal, {
    onDone: ({ removed, restored }) => {
      const counts = { removed: grouped(removed), restored: grouped(restored) }
      say(
        t(
          {
            zh: '已撤回：删去 {removed} 行，恢复 {restored} 行',
            en: 'Withdrawn: {removed} rows gone, {restored} restored',
          },
          counts,
        ),
      )
      onClose()
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    withdraw.mutate({ params: { id: batch.id }, body: { reason } })
  }
  return (
    <SideSheet title={t({ zh: '撤回批次 {id}', en: 'Withdraw batch {id}' }, { id: batch.id })} onClose={onClose}>
      <Consequences batch={batch} />
      <form className="row-form" onSubmit={send}>
        <ReasonField
          label={{ zh: '为什么撤回', en: 'Why it is withdrawn' }}
          note={{
            zh: '至少四个字，和您的姓名、时间一起留在批次上',
            en: 'At least four characters; kept on the batch with your name and the time',
          }}
          value={reason}
          onType={setReason}
        />
        <ProblemLine problem={withdraw.error} />
        <div className="row-form-deeds">
          <Button danger type="primary" htmlType="submit" loading={withdraw.isPending}>
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

function Consequences({ batch }: { batch: BatchShown }) {
  const t = useWords()
  const foreseen = useEndpoint(foreseenWithdrawal, { params: { id: batch.id } })
  if (foreseen.error) return <ProblemLine problem={foreseen.error} />
  if (!foreseen.data) return <Loading lines={4} />
  const { removed, restored, kept } = foreseen.data
  return (
    <div className="sheet-meaning">
      <p>
        <T zh="撤回后：" en="Afterwards:" />
      </p>
      <ul>
        {removed > 0 && (
          <li>
            {t({ zh: '{count} 行从台账中删去', en: '{count} rows leave the ledger' }, { count: grouped(removed) })}
          </li>
        )}
        {restored > 0 && (
          <li>
            {t(
              { zh: '{count} 行恢复到更正前的值', en: '{count} rows return to their earlier values' },
              { count: grouped(restored) },
            )}
          </li>
        )}
        {kept > 0 && (
          <li>
            {t(
              {
                zh: '{count} 行已被后来的批次更正，保持后来的值',
                en: '{count} rows that a later batch corrected keep the later values',
              },
              { count: grouped(kept) },
            )}
          </li>
        )}
        {removed + restored + kept === 0 && <li>{t({ zh: '没有行会变', en: 'No row changes' })}</li>}
        <li>
          <T zh="由这些行算出的指标立即随之改变" en="Figures made of these rows follow at once" />
        </li>
        <li>
          <T
            zh="撤回前的值仍可查；需要时可重新导入原文件"
            en="What they said stays readable; the file can be imported again"
          />
        </li>
      </ul>
    </div>
  )
}

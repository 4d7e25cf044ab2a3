import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { useSend } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { LedgerDetail } from '../reply-shapes.ts'
import { recordRowShape } from '../shapes.ts'
import { RowFields, type Typed } from './RowFields.tsx'

interface NewRowSheetProps {
  ledger: LedgerDetail
  onClose: () => void
}

/** Records one row by hand, for what comes singly. */
export default function NewRowSheet({ ledger, onClose }: NewRowSheetProps) {
  const t = useWords()
  const say = useSay()
  const [typed, setTyped] = useState<Typed>({})
  const record = useSend(recordRowShape, {
    onDone: ({ batch }) => {
      say(<Said batch={batch} />)
      onClose()
    },
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    const [part, name] = ledger.name.split('/') as [string, string]
    const values = Object.fromEntries(ledger.columns.map((column) => [column.name, typed[column.name]?.trim() || null]))
    record.mutate({ params: { part, name }, body: { values } })
  }
  return (
    <SideSheet title={t({ zh: '登记一行：{ledger}', en: 'Record a row: {ledger}' }, { ledger: t(ledger.words) })} onClose={onClose}>
      <p className="sheet-meaning">
        <T
          zh="{grain}。保存后立即计入指标；多行请用导入。"
          en="{grain}. It counts for the figures as soon as it is saved; for many rows import a file."
          grain={t(ledger.grain)}
        />
      </p>
      <form className="row-form" onSubmit={save}>
        <RowFields
          columns={ledger.columns}
          typed={typed}
          onType={(name, value) => setTyped((before) => ({ ...before, [name]: value }))}
        />
        <ProblemLine problem={record.error} />
        <div className="row-form-deeds">
          <Button type="primary" htmlType="submit" loading={record.isPending}>
            <T zh="保存" en="Save" />
          </Button>
          <Button onClick={onClose}>
            <T zh="取消" en="Cancel" />
          </Button>
        </div>
      </form>
    </SideSheet>
  )
}

function Said({ batch }: { batch: number | null }) {
  return (
    <>
      <T zh="已登记" en="Recorded" />
      {batch !== null && (
        <>
          {' '}
          <Link to={`/batches/${batch}`}>
            <T zh="批次 {batch}" en="batch {batch}" batch={batch} />
          </Link>
        </>
      )}
    </>
  )
}

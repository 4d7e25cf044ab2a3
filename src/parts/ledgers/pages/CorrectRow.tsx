import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useSend } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { T, useWords } from '#web/locale.tsx'
import { mendRow } from '../import-shapes.ts'
import type { LedgerShown, RowShown } from '../shapes.ts'
import { OldAndNew } from './OldAndNew.tsx'
import { ReasonField } from './ReasonField.tsx'
import { RowFields } from './RowFields.tsx'
import { changedColumns, placeOf } from './values.ts'

interface CorrectRowProps {
  ledger: LedgerShown
  row: RowShown
  onEnd: () => void
}

/** Corrects a row: new values, and the words why. What will change is shown before it is saved. */
export function CorrectRow({ ledger, row, onEnd }: CorrectRowProps) {
  const t = useWords()
  const say = useSay()
  const [typed, setTyped] = useState(() => typedOf(row))
  const [reason, setReason] = useState('')
  const correct = useSend(mendRow, {
    onDone: () => {
      say(t({ zh: '已更正，旧值保留在历次版本中', en: 'Corrected; the old values stay among the versions' }))
      onEnd()
    },
  })
  const after = {
    values: Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim() || null])),
  }
  const changed = changedColumns(ledger.columns, row, after)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const values = Object.fromEntries(changed.map((column) => [column.name, after.values[column.name] ?? null]))
    correct.mutate({
      params: { ...placeOf(ledger.ledger), id: row.rowId },
      body: { values, version: row.version, reason },
    })
  }
  return (
    <form className="row-form" onSubmit={save}>
      <RowFields
        columns={ledger.columns.filter((column) => !ledger.key.includes(column.name))}
        typed={typed}
        onType={(name, value) => setTyped((before) => ({ ...before, [name]: value }))}
      />
      <ReasonField
        label={{ zh: '为什么更正', en: 'Why it is corrected' }}
        note={{
          zh: '至少四个字，和您的姓名、时间一起留在这一行的历史里',
          en: "At least four characters; kept in the row's history with your name and the time",
        }}
        value={reason}
        onType={setReason}
      />
      {changed.length > 0 && <OldAndNew columns={changed} before={row} after={after} />}
      <ProblemLine problem={correct.error} />
      <div className="row-form-deeds">
        <Button type="primary" htmlType="submit" disabled={changed.length === 0} loading={correct.isPending}>
          <T zh="保存更正" en="Save the correction" />
        </Button>
        <Button onClick={onEnd}>
          <T zh="取消" en="Cancel" />
        </Button>
      </div>
    </form>
  )
}

function typedOf(row: RowShown): Record<string, string> {
  return Object.fromEntries(Object.entries(row.values).map(([name, value]) => [name, value ?? '']))
}

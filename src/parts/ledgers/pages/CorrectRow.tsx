import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useSend } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { LedgerDetail, Row } from '../reply-shapes.ts'
import { correctRowShape } from '../shapes.ts'
import { OldAndNew } from './OldAndNew.tsx'
import { RowFields } from './RowFields.tsx'
import { changedColumns } from './values.ts'

interface CorrectRowProps {
  ledger: LedgerDetail
  row: Row
  onEnd: () => void
}

/** Corrects a row: new values, and the words why. What will change is shown before it is saved. */
export function CorrectRow({ ledger, row, onEnd }: CorrectRowProps) {
  const t = useWords()
  const say = useSay()
  const [typed, setTyped] = useState(() => typedOf(row))
  const [reason, setReason] = useState('')
  const correct = useSend(correctRowShape, {
    onDone: () => {
      say(t({ zh: '已更正，旧值保留在历次版本中', en: 'Corrected; the old values stay among the versions' }))
      onEnd()
    },
  })
  const after = { values: Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim() || null])) }
  const changed = changedColumns(ledger.columns, row, after)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const [part, name] = ledger.name.split('/') as [string, string]
    const values = Object.fromEntries(changed.map((column) => [column.name, after.values[column.name] ?? null]))
    correct.mutate({ params: { part, name, row: row.rowId }, body: { values, version: row.version, reason } })
  }
  return (
    <form className="row-form" onSubmit={save}>
      <RowFields
        columns={ledger.columns}
        fixed={ledger.key}
        typed={typed}
        onType={(name, value) => setTyped((before) => ({ ...before, [name]: value }))}
      />
      <Reason value={reason} onType={setReason} />
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

function Reason({ value, onType }: { value: string; onType: (value: string) => void }) {
  const id = useId()
  return (
    <div className="row-field">
      <label htmlFor={id}>
        <T zh="为什么更正" en="Why it is corrected" />
      </label>
      <input
        id={id}
        className="plain-field"
        required
        minLength={4}
        maxLength={200}
        autoComplete="off"
        aria-describedby={`${id}-note`}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
      <small id={`${id}-note`}>
        <T
          zh="至少四个字，和您的姓名、时间一起留在这一行的历史里"
          en="At least four characters; kept in the row's history with your name and the time"
        />
      </small>
    </div>
  )
}

function typedOf(row: Row): Record<string, string> {
  return Object.fromEntries(Object.entries(row.values).map(([name, value]) => [name, value ?? '']))
}

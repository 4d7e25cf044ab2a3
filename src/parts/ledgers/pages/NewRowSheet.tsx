import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useSend } from '#web/client.ts'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { useSay } from '#web/kit/Said.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useWords } from '#web/locale.tsx'
import { enterRow } from '../import-shapes.ts'
import type { LedgerShown } from '../shapes.ts'
import { RowFields, type Typed } from './RowFields.tsx'
import { UnitSelect } from './UnitSelect.tsx'
import { useUsualUnit } from './usual-unit.ts'
import { placeOf } from './values.ts'

interface NewRowSheetProps {
  ledger: LedgerShown
  onClose: () => void
}

/** Records one row by hand, for what comes singly. */
export default function NewRowSheet({ ledger, onClose }: NewRowSheetProps) {
  const t = useWords()
  const say = useSay()
  const [typed, setTyped] = useState<Typed>({})
  const usual = useUsualUnit(ledger.ledger)
  const [chosen, setChosen] = useState<string>()
  const unit = chosen ?? usual ?? ''
  const record = useSend(enterRow, {
    onDone: ({ batch }) => {
      say(t({ zh: '已登记，批次 {batch}', en: 'Recorded as batch {batch}' }, { batch }))
      onClose()
    },
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    const values = Object.fromEntries(ledger.columns.map((column) => [column.name, typed[column.name]?.trim() || null]))
    record.mutate({ params: placeOf(ledger.ledger), body: { unit, values } })
  }
  return (
    <SideSheet
      title={t({ zh: '登记一行：{ledger}', en: 'Record a row: {ledger}' }, { ledger: t(ledger.words) })}
      onClose={onClose}
    >
      <p className="sheet-meaning">
        <T
          zh="{grain}。保存后立即计入指标；多行请用导入。"
          en="The ledger holds {grain}. What you enter counts for the figures as soon as it is saved; for many rows import a file."
          grain={t(ledger.grain)}
        />
      </p>
      <form className="row-form" onSubmit={save}>
        <RowFields
          columns={ledger.columns}
          typed={typed}
          onType={(name, value) => setTyped((before) => ({ ...before, [name]: value }))}
        />
        {!ledger.columns.some((column) => column.kind === 'unit') && (
          <UnitSelect label={{ zh: '所属单位', en: 'Unit' }} value={unit} onChoose={setChosen} />
        )}
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

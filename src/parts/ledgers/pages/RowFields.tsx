import { useId } from 'react'
import { T, useWords } from '#web/locale.tsx'
import type { LedgerColumn } from './reply-types.ts'
import { choicesOf, unitWords } from './values.ts'
import '#web/kit/plain-field.css'

/** What stands in the fields of a row's form, by column; empty where there is nothing. */
export type Typed = Readonly<Record<string, string>>

interface RowFieldsProps {
  columns: readonly LedgerColumn[]
  typed: Typed
  onType: (name: string, value: string) => void
}

/** One field a column, with its unit and what may stand in it. */
export function RowFields({ columns, typed, onType }: RowFieldsProps) {
  return (
    <>
      {columns.map((column) => (
        <RowField
          key={column.name}
          column={column}
          value={typed[column.name] ?? ''}
          onType={(value) => onType(column.name, value)}
        />
      ))}
    </>
  )
}

interface RowFieldProps {
  column: LedgerColumn
  value: string
  onType: (value: string) => void
}

function RowField({ column, value, onType }: RowFieldProps) {
  const id = useId()
  const t = useWords()
  const unit = unitWords(column)
  const { note } = column
  return (
    <div className="row-field">
      <label htmlFor={id}>
        {t(column.words)}
        {unit && <small> {t(unit)}</small>}
        {column.optional && (
          <small>
            {' '}
            <T zh="可空" en="optional" />
          </small>
        )}
      </label>
      {column.kind === 'choice' ? (
        <Choices id={id} column={column} value={value} onType={onType} />
      ) : (
        <input
          id={id}
          className="plain-field"
          type={column.kind === 'day' ? 'date' : column.kind === 'month' ? 'month' : 'text'}
          inputMode={column.kind === 'whole' ? 'numeric' : column.kind === 'decimal' ? 'decimal' : undefined}
          data-number={column.kind === 'whole' || column.kind === 'decimal' || undefined}
          required={!column.optional}
          maxLength={column.longest ?? 60}
          autoComplete="off"
          aria-describedby={note ? `${id}-note` : undefined}
          value={value}
          onChange={(event) => onType(event.target.value)}
        />
      )}
      {note && <small id={`${id}-note`}>{t(note)}</small>}
    </div>
  )
}

function Choices({ id, column, value, onType }: RowFieldProps & { id: string }) {
  const t = useWords()
  return (
    <select
      id={id}
      className="plain-field"
      required={!column.optional}
      value={value}
      onChange={(event) => onType(event.target.value)}
    >
      <option value="">{t({ zh: '请选择', en: 'Choose' })}</option>
      {choicesOf(column).map((choice) => (
        <option key={choice.value} value={choice.value}>
          {t(choice.words)}
        </option>
      ))}
    </select>
  )
}

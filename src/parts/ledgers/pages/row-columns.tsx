import type { Column } from '#web/kit/DataTable.tsx'
import type { Locale } from '#web/locale.tsx'
import type { LedgerShown, RowShown } from '../shapes.ts'
import type { LedgerColumn } from './reply-types.ts'
import type { UnitNames } from './unit-names.ts'
import { choicesOf, isNumber, printValue, unitWords } from './values.ts'

/** A ledger's columns as its table shows them: the key heads a card on a phone, numbers stand right with their unit above. */
export function rowColumns(ledger: LedgerShown, locale: Locale, units: UnitNames): Column<RowShown>[] {
  return ledger.columns.map((column) => {
    const unit = unitWords(column)
    return {
      key: column.name,
      title: column.words,
      number: isNumber(column),
      sortable: column.kind !== 'unit',
      phone: ledger.key.slice(0, 2).includes(column.name) ? 'head' : 'line',
      draw: (row) => <Drawn column={column} row={row} locale={locale} units={units} />,
      ...(unit && unit.zh !== column.words.zh ? { unit } : {}),
      ...(column.kind === 'choice' ? { filter: choicesOf(column) } : {}),
    }
  })
}

interface DrawnProps {
  column: LedgerColumn
  row: RowShown
  locale: Locale
  units: UnitNames
}

function Drawn({ column, row, locale, units }: DrawnProps) {
  const printed = printValue(column, row.values[column.name], locale, units)
  return printed === null ? <span className="missing">—</span> : <span data-kind={column.kind}>{printed}</span>
}

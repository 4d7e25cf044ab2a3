import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { SideSheet } from '#web/kit/SideSheet.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { rowPage } from '#web/row-page.ts'
import { useMay } from '#web/session.ts'
import type { LedgerShown, RowShown } from '../shapes.ts'
import { showRow } from '../shapes.ts'
import { CorrectRow } from './CorrectRow.tsx'
import { RowHistory } from './RowHistory.tsx'
import { type UnitNames, useUnits } from './unit-names.ts'
import { placeOf, printValue, rowName, unitWords } from './values.ts'

interface RowSheetProps {
  ledger: LedgerShown
  rowId: number
  onClose: () => void
}

/** One row: its values, what can be done about them, and every version it had. */
export default function RowSheet({ ledger, rowId, onClose }: RowSheetProps) {
  const { locale } = useLocale()
  const may = useMay()
  const [correcting, setCorrecting] = useState(false)
  const row = useEndpoint(showRow, { params: { ...placeOf(ledger.ledger), id: rowId } })
  const { names: units } = useUnits()
  const shown = row.data?.current ?? row.data?.versions[0]
  const own = row.data?.current ? rowPage(ledger.page, row.data.current.values) : undefined
  return (
    <SideSheet title={shown ? rowName(ledger, shown, locale) : <T {...ledger.words} />} onClose={onClose}>
      {row.error && <ErrorState problem={row.error} onRetry={() => row.refetch()} />}
      {!row.error && !row.data && <Loading lines={8} />}
      {row.data && correcting && row.data.current && (
        <CorrectRow ledger={ledger} row={row.data.current} onEnd={() => setCorrecting(false)} />
      )}
      {row.data && !correcting && (
        <>
          {!row.data.current && <Gone />}
          {own && (
            <p>
              <Link to={own}>
                <T zh="打开它的页面" en="Open its page" />
              </Link>
            </p>
          )}
          {shown && <RowValues ledger={ledger} row={shown} units={units} />}
          {row.data.current && may('ledgers/import') && (
            <Button onClick={() => setCorrecting(true)}>
              <T zh="更正这一行" en="Correct this row" />
            </Button>
          )}
          <RowHistory ledger={ledger} versions={row.data.versions} units={units} />
        </>
      )}
    </SideSheet>
  )
}

function Gone() {
  return (
    <p className="row-gone">
      <T
        zh="这一行已随批次撤回，不再计入任何指标；下面是它撤回前的值。"
        en="This row went with a withdrawn batch and counts for no figure; below is what it said."
      />
    </p>
  )
}

function RowValues({
  ledger,
  row,
  units,
}: {
  ledger: LedgerShown
  row: Pick<RowShown, 'values' | 'unit'>
  units: UnitNames
}) {
  const t = useWords()
  const { locale } = useLocale()
  const named = ledger.columns.some((column) => column.kind === 'unit')
  return (
    <dl className="row-values">
      {ledger.columns.map((column) => {
        const unit = unitWords(column)
        const printed = printValue(column, row.values[column.name], locale, units)
        return (
          <div key={column.name}>
            <dt>{t(column.words)}</dt>
            <dd>
              {printed ?? <span className="missing">—</span>}
              {printed !== null && unit && <small> {t(unit)}</small>}
            </dd>
          </div>
        )
      })}
      {!named && (
        <div>
          <dt>
            <T zh="所属单位" en="Unit" />
          </dt>
          <dd>{units.get(row.unit)?.[locale] ?? row.unit}</dd>
        </div>
      )}
    </dl>
  )
}

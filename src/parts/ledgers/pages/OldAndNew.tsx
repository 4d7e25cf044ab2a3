import { T, useLocale, useWords } from '#web/locale.tsx'
import type { RowShown } from '../shapes.ts'
import type { LedgerColumn } from './reply-types.ts'
import type { UnitNames } from './unit-names.ts'
import { printValue, unitWords } from './values.ts'

interface OldAndNewProps {
  /** those that changed */
  columns: readonly LedgerColumn[]
  before: Pick<RowShown, 'values'>
  after: Pick<RowShown, 'values'>
  units?: UnitNames
}

/** Values that changed, old → new. */
export function OldAndNew({ columns, before, after, units }: OldAndNewProps) {
  const t = useWords()
  const { locale } = useLocale()
  if (columns.length === 0)
    return (
      <p className="row-why">
        <T zh="各列的值没有变化。" en="No value changed." />
      </p>
    )
  return (
    <dl className="old-and-new">
      {columns.map((column) => {
        const unit = unitWords(column)
        const print = (row: Pick<RowShown, 'values'>) =>
          printValue(column, row.values[column.name], locale, units) ?? '—'
        return (
          <div key={column.name}>
            <dt>
              {t(column.words)}
              {unit && <small> {t(unit)}</small>}
            </dt>
            <dd>
              <del>
                <span className="for-readers">{t({ zh: '原值 ', en: 'was ' })}</span>
                {print(before)}
              </del>{' '}
              <span aria-hidden>→</span>{' '}
              <ins>
                <span className="for-readers">{t({ zh: '新值 ', en: 'is ' })}</span>
                {print(after)}
              </ins>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

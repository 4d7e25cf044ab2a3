import { Link } from 'react-router'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { LedgerDetail, RowPast } from '../reply-shapes.ts'
import { OldAndNew } from './OldAndNew.tsx'
import { changedColumns, type UnitNames } from './values.ts'

interface RowHistoryProps {
  ledger: LedgerDetail
  /** newest first */
  versions: readonly RowPast[]
  units: UnitNames
}

/** What happened to a row, newest first: who, when, why, and each value old and new. */
export function RowHistory({ ledger, versions, units }: RowHistoryProps) {
  const newest = versions[0]
  return (
    <section className="row-history">
      <h3>
        <T zh="历次版本" en="Versions" />
      </h3>
      <ol>
        {newest?.replaced && (
          <li>
            <p>
              <strong>
                <T zh="撤回" en="Withdrawn" />
              </strong>{' '}
              <When at={newest.replaced.at} />
            </p>
            <Ended by={newest.replaced} />
          </li>
        )}
        {versions.map((version, place) => (
          <Version
            key={version.version}
            version={version}
            before={versions[place + 1]}
            columns={ledger.columns}
            units={units}
          />
        ))}
      </ol>
    </section>
  )
}

interface VersionProps {
  version: RowPast
  before: RowPast | undefined
  columns: LedgerDetail['columns']
  units: UnitNames
}

function Version({ version, before, columns, units }: VersionProps) {
  const restored = before?.replaced?.why === 'withdrawn' ? before.replaced : null
  return (
    <li>
      <p>
        <strong>
          {restored ? (
            <T zh="撤回后恢复" en="Restored" />
          ) : before ? (
            <T zh="更正" en="Corrected" />
          ) : (
            <T zh="记入" en="Entered" />
          )}
        </strong>{' '}
        <When at={version.recordedAt} />
      </p>
      {restored ? <Ended by={restored} /> : <Brought version={version} />}
      {before && <OldAndNew columns={changedColumns(columns, before, version)} before={before} after={version} units={units} />}
    </li>
  )
}

/** Who brought a version, in which batch, and why. */
function Brought({ version }: { version: RowPast }) {
  const t = useWords()
  const { broughtBy } = version
  return (
    <p className="row-why">
      {broughtBy.enteredByName}
      {' · '}
      <Link to={`/batches/${version.batch}`}>
        {broughtBy.origin === 'page'
          ? t({ zh: '批次 {id}', en: 'batch {id}' }, { id: version.batch })
          : broughtBy.fileName}
      </Link>
      {broughtBy.reason && <span className="row-reason">{broughtBy.reason}</span>}
    </p>
  )
}

function Ended({ by }: { by: NonNullable<RowPast['replaced']> }) {
  const t = useWords()
  return (
    <p className="row-why">
      {by.byName}
      {' · '}
      <Link to={`/batches/${by.by}`}>{t({ zh: '批次 {id}', en: 'batch {id}' }, { id: by.by })}</Link>
      {by.reason && <span className="row-reason">{by.reason}</span>}
    </p>
  )
}

import { Link } from 'react-router'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { LedgerShown, RowPastShown } from '../shapes.ts'
import { OldAndNew } from './OldAndNew.tsx'
import type { UnitNames } from './unit-names.ts'
import { changedColumns } from './values.ts'
import { whoEntered } from './words.ts'

interface RowHistoryProps {
  ledger: LedgerShown
  /** newest first */
  versions: readonly RowPastShown[]
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
  version: RowPastShown
  before: RowPastShown | undefined
  columns: LedgerShown['columns']
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
      {before && (
        <OldAndNew columns={changedColumns(columns, before, version)} before={before} after={version} units={units} />
      )}
    </li>
  )
}

/** Who brought a version, in which batch, and why when it was by hand. */
function Brought({ version }: { version: RowPastShown }) {
  const t = useWords()
  const { broughtBy, batch } = version
  const name = broughtBy.origin === 'page' ? t(batchWords, { id: batch }) : broughtBy.fileName
  return (
    <p className="row-why">
      {t(whoEntered({ origin: broughtBy.origin, enteredByName: broughtBy.byName }))} ·{' '}
      <Link to={`/batches/${batch}`}>{name}</Link>
      {broughtBy.reason && <span className="row-reason">{broughtBy.reason}</span>}
    </p>
  )
}

/** Who withdrew the batch that a version came with, and why. */
function Ended({ by }: { by: NonNullable<RowPastShown['replaced']> }) {
  const t = useWords()
  return (
    <p className="row-why">
      {by.byName} · <Link to={`/batches/${by.by}`}>{t(batchWords, { id: by.by })}</Link>
      {by.reason && <span className="row-reason">{by.reason}</span>}
    </p>
  )
}

const batchWords = { zh: '批次 {id}', en: 'batch {id}' }

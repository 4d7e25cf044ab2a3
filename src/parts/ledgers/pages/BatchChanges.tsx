import { keepPreviousData } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Reply, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Part } from '#web/kit/Page.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { BatchShown } from '../import-shapes.ts'
import { batchChanges } from '../import-shapes.ts'
import { type LedgerShown, showLedger } from '../shapes.ts'
import { OldAndNew } from './OldAndNew.tsx'
import { useUnits } from './unit-names.ts'
import { changedColumns, grouped, ledgerPath, placeOf, printValue, rowName, unitWords } from './values.ts'

type Kind = 'corrected' | 'entered'

/** Rows the batch corrected, old → new, and rows that came with it; page by page. */
export function BatchChanges({ batch }: { batch: BatchShown }) {
  const t = useWords()
  const [kind, setKind] = useState<Kind>(batch.corrected > 0 ? 'corrected' : 'entered')
  if (batch.accepted + batch.corrected === 0)
    return (
      <Part title={t({ zh: '改动', en: 'Changes' })}>
        <p className="import-hint">
          <T zh="这一批没有改动任何行。" en="This batch changed no row." />
        </p>
      </Part>
    )
  return (
    <Part
      title={t({ zh: '改动', en: 'Changes' })}
      deeds={
        <fieldset className="batch-kinds">
          <legend className="for-readers">{t({ zh: '看哪些改动', en: 'Which changes' })}</legend>
          <KindButton kind="corrected" count={batch.corrected} now={kind} onChoose={setKind} />
          <KindButton kind="entered" count={batch.accepted} now={kind} onChoose={setKind} />
        </fieldset>
      }
    >
      <Changes key={kind} batch={batch} kind={kind} />
    </Part>
  )
}

interface KindButtonProps {
  kind: Kind
  count: number
  now: Kind
  onChoose: (kind: Kind) => void
}

function KindButton({ kind, count, now, onChoose }: KindButtonProps) {
  const t = useWords()
  const words =
    kind === 'corrected'
      ? { zh: '更正 {count} 行', en: '{count} corrected' }
      : { zh: '新增 {count} 行', en: '{count} added' }
  return (
    <button type="button" aria-pressed={kind === now} disabled={count === 0} onClick={() => onChoose(kind)}>
      {t(words, { count: grouped(count) })}
    </button>
  )
}

const size = 50

function Changes({ batch, kind }: { batch: BatchShown; kind: Kind }) {
  /** where each page read so far begins */
  const [starts, setStarts] = useState<readonly number[]>([0])
  const query = { kind, after: starts.at(-1)!, size }
  const ledger = useEndpoint(showLedger, { params: placeOf(batch.ledger) })
  const page = useEndpoint(batchChanges, { params: { id: batch.id }, query }, { placeholderData: keepPreviousData })
  if (page.error) return <ErrorState problem={page.error} onRetry={() => page.refetch()} />
  if (!page.data || !ledger.data) return <Loading lines={6} />
  const { changes } = page.data
  const seen = starts.length * size
  const last = changes.at(-1)?.after.rowId
  const next = last !== undefined && seen < (kind === 'corrected' ? batch.corrected : batch.accepted) ? last : null
  return (
    <>
      {changes.length === 0 && (
        <p className="import-hint">
          <T zh="这些行已不在台账中。" en="Those rows are no longer in the ledger." />
        </p>
      )}
      {kind === 'corrected' ? (
        <Corrected ledger={ledger.data} changes={changes} />
      ) : (
        <Entered ledger={ledger.data} changes={changes} />
      )}
      {(starts.length > 1 || next !== null) && (
        <div className="import-deeds">
          <Button size="small" disabled={starts.length === 1} onClick={() => setStarts(starts.slice(0, -1))}>
            <T zh="上一页" en="Previous" />
          </Button>
          <Button size="small" disabled={next === null} onClick={() => next !== null && setStarts([...starts, next])}>
            <T zh="下一页" en="Next" />
          </Button>
        </div>
      )}
    </>
  )
}

interface PageOfChanges {
  ledger: LedgerShown
  changes: Reply<typeof batchChanges>['changes']
}

function Corrected({ ledger, changes }: PageOfChanges) {
  const { names } = useUnits()
  const { locale } = useLocale()
  return (
    <ul className="batch-corrected">
      {changes.map(
        ({ before, after }) =>
          before && (
            <li key={after.rowId}>
              <Link to={ledgerPath(ledger.ledger, `?row=${after.rowId}`)}>{rowName(ledger, after, locale)}</Link>
              <OldAndNew
                columns={changedColumns(ledger.columns, before, after)}
                before={before}
                after={after}
                units={names}
              />
            </li>
          ),
      )}
    </ul>
  )
}

function Entered({ ledger, changes }: PageOfChanges) {
  const t = useWords()
  const { locale } = useLocale()
  const { names } = useUnits()
  const others = ledger.columns.filter((column) => !ledger.key.includes(column.name))
  return (
    <div className="finding-lines">
      <table>
        <thead>
          <tr>
            <th scope="col">{t({ zh: '行', en: 'Row' })}</th>
            {others.map((column) => {
              const unit = unitWords(column)
              return (
                <th key={column.name} scope="col" data-number={column.unit !== null || undefined}>
                  {t(column.words)}
                  {unit && <small> {t(unit)}</small>}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ after }) => (
            <tr key={after.rowId}>
              <th scope="row">
                <Link to={ledgerPath(ledger.ledger, `?row=${after.rowId}`)}>{rowName(ledger, after, locale)}</Link>
              </th>
              {others.map((column) => (
                <td key={column.name} data-number={column.unit !== null || undefined}>
                  {printValue(column, after.values[column.name], locale, names) ?? <span className="missing">—</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

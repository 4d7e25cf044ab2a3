import type { ClipboardEvent, KeyboardEvent } from 'react'
import { unitOf } from '#kernel/units.ts'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import type { EntryRow, FindingShown, SubmissionView } from '../shapes.ts'
import { Findings } from './Findings.tsx'
import { type Pasted, type Place, pastedCells, placePaste } from './paste.ts'
import type { Typed } from './use-entry.ts'

const places: readonly Place[] = ['value', 'base', 'growth']

const placeWords: Record<Place, Words> = {
  value: { zh: '本期数', en: 'This period' },
  base: { zh: '同期数', en: 'Base' },
  growth: { zh: '增速', en: 'Growth' },
}

interface EntryTableProps {
  view: SubmissionView
  open: boolean
  shown: (row: EntryRow) => Typed
  onPut: (cells: readonly Pasted[]) => void
  onExplain: (finding: FindingShown, words: string) => void
}

/** The form as a sheet: figures in, what was told before beside them, findings under their row. */
export function EntryTable({ view, open, shown, onPut, onExplain }: EntryTableProps) {
  const t = useWords()
  const used = places.filter((place) => view.rows.some((row) => row.asks[place]))
  return (
    <table className="entry" data-open={open || undefined}>
      <caption className="for-readers">{t(view.form.name)}</caption>
      <thead>
        <tr>
          <th scope="col">
            <T zh="指标" en="Item" />
          </th>
          {used.map((place) => (
            <th key={place} scope="col" className="entry-number">
              {t(place === 'value' && view.form.cumulative ? { zh: '本期累计', en: 'To date' } : placeWords[place])}
            </th>
          ))}
          <th scope="col" className="entry-number entry-before">
            <T zh="上期" en="Last period" />
          </th>
          <th scope="col" className="entry-number entry-before">
            <T zh="上年同期" en="Year before" />
          </th>
        </tr>
      </thead>
      {view.rows.map((row, place) => (
        <EntryLine
          key={row.code}
          {...{ row, place, used, open, onPut, onExplain, rows: view.rows, typed: shown(row) }}
          findings={view.findings.filter((finding) => finding.item === row.code)}
        />
      ))}
    </table>
  )
}

interface LineProps {
  row: EntryRow
  place: number
  rows: readonly EntryRow[]
  used: readonly Place[]
  open: boolean
  typed: Typed
  findings: readonly FindingShown[]
  onPut: (cells: readonly Pasted[]) => void
  onExplain: (finding: FindingShown, words: string) => void
}

function EntryLine({ row, place: at, rows, used, open, typed, findings, onPut, onExplain }: LineProps) {
  const t = useWords()
  const { locale } = useLocale()
  const heaviest = (place: Place) => findings.find((finding) => finding.place === place)?.class
  return (
    <tbody>
      <tr>
        <th scope="row">
          {t(row.name)} <small>{unitOf(row.unit)[locale]}</small>
        </th>
        {used.map((place) => (
          <td key={place} className="entry-number" data-label={t(placeWords[place])}>
            {row.asks[place] ? (
              <Cell {...{ row, rows, at, place, open, text: typed[place], weight: heaviest(place), onPut }} />
            ) : (
              <span className="missing">—</span>
            )}
          </td>
        ))}
        <Before told={row.last} row={row} label={t({ zh: '上期', en: 'Last period' })} />
        <Before told={row.yearBefore} row={row} label={t({ zh: '上年同期', en: 'Year before' })} />
      </tr>
      {findings.length > 0 && (
        <tr className="entry-findings">
          <td colSpan={used.length + 3}>
            <Findings findings={findings} open={open} onExplain={onExplain} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

interface CellProps {
  row: EntryRow
  rows: readonly EntryRow[]
  at: number
  place: Place
  open: boolean
  text: string
  weight: string | undefined
  onPut: (cells: readonly Pasted[]) => void
}

function Cell({ row, rows, at, place, open, text, weight, onPut }: CellProps) {
  const t = useWords()
  const { locale } = useLocale()
  const unit = unitOf(place === 'growth' ? row.growthUnit : row.unit)[locale]
  if (!open) return text === '' ? <span className="missing">—</span> : place === 'growth' ? grown(text, unit) : text
  const paste = (event: ClipboardEvent) => {
    const cells = pastedCells(event.clipboardData.getData('text/plain'))
    if (cells.length === 1 && cells[0]!.length === 1) return
    event.preventDefault()
    onPut(placePaste(cells, rows.map(targetOf), { row: at, place }))
  }
  return (
    <span className="entry-cell" data-weight={weight}>
      <input
        className="plain-field"
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        data-row={at}
        data-place={place}
        aria-label={`${t(row.name)} ${t(placeWords[place])} (${unit})`}
        aria-invalid={weight === 'A' || undefined}
        value={text}
        onChange={(event) => onPut([{ code: row.code, place, text: event.target.value }])}
        onKeyDown={walk}
        onPaste={paste}
        onFocus={(event) => event.target.select()}
      />
      <small>{place === 'growth' ? unitOf(row.growthUnit)[locale] : ''}</small>
    </span>
  )
}

/** What was told before, its growth in lighter ink. */
function Before({ told, row, label }: { told: EntryRow['last']; row: EntryRow; label: string }) {
  const { locale } = useLocale()
  if (!told || (told.value === null && told.growth === null)) {
    return (
      <td className="entry-number entry-before" data-label={label}>
        <span className="missing">—</span>
      </td>
    )
  }
  const growth =
    told.growth && `${told.growth.startsWith('-') ? '' : '+'}${grown(told.growth, unitOf(row.growthUnit)[locale])}`
  return (
    <td
      className="entry-number entry-before"
      data-label={label}
      title={locale === 'zh' ? `${told.period} 报` : told.period}
    >
      {told.value ?? ''} {growth && <small>{growth}</small>}
    </td>
  )
}

/** 10%, 6天; 6 days. */
function grown(digits: string, unit: string): string {
  return /^[a-z]/.test(unit) ? `${digits} ${unit}` : `${digits}${unit}`
}

/** Up, down and Enter walk a column, as in a spreadsheet. */
function walk(event: KeyboardEvent<HTMLInputElement>) {
  const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, Enter: event.shiftKey ? -1 : 1 }
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  const { row, place } = event.currentTarget.dataset
  const table = event.currentTarget.closest('table')
  const column = [...(table?.querySelectorAll<HTMLInputElement>(`input[data-place="${place}"]`) ?? [])]
  const here = column.findIndex((one) => one.dataset['row'] === row)
  column[here + step]?.focus()
}

function targetOf({ code, name, asks }: EntryRow) {
  return { code, names: [name.zh, name.en], places: places.filter((place) => asks[place]) }
}

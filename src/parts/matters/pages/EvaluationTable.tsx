import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { useWords, type Words } from '#web/locale.tsx'
import { type MeasureName, measures } from '../evaluation/measures.ts'
import { rates } from '../evaluation/rates.ts'
import { type ScorePart, type SubjectName, subjectRow } from '../evaluation/subjects.ts'
import type { Evaluation } from './EvaluationPage.tsx'

type Row = Evaluation['rows'][number]

/** A number that somebody wants to see the matters of. */
export interface Opened {
  measure: MeasureName
  key: string
  name: Words
}

interface EvaluationTableProps {
  evaluation: Evaluation
  waiting: boolean
  onOpen: (opened: Opened) => void
}

/** Who did how well: the score with its grade, each part of it, and the numbers that make it. */
export function EvaluationTable({ evaluation, waiting, onOpen }: EvaluationTableProps) {
  const subject = evaluation.subject as SubjectName
  const parts = subjectRow(subject).parts
  const columns: Column<Row>[] = [
    { key: 'name', title: subjectRow(subject).words, phone: 'head', draw: ({ name }) => <Name name={name} /> },
    { key: 'total', title: { zh: '得分', en: 'Score' }, phone: 'head', draw: (row) => <Total row={row} /> },
    ...parts.map(
      (part, place): Column<Row> => ({
        key: `part${place}`,
        title: 'rate' in part ? rates[part.rate].words : part.bands.words,
        unit: { zh: `占 ${part.weight}%`, en: `${part.weight}% of the score` },
        number: true,
        draw: (row) => <PartCell row={row} part={part} place={place} onOpen={onOpen} />,
      }),
    ),
    ...beside[subjectRow(subject).by].map(
      (measure): Column<Row> => ({
        key: measure,
        title: measures[measure].words,
        number: true,
        draw: (row) => <Count row={row} measure={measure} onOpen={onOpen} />,
      }),
    ),
  ]
  return (
    <DataTable<Row>
      caption={{ zh: '考评结果', en: 'Results of the evaluation' }}
      columns={columns}
      rows={evaluation.rows}
      rowKey={({ key }) => key}
      waiting={waiting}
    />
  )
}

/** Numbers that are no part of the score and are asked for all the same. */
const beside: Record<'unit' | 'area' | 'person', readonly MeasureName[]> = {
  unit: ['handledLate', 'overdueUndone'],
  area: ['handledLate', 'overdueUndone', 'reworked'],
  person: [],
}

function Name({ name }: { name: Words }) {
  return <>{useWords()(name)}</>
}

function Total({ row: { total, grade } }: { row: Row }) {
  const t = useWords()
  if (total === null) return <span className="missing">—</span>
  return (
    <span className="evaluation-total" data-grade={grade}>
      <strong>{total}</strong>
      <span>{t({ zh: '{grade} 级', en: 'grade {grade}' }, { grade: grade! })}</span>
    </span>
  )
}

interface PartCellProps {
  row: Row
  part: ScorePart
  place: number
  onOpen: (opened: Opened) => void
}

function PartCell({ row, part, place, onOpen }: PartCellProps) {
  if ('bands' in part) {
    return (
      <span className="evaluation-part">
        <Count row={row} measure={part.bands.count} onOpen={onOpen} />
        <small>{row.parts[place] ?? '—'}</small>
      </span>
    )
  }
  const { of, among } = rates[part.rate]
  const rate = row.rates[part.rate]
  if (rate === null || rate === undefined) return <span className="missing">—</span>
  return (
    <span className="evaluation-part">
      <b>{rate}%</b>
      <small>
        <Count row={row} measure={of} onOpen={onOpen} /> / <Count row={row} measure={among} onOpen={onOpen} />
      </small>
    </span>
  )
}

function Count({ row, measure, onOpen }: { row: Row; measure: MeasureName; onOpen: (opened: Opened) => void }) {
  const t = useWords()
  const count = row.counts[measure] ?? 0
  if (count === 0) return <>0</>
  return (
    <button
      type="button"
      className="evaluation-count"
      aria-label={t(
        { zh: '{name}：{measure} {count} 件', en: '{name}: {measure}, {count}' },
        { name: t(row.name), measure: t(measures[measure].words), count },
      )}
      onClick={() => onOpen({ measure, key: row.key, name: row.name })}
    >
      {count.toLocaleString('en-US')}
    </button>
  )
}

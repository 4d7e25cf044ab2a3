import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Quantity } from '#web/kit/Quantity.tsx'
import { useStored } from '#web/kit/stored-words.ts'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { Fact, Lineage, Source } from '../shapes.ts'
import { type Asked, figureAddress, lineageAddress } from './addresses.ts'
import { counted } from './counted.ts'
import { exactWords } from './FactFigure.tsx'
import { conditionWords, type Step, stepsOf } from './lineage-steps.ts'
import { unitWords } from './unit-words.ts'
import { periodWords } from './which.ts'
import './lineage-tree.css'

interface LineageTreeProps {
  lineage: Lineage
  asked: Asked
  /** shows the rows of a source */
  onRows: (input: number) => void
}

/** Figure, expression, measures, batches, read left to right: each step with its own value, and each sum under a rule. */
export function LineageTree({ lineage: { fact, tree, sources }, asked, onRows }: LineageTreeProps) {
  const t = useWords()
  if (!tree) return null
  return (
    <section className="lineage" aria-label={t({ zh: '数据来历', en: 'Lineage' })}>
      <ul>
        <li>
          <FigureStep fact={fact} />
          <ul>
            <Branch step={stepsOf(tree, sources)} asked={asked} onRows={onRows} />
          </ul>
        </li>
      </ul>
    </section>
  )
}

/** The first step: the figure as printed, and the exact value it was rounded from. */
function FigureStep({ fact }: { fact: Fact }) {
  const { locale } = useLocale()
  const t = useWords()
  const rounded = fact.exact !== null && fact.exact !== fact.value
  return (
    <div className="step" data-first>
      <Link to={figureAddress(fact.indicator, { period: fact.period })}>{t(fact.name)}</Link>
      <strong>
        <Quantity value={fact.value} unit={fact.unit} />
      </strong>
      <small>{periodWords(fact.covers, locale)}</small>
      {rounded && fact.exact !== null && (
        <small>
          <T zh="由 {exact} 取舍" en="rounded from {exact}" exact={exactWords(fact.exact, fact.unit, locale)} />
        </small>
      )}
    </div>
  )
}

interface BranchProps {
  step: Step
  asked: Asked
  onRows: (input: number) => void
}

function Branch({ step, asked, onRows }: BranchProps) {
  const { parts, source } = step
  return (
    <li>
      <StepBody step={step} asked={asked} />
      {parts.length > 0 && (
        <ul>
          {parts.map((part) => (
            <Branch key={part.key} step={part} asked={asked} onRows={onRows} />
          ))}
        </ul>
      )}
      {source && (
        <ul>
          <li>
            <SourceParts source={source} onRows={onRows} />
          </li>
        </ul>
      )}
    </li>
  )
}

/** What a step is, by its own kind: an expression, another figure, a measure with its conditions, a reported item. */
function StepBody({ step: { node, sign, rule, source }, asked }: { step: Step; asked: Asked }) {
  const t = useWords()
  const { locale } = useLocale()
  return (
    <div className="step">
      <span className="step-name">
        {sign && <b className="step-sign">{sign}</b>}
        {node.to === 'indicator' && node.name && node.words ? (
          <Link to={lineageAddress(node.name, asked)}>{t(node.words)}</Link>
        ) : (
          <span>{node.words ? t(node.words) : rule ? t(rule) : node.text}</span>
        )}
      </span>
      {source && conditionWords(source, locale).map((words) => <small key={words}>{words}</small>)}
      <strong>
        <StepValue value={node.value} unit={node.unit} />
      </strong>
      <small>{kindWords(node.to, node.kind)}</small>
      {node.missing && (
        <small>
          {node.missing === 'no-value' ? <T zh="没有数据" en="no value" /> : <T zh="除数为零" en="divided by zero" />}
        </small>
      )}
    </div>
  )
}

/** A quotient runs to forty digits; a step shows eight after the point and says that there are more. */
function StepValue({ value, unit }: { value: string | null; unit: string }) {
  const { locale } = useLocale()
  if (value !== null && /\.\d{9}/.test(value)) return <>{exactWords(value, unit, locale)}</>
  return <Quantity value={value} unit={unit} />
}

function kindWords(to: Step['node']['to'], kind: Step['node']['kind']): ReactNode {
  if (to === 'measure') return <T zh="度量" en="measure" />
  if (to === 'item') return <T zh="填报项" en="reported item" />
  if (to === 'indicator') return <T zh="指标" en="indicator" />
  return kind === 'number' ? <T zh="常数" en="constant" /> : <T zh="公式" en="expression" />
}

const SHOWN = 8

/** The batches or reports behind a source, each with what it brings, added up under a rule to the source's value. */
function SourceParts({ source, onRows }: { source: Source; onRows: (input: number) => void }) {
  const { parts, unit, value, rows, equal, input } = source
  const t = useWords()
  const stored = useStored()
  const shown = parts.slice(0, SHOWN)
  const hidden = parts.length - shown.length
  if (parts.length === 0) {
    return (
      <p className="step-none">
        <T zh="没有任何记录" en="no record at all" />
      </p>
    )
  }
  return (
    <table className="step-parts">
      <caption>{source.kind === 'measure' ? <T zh="批次" en="Batches" /> : <T zh="填报" en="Reports" />}</caption>
      <tbody>
        {shown.map((part) => (
          <tr key={part.path}>
            <th scope="row">
              <Link to={part.path}>{stored(part.title)}</Link>
              <small>
                <T {...counted(part.rows, 'row')} />
                {part.by && ` · ${stored(part.by)}`} · <When at={part.at} time={false} />
              </small>
            </th>
            <td>
              <Quantity value={part.contribution} unit="" />
            </td>
          </tr>
        ))}
        {hidden > 0 && (
          <tr>
            <th scope="row">
              <T zh="另有 {hidden} 批" en="{hidden} more" hidden={hidden} />
            </th>
            <td>…</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <button type="button" onClick={() => onRows(input)}>
              <T zh="看原始记录，{rows}" en="See the records, {rows}" rows={t(counted(rows, 'row'))} />
            </button>
          </th>
          <td>
            <Quantity value={value} unit="" /> <span className="unit">{t(unitWords(unit))}</span>
            <small>{equal ? <T zh="✓ 重算一致" en="✓ replayed" /> : <T zh="✗ 重算不一致" en="✗ differs" />}</small>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { changeWords } from '#kernel/units.ts'
import { T, useLocale, useWords, type Words } from '../locale.tsx'
import { partsOf, Quantity } from './Quantity.tsx'
import './figure.css'

/** Growth against an earlier period: a decimal string in `unit` (`%`, `个百分点`, `天`…), null when there is no base. */
export interface ChangeShown {
  value: string | null
  unit: string
  /** the year before unless told */
  against?: 'year' | 'period' | undefined
  /** `lower`: more is worse, as of pollution and arrears */
  betterWhen?: 'higher' | 'lower' | undefined
}

interface FigureProps {
  value: string | null | undefined
  unit: string
  /** `large` 28 px of a tile or page, `row` of a table, `text` inside a sentence */
  size?: 'large' | 'row' | 'text'
  change?: ChangeShown | null | undefined
  /** lineage or figure page; the number becomes a door */
  to?: string | undefined
  /** the exact value with its unit, where the number shown is rounded or scaled */
  exact?: string | undefined
  basis?: string | undefined
  /** when the value was made: day or instant as printed */
  vintage?: string | undefined
  period?: string | undefined
  /** hollow: reported but not yet final */
  provisional?: boolean | undefined
}

/** A figure as typography: number, lighter unit, change by sign and word; hover or focus tells exactly what it is. */
export function Figure(props: FigureProps) {
  const { size = 'row', change } = props
  const number = <Quantity value={props.value} unit={props.unit} />
  const told = useTold(props)
  const drawn = props.to ? (
    <Link to={props.to} className="figure-door">
      {number}
    </Link>
  ) : (
    <span>{number}</span>
  )
  return (
    <span className="figure" data-size={size}>
      {told ? (
        <Tooltip
          title={told}
          trigger={['hover', 'focus']}
          classNames={{ root: 'figure-told' }}
          arrow={false}
          mouseEnterDelay={0.3}
        >
          {drawn}
        </Tooltip>
      ) : (
        drawn
      )}
      {change && <Change {...change} />}
      {props.provisional && (
        <small className="provisional">
          <span aria-hidden>○</span> <T zh="初步" en="provisional" />
        </small>
      )}
    </span>
  )
}

const againstWords = {
  year: { zh: '同比{words}', en: '{words} on the year' },
  period: { zh: '环比{words}', en: '{words} on the period before' },
}
const signs = { up: '↑', down: '↓', flat: '→' }

/** ↑ 同比增长10%: sign and words; a change for the worse is darker than one for the better. A dash where no base exists. */
export function Change({ value, unit, against = 'year', betterWhen = 'higher' }: ChangeShown) {
  const t = useWords()
  const { locale } = useLocale()
  if (value === null) return <span className="change missing">—</span>
  const { direction, text } = changeWords(value, unit, locale)
  // The word of a rank says the better way by itself: 上升1位 is one place nearer the first.
  const worse = direction === (unit === '位' || betterWhen === 'higher' ? 'down' : 'up')
  return (
    <span className="change" data-worse={worse || undefined}>
      <span aria-hidden>{signs[direction]}</span> {t(againstWords[against], { words: text })}
    </span>
  )
}

function useTold({ value, unit, exact, basis, vintage, period, provisional }: FigureProps): ReactNode {
  const t = useWords()
  const { locale } = useLocale()
  const lines: [Words, string | undefined][] = [
    [{ zh: '确切值', en: 'Exact' }, exact ?? (value ? `${value} ${unit}` : undefined)],
    [{ zh: '时期', en: 'Period' }, period],
    [{ zh: '口径', en: 'Basis' }, basis],
    [{ zh: '版本', en: 'Vintage' }, vintage],
    [{ zh: '状态', en: 'Status' }, provisional ? t({ zh: '初步数', en: 'provisional' }) : undefined],
  ]
  const said = lines.filter(([, words]) => words)
  const plain = partsOf(value, unit, locale)
  if (!plain || (said.length === 1 && !exact)) return null
  return (
    <dl>
      {said.map(([name, words]) => (
        <div key={name.en}>
          <dt>{t(name)}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}

import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Part } from '#web/kit/Page.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { T, useWords } from '#web/locale.tsx'
import { type Check, checkWords, type History, ruleWords, whatWords } from './history-words.ts'

/** What the published figures say of each other: what does not fit first, then what holds. */
export function CheckTable({ history: { checks, scopes } }: { history: History }) {
  const t = useWords()
  const broken = checks.filter(({ holds }) => !holds)
  const holding = checks.filter(({ holds }) => holds)
  const nameOf = (scope: string) => scopes.find(({ code }) => code === scope)?.name ?? { zh: scope, en: scope }
  const columns = columnsOf((scope) => <T {...nameOf(scope)} />)
  return (
    <Part
      title={t({ zh: '互相核对', en: 'Held against each other' })}
      note={t({
        zh: '由公布数按规则算出，只在同一统计范围内',
        en: 'computed by rule from the figures, inside one scope',
      })}
    >
      {broken.length > 0 && (
        <DataTable
          caption={{ zh: '不符的公布数', en: 'Published figures that conflict' }}
          columns={columns}
          rows={broken}
          rowKey={keyOf}
        />
      )}
      <details className="history-holding">
        <summary>
          <T zh="相符的 {n} 项" en="{n} that hold" n={holding.length} />
        </summary>
        <DataTable
          caption={{ zh: '相符的公布数', en: 'Published figures that hold' }}
          columns={columns}
          rows={holding}
          rowKey={keyOf}
        />
      </details>
    </Part>
  )
}

const keyOf = ({ rule, scope, what, at }: Check) => `${rule} ${scope} ${what} ${at}`

const columnsOf = (nameOf: (scope: string) => React.ReactNode): Column<Check>[] => [
  {
    key: 'holds',
    title: { zh: '结果', en: 'Result' },
    phone: 'head',
    width: '88px',
    draw: ({ holds }) => (
      <StateMark
        state={holds ? 'ahead' : 'behind'}
        words={holds ? { zh: '相符', en: 'holds' } : { zh: '不符', en: 'conflict' }}
      />
    ),
  },
  {
    key: 'of',
    title: { zh: '哪个数', en: 'Figure' },
    phone: 'head',
    draw: ({ what, at }) => (
      <>
        {at} <T {...whatWords[what]} />
      </>
    ),
  },
  { key: 'rule', title: { zh: '规则', en: 'Rule' }, draw: ({ rule }) => <T {...ruleWords[rule]} /> },
  {
    key: 'told',
    title: { zh: '怎样算', en: 'How' },
    draw: (check) => (
      <span className="history-sum">
        <T {...checkWords(check)} />
      </span>
    ),
  },
  { key: 'scope', title: { zh: '统计范围', en: 'Scope' }, phone: 'none', draw: ({ scope }) => nameOf(scope) },
]

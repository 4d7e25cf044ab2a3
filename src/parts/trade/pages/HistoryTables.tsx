import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Part } from '#web/kit/Page.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { T, useWords } from '#web/locale.tsx'
import { CheckTable } from './CheckTable.tsx'
import { certaintyWords, derivedWords, type Figure, type History, whatWords, whenWords } from './history-words.ts'

/** Checks, then the figures as they were printed by scope, what we computed from them, and the zone's own rows beside. */
export function HistoryTables({ history }: { history: History }) {
  const t = useWords()
  const { scopes, figures, derived, own } = history
  return (
    <>
      <CheckTable history={history} />
      {own.length > 0 && (
        <Part
          title={t({ zh: '本区台账与公布数', en: 'The zone’s own rows beside' })}
          note={t({ zh: '只比已经结束的年份', en: 'years that are over' })}
        >
          <DataTable
            caption={ownCaption}
            columns={ownColumns}
            rows={own}
            rowKey={({ year, what }) => `${year} ${what}`}
          />
        </Part>
      )}
      {scopes.map(({ code, name, note }) => {
        const printed = figures.filter(({ scope }) => scope === code)
        if (printed.length === 0) return null
        return (
          <Part
            key={code}
            title={t({ zh: '公布数：{name}', en: 'As published: {name}' }, { name: t(name) })}
            note={t(note)}
          >
            <DataTable caption={name} columns={figureColumns} rows={printed} rowKey={({ key }) => key} />
          </Part>
        )
      })}
      {derived.length > 0 && (
        <Part
          title={t({ zh: '推算数', en: 'Derived' })}
          note={t({
            zh: '没有人公布，由公布数算出，不与公布数混用',
            en: 'published by nobody; computed from published figures and kept apart',
          })}
        >
          <DataTable
            caption={{ zh: '推算数', en: 'Derived figures' }}
            columns={derivedColumns}
            rows={derived}
            rowKey={({ period, what, rule }) => `${period} ${what} ${rule}`}
          />
        </Part>
      )}
    </>
  )
}

type Own = History['own'][number]
type Derived = History['derived'][number]

const ownCaption = { zh: '本区台账与公布数', en: 'The zone’s own rows and the published figures' }

const ownColumns: Column<Own>[] = [
  { key: 'year', title: { zh: '年份', en: 'Year' }, phone: 'head', draw: ({ year }) => year },
  { key: 'what', title: { zh: '项目', en: 'Item' }, phone: 'head', draw: ({ what }) => <T {...whatWords[what]} /> },
  {
    key: 'printed',
    title: { zh: '公布', en: 'Published' },
    number: true,
    draw: ({ printed, unit }) => <Quantity value={printed} unit={unit} />,
  },
  {
    key: 'rows',
    title: { zh: '台账', en: 'Own rows' },
    number: true,
    draw: ({ rows, unit }) => <Quantity value={rows} unit={unit} />,
  },
  {
    key: 'agrees',
    title: { zh: '比较', en: 'Result' },
    draw: ({ agrees }) => (
      <StateMark
        state={agrees ? 'ahead' : 'warning'}
        words={agrees ? { zh: '相符', en: 'agree' } : { zh: '不同', en: 'differ' }}
      />
    ),
  },
]

const figureColumns: Column<Figure>[] = [
  { key: 'when', title: { zh: '时期', en: 'Period' }, phone: 'head', draw: (one) => <T {...whenWords(one)} /> },
  {
    key: 'what',
    title: { zh: '项目', en: 'Item' },
    phone: 'head',
    draw: ({ what, form }) => (
      <>
        <T {...whatWords[what]} />
        {form === 'growth' && <T zh="增速" en=", growth" />}
      </>
    ),
  },
  {
    key: 'value',
    title: { zh: '公布数', en: 'Printed' },
    number: true,
    draw: ({ value, unit }) => <Quantity value={value} unit={unit} />,
  },
  {
    key: 'certainty',
    title: { zh: '可信度', en: 'Certainty' },
    draw: ({ certainty }) =>
      certainty === 'published' ? (
        <T {...certaintyWords.published} />
      ) : (
        <StateMark state="warning" words={certaintyWords[certainty]} />
      ),
  },
  {
    key: 'source',
    title: { zh: '来源', en: 'Source' },
    draw: ({ source }) =>
      source ? <span className="history-source">{source}</span> : <span className="missing">—</span>,
  },
]

const derivedColumns: Column<Derived>[] = [
  {
    key: 'when',
    title: { zh: '时期', en: 'Period' },
    phone: 'head',
    draw: ({ period }) => <T {...whenWords({ kind: 'period', period })} />,
  },
  { key: 'what', title: { zh: '项目', en: 'Item' }, phone: 'head', draw: ({ what }) => <T {...whatWords[what]} /> },
  {
    key: 'value',
    title: { zh: '推算', en: 'Derived' },
    number: true,
    draw: ({ value, unit }) => <Quantity value={value} unit={unit} />,
  },
  { key: 'rule', title: { zh: '算法', en: 'How' }, draw: ({ rule }) => <T {...derivedWords[rule]} /> },
]

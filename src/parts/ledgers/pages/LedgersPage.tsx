import { Link } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Page } from '#web/kit/Page.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { useMay, useSession } from '#web/session.ts'
import type { LedgerSummary } from '../shapes.ts'
import { listLedgers } from '../shapes.ts'
import { daysBehind, latestWords } from './freshness.ts'
import { grouped, ledgerPath } from './values.ts'
import { whoEntered } from './words.ts'
import './ledgers.css'

/** All ledgers: what each records, how many rows, through which day, and who brought the last of them. */
export default function LedgersPage() {
  const t = useWords()
  const may = useMay()
  const today = useSession().data?.today ?? null
  const list = useEndpoint(listLedgers)
  const columns = useColumns(today, may('ledgers/import'))
  return (
    <Page
      title={t({ zh: '台账', en: 'Ledgers' })}
      sentence={list.data && <LedgersSentence ledgers={list.data.ledgers} />}
      deeds={
        <Link to="/batches">
          <T zh="所有批次" en="All batches" />
        </Link>
      }
      help="clerk/ledgers"
    >
      <DataTable<LedgerSummary>
        caption={{ zh: '台账', en: 'Ledgers' }}
        columns={columns}
        rows={list.data?.ledgers}
        rowKey={(row) => row.ledger}
        hrefOf={(row) => ledgerPath(row.ledger)}
        problem={list.error}
        onRetry={() => list.refetch()}
        empty={
          <Empty title={t({ zh: '还没有台账', en: 'No ledgers yet' })}>
            <T
              zh="台账由系统的各部分声明；声明以后，这里就有它的表、导入页和模板。"
              en="Parts of the system declare ledgers; once one is declared, its table, import page and template stand here."
            />
          </Empty>
        }
      />
    </Page>
  )
}

function LedgersSentence({ ledgers }: { ledgers: readonly LedgerSummary[] }) {
  const t = useWords()
  const { locale } = useLocale()
  const filled = ledgers.filter((ledger) => ledger.latestDay !== null)
  if (filled.length === 0)
    return t({
      zh: '台账还没有数据。选一本，下载模板填好，再导入。',
      en: 'No rows yet. Choose a ledger, fill in its template and import it.',
    })
  const newest = filled.reduce((a, b) => (a.latestDay! >= b.latestDay! ? a : b))
  const empty = ledgers.filter((ledger) => ledger.latestDay === null)
  return (
    <>
      {t(
        {
          zh: '{count} 本台账共 {rows} 行，最新的是{name}，到 {latest}',
          en: '{count} ledgers hold {rows} rows, the newest of {latest} in {name}',
        },
        {
          count: filled.length,
          rows: grouped(filled.reduce((sum, ledger) => sum + ledger.rows, 0)),
          name: newest.words[locale],
          latest: latestWords(newest, locale),
        },
      )}
      {empty.length > 0 &&
        t(
          { zh: '；{names}没有您能看的行', en: '; you see no rows of {names}' },
          { names: empty.map((ledger) => ledger.words[locale]) },
        )}
      {t({ zh: '。', en: '.' })}
    </>
  )
}

function useColumns(today: string | null, imports: boolean): Column<LedgerSummary>[] {
  const t = useWords()
  const { locale } = useLocale()
  return [
    {
      key: 'name',
      title: { zh: '台账', en: 'Ledger' },
      phone: 'head',
      draw: (row) => (
        <span className="ledger-name">
          <strong>{t(row.words)}</strong>
          <small>{t(row.grain)}</small>
        </span>
      ),
    },
    { key: 'source', title: { zh: '来源', en: 'Source' }, phone: 'none', draw: (row) => t(row.source) },
    {
      key: 'rows',
      title: { zh: '行数', en: 'Rows' },
      number: true,
      draw: (row) => (row.rows > 0 ? grouped(row.rows) : <span className="missing">—</span>),
    },
    {
      key: 'latest',
      title: { zh: '数据到', en: 'Through' },
      draw: (row) => <Fresh ledger={row} today={today} />,
    },
    {
      key: 'last',
      title: { zh: '最近一批', en: 'Last batch' },
      draw: ({ lastBatch }) =>
        lastBatch ? (
          <span className="ledger-last">
            <Link to={`/batches/${lastBatch.id}`}>{printWhen(lastBatch.enteredAt, locale, { time: true })}</Link>
            <small>{t(whoEntered(lastBatch))}</small>
          </span>
        ) : (
          <span className="missing">—</span>
        ),
    },
    ...(imports ? [importColumn] : []),
  ]
}

const importColumn: Column<LedgerSummary> = {
  key: 'import',
  title: { zh: '操作', en: 'Deeds' },
  draw: (row) => (
    <Link to={ledgerPath(row.ledger, '/import')}>
      <T zh="导入" en="Import" />
      <span className="for-readers">
        {' '}
        <T {...row.words} />
      </span>
    </Link>
  ),
}

function Fresh({ ledger, today }: { ledger: LedgerSummary; today: string | null }) {
  const { locale } = useLocale()
  const t = useWords()
  if (!ledger.latestDay)
    return (
      <span className="missing">
        <span aria-hidden>○</span> <T zh="没有您能看的行" en="no rows you see" />
      </span>
    )
  const behind = today && ledger.grainOfTime === 'day' ? daysBehind(ledger.latestDay, today) : 0
  return (
    <span className="ledger-last">
      {latestWords(ledger, locale)}
      {behind > 0 && <small>{t({ zh: '{behind} 天前', en: '{behind} days ago' }, { behind })}</small>}
    </span>
  )
}

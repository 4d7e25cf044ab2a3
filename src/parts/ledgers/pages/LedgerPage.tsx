import { keepPreviousData } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Link, useParams } from 'react-router'
import { downloadOf, useEndpoint } from '#web/client.ts'
import { DataTable } from '#web/kit/DataTable.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page } from '#web/kit/Page.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import type { LedgerShown, LedgerSummary, RowShown } from '../shapes.ts'
import { exportLedger, listRows, showLedger } from '../shapes.ts'
import { DayRange } from './DayRange.tsx'
import { latestWords } from './freshness.ts'
import { LedgerDeclaration } from './LedgerDeclaration.tsx'
import { rowColumns } from './row-columns.tsx'
import { isNarrow, type Narrowed, useRowsAddress } from './rows-address.ts'
import { useUnits } from './unit-names.ts'
import { useSummary } from './usual-unit.ts'
import { grouped, ledgerPath, placeOf } from './values.ts'
import { whoEntered } from './words.ts'
import './ledgers.css'

const RowSheet = lazy(() => import('./RowSheet.tsx'))
const NewRowSheet = lazy(() => import('./NewRowSheet.tsx'))

/** One ledger: its rows, each with its past, and what it promises about them. */
export default function LedgerPage() {
  const t = useWords()
  const { part = '', name = '' } = useParams()
  const ledger = useEndpoint(showLedger, { params: { part, name } })
  const trail = [{ title: t({ zh: '台账', en: 'Ledgers' }), to: '/ledgers' }]
  if (ledger.data) return <OpenLedger ledger={ledger.data} trail={trail} />
  return (
    <Page title={t({ zh: '台账', en: 'Ledger' })} trail={trail}>
      {ledger.error ? <ErrorState problem={ledger.error} onRetry={() => ledger.refetch()} /> : <Loading lines={10} />}
    </Page>
  )
}

function OpenLedger({ ledger, trail }: { ledger: LedgerShown; trail: { title: string; to: string }[] }) {
  const t = useWords()
  const { locale } = useLocale()
  const { steering, narrowed, row, hrefOf, close } = useRowsAddress(ledger)
  const [recording, setRecording] = useState(false)
  const query = { ...narrowed, page: steering.page, size: steering.size }
  const rows = useEndpoint(listRows, { params: placeOf(ledger.ledger), query }, { placeholderData: keepPreviousData })
  const { names } = useUnits()
  const columns = rowColumns(ledger, locale, names)
  const summary = useSummary(ledger.ledger)
  return (
    <Page
      wide
      title={t(ledger.words)}
      trail={trail}
      sentence={<LedgerSentence summary={summary} found={rows.data} narrow={isNarrow(narrowed)} />}
      help="clerk/ledgers"
      deeds={
        <LedgerDeeds
          ledger={ledger}
          rows={rows.data?.total ?? 0}
          narrowed={narrowed}
          onRecord={() => setRecording(true)}
        />
      }
    >
      <DataTable<RowShown>
        caption={ledger.words}
        columns={columns}
        rows={rows.data?.rows}
        total={rows.data?.total}
        rowKey={(one) => String(one.rowId)}
        hrefOf={(one) => hrefOf(one.rowId)}
        steering={steering}
        searchWords={searchWords(ledger)}
        problem={rows.error}
        onRetry={() => rows.refetch()}
        waiting={rows.isPlaceholderData}
        deeds={<DayRange ledger={ledger} steering={steering} />}
        empty={<NoRows ledger={ledger} />}
      />
      <LedgerDeclaration ledger={ledger} />
      <Suspense>
        {row !== null && <RowSheet ledger={ledger} rowId={row} onClose={close} />}
        {recording && <NewRowSheet ledger={ledger} onClose={() => setRecording(false)} />}
      </Suspense>
    </Page>
  )
}

/** Among millions of rows only the beginning of the number is looked for. */
function searchWords({ searches, key, columns }: LedgerShown): Words {
  const column = columns.find(({ name }) => name === key[0])
  if (searches === 'texts' || !column) return { zh: '在文字列中查找', en: 'Find in text columns' }
  return { zh: `${column.words.zh}（开头几位）`, en: `${column.words.en} (its beginning)` }
}

interface SentenceProps {
  summary: LedgerSummary | undefined
  found: { total: number; more: boolean } | undefined
  narrow: boolean
}

function LedgerSentence({ summary, found, narrow }: SentenceProps) {
  const t = useWords()
  const { locale } = useLocale()
  if (!summary) return <>…</>
  if (!summary.latestDay)
    return t(
      { zh: '{grain}；还没有数据。', en: 'It holds {grain}; nothing has come yet.' },
      { grain: summary.grain[locale] },
    )
  if (narrow && found)
    return t(
      found.more
        ? { zh: '符合条件的超过 {total} 行。', en: 'More than {total} rows match.' }
        : { zh: '{all} 行中有 {total} 行符合条件。', en: '{total} of {all} rows match.' },
      { total: grouped(found.total), all: grouped(summary.rows) },
    )
  const { lastBatch } = summary
  const words = { zh: '共 {rows} 行，数据到 {latest}', en: '{rows} rows, through {latest}' }
  const last = {
    zh: '；最近由{who}于 {when} 记入。',
    en: '; the last were entered by {who} on {when}.',
  }
  return (
    <>
      {t(words, { rows: grouped(summary.rows), latest: latestWords(summary, locale) })}
      {lastBatch
        ? t(last, { who: whoEntered(lastBatch)[locale], when: printWhen(lastBatch.enteredAt, locale, { time: true }) })
        : t({ zh: '。', en: '.' })}
    </>
  )
}

interface DeedsProps {
  ledger: LedgerShown
  /** that match now */
  rows: number
  narrowed: Narrowed
  onRecord: () => void
}

function LedgerDeeds({ ledger, rows, narrowed, onRecord }: DeedsProps) {
  const may = useMay()
  const file = (format: 'csv' | 'xlsx') =>
    downloadOf(exportLedger, { params: placeOf(ledger.ledger), query: { ...narrowed, format } })
  return (
    <>
      {rows > 0 && (
        <span className="ledger-exports">
          <T zh="导出" en="Export" />
          <a href={file('csv')} download>
            CSV
          </a>
          <a href={file('xlsx')} download>
            xlsx
          </a>
        </span>
      )}
      <Link to={`/batches?f.ledger=${encodeURIComponent(ledger.ledger)}`}>
        <T zh="批次" en="Batches" />
      </Link>
      {may('ledgers/import') && (
        <>
          <Button onClick={onRecord}>
            <T zh="登记一行" en="Record a row" />
          </Button>
          <ImportDoor ledger={ledger} />
        </>
      )}
    </>
  )
}

function ImportDoor({ ledger }: { ledger: LedgerShown }) {
  return (
    <Link className="ledger-door" to={ledgerPath(ledger.ledger, '/import')}>
      <T zh="导入文件" en="Import a file" />
    </Link>
  )
}

function NoRows({ ledger }: { ledger: LedgerShown }) {
  const t = useWords()
  const may = useMay()
  return (
    <Empty
      title={t({ zh: '还没有行', en: 'No rows yet' })}
      deed={may('ledgers/import') && <ImportDoor ledger={ledger} />}
    >
      <T
        zh="{grain}，来自{source}。导入一个 CSV 或 xlsx 文件后，这里逐行列出；每一行都能查到是谁、何时、用哪个文件记入的。"
        en="It holds {grain}, from the {source}. Once a CSV or xlsx file is imported its rows stand here, each with who entered it, when, and from which file."
        grain={t(ledger.grain)}
        source={t(ledger.source)}
      />
    </Empty>
  )
}

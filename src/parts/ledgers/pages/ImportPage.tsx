import { Link, useParams } from 'react-router'
import { downloadOf, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { FileDrop } from '#web/kit/FileDrop.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { NoPermission } from '#web/kit/NoPermission.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { ProblemLine } from '#web/kit/ProblemLine.tsx'
import { T, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import type { LedgerShown } from '../shapes.ts'
import { ledgerTemplate, showLedger } from '../shapes.ts'
import { Imported } from './Imported.tsx'
import { ImportRunning } from './ImportRunning.tsx'
import { MatchHeadings } from './MatchHeadings.tsx'
import { TriedImport } from './TriedImport.tsx'
import { type Import, useImport } from './use-import.ts'
import { ledgerPath, placeOf } from './values.ts'
import './ledgers.css'

/** Brings a file into a ledger: choose it, match headings where needed, see what will happen, import. */
export default function ImportPage() {
  const t = useWords()
  const may = useMay()
  const { part = '', name = '' } = useParams()
  const ledger = useEndpoint(showLedger, { params: { part, name } })
  const title = t({ zh: '导入', en: 'Import' })
  const trail = [
    { title: t({ zh: '台账', en: 'Ledgers' }), to: '/ledgers' },
    ...(ledger.data ? [{ title: t(ledger.data.words), to: ledgerPath(ledger.data.ledger) }] : []),
  ]
  if (ledger.data && may('ledgers/import'))
    return (
      <Page
        title={title}
        trail={trail}
        help="clerk/import"
        sentence={t(
          {
            zh: '把文件导入{ledger}：先试运行，看清会改动什么，再导入。',
            en: 'Bring a file into {ledger}: it is tried first, so that you see what will change.',
          },
          { ledger: t(ledger.data.words) },
        )}
      >
        <Steps ledger={ledger.data} />
      </Page>
    )
  return (
    <Page title={title} trail={trail} help="clerk/import">
      {ledger.error && <ErrorState problem={ledger.error} onRetry={() => ledger.refetch()} />}
      {!ledger.error && (ledger.data ? <NoPermission /> : <Loading lines={8} />)}
    </Page>
  )
}

function Steps({ ledger }: { ledger: LedgerShown }) {
  const work = useImport(ledger)
  const { state } = work
  if (state.done) return <Imported ledger={ledger} done={state.done} onAgain={work.startOver} />
  return (
    <div className="import-steps" aria-busy={state.busy !== null}>
      <ChooseFile ledger={ledger} work={work} />
      {state.preview && state.matching && <MatchHeadings ledger={ledger} preview={state.preview} work={work} />}
      {state.busy && state.busy !== 'previewing' && <ImportRunning work={work} />}
      {state.preview && state.tried && !state.busy && (
        <TriedImport ledger={ledger} preview={state.preview} tried={state.tried} work={work} />
      )}
    </div>
  )
}

function ChooseFile({ ledger, work }: { ledger: LedgerShown; work: Import }) {
  const t = useWords()
  const { file, busy, problem } = work.state
  return (
    <Part
      title={t({ zh: '1. 选择文件', en: '1. Choose a file' })}
      deeds={
        <a href={downloadOf(ledgerTemplate, { params: placeOf(ledger.ledger) })} download>
          <T zh="下载模板（xlsx）" en="Download the template (xlsx)" />
        </a>
      }
    >
      <FileDrop
        accept=".csv,.xlsx,.txt"
        disabled={busy === 'importing'}
        onFiles={([chosen]) => chosen && work.choose(chosen)}
      >
        <T
          zh="CSV（UTF-8 或 GB18030）或 xlsx；表头不必与模板一字不差。选好后先试运行，不改动数据。"
          en="CSV (UTF-8 or GB18030) or xlsx; headings need not match the template to the letter. It is tried first and changes nothing."
        />
      </FileDrop>
      {file && (
        <p className="import-file">
          <strong>{file.name}</strong> <small>{sizeOf(file.size)}</small>{' '}
          {busy === 'previewing' && <T zh="正在读表头…" en="Reading its headings…" />}
        </p>
      )}
      <ProblemLine problem={problem} />
      {!file && (
        <p className="import-hint">
          <T
            zh="同一文件再导入一次不会重复；已有的行值变了就更正，旧值保留。"
            en="The same file twice adds nothing; a row that changed is corrected and its old values stay."
          />{' '}
          <Link to={ledgerPath(ledger.ledger)}>
            <T zh="看看现有的行" en="See the rows there are" />
          </Link>
        </p>
      )}
    </Part>
  )
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

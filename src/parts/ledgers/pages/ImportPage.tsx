import { Button } from 'antd'
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
import { groupedAll, ledgerPath, placeOf } from './values.ts'
import { countSentence, countsOf } from './words.ts'
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
  if (ledger.data && may('ledgers/import')) return <OpenImport ledger={ledger.data} title={title} trail={trail} />
  return (
    <Page title={title} trail={trail} help="clerk/import">
      {ledger.error && <ErrorState problem={ledger.error} onRetry={() => ledger.refetch()} />}
      {!ledger.error && (ledger.data ? <NoPermission /> : <Loading lines={8} />)}
    </Page>
  )
}

interface OpenImportProps {
  ledger: LedgerShown
  title: string
  trail: { title: string; to: string }[]
}

function OpenImport({ ledger, title, trail }: OpenImportProps) {
  const t = useWords()
  const work = useImport(ledger)
  const { done, preview, matching, tried, busy, stopped } = work.state
  const sentence = done
    ? t(countSentence.did, groupedAll(countsOf(done)))
    : t(
        {
          zh: '把文件导入{ledger}：先试运行，看清会改动什么，再导入。',
          en: 'Bring a file into {ledger}: it is tried first, so that you see what will change.',
        },
        { ledger: t(ledger.words) },
      )
  return (
    <Page title={title} trail={trail} help="clerk/import" sentence={sentence}>
      {done ? (
        <Imported ledger={ledger} done={done} onAgain={work.startOver} />
      ) : (
        <div aria-busy={busy !== null}>
          <ChooseFile ledger={ledger} work={work} />
          {preview && matching && <MatchHeadings ledger={ledger} preview={preview} work={work} />}
          {busy && busy !== 'previewing' && <ImportRunning work={work} />}
          {!busy && stopped && <Stopped work={work} stopped={stopped} />}
          {preview && tried && !busy && <TriedImport ledger={ledger} preview={preview} tried={tried} work={work} />}
        </div>
      )}
    </Page>
  )
}

/** Stopped by the person: what that means, and the way on. */
function Stopped({ work, stopped }: { work: Import; stopped: 'trying' | 'importing' }) {
  return (
    <div className="import-note" role="status">
      <p>
        {stopped === 'trying' ? (
          <T zh="试运行已停止，没有数据被改动。" en="The dry run was stopped; nothing was changed." />
        ) : (
          <>
            <T
              zh="导入已停止：一个文件要么全部记入，要么一行也不记入。如果停止时已经全部记入，它会出现在"
              en="The import was stopped: a file goes in whole or not at all. If it was in already, it stands among the "
            />
            <Link to="/batches">
              <T zh="批次" en="batches" />
            </Link>
            <T zh="里。" en="." />
          </>
        )}
      </p>
      {!work.state.tried && (
        <Button onClick={work.tryIt}>
          <T zh="再试运行" en="Try it again" />
        </Button>
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

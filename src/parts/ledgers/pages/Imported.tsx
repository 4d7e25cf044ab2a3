import { Button } from 'antd'
import { Link } from 'react-router'
import { downloadOf } from '#web/client.ts'
import { Part } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import type { ImportShown } from '../import-shapes.ts'
import { rejectedRows } from '../import-shapes.ts'
import type { LedgerShown } from '../shapes.ts'
import { Findings } from './Findings.tsx'
import { ledgerPath } from './values.ts'

interface ImportedProps {
  ledger: LedgerShown
  done: ImportShown
  onAgain: () => void
}

/** What the import did, and the doors that lead on from it. */
export function Imported({ ledger, done, onAgain }: ImportedProps) {
  const t = useWords()
  const { rejected } = done
  return (
    <>
      <p className="import-counts" role="status">
        <span aria-hidden className="import-done">
          ✓{' '}
        </span>
        {t(
          {
            zh: '已导入，用时 {seconds} 秒；相关指标已随之更新。',
            en: 'Imported in {seconds} s; figures made of it have followed.',
          },
          { seconds: done.seconds.toFixed(done.seconds < 10 ? 1 : 0) },
        )}
      </p>
      <div className="import-deeds">
        {done.batch !== null && (
          <Link className="ledger-door" to={`/batches/${done.batch}`}>
            {t({ zh: '看批次 {batch}', en: 'Open batch {batch}' }, { batch: done.batch })}
          </Link>
        )}
        <Link to={ledgerPath(ledger.ledger)}>
          {t({ zh: '看{ledger}', en: 'Open {ledger}' }, { ledger: t(ledger.words) })}
        </Link>
        <Button type="link" onClick={onAgain}>
          <T zh="再导入一个文件" en="Import another file" />
        </Button>
      </div>
      {done.groups.length > 0 && (
        <Part
          title={t({ zh: '退回与提示', en: 'Sent back and warned' })}
          deeds={
            done.batch !== null &&
            rejected > 0 && (
              <a href={downloadOf(rejectedRows, { params: { id: done.batch } })} download>
                <T zh="下载退回的行（xlsx）" en="Download the rows sent back (xlsx)" />
              </a>
            )
          }
        >
          {rejected > 0 && (
            <p className="import-hint">
              <T
                zh="工作簿保留原来的列，并附行号、原因和处理办法；改好后直接导入它即可。"
                en="The workbook keeps the file's columns with line, reason and what to do; mend it and import it as it is."
              />
            </p>
          )}
          <Findings groups={done.groups} columns={ledger.columns} headings={done.headings} />
        </Part>
      )}
    </>
  )
}

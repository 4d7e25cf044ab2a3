import { Button } from 'antd'
import { Link } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { Part } from '#web/kit/Page.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { type ImportShown, showBatch } from '../import-shapes.ts'
import type { LedgerShown } from '../shapes.ts'
import { Findings } from './Findings.tsx'
import { FirstRows } from './FirstRows.tsx'
import type { Preview } from './reply-types.ts'
import { UnitSelect } from './UnitSelect.tsx'
import type { Import } from './use-import.ts'
import { grouped, groupedAll } from './values.ts'
import { countSentence, countsOf, whoEntered } from './words.ts'

interface TriedImportProps {
  ledger: LedgerShown
  preview: Preview
  tried: ImportShown
  work: Import
}

/** What the file would do: counts as one sentence, findings with their cure, and the one button that does it. */
export function TriedImport({ ledger, preview, tried, work }: TriedImportProps) {
  const t = useWords()
  const step = work.state.matching ? 3 : 2
  return (
    <Part title={t({ zh: '{step}. 看清会改动什么', en: '{step}. See what will change' }, { step })}>
      <div className="import-counts" role="status">
        <p>{t(countSentence.would, groupedAll(countsOf(tried)))}</p>
        {tried.warned > 0 && (
          <p>
            {t(
              { zh: '其中 {warned} 行可以导入，但请看一下提示。', en: 'Of these, {warned} with a warning.' },
              groupedAll(countsOf(tried)),
            )}
          </p>
        )}
      </div>
      {tried.sameAs !== null && <SameFile batch={tried.sameAs} />}
      <Ignored tried={tried} work={work} />
      <UnitOfRows ledger={ledger} work={work} />
      <Findings groups={tried.groups} columns={ledger.columns} headings={tried.headings} />
      <FirstRows ledger={ledger} preview={preview} mapping={work.state.mapping} />
      <Deeds tried={tried} work={work} />
    </Part>
  )
}

function SameFile({ batch }: { batch: number }) {
  const t = useWords()
  const { locale } = useLocale()
  const same = useEndpoint(showBatch, { params: { id: batch } }).data?.batch
  return (
    <p className="import-note">
      <T zh="这个文件已经导入过：" en="This file is in already: " />
      <Link to={`/batches/${batch}`}>{t({ zh: '批次 {batch}', en: 'batch {batch}' }, { batch })}</Link>
      {same &&
        `${t({ zh: '，', en: ', ' })}${t(whoEntered(same))} ${printWhen(same.enteredAt, locale, { time: true })}`}
      <T zh="。再导入一次不会有任何改动。" en=". Importing it again changes nothing." />
    </p>
  )
}

/** Rows that name no unit belong to this one; another choice tries the file again. */
function UnitOfRows({ ledger, work }: { ledger: LedgerShown; work: Import }) {
  const named = ledger.columns.some((column) => column.kind === 'unit')
  return (
    <UnitSelect
      label={
        named
          ? { zh: '没写所属单位的行归到', en: 'Rows that name no unit belong to' }
          : { zh: '这些行归到', en: 'These rows belong to' }
      }
      value={work.unit ?? ''}
      disabled={work.state.busy !== null}
      onChoose={work.toUnit}
    />
  )
}

/** Headings that fill no column are named, so that nothing is dropped in silence. */
function Ignored({ tried, work }: { tried: ImportShown; work: Import }) {
  const t = useWords()
  if (work.state.matching) return null
  return (
    <p className="import-hint">
      {tried.ignored.length > 0 &&
        t({ zh: '不导入的列：{ignored}。', en: 'Columns left out: {ignored}. ' }, { ignored: tried.ignored })}
      <button type="button" className="plain-link" onClick={work.openMatching}>
        <T zh="调整表头的对应" en="Match the headings by hand" />
      </button>
    </p>
  )
}

function Deeds({ tried, work }: { tried: ImportShown; work: Import }) {
  const t = useWords()
  const change = tried.accepted + tried.corrected
  const nothing = change === 0
  return (
    <>
      {tried.rejected > 0 && (
        <p className="import-hint">
          {nothing
            ? t({
                zh: '请按上面的办法改好文件，再选一次。',
                en: 'Mend the file as told above and choose it again.',
              })
            : t({
                zh: '可以先改好文件再选一次；也可以现在就导入，不能导入的行随后可下载成工作簿，附原因和办法，改好再导入。',
                en: 'Mend the file and choose it again, or import now: the rows that cannot go in can then be downloaded as a workbook with reason and cure, to be mended and imported.',
              })}
        </p>
      )}
      <div className="import-deeds">
        <Button type="primary" size="large" disabled={nothing} onClick={work.doIt}>
          {nothing
            ? t({ zh: '没有要导入的改动', en: 'Nothing to import' })
            : t({ zh: '导入 {change} 行', en: 'Import {change} rows' }, { change: grouped(change) })}
        </Button>
        <Button size="large" onClick={work.startOver}>
          <T zh="换一个文件" en="Choose another file" />
        </Button>
      </div>
    </>
  )
}

import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { downloadOf, type Reply, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { useMay } from '#web/session.ts'
import type { BatchShown } from '../import-shapes.ts'
import { rejectedRows, showBatch } from '../import-shapes.ts'
import { showLedger } from '../shapes.ts'
import { BatchChanges } from './BatchChanges.tsx'
import { BatchFacts } from './BatchFacts.tsx'
import { Findings } from './Findings.tsx'
import { grouped, groupedAll, ledgerPath, placeOf } from './values.ts'
import { WithdrawSheet } from './WithdrawSheet.tsx'
import { countSentence, countsOf } from './words.ts'
import './ledgers.css'

/** One batch: what it brought, what it changed, what it left out, and the way to take it back. */
export default function BatchPage() {
  const t = useWords()
  const { id = '' } = useParams()
  const batch = useEndpoint(showBatch, { params: { id: Number(id) } })
  const trail = [{ title: t({ zh: '批次', en: 'Batches' }), to: '/batches' }]
  if (batch.data) return <OpenBatch {...batch.data} trail={trail} />
  return (
    <Page title={t({ zh: '批次 {id}', en: 'Batch {id}' }, { id })} trail={trail}>
      {batch.error ? <ErrorState problem={batch.error} onRetry={() => batch.refetch()} /> : <Loading lines={10} />}
    </Page>
  )
}

type Opened = Reply<typeof showBatch>

function OpenBatch({ trail, ...opened }: Opened & { trail: { title: string; to: string }[] }) {
  const { batch } = opened
  const t = useWords()
  const may = useMay()
  const [withdrawing, setWithdrawing] = useState(false)
  return (
    <Page
      title={t({ zh: '批次 {id}', en: 'Batch {id}' }, { id: batch.id })}
      trail={trail}
      help="clerk/batches"
      sentence={<BatchSentence batch={batch} />}
      deeds={
        <>
          <Link to={ledgerPath(batch.ledger)}>
            {t({ zh: '看{ledger}', en: 'Open {ledger}' }, { ledger: t(batch.ledgerWords) })}
          </Link>
          {!batch.withdrawn && may('ledgers/withdraw') && (
            <Button danger onClick={() => setWithdrawing(true)}>
              <T zh="撤回这一批" en="Withdraw this batch" />
            </Button>
          )}
        </>
      }
    >
      <BatchFacts batch={batch} />
      <BatchChanges batch={batch} />
      <SentBack {...opened} />
      {withdrawing && <WithdrawSheet batch={batch} onClose={() => setWithdrawing(false)} />}
    </Page>
  )
}

function BatchSentence({ batch }: { batch: BatchShown }) {
  const t = useWords()
  const { locale } = useLocale()
  const { withdrawn } = batch
  return (
    <>
      {t({ zh: '{ledger}：', en: '{ledger}: ' }, { ledger: batch.ledgerWords[locale] })}
      {t(countSentence.did, groupedAll(countsOf(batch)))}
      {withdrawn &&
        t(
          {
            zh: '这一批已撤回：{removed} 行删去，{restored} 行恢复原值。',
            en: ' It was withdrawn: {removed} rows went, {restored} returned to their earlier values.',
          },
          { removed: grouped(withdrawn.removed), restored: grouped(withdrawn.restored) },
        )}
    </>
  )
}

/** Rows that did not go in or went in with a warning; the workbook of the former. */
function SentBack({ batch, groups, headings }: Opened) {
  const t = useWords()
  const ledger = useEndpoint(showLedger, { params: placeOf(batch.ledger) })
  if (groups.length === 0) return null
  return (
    <Part
      title={t({ zh: '退回与提示', en: 'Sent back and warned' })}
      deeds={
        batch.rejected > 0 && (
          <a href={downloadOf(rejectedRows, { params: { id: batch.id } })} download>
            <T zh="下载退回的行（xlsx）" en="Download the rows sent back (xlsx)" />
          </a>
        )
      }
    >
      <Findings groups={groups} columns={ledger.data?.columns ?? []} headings={headings} />
    </Part>
  )
}

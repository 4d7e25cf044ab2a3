import { keepPreviousData } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { listAudit, verifyChain } from '#kernel/audit/shapes.ts'
import { useEndpoint, useSend } from '../client.ts'
import { type Column, DataTable } from '../kit/DataTable.tsx'
import { Page } from '../kit/Page.tsx'
import { ProblemLine } from '../kit/ProblemLine.tsx'
import { useTableAddress } from '../kit/table-address.ts'
import { When } from '../kit/When.tsx'
import { T, useWords } from '../locale.tsx'
import { useMay } from '../session.ts'
import { AuditEntrySheet, type AuditRow } from './AuditEntrySheet.tsx'
import { ActorName, DeedName, SubjectName } from './AuditWords.tsx'
import { UnitName } from './UnitName.tsx'
import { Verdict } from './Verdict.tsx'

/** Who did what, when, from what to what: the chain, newest first, and the proof that nobody touched it. */
export default function AuditPage() {
  const t = useWords()
  const may = useMay()
  const steering = useTableAddress()
  const [opened, setOpened] = useState<AuditRow>()
  const { page, size, q } = steering
  const { data, error, refetch, isPlaceholderData } = useEndpoint(
    listAudit,
    { query: { page, size, ...soughtBy(q.trim()) } },
    { placeholderData: keepPreviousData },
  )
  const verify = useSend(verifyChain, { refreshes: [] })
  return (
    <Page
      title={t({ zh: '审计', en: 'Audit' })}
      help="auditor/chain"
      sentence={
        verify.data ? (
          <Verdict verification={verify.data} />
        ) : (
          data && (
            <T
              zh="共 {total} 条记录，条条相连，可随时核验。"
              en="{total} entries, each chained to the one before; verify them at any time."
              total={data.total}
            />
          )
        )
      }
      deeds={
        may('audit/verify') && (
          <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate({})}>
            <T zh="核验审计链" en="Verify the chain" />
          </Button>
        )
      }
    >
      <ProblemLine problem={verify.error} />
      <DataTable
        caption={{ zh: '审计记录', en: 'Audit entries' }}
        columns={[...columns, openColumn(setOpened)]}
        rows={data?.entries}
        total={data?.total}
        rowKey={(row) => String(row.seq)}
        steering={steering}
        searchWords={{ zh: '人员、动作 ledgers/* 或对象 batch:12', en: 'Person, deed ledgers/* or subject batch:12' }}
        problem={error}
        onRetry={refetch}
        waiting={isPlaceholderData}
      />
      {opened && <AuditEntrySheet entry={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  )
}

/** `ledgers/import` is an action, `batch:12` a subject, anything else a person. */
function soughtBy(typed: string): { action?: string; subject?: string; actor?: string } {
  if (!typed) return {}
  if (typed.includes(':')) return { subject: typed }
  return typed.includes('/') ? { action: typed } : { actor: typed }
}

const columns: Column<AuditRow>[] = [
  { key: 'seq', title: { zh: '序号', en: 'No.' }, number: true, draw: (row) => row.seq, width: '72px', phone: 'none' },
  { key: 'at', title: { zh: '时间', en: 'When' }, draw: (row) => <When at={row.at} />, width: '176px' },
  { key: 'actor', title: { zh: '人员', en: 'Who' }, draw: (row) => <ActorName row={row} /> },
  { key: 'action', title: { zh: '动作', en: 'Deed' }, draw: (row) => <DeedName action={row.action} />, phone: 'head' },
  { key: 'subject', title: { zh: '对象', en: 'To what' }, draw: (row) => <SubjectName subject={row.subject} /> },
  { key: 'unit', title: { zh: '单位', en: 'Unit' }, draw: (row) => <UnitName code={row.unit} /> },
]

const openColumn = (open: (row: AuditRow) => void): Column<AuditRow> => ({
  key: 'open',
  title: { zh: '前后', en: 'Before and after' },
  draw: (row) => (
    <Button size="small" onClick={() => open(row)}>
      <T zh="查看" en="See" />
    </Button>
  ),
})

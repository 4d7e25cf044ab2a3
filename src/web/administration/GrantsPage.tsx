import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { roleWords } from '#kernel/access/actor.ts'
import { listGrants, revokeGrant } from '#kernel/access/shapes.ts'
import { type Reply, useEndpoint, useSend } from '../client.ts'
import { type Column, DataTable } from '../kit/DataTable.tsx'
import { Page } from '../kit/Page.tsx'
import { useSay } from '../kit/Said.tsx'
import { When } from '../kit/When.tsx'
import { T, useWords } from '../locale.tsx'
import { useMay } from '../session.ts'
import { NewGrant } from './NewGrant.tsx'
import { UnitName } from './UnitName.tsx'

type GrantRow = Reply<typeof listGrants>['grants'][number]

/** Every role that was ever granted: to whom, over which unit, by whom, until when. */
export default function GrantsPage() {
  const t = useWords()
  const say = useSay()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useEndpoint(listGrants)
  const revoke = useSend(revokeGrant, { onDone: () => say(t({ zh: '角色已收回', en: 'The role is revoked' })) })
  const held = data?.grants.filter((grant) => !grant.revokedAt).length
  const grantorOf = (id: string) =>
    id === 'cli'
      ? t({ zh: '数据包或命令行', en: 'Package or command line' })
      : (data?.grants.find((grant) => grant.user === id)?.name ?? id)
  return (
    <Page
      title={t({ zh: '授权', en: 'Grants' })}
      help="administrator/grants"
      sentence={
        held !== undefined && (
          <T
            zh="现有 {held} 项角色在用，收回的也留有记录。"
            en="{held} roles are held now; revoked ones stay on record."
            held={held}
          />
        )
      }
      deeds={
        may('access/grants') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            <T zh="授予角色" en="Grant a role" />
          </Button>
        )
      }
    >
      <DataTable
        caption={{ zh: '授权', en: 'Grants' }}
        columns={[
          ...columnsOf(grantorOf),
          ...(may('access/grants') ? [revokeColumn((id) => revoke.mutate({ params: { id } }))] : []),
        ]}
        rows={data?.grants}
        rowKey={(row) => String(row.id)}
        problem={error ?? revoke.error}
        onRetry={refetch}
      />
      {adding && <NewGrant onClose={() => setAdding(false)} />}
    </Page>
  )
}

const columnsOf = (nameOf: (id: string) => string): Column<GrantRow>[] => [
  { key: 'name', title: { zh: '姓名', en: 'Name' }, draw: (row) => `${row.name}（${row.username}）` },
  { key: 'role', title: { zh: '角色', en: 'Role' }, draw: (row) => <T {...roleWords[row.role]} /> },
  { key: 'unit', title: { zh: '单位', en: 'Unit' }, draw: (row) => <UnitName code={row.unit} /> },
  { key: 'grantedAt', title: { zh: '授予', en: 'Granted' }, draw: (row) => <When at={row.grantedAt} /> },
  { key: 'grantedBy', title: { zh: '授予人', en: 'By' }, draw: (row) => nameOf(row.grantedBy) },
  { key: 'revokedAt', title: { zh: '收回', en: 'Revoked' }, draw: (row) => <When at={row.revokedAt} /> },
]

const revokeColumn = (revoke: (id: number) => void): Column<GrantRow> => ({
  key: 'revoke',
  title: { zh: '操作', en: 'Deed' },
  draw: (row) =>
    !row.revokedAt && (
      <Popconfirm title={<T zh="收回这一角色？" en="Revoke this role?" />} onConfirm={() => revoke(row.id)}>
        <Button size="small">
          <T zh="收回" en="Revoke" />
        </Button>
      </Popconfirm>
    ),
})

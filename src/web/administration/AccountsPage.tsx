import { keepPreviousData } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { roleWords } from '#kernel/access/actor.ts'
import { listAccounts } from '#kernel/access/shapes.ts'
import { type Reply, useEndpoint } from '../client.ts'
import { type Column, DataTable } from '../kit/DataTable.tsx'
import { Page } from '../kit/Page.tsx'
import { StateMark } from '../kit/StateMark.tsx'
import { useTableAddress } from '../kit/table-address.ts'
import { When } from '../kit/When.tsx'
import { T, useWords } from '../locale.tsx'
import { useMay } from '../session.ts'
import { AccountDeeds } from './AccountDeeds.tsx'
import { NewAccount } from './NewAccount.tsx'
import { SecretOnce, type Told } from './SecretOnce.tsx'
import { useUnitNames } from './unit-names.ts'

export type AccountRow = Reply<typeof listAccounts>['accounts'][number]

/** Every account: who it is, what it may do, whether it is open. */
export default function AccountsPage() {
  const t = useWords()
  const may = useMay()
  const steering = useTableAddress()
  const [adding, setAdding] = useState(false)
  const [secret, setSecret] = useState<Told>()
  const { page, size, q } = steering
  const { data, error, refetch, isPlaceholderData } = useEndpoint(
    listAccounts,
    { query: { page, size, ...(q ? { search: q } : {}) } },
    { placeholderData: keepPreviousData },
  )
  return (
    <Page
      title={t({ zh: '账号', en: 'Accounts' })}
      help="administrator/accounts"
      sentence={
        data && (
          <T
            zh="共 {total} 个账号；开立账号与授予角色分由两位管理员办理。"
            en="{total} accounts; one administrator makes them, another grants roles."
            total={data.total}
          />
        )
      }
      deeds={
        may('access/accounts') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            <T zh="开立账号" en="Make an account" />
          </Button>
        )
      }
    >
      <DataTable
        caption={{ zh: '账号', en: 'Accounts' }}
        columns={[...columns, deedsColumn(setSecret)]}
        rows={data?.accounts}
        total={data?.total}
        rowKey={(row) => row.id}
        steering={steering}
        searchWords={{ zh: '用户名或姓名', en: 'User name or name' }}
        problem={error}
        onRetry={refetch}
        waiting={isPlaceholderData}
      />
      {adding && <NewAccount onClose={() => setAdding(false)} onSecret={setSecret} />}
      {secret && <SecretOnce told={secret} onClose={() => setSecret(undefined)} />}
    </Page>
  )
}

const columns: Column<AccountRow>[] = [
  { key: 'username', title: { zh: '用户名', en: 'User name' }, draw: (row) => row.username, phone: 'line' },
  { key: 'name', title: { zh: '姓名', en: 'Name' }, draw: (row) => row.name, phone: 'head' },
  { key: 'grants', title: { zh: '角色', en: 'Roles' }, draw: (row) => <Roles grants={row.grants} /> },
  {
    key: 'secondFactor',
    title: { zh: '动态验证码', en: 'Code' },
    draw: (row) => (row.secondFactor ? <T zh="已启用" en="on" /> : <T zh="未启用" en="off" />),
  },
  {
    key: 'state',
    title: { zh: '状态', en: 'State' },
    draw: (row) =>
      row.disabledAt ? (
        <>
          <StateMark state="none" words={{ zh: '停用', en: 'Disabled' }} /> <When at={row.disabledAt} time={false} />
        </>
      ) : (
        <StateMark state="on" words={{ zh: '正常', en: 'Open' }} />
      ),
  },
]

const deedsColumn = (onSecret: (told: Told) => void): Column<AccountRow> => ({
  key: 'deeds',
  title: { zh: '操作', en: 'Deeds' },
  draw: (row) => <AccountDeeds account={row} onSecret={onSecret} />,
})

function Roles({ grants }: { grants: AccountRow['grants'] }) {
  const t = useWords()
  const nameOf = useUnitNames()
  if (grants.length === 0) return <span className="missing">—</span>
  return (
    <>{grants.map((grant) => `${t(roleWords[grant.role])} · ${nameOf(grant.unit)}`).join(t({ zh: '；', en: '; ' }))}</>
  )
}

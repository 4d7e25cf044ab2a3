import { Button } from 'antd'
import { endOtherSessions, endOwnSession, listOwnSessions } from '#kernel/access/shapes.ts'
import { useEndpoint, useSend } from '../client.ts'
import { DataTable } from '../kit/DataTable.tsx'
import { useSay } from '../kit/Said.tsx'
import { When } from '../kit/When.tsx'
import { T, useWords } from '../locale.tsx'
import { deviceOf } from './device.ts'

/** The person's own sessions; any but this one can be ended here. */
export function OwnSessions() {
  const t = useWords()
  const say = useSay()
  const { data, error, refetch } = useEndpoint(listOwnSessions)
  const told = { onDone: () => say(t({ zh: '已结束登录', en: 'Signed out there' })) }
  const end = useSend(endOwnSession, told)
  const endOthers = useSend(endOtherSessions, told)
  return (
    <DataTable
      caption={{ zh: '登录中的设备', en: 'Where you are signed in' }}
      rows={data?.sessions}
      problem={error ?? end.error ?? endOthers.error}
      onRetry={refetch}
      rowKey={(row) => row.id}
      deeds={
        (data?.sessions.length ?? 0) > 1 && (
          <Button onClick={() => endOthers.mutate({})} loading={endOthers.isPending}>
            <T zh="结束其他登录" en="Sign out everywhere else" />
          </Button>
        )
      }
      columns={[
        {
          key: 'agent',
          title: { zh: '设备', en: 'Device' },
          draw: (row) => (
            <>
              {deviceOf(row.agent)} {row.current && <strong>{t({ zh: '（本机）', en: '(this one)' })}</strong>}
            </>
          ),
        },
        { key: 'address', title: { zh: '地址', en: 'Address' }, draw: (row) => row.address ?? '—' },
        { key: 'createdAt', title: { zh: '登录时间', en: 'Since' }, draw: (row) => <When at={row.createdAt} /> },
        { key: 'expiresAt', title: { zh: '到期', en: 'Until' }, draw: (row) => <When at={row.expiresAt} /> },
        {
          key: 'end',
          title: { zh: '操作', en: 'Deed' },
          draw: (row) =>
            !row.current && (
              <Button size="small" onClick={() => end.mutate({ params: { id: row.id } })}>
                <T zh="结束" en="End" />
              </Button>
            ),
        },
      ]}
    />
  )
}

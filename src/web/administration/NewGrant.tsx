import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { type Role, roles, roleWords } from '#kernel/access/actor.ts'
import { grantRole, listAccounts } from '#kernel/access/shapes.ts'
import { useEndpoint, useSend } from '../client.ts'
import { ProblemLine } from '../kit/ProblemLine.tsx'
import { SideSheet } from '../kit/SideSheet.tsx'
import { UnitPicker } from '../kit/UnitPicker.tsx'
import { T, useWords } from '../locale.tsx'
import { useUnitTree } from './unit-names.ts'

interface Wanted {
  user: string
  role: Role
  unit: string
}

/** Grants one role to one account over one unit and all below it. */
export function NewGrant({ onClose }: { onClose: () => void }) {
  const t = useWords()
  const [sought, setSought] = useState('')
  const accounts = useEndpoint(listAccounts, { query: { ...(sought ? { search: sought } : {}), size: 20 } })
  const grant = useSend(grantRole, { onDone: onClose })
  const required = [{ required: true, message: <T zh="请选择" en="Please choose" /> }]
  return (
    <SideSheet title={t({ zh: '授予角色', en: 'Grant a role' })} onClose={onClose}>
      <Form<Wanted> layout="vertical" requiredMark={false} onFinish={(body) => grant.mutate({ body })}>
        <Form.Item name="user" label={<T zh="账号" en="Account" />} rules={required}>
          <Select
            showSearch={{ filterOption: false, onSearch: setSought }}
            options={
              accounts.data?.accounts.map((row) => ({ value: row.id, label: `${row.name}（${row.username}）` })) ?? []
            }
          />
        </Form.Item>
        <Form.Item name="role" label={<T zh="角色" en="Role" />} rules={required}>
          <Select options={roles.map((role) => ({ value: role, label: t(roleWords[role]) }))} />
        </Form.Item>
        <Form.Item name="unit" label={<T zh="单位（含其下级）" en="Unit (with all below it)" />} rules={required}>
          <UnitField />
        </Form.Item>
        <ProblemLine problem={grant.error ?? accounts.error} />
        <Button type="primary" htmlType="submit" loading={grant.isPending}>
          <T zh="授予" en="Grant" />
        </Button>
      </Form>
    </SideSheet>
  )
}

function UnitField({ value, onChange }: { value?: string; onChange?: (code: string | undefined) => void }) {
  const units = useUnitTree().map(({ code, parent, nameZh, nameEn }) => ({
    code,
    under: parent,
    name: { zh: nameZh, en: nameEn },
  }))
  return <UnitPicker units={units} value={value} onChange={(code) => onChange?.(code)} />
}

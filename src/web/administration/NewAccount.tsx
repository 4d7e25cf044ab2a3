import { Button, Form, Input } from 'antd'
import { createAccount } from '#kernel/access/shapes.ts'
import { useSend } from '../client.ts'
import { ProblemLine } from '../kit/ProblemLine.tsx'
import { SideSheet } from '../kit/SideSheet.tsx'
import { T, useWords } from '../locale.tsx'
import type { Told } from './SecretOnce.tsx'

interface Wanted {
  username: string
  name: string
  personCode?: string
}

/** Makes an account; its first password is told once. Roles are granted by the security administrator afterwards. */
export function NewAccount({ onClose, onSecret }: { onClose: () => void; onSecret: (told: Told) => void }) {
  const t = useWords()
  const make = useSend(createAccount, {
    onDone: ({ username, password }) => {
      onClose()
      if (password) onSecret({ username, password })
    },
  })
  const required = [{ required: true, message: <T zh="请填写" en="Please fill in" /> }]
  const send = ({ username, name, personCode }: Wanted) =>
    make.mutate({ body: { username, name, ...(personCode ? { personCode } : {}) } })
  return (
    <SideSheet title={t({ zh: '开立账号', en: 'Make an account' })} onClose={onClose}>
      <Form<Wanted> layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item
          name="username"
          label={<T zh="用户名" en="User name" />}
          rules={required}
          extra={<T zh="汉字、字母、数字，2 至 30 位" en="2 to 30 letters, digits or characters" />}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={<T zh="姓名" en="Name" />} rules={required}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="personCode" label={<T zh="人员编码（可空）" en="Person code (optional)" />}>
          <Input autoComplete="off" />
        </Form.Item>
        <ProblemLine problem={make.error} />
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          <T zh="开立" en="Make" />
        </Button>
      </Form>
    </SideSheet>
  )
}

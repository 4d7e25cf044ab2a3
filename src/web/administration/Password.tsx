import { Button, Form, Input } from 'antd'
import { ask } from '../client.ts'
import { ProblemLine } from '../kit/ProblemLine.tsx'
import { useSay } from '../kit/Said.tsx'
import { useDeed } from '../kit/use-deed.ts'
import { T, useWords } from '../locale.tsx'
import './administration.css'

interface Passwords {
  currentPassword: string
  newPassword: string
}

/** A new password; every other session of the person ends with the old one. */
export function Password() {
  const t = useWords()
  const say = useSay()
  const [form] = Form.useForm<Passwords>()
  const change = useDeed(async ({ currentPassword, newPassword }: Passwords) => {
    await ask('POST', '/api/auth/change-password', { currentPassword, newPassword, revokeOtherSessions: true })
    form.resetFields()
    say(t({ zh: '口令已修改，其他设备需重新登录', en: 'The password is changed; other devices must sign in again' }))
  })
  const required = [{ required: true, message: <T zh="请填写" en="Please fill in" /> }]
  return (
    <Form className="narrow-form" form={form} layout="vertical" requiredMark={false} onFinish={change.deed}>
      <Form.Item name="currentPassword" label={<T zh="现在的口令" en="Password now" />} rules={required}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="newPassword" label={<T zh="新口令" en="New password" />} rules={required}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <ProblemLine problem={change.problem} />
      <Button type="primary" htmlType="submit" loading={change.busy}>
        <T zh="修改口令" en="Change the password" />
      </Button>
    </Form>
  )
}

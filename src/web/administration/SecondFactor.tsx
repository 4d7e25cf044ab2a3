import { Button, Form, Input, QRCode } from 'antd'
import { useState } from 'react'
import { useAppearance } from '../appearance.tsx'
import { ask } from '../client.ts'
import { ProblemLine } from '../kit/ProblemLine.tsx'
import { useSay } from '../kit/Said.tsx'
import { useDeed } from '../kit/use-deed.ts'
import { T, useWords } from '../locale.tsx'
import { useFreshStart, verifySecondStep } from '../session.ts'
import './administration.css'

interface Prepared {
  totpURI: string
  backupCodes: readonly string[]
}

/** Turns the second step on (password, picture for the authenticator, one code to prove it) or off. */
export function SecondFactor({ on }: { on: boolean }) {
  const t = useWords()
  const say = useSay()
  const startFresh = useFreshStart()
  const [prepared, setPrepared] = useState<Prepared>()
  const begin = useDeed(async ({ password }: { password: string }) => {
    if (!on) return setPrepared((await ask('POST', '/api/auth/two-factor/enable', { password })) as Prepared)
    await ask('POST', '/api/auth/two-factor/disable', { password })
    await startFresh()
    say(t({ zh: '动态验证码已停用', en: 'The authentication code is off' }))
  })
  const finish = async () => {
    setPrepared(undefined)
    await startFresh()
    say(t({ zh: '动态验证码已启用', en: 'The authentication code is on' }))
  }
  if (prepared) return <Pairing prepared={prepared} onDone={finish} />
  return (
    <Form className="narrow-form" layout="vertical" requiredMark={false} onFinish={begin.deed}>
      <p>
        {on ? (
          <T
            zh="已启用：登录时还要输入身份验证器上的六位数字。"
            en="On: signing in also asks for the six digits of your authenticator."
          />
        ) : (
          <T
            zh="未启用。启用后，口令泄露也无法登录您的账号。"
            en="Off. With it on, a leaked password alone opens nothing."
          />
        )}
      </p>
      <Form.Item
        name="password"
        label={<T zh="口令" en="Password" />}
        rules={[{ required: true, message: <T zh="请填写口令" en="Enter your password" /> }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <ProblemLine problem={begin.problem} />
      <Button htmlType="submit" loading={begin.busy} danger={on}>
        {on ? <T zh="停用" en="Turn off" /> : <T zh="启用" en="Turn on" />}
      </Button>
    </Form>
  )
}

function Pairing({ prepared, onDone }: { prepared: Prepared; onDone: () => Promise<void> }) {
  const { tokens } = useAppearance()
  const verify = useDeed(async ({ code }: { code: string }) => {
    await verifySecondStep(code)
    await onDone()
  })
  const secret = new URL(prepared.totpURI).searchParams.get('secret') ?? ''
  return (
    <Form className="pairing" layout="vertical" requiredMark={false} onFinish={verify.deed}>
      <QRCode value={prepared.totpURI} type="svg" color={tokens.ink} bgColor={tokens.surface} />
      <div>
        <p>
          <T
            zh="1. 用身份验证器扫描；扫不了就手工输入密钥："
            en="1. Scan it with your authenticator, or enter the key by hand:"
          />
          <code>{secret}</code>
        </p>
        <p>
          <T
            zh="2. 抄下备用码，每个可代替动态码用一次："
            en="2. Write down these spare codes; each works once instead of a code:"
          />
          <code>{prepared.backupCodes.join('  ')}</code>
        </p>
        <Form.Item name="code" label={<T zh="3. 输入验证器显示的六位数字" en="3. Enter the six digits it shows" />}>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} style={{ width: 140 }} />
        </Form.Item>
        <ProblemLine problem={verify.problem} />
        <Button type="primary" htmlType="submit" loading={verify.busy}>
          <T zh="完成启用" en="Turn on" />
        </Button>
      </div>
    </Form>
  )
}

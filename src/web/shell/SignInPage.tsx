import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import { usePhone } from '../appearance.tsx'
import { ProblemLine } from '../kit/ProblemLine.tsx'
import { useDeed } from '../kit/use-deed.ts'
import { T, useWords } from '../locale.tsx'
import {
  type DemonstrationAccount,
  type SignInStep,
  signIn,
  useFreshStart,
  useSession,
  verifySecondStep,
} from '../session.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Mark } from './Mark.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import './sign-in.css'

/** The door: user name and password, then six digits where the account has an authenticator. */
export default function SignInPage() {
  const t = useWords()
  const { data } = useSession()
  const [step, setStep] = useState<SignInStep>()
  const next = useNext()
  const arrive = useArrive(next)
  if (data?.person && step === undefined) return <Navigate to={next} replace />
  return (
    <div className="sign-in">
      <div className="sign-in-switches">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <main>
        <header>
          <Mark size={32} />
          <h1>{data ? t(data.zone.name) : t({ zh: '经开', en: 'Jingkai' })}</h1>
          <p>
            <T zh="从台账到通报，每个数都能追到行。" en="From records to the bulletin, every figure traceable." />
          </p>
        </header>
        {step === 'second-step' ? (
          <SecondStep onIn={arrive} onBack={() => setStep(undefined)} />
        ) : (
          <Password
            accounts={data?.demonstration?.accounts ?? []}
            onStep={(told) => (told === 'in' ? arrive() : setStep(told))}
          />
        )}
      </main>
    </div>
  )
}

/** Only a path of this site: never somewhere else by way of `?next=`. */
function useNext(): string {
  const next = useSearchParams()[0].get('next') ?? '/'
  return /^\/(?![/\\])/.test(next) ? next : '/'
}

function useArrive(next: string): () => Promise<void> {
  const go = useNavigate()
  const startFresh = useFreshStart()
  return async () => {
    await startFresh()
    go(next, { replace: true })
  }
}

function Password({
  accounts,
  onStep,
}: {
  accounts: readonly DemonstrationAccount[]
  onStep: (step: SignInStep) => void
}) {
  const phone = usePhone()
  const [form] = Form.useForm<{ username: string; password: string }>()
  const { deed, busy, problem } = useDeed(async () => {
    const { username, password } = form.getFieldsValue()
    onStep(await signIn(username, password))
  })
  const fill = ({ username, password }: DemonstrationAccount) => {
    form.setFieldsValue({ username, password })
    deed()
  }
  return (
    <>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={deed}>
        <Form.Item
          name="username"
          label={<T zh="用户名" en="User name" />}
          rules={[{ required: true, message: <T zh="请填写用户名" en="Enter your user name" /> }]}
        >
          <Input autoComplete="username" autoFocus={!phone} size="large" />
        </Form.Item>
        <Form.Item
          name="password"
          label={<T zh="口令" en="Password" />}
          rules={[{ required: true, message: <T zh="请填写口令" en="Enter your password" /> }]}
        >
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <ProblemLine problem={problem} />
        <Button type="primary" size="large" htmlType="submit" block loading={busy}>
          <T zh="登录" en="Sign in" />
        </Button>
      </Form>
      <p className="sign-in-open">
        <Link to="/open">
          <T zh="不登录，看公开数据" en="Open figures, without signing in" />
        </Link>
      </p>
      {accounts.length > 0 && <Demonstration accounts={accounts} onChoose={fill} />}
    </>
  )
}

function Demonstration({
  accounts,
  onChoose,
}: {
  accounts: readonly DemonstrationAccount[]
  onChoose: (account: DemonstrationAccount) => void
}) {
  const t = useWords()
  return (
    <section className="sign-in-demonstration">
      <h2>
        <T zh="演示账号" en="Demonstration accounts" />
      </h2>
      <p>
        <T
          zh="数据为演示用，人名均为虚构。点一个即可进入。"
          en="The records are for demonstration and no name is real. Choose one to enter."
        />
      </p>
      <ul>
        {accounts.map((account) => (
          <li key={account.username}>
            <button type="button" onClick={() => onChoose(account)}>
              <strong>{account.name}</strong>
              <span>{t(account.words)}</span>
              <small>{account.username}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function SecondStep({ onIn, onBack }: { onIn: () => Promise<void>; onBack: () => void }) {
  const [code, setCode] = useState('')
  const { deed, busy, problem } = useDeed(async (digits: string) => {
    await verifySecondStep(digits)
    await onIn()
  })
  const type = (typed: string) => {
    const digits = typed.replace(/\D/g, '').slice(0, 6)
    setCode(digits)
    if (digits.length === 6) deed(digits)
  }
  return (
    <Form layout="vertical" onFinish={() => deed(code)}>
      <Form.Item
        label={<T zh="动态验证码" en="Authentication code" />}
        htmlFor="code"
        help={<T zh="打开身份验证器，输入六位数字。" en="Open your authenticator and enter its six digits." />}
      >
        <Input
          id="code"
          className="sign-in-code"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          size="large"
          value={code}
          onChange={(event) => type(event.target.value)}
        />
      </Form.Item>
      <ProblemLine problem={problem} />
      <Button type="primary" size="large" htmlType="submit" block loading={busy} disabled={code.length !== 6}>
        <T zh="验证" en="Verify" />
      </Button>
      <Button type="link" onClick={onBack}>
        <T zh="换一个账号" en="Use another account" />
      </Button>
    </Form>
  )
}

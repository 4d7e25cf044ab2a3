import { Page, Part } from '../kit/Page.tsx'
import { T, useWords } from '../locale.tsx'
import { useSession } from '../session.ts'
import { OwnSessions } from './OwnSessions.tsx'
import { Password } from './Password.tsx'
import { SecondFactor } from './SecondFactor.tsx'

/** What a person keeps themselves: password, second step, and where they are signed in. */
export default function AccountPage() {
  const t = useWords()
  const { data } = useSession()
  const person = data?.person
  if (!person) return null
  return (
    <Page
      title={t({ zh: '我的账号', en: 'My account' })}
      help="sign-in/account"
      sentence={
        person.secondFactor ? (
          <T
            zh="{name}，登录需要口令和动态验证码。"
            en="{name}: signing in takes the password and a code."
            name={person.name}
          />
        ) : (
          <T
            zh="{name}，登录只需要口令；建议启用动态验证码。"
            en="{name}: signing in takes the password only; a code would make it safer."
            name={person.name}
          />
        )
      }
    >
      <Part title={t({ zh: '登录中的设备', en: 'Where you are signed in' })}>
        <OwnSessions />
      </Part>
      <Part title={t({ zh: '动态验证码', en: 'Authentication code' })}>
        <SecondFactor on={person.secondFactor} />
      </Part>
      <Part title={t({ zh: '修改口令', en: 'Change the password' })}>
        <Password />
      </Part>
    </Page>
  )
}

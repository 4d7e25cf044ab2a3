import { SideSheet } from '../kit/SideSheet.tsx'
import { T, useWords } from '../locale.tsx'
import './administration.css'

export interface Told {
  username: string
  password: string
}

/** A password that is shown this one time, to be handed over. */
export function SecretOnce({ told, onClose }: { told: Told; onClose: () => void }) {
  const t = useWords()
  return (
    <SideSheet title={t({ zh: '一次性口令', en: 'One-time password' })} onClose={onClose}>
      <div className="secret-once">
        <p>
          <T
            zh="{username} 的口令，只显示这一次；请当面交给本人，登录后由其修改。"
            en="The password of {username}, shown this once; hand it over in person, to be changed after signing in."
            username={told.username}
          />
        </p>
        <code>{told.password}</code>
      </div>
    </SideSheet>
  )
}

import { DownOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { roleWords } from '#kernel/access/actor.ts'
import { usePhone } from '../appearance.tsx'
import { T, useWords } from '../locale.tsx'
import { pages } from '../pages.ts'
import { signOut, useFreshStart, useSession } from '../session.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import './account.css'

/** The person's name in the header, with what concerns the account behind it. */
export function Account() {
  const { data } = useSession()
  const [open, setOpen] = useState(false)
  const ground = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => !ground.current?.contains(event.target as Node) && setOpen(false)
    const onEscape = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false)
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    document.addEventListener('keydown', onEscape)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      document.removeEventListener('keydown', onEscape)
    }
  }, [open])
  if (!data?.person) return null
  return (
    <div className="account" ref={ground}>
      <button type="button" className="header-deed" aria-expanded={open} onClick={() => setOpen(!open)}>
        {data.person.name}
        <DownOutlined aria-hidden />
      </button>
      {open && (
        <div className="account-sheet">
          <AccountDeeds onGo={() => setOpen(false)} />
        </div>
      )}
    </div>
  )
}

/** Name, roles, account page and sign-out; on a phone also language and appearance. */
export function AccountDeeds({ onGo }: { onGo: () => void }) {
  const t = useWords()
  const phone = usePhone()
  const go = useNavigate()
  const startFresh = useFreshStart()
  const { data } = useSession()
  const leave = async () => {
    await signOut()
    await startFresh()
    onGo()
    go('/sign-in')
  }
  const roles = [...new Set(data?.grants.map((grant) => t(roleWords[grant.role])))]
  return (
    <div className="account-deeds">
      <p>
        <strong>{data?.person?.name}</strong>
        <span>{[data?.person?.unit?.name, ...roles].filter(Boolean).join(' · ')}</span>
      </p>
      {phone && (
        <div>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      )}
      {pages.some((page) => page.path === '/account') && (
        <Link to="/account" onClick={onGo}>
          <T zh="我的账号" en="My account" />
        </Link>
      )}
      <button type="button" onClick={leave}>
        <T zh="退出登录" en="Sign out" />
      </button>
    </div>
  )
}
